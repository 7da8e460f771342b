//! Choosing rows for comparison, hand-out and files; the choice stays for the visit.

use exchange::export::part_csv;
use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::{ComparedIndicators, Handout};
use words::text;

use crate::state::{use_dataset, use_downloads, use_figures, use_messages, use_navigation, use_selection};

/// The tick box of a row. `at` is its position in the list.
#[component]
pub fn RowChoice(at: usize, indicator: &'static Indicator) -> impl IntoView {
    let selection = use_selection();
    let checked = Memo::new(move |_| selection.selected_rows.read().contains(&at));
    let name = format!("{} {}", indicator.id, indicator.full_name());
    view! {
        <label class="row-choice no-print">
            <input
                type="checkbox"
                aria-label=text::explorer::choose_row(&name)
                prop:checked=move || checked.get()
                on:change=move |_| {
                    selection.update(|chosen| {
                            if !chosen.remove(&at) {
                                chosen.insert(at);
                            }
                        });
                }
            />
        </label>
    }
}

/// How many are chosen and what can be done with them; nothing while none is.
#[component]
pub fn ChoiceBar() -> impl IntoView {
    let dataset = use_dataset();
    let navigation = use_navigation();
    let figures = use_figures();
    let messages = use_messages();
    let downloads = use_downloads();
    let selection = use_selection();
    let count = Memo::new(move |_| selection.selected_rows.read().len());
    let csv = move |_| {
        let text = figures.with_active(|scenario| part_csv(dataset, selection.indicators(), scenario));
        downloads.offer_named("chosen", "csv", "text/csv", &text);
    };
    let compare = move |_| {
        let count = count.get_untracked();
        if count > ComparedIndicators::MAX {
            messages.show(text::compare::too_many(ComparedIndicators::MAX, count));
            return;
        }
        let chosen = selection.selected_rows.read_untracked();
        let rows = chosen.iter().filter_map(|&row| dataset.indicators.get(row));
        let of = ComparedIndicators::of(rows.map(|indicator| &indicator.id));
        navigation.open(&Route::Compare { of });
    };
    let handout = move |_| {
        let count = count.get_untracked();
        if count > Handout::MAX {
            messages.show(text::handout::over_limit(count));
            return;
        }
        let chosen = selection.selected_rows.read_untracked();
        let rows = chosen.iter().filter_map(|&row| dataset.indicators.get(row));
        let handout = Handout::of(rows.map(|indicator| &indicator.id), "");
        drop(chosen);
        navigation.open(&Route::Handout(handout));
    };
    view! {
        <div class="choice-bar no-print" class:is-empty=move || count.get() == 0 role="region" aria-label=text::export::bar()>
            <p role="status">{move || (count.get() > 0).then(|| text::export::chosen(count.get()))}</p>
            <Show when=move || { count.get() > 0 }>
                <div class="choice-bar__actions">
                    <button type="button" class="button" on:click=compare>{text::export::compare()}</button>
                    <button type="button" class="button" on:click=handout>{text::export::handout()}</button>
                    <button type="button" class="button" on:click=csv>{text::export::csv()}</button>
                    <button type="button" class="button button--plain" on:click=move |_| selection.update(|chosen| chosen.clear())>
                        {text::export::clear()}
                    </button>
                </div>
            </Show>
        </div>
    }
}
