use exchange::export::part_csv;
use leptos::prelude::*;
use routes::Route;
use search::{ComparedIndicators, Handout};
use words::text::{self, export as labels};

use crate::state::{use_dataset, use_downloads, use_figures, use_messages, use_navigation, use_selection};

#[component]
pub fn SelectionActions() -> impl IntoView {
    let dataset = use_dataset();
    let navigation = use_navigation();
    let figures = use_figures();
    let messages = use_messages();
    let downloads = use_downloads();
    let selection = use_selection();
    let selected = move || untrack(|| selection.indicators());
    let csv = move |_| {
        let text = figures.with_active(|scenario| part_csv(dataset, selected(), scenario));
        downloads.offer_named("chosen", "csv", "text/csv", &text);
    };
    let compare = move |_| {
        let count = selection.selected_rows.read_untracked().len();
        if count > ComparedIndicators::MAX {
            return messages.show(text::compare::too_many(ComparedIndicators::MAX, count));
        }
        let of = ComparedIndicators::of(selected().iter().map(|indicator| &indicator.id));
        navigation.open(&Route::Compare { of });
    };
    let handout = move |_| {
        let count = selection.selected_rows.read_untracked().len();
        if count > Handout::MAX {
            return messages.show(text::handout::too_many(Handout::MAX, count));
        }
        let handout = Handout::of(selected().iter().map(|indicator| &indicator.id), "");
        navigation.open(&Route::Handout(handout));
    };
    let clear = move |_| selection.update(std::collections::BTreeSet::clear);
    view! {
        <button type="button" class="button" on:click=compare>{labels::compare()}</button>
        <button type="button" class="button" on:click=handout>{labels::handout()}</button>
        <button type="button" class="button" on:click=csv>{labels::csv()}</button>
        <button type="button" class="button button--plain" on:click=clear>{labels::clear()}</button>
    }
}
