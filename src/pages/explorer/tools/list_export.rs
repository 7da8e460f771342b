use exchange::export::{list_csv, part_csv, pasted_table};
use leptos::prelude::*;
use words::text::export;

use crate::{
    browser::location,
    pages::explorer::explorer_state::Explorer,
    state::{use_dataset, use_downloads, use_figures, use_messages},
};

#[component]
pub fn ListExport(explorer: Explorer) -> impl IntoView {
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
    }
}
