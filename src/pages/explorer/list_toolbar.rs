use exchange::export::{list_csv, part_csv, pasted_table};
use leptos::prelude::*;
use search::{Density, TableColumn, View};
use strum::VariantArray;
use words::text::{explorer as labels, export};

use super::explorer_state::Explorer;
use crate::{
    browser::location,
    state::{use_dataset, use_downloads, use_figures, use_messages, use_selection},
};

#[component]
pub fn ListToolbar(explorer: Explorer) -> impl IntoView {
    view! {
        <div class="list-toolbar no-print">
            <Show when=move || explorer.view.get() != View::Matrix><SelectAll explorer /></Show>
            <ListExport explorer />
            // Last, because a prerendered page does not have it: nothing moves when it is added.
            <Show when=move || explorer.view.get() == View::Table><TableLayout explorer /></Show>
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

#[component]
fn TableLayout(explorer: Explorer) -> impl IntoView {
    let columns = TableColumn::VARIANTS.iter().copied().map(|column| {
        let checked = move || explorer.query.read().columns.has(column);
        let toggle = move |_| explorer.change(|query| query.columns = query.columns.toggled(column));
        view! {
            <label><input type="checkbox" prop:checked=checked on:change=toggle /> {labels::column(column)}</label>
        }
    });
    let densities = [Density::Comfortable, Density::Dense].into_iter().map(|density| {
        let checked = move || explorer.query.read().density == density;
        let select = move |_| explorer.change(|query| query.density = density);
        view! {
            <label>
                <input type="radio" name="density" prop:checked=checked on:change=select />
                {labels::density_name(density)}
            </label>
        }
    });
    view! {
        <details class="tool">
            <summary>{labels::layout()}</summary>
            <div class="tool__panel">
                <fieldset><legend>{labels::columns()}</legend> {columns.collect_view()}</fieldset>
                <fieldset><legend>{labels::density()}</legend> {densities.collect_view()}</fieldset>
            </div>
        </details>
    }
}

#[component]
fn ListExport(explorer: Explorer) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let messages = use_messages();
    let downloads = use_downloads();
    let count = move || explorer.outcome.read().rows.len();
    let csv_shown = move |_| {
        let text = figures.with_active(|scenario| part_csv(dataset, explorer.shown(), scenario));
        downloads.offer_named("shown", "csv", "text/csv", &text);
    };
    let csv_all = move |_| downloads.offer_named("all", "csv", "text/csv", &list_csv(dataset));
    let copy_table = move |_| {
        let rows = explorer.shown();
        let message = export::table_copied(rows.len());
        let columns = explorer.query.read_untracked().columns;
        let text = figures.with_active(|scenario| pasted_table(dataset, rows, columns, scenario));
        messages.copy(text, message);
    };
    let copy_link = move |_| messages.copy(location::address(), export::link_copied().to_owned());
    let csv_all_label = export::csv_all(dataset.indicators.len());
    view! {
        <details class="tool">
            <summary>{export::panel()}</summary>
            <div class="tool__panel">
                <div class="actions">
                    <button type="button" class="button" on:click=copy_link>{export::copy_link()}</button>
                    <button type="button" class="button" on:click=copy_table>{export::copy_table()}</button>
                    <button type="button" class="button" on:click=csv_shown>{move || export::csv_shown(count())}</button>
                    <button type="button" class="button" on:click=csv_all>{csv_all_label}</button>
                </div>
                <p class="small">
                    <a href="data/indicators.json" download>{export::json()}</a>
                    "　"
                    <a href="data/indicators.schema.json" download>{export::schema()}</a>
                </p>
                <p class="small muted">{export::files_note()}</p>
            </div>
        </details>
    }
}
