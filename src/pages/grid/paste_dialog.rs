//! Asks before a pasted block is applied. Modal, so that the preview stays correct until it is answered.

use figures::paste::{CellChange, PlannedCell};
use format::dates;
use leptos::{html, prelude::*};
use words::text::{figures::input_problems, scenario::sheet as labels};

use crate::{controls::Button, pages::grid::grid_state::GridState, state::use_dataset};

/// Opens and closes with the preview of the grid.
#[component]
pub fn PasteDialog(grid: GridState) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match grid.preview.read().is_some() {
            // Fails where the dialog is open already; it then shows the newer preview.
            true => drop(dialog.show_modal()),
            false => dialog.close(),
        }
    });
    let count = move || grid.preview.read().as_ref().map_or(0, |preview| preview.figures().count());
    let outside = move || grid.preview.read().as_ref().map_or(0, |preview| preview.outside);
    let cells = move || {
        let preview = grid.preview.read();
        let cells = preview.iter().flat_map(|preview| &preview.cells);
        cells.filter(|cell| cell.change != CellChange::Blank).cloned().map(cell_view).collect_view()
    };
    view! {
        <dialog class="paste" node_ref=dialog aria-labelledby="paste-heading" on:close=move |_| grid.preview.set(None)>
            <h2 id="paste-heading">{labels::preview()}</h2>
            <p>{move || grid.preview.read().as_ref().map(|preview| words::text::scenario::paste_summary(&preview.cells))}</p>
            <Show when=move || outside() != 0><p class="field__error">{move || labels::outside(outside())}</p></Show>
            <ul class="plain paste__cells">{cells}</ul>
            <p class="actions">
                <Show when=move || count() != 0 fallback=|| view! { <span>{labels::nothing()}</span> }>
                    <button type="button" class="button button--own" on:click=move |_| grid.apply_preview()>
                        {move || labels::take(count())}
                    </button>
                </Show>
                <Button label=labels::leave() on_press=move |_| grid.preview.set(None) />
            </p>
        </dialog>
    }
}

fn cell_view(cell: PlannedCell) -> impl IntoView {
    let indicator = use_dataset().indicators.get(cell.line.indicator);
    let title = indicator.map(|indicator| format!("{} {}", indicator.id, indicator.full_name()));
    let (word, refused) = match &cell.change {
        CellChange::Refused(problems) => (labels::refused(input_problems(problems)), true),
        change => (words::text::scenario::cell_change(change), false),
    };
    view! {
        <li>
            <span>{title} "　" {dates::short(cell.day)}</span>
            <b>"「" {cell.text} "」"</b>
            <span class:field__error=refused>{word}</span>
        </li>
    }
}
