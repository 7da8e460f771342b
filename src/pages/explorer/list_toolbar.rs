use leptos::prelude::*;
use search::View;
use words::text::{explorer as labels, export};

use super::{
    explorer_state::Explorer,
    tools::{ExplorerTool, Tool},
};
use crate::{controls::show_if, state::use_selection};

#[component]
pub fn ListToolbar(explorer: Explorer) -> impl IntoView {
    let layout = move || {
        view! {
            <details class="tool">
                <summary>{labels::layout()}</summary>
                <div class="tool__panel"><Tool tool=ExplorerTool::TableLayout explorer /></div>
            </details>
        }
        .into_any()
    };
    view! {
        <div class="list-toolbar no-print">
            {show_if(move || explorer.view.get() != View::Matrix, move || view! { <SelectAll explorer /> }.into_any())}
            <details class="tool">
                <summary>{export::panel()}</summary>
                <div class="tool__panel"><Tool tool=ExplorerTool::Export explorer /></div>
            </details>
            // Last, because a prerendered page does not have it: nothing moves when it is added.
            {show_if(move || explorer.view.get() == View::Table, layout)}
        </div>
    }
}

#[component]
fn SelectAll(explorer: Explorer) -> impl IntoView {
    let selection = use_selection();
    let selected_count = Memo::new(move |_| {
        let selected = selection.selected_rows.read();
        explorer.outcome.read().rows.iter().filter(|row| selected.contains(row)).count()
    });
    let count = move || explorer.outcome.read().rows.len();
    let is_all = move || selected_count.get() == count();
    let is_part = move || selected_count.get() > 0 && !is_all();
    let toggle = move |_| {
        let was_all = is_all();
        let outcome = explorer.outcome.read_untracked();
        selection.update(|selected| {
            for row in &outcome.rows {
                if was_all {
                    selected.remove(row)
                } else {
                    selected.insert(*row)
                };
            }
        });
    };
    view! {
        <label class="choose-all">
            <input type="checkbox" prop:checked=is_all prop:indeterminate=is_part on:change=toggle />
            {move || labels::choose_all(count())}
        </label>
    }
}
