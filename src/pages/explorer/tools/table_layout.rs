use leptos::prelude::*;
use search::{Density, TableColumn};
use strum::VariantArray;
use words::text::explorer as labels;

use crate::pages::explorer::explorer_state::Explorer;

/// Columns and density of the table.
#[component]
pub fn TableLayout(explorer: Explorer) -> impl IntoView {
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
        <fieldset><legend>{labels::columns()}</legend> {columns.collect_view()}</fieldset>
        <fieldset><legend>{labels::density()}</legend> {densities.collect_view()}</fieldset>
    }
}
