//! Over the list: choosing everything shown, columns and spacing of the table, and taking the view along.

use exchange::export::{list_csv, part_csv, pasted_table};
use leptos::prelude::*;
use search::{Density, TableColumn, View};
use strum::VariantArray;
use words::text;

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
            {move || text::explorer::choose_all(shown())}
        </label>
    }
}

#[component]
fn TableLayout(explorer: Explorer) -> impl IntoView {
    view! {
        <details class="tool">
            <summary>{text::explorer::layout()}</summary>
            <div class="tool__panel">
                <fieldset>
                    <legend>{text::explorer::columns()}</legend>
                    {TableColumn::VARIANTS
                        .iter()
                        .copied()
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
                                    {text::explorer::column(column)}
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <fieldset>
                    <legend>{text::explorer::density()}</legend>
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
                                    {text::explorer::density_name(density)}
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
        let told = text::export::table_copied(rows.len());
        let columns = explorer.query.read_untracked().columns;
        let text = figures.with_active(|scenario| pasted_table(dataset, rows, columns, scenario));
        messages.copy(text, told);
    };
    let copy_link = move |_| messages.copy(location::address(), text::export::link_copied().to_owned());
    view! {
        <details class="tool">
            <summary>{text::export::panel()}</summary>
            <div class="tool__panel">
                <div class="actions">
                    <button type="button" class="button" on:click=copy_link>{text::export::copy_link()}</button>
                    <button type="button" class="button" on:click=copy_table>{text::export::copy_table()}</button>
                    <button type="button" class="button" on:click=csv_shown>
                        {move || text::export::csv_shown(shown())}
                    </button>
                    <button type="button" class="button" on:click=csv_all>
                        {text::export::csv_all(dataset.indicators.len())}
                    </button>
                </div>
                <p class="small">
                    <a href="data/indicators.json" download>{text::export::json()}</a>
                    "　"
                    <a href="data/indicators.schema.json" download>{text::export::schema()}</a>
                </p>
                <p class="small muted">{text::export::files_note()}</p>
            </div>
        </details>
    }
}
