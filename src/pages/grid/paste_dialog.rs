//! What a pasted block would do, shown before it is done. Modal, so that what it says stays true until it is answered.

use figures::paste::{CellChange, PlannedCell};
use format::dates;
use leptos::{html, prelude::*};
use words::screen::scenario::sheet as text;

use crate::{pages::grid::grid::Grid, state::use_app};

/// Opens by itself when there is something to answer.
#[component]
pub fn PasteDialog(grid: Grid) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match grid.preview.read().is_some() {
            // Already open: it shows the newer preview.
            true => drop(dialog.show_modal()),
            false => dialog.close(),
        }
    });
    let count = move || {
        let preview = grid.preview.read();
        preview.as_ref().map_or(0, |preview| preview.figures().count())
    };
    let outside = move || grid.preview.read().as_ref().map_or(0, |preview| preview.outside);
    view! {
        <dialog
            class="paste"
            node_ref=dialog
            aria-labelledby="paste-heading"
            on:close=move |_| grid.preview.set(None)
        >
            <h2 id="paste-heading">{text::PREVIEW}</h2>
            <p>{move || grid.preview.read().as_ref().map(|preview| text::planned(&preview.cells))}</p>
            <Show when=move || outside() != 0>
                <p class="field__error">{move || text::outside(outside())}</p>
            </Show>
            <ul class="plain paste__cells">
                {move || {
                    let cells = grid.preview.read().as_ref().map(|preview| preview.cells.clone());
                    cells.unwrap_or_default().into_iter().filter(|cell| cell.fate != CellChange::Blank).map(cell_view).collect_view()
                }}
            </ul>
            <p class="actions">
                <Show when=move || count() != 0 fallback=|| view! { <span>{text::NOTHING}</span> }>
                    <button type="button" class="button button--own" on:click=move |_| grid.take()>
                        {move || text::take(count())}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| grid.preview.set(None)>
                    {text::LEAVE}
                </button>
            </p>
        </dialog>
    }
}

fn cell_view(cell: PlannedCell) -> impl IntoView {
    let indicator = use_app().dataset.indicators.get(cell.line.indicator);
    let place = indicator.map(|indicator| format!("{} {}", indicator.id, indicator.full_name()));
    let (word, refused) = match &cell.fate {
        CellChange::Refused(reason) => (text::refused(reason), true),
        fate => (text::fate(fate), false),
    };
    view! {
        <li>
            <span>{place} "　" {dates::short(cell.day)}</span>
            <b>"「" {cell.text} "」"</b>
            <span class:field__error=refused>{word}</span>
        </li>
    }
}
