use exchange::export::part_csv;
use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::{ComparedIndicators, Handout};
use words::text::{self, export as labels};

use crate::state::{use_dataset, use_downloads, use_figures, use_messages, use_navigation, use_selection};

/// `index` is the position in the list.
#[component]
pub fn RowCheckbox(index: usize, indicator: &'static Indicator) -> impl IntoView {
    let selection = use_selection();
    let checked = Memo::new(move |_| selection.selected_rows.read().contains(&index));
    let name = text::explorer::choose_row(format!("{} {}", indicator.id, indicator.full_name()));
    let toggle = move |_| {
        selection.update(|rows| {
            if !rows.remove(&index) {
                rows.insert(index);
            }
        });
    };
    view! {
        <label class="row-choice no-print">
            <input type="checkbox" aria-label=name prop:checked=move || checked.get() on:change=toggle />
        </label>
    }
}

#[component]
pub fn SelectionBar() -> impl IntoView {
    let dataset = use_dataset();
    let navigation = use_navigation();
    let figures = use_figures();
    let messages = use_messages();
    let downloads = use_downloads();
    let selection = use_selection();
    let count = Memo::new(move |_| selection.selected_rows.read().len());
    let is_empty = move || count.get() == 0;
    let selected = move || untrack(|| selection.indicators());
    let csv = move |_| {
        let text = figures.with_active(|scenario| part_csv(dataset, selected(), scenario));
        downloads.offer_named("chosen", "csv", "text/csv", &text);
    };
    let compare = move |_| {
        let count = count.get_untracked();
        if count > ComparedIndicators::MAX {
            return messages.show(text::compare::too_many(ComparedIndicators::MAX, count));
        }
        let of = ComparedIndicators::of(selected().iter().map(|indicator| &indicator.id));
        navigation.open(&Route::Compare { of });
    };
    let handout = move |_| {
        let count = count.get_untracked();
        if count > Handout::MAX {
            return messages.show(text::handout::too_many(Handout::MAX, count));
        }
        let handout = Handout::of(selected().iter().map(|indicator| &indicator.id), "");
        navigation.open(&Route::Handout(handout));
    };
    let clear = move |_| selection.update(std::collections::BTreeSet::clear);
    view! {
        <div class="choice-bar no-print" class:is-empty=is_empty role="region" aria-label=labels::bar()>
            <p role="status">{move || (!is_empty()).then(|| labels::chosen(count.get()))}</p>
            <Show when=move || !is_empty()>
                <div class="choice-bar__actions">
                    <button type="button" class="button" on:click=compare>{labels::compare()}</button>
                    <button type="button" class="button" on:click=handout>{labels::handout()}</button>
                    <button type="button" class="button" on:click=csv>{labels::csv()}</button>
                    <button type="button" class="button button--plain" on:click=clear>{labels::clear()}</button>
                </div>
            </Show>
        </div>
    }
}
