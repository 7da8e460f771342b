//! Over the list: choosing everything shown, columns and spacing of the table, and taking the view along.

use exchange::export::{list_csv, part_csv, pasted_table};
use leptos::prelude::*;
use search::{Density, TableColumn, View};
use words::screen;

use crate::{
    browser::location,
    pages::explorer::explorer_state::Explorer,
    state::{use_dataset, use_downloads, use_figures, use_messages, use_selection},
};

/// The line of tools.
#[component]
pub fn ListExport(explorer: Explorer) -> impl IntoView {
    view! {
        <div class="list-tools no-print">
            <Show when=move || explorer.view.get() != View::Matrix>
                <ChooseAll explorer />
            </Show>
            <Show when=move || explorer.view.get() == View::Table>
                <TableLayout explorer />
            </Show>
            <TakeAlong explorer />
        </div>
    }
}

#[component]
fn ChooseAll(explorer: Explorer) -> impl IntoView {
    let selection = use_selection();
    let chosen_of_shown = Memo::new(move |_| {
        let chosen = selection.selected_rows.read();
        explorer.outcome.read().rows.iter().filter(|row| chosen.contains(row)).count()
    });
    let shown = move || explorer.outcome.read().rows.len();
    let all = move || chosen_of_shown.get() == shown();
    let toggle = move |_| {
        let all = all();
        let outcome = explorer.outcome.read_untracked();
        selection.update(|chosen| {
            for row in &outcome.rows {
                if all {
                    chosen.remove(row);
                } else {
                    chosen.insert(*row);
                }
            }
        });
    };
    view! {
        <label class="choose-all">
            <input
                type="checkbox"
                prop:checked=all
                prop:indeterminate=move || { chosen_of_shown.get() > 0 && !all() }
                on:change=toggle
            />
            {move || screen::explorer::choose_all(shown())}
        </label>
    }
}

#[component]
fn TableLayout(explorer: Explorer) -> impl IntoView {
    view! {
        <details class="tool">
            <summary>{screen::explorer::LAYOUT}</summary>
            <div class="tool__panel">
                <fieldset>
                    <legend>{screen::explorer::COLUMNS}</legend>
                    {TableColumn::ALL
                        .into_iter()
                        .map(|column| {
                            view! {
                                <label>
                                    <input
                                        type="checkbox"
                                        prop:checked=move || explorer.query.read().columns.has(column)
                                        on:change=move |_| {
                                            explorer.change(|query| query.columns = query.columns.toggled(column));
                                        }
                                    />
                                    {screen::explorer::column(column)}
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <fieldset>
                    <legend>{screen::explorer::DENSITY}</legend>
                    {[Density::Comfortable, Density::Dense]
                        .into_iter()
                        .map(|density| {
                            view! {
                                <label>
                                    <input
                                        type="radio"
                                        name="density"
                                        prop:checked=move || explorer.query.read().density == density
                                        on:change=move |_| explorer.change(|query| query.density = density)
                                    />
                                    {screen::explorer::density(density)}
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
            </div>
        </details>
    }
}

#[component]
fn TakeAlong(explorer: Explorer) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let messages = use_messages();
    let downloads = use_downloads();
    let shown = move || explorer.outcome.read().rows.len();
    let csv_shown = move |_| {
        let text = figures.with_active(|scenario| part_csv(dataset, explorer.shown(), scenario));
        downloads.offer_named("shown", "csv", "text/csv", &text);
    };
    let csv_all = move |_| downloads.offer_named("all", "csv", "text/csv", &list_csv(dataset));
    let copy_table = move |_| {
        let rows = explorer.shown();
        let told = screen::export::table_copied(rows.len());
        let columns = explorer.query.read_untracked().columns;
        let text = figures.with_active(|scenario| pasted_table(dataset, rows, columns, scenario));
        messages.copy(text, told);
    };
    let copy_link = move |_| messages.copy(location::address(), screen::export::LINK_COPIED.to_owned());
    view! {
        <details class="tool">
            <summary>{screen::export::PANEL}</summary>
            <div class="tool__panel">
                <div class="actions">
                    <button type="button" class="button" on:click=copy_link>{screen::export::COPY_LINK}</button>
                    <button type="button" class="button" on:click=copy_table>{screen::export::COPY_TABLE}</button>
                    <button type="button" class="button" on:click=csv_shown>
                        {move || screen::export::csv_shown(shown())}
                    </button>
                    <button type="button" class="button" on:click=csv_all>
                        {screen::export::csv_all(dataset.indicators.len())}
                    </button>
                </div>
                <p class="small">
                    <a href="data/indicators.json" download>{screen::export::JSON}</a>
                    "　"
                    <a href="data/indicators.schema.json" download>{screen::export::SCHEMA}</a>
                </p>
                <p class="small muted">{screen::export::FILES_NOTE}</p>
            </div>
        </details>
    }
}
