use leptos::prelude::*;
use list::Indicator;
use words::text::{self, export as labels};

use super::{
    explorer_state::Explorer,
    tools::{ExplorerTool, Tool},
};
use crate::{controls::show_if, state::use_selection};

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
pub fn SelectionBar(explorer: Explorer) -> impl IntoView {
    let selection = use_selection();
    let count = Memo::new(move |_| selection.selected_rows.read().len());
    let is_empty = move || count.get() == 0;
    let actions = move || {
        view! { <div class="choice-bar__actions"><Tool tool=ExplorerTool::Selection explorer /></div> }.into_any()
    };
    view! {
        <div class="choice-bar no-print" class:is-empty=is_empty role="region" aria-label=labels::bar()>
            <p role="status">{move || (!is_empty()).then(|| labels::chosen(count.get()))}</p>
            {show_if(move || !is_empty(), actions)}
        </div>
    }
}
