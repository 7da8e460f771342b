//! 指標一覧: all indicators, searched, filtered and sorted; the address has every setting.

mod conditions;
pub mod explorer_state;
pub mod filters;
mod indicator_table;
mod list_toolbar;
mod results;
mod selection;
pub mod tools;

use leptos::prelude::*;
use routes::Route;
use search::{SearchText, Sort, SortKey, SortOrder, View};
use strum::VariantArray;
use words::text::{self, explorer as labels};

use self::{conditions::ActiveConditions, explorer_state::Explorer, filters::Filters, results::Results};
use crate::controls::{PageHead, SearchIcon, Segments};

#[component]
pub fn ExplorerPage() -> impl IntoView {
    let explorer = Explorer::of_active_scenario();
    let sheet_open = RwSignal::new(false);
    let search = move |event| {
        let text = SearchText::new(&event_target_value(&event));
        explorer.change_in_place(|query| query.text = text);
    };
    let views = explorer.in_view(|shown| {
        view! {
            <Segments
                label=labels::view_label()
                options=View::VARIANTS.iter().copied()
                text=labels::view
                is_pressed=move |view| shown.get() == view
                on_press=move |view| explorer.change(|query| query.view = Some(view))
                // A phone has no room for the table.
                button_class=|view| (view == View::Table).then_some("wide-only")
            />
        }
        .into_any()
    });
    view! {
        <div class="explorer-head">
            <PageHead title=text::common::explorer().to_owned() trail=vec![(text::common::overview().to_owned(), Route::Overview)] />
            {views}
        </div>
        <form role="search" on:submit=|event| event.prevent_default()>
            <div class="search">
                <SearchIcon />
                <input
                    type="search"
                    id="explorer-search"
                    autocomplete="off"
                    enterkeyhint="search"
                    aria-label=text::search::label()
                    placeholder=text::search::placeholder()
                    prop:value=move || explorer.query.read().text.as_str().to_owned()
                    on:input=search
                />
            </div>
        </form>
        <div class="explorer">
            <Filters explorer open=sheet_open />
            <div class="explorer__results">
                <ResultBar explorer sheet_open />
                <ActiveConditions explorer />
                <Results explorer />
            </div>
        </div>
    }
}

#[component]
fn ResultBar(explorer: Explorer, sheet_open: RwSignal<bool>) -> impl IntoView {
    let count = move || explorer.outcome.read().rows.len();
    let total = move || explorer.outcome.read().total;
    view! {
        <div class="result-bar">
            <button
                type="button"
                class="button sheet-toggle"
                aria-expanded=move || sheet_open.get().to_string()
                aria-controls="filters"
                on:click=move |_| sheet_open.set(true)
            >
                {move || labels::filters(explorer.query.read().chosen.len())}
            </button>
            <p class="result-count"><b class="number">{count}</b> " " {text::common::items()} " / " <span class="number">{total}</span></p>
            <label class="sort-choice">{labels::sort()} <SortSelect explorer /></label>
            <p class="visually-hidden" role="status">{move || labels::announce(total(), count())}</p>
        </div>
    }
}

/// An option of the order: its code and its words.
type SortOption = (Sort, &'static str, fn() -> &'static str);

const SORTS: [SortOption; 6] = [
    (Sort { key: SortKey::Relevance, order: SortOrder::Ascending }, "relevance", labels::sort_relevance),
    (Sort { key: SortKey::Printed, order: SortOrder::Ascending }, "printed", labels::sort_printed),
    (Sort { key: SortKey::Gap, order: SortOrder::Descending }, "gap-most", labels::sort_gap_most),
    (Sort { key: SortKey::Gap, order: SortOrder::Ascending }, "gap-least", labels::sort_gap_least),
    (Sort { key: SortKey::Due, order: SortOrder::Ascending }, "due", labels::sort_due),
    (Sort { key: SortKey::Name, order: SortOrder::Ascending }, "name", labels::sort_name),
];

/// The code of an order that is only available from a table head or an address.
const OTHER_SORT: &str = "other";

#[component]
fn SortSelect(explorer: Explorer) -> impl IntoView {
    let code = move || {
        let sort = explorer.query.read().sort;
        SORTS.iter().find(|(known, ..)| *known == sort).map_or(OTHER_SORT, |(_, code, _)| *code)
    };
    let select = move |event| {
        let code = event_target_value(&event);
        if let Some((sort, ..)) = SORTS.iter().find(|(.., known, _)| *known == code) {
            explorer.change(|query| query.sort = *sort);
        }
    };
    let options = SORTS
        .iter()
        .map(|(_, option, label)| view! { <option value=*option selected=move || code() == *option>{label()}</option> })
        .collect_view();
    view! {
        <select prop:value=move || code().to_owned() on:change=select>
            {options}
            <option value=OTHER_SORT hidden selected=move || code() == OTHER_SORT>{labels::sort_other()}</option>
        </select>
    }
}
