//! 指標一覧: all indicators on one screen, searched, narrowed and sorted; every setting stands in the address.

pub mod choice;
pub mod explorer_state;
pub mod filters;
pub mod indicator_table;
pub mod list_export;
pub mod matrix_table;

use leptos::{html::ul, prelude::*, tachys::html::directive::DirectiveAttribute};
use list::Plan;
use routes::Route;
use search::{Query, QueryCondition, SearchText, Sort, SortKey, SortOrder, Suggestion, View};
use strum::VariantArray;
use words::{plan_title, text};

use crate::{
    controls::{
        choice_label::{choice_label, facet_label},
        incremental_list::{IncrementalList, ListAbove, ListRest},
        indicator_row::IndicatorRow,
        match_reason::Suggestions,
        page_head::PageHead,
        search_box::SearchIcon,
    },
    pages::explorer::{
        choice::{ChoiceBar, RowChoice},
        explorer_state::{Explorer, Line, found_lines, lines},
        filters::Filters,
        indicator_table::IndicatorTable,
        list_export::ListExport,
        matrix_table::MatrixTable,
    },
    state::{use_dataset, use_index, use_navigation},
};

/// The page.
#[component]
pub fn ExplorerPage() -> impl IntoView {
    let explorer = Explorer::of_active_scenario();
    let sheet_open = RwSignal::new(false);
    view! {
        <div class="explorer-head">
            <PageHead
                title=text::common::explorer().to_owned()
                trail=vec![(text::common::overview().to_owned(), Route::Overview)]
            />
            <ViewSwitch explorer />
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
                    on:input=move |event| {
                        let text = SearchText::new(&event_target_value(&event));
                        explorer.change_in_place(|query| query.text = text);
                    }
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

/// Table, cards or matrix. A phone has no room for the table.
#[component]
fn ViewSwitch(explorer: Explorer) -> impl IntoView {
    view! {
        <div class="segments no-print" role="group" aria-label=text::explorer::view_label()>
            {View::VARIANTS
                .iter()
                .copied()
                .map(|view| {
                    let pressed = move || (explorer.view.get() == view).to_string();
                    view! {
                        <button
                            type="button"
                            class:wide-only=view == View::Table
                            aria-pressed=pressed
                            on:click=move |_| explorer.change(|query| query.view = Some(view))
                        >
                            {text::explorer::view(view)}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// How many were found, how they are sorted, and the way to the filters on a phone.
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
                {move || text::explorer::filters(explorer.query.read().chosen.len())}
            </button>
            <p class="result-count">
                <b class="number">{count}</b>
                " 件 / "
                <span class="number">{total}</span>
            </p>
            <label class="sort-choice">
                {text::explorer::sort()}
                <select
                    prop:value=move || sort_code(explorer.query.read().sort).to_owned()
                    on:change=move |event| {
                        let code = event_target_value(&event);
                        if let Some((sort, ..)) = SORTS.iter().find(|(.., known, _)| *known == code) {
                            explorer.change(|query| query.sort = *sort);
                        }
                    }
                >
                    {SORTS
                        .iter()
                        .map(|(sort, code, label)| {
                            let sort = *sort;
                            view! {
                                <option value=*code selected=move || explorer.query.read().sort == sort>{label()}</option>
                            }
                        })
                        .collect_view()}
                    <option
                        value=OTHER_SORT
                        hidden
                        selected=move || sort_code(explorer.query.read().sort) == OTHER_SORT
                    >
                        {text::explorer::sort_other()}
                    </option>
                </select>
            </label>
            <p class="visually-hidden" role="status">
                {move || text::explorer::announce(total(), count())}
            </p>
        </div>
    }
}

/// The orders on offer, with the code of the option and its words.
const SORTS: [(Sort, &str, fn() -> &'static str); 6] = [
    (Sort { key: SortKey::Relevance, order: SortOrder::Ascending }, "relevance", text::explorer::sort_relevance),
    (Sort { key: SortKey::Printed, order: SortOrder::Ascending }, "printed", text::explorer::sort_printed),
    (Sort { key: SortKey::Gap, order: SortOrder::Descending }, "gap-most", text::explorer::sort_gap_most),
    (Sort { key: SortKey::Gap, order: SortOrder::Ascending }, "gap-least", text::explorer::sort_gap_least),
    (Sort { key: SortKey::Due, order: SortOrder::Ascending }, "due", text::explorer::sort_due),
    (Sort { key: SortKey::Name, order: SortOrder::Ascending }, "name", text::explorer::sort_name),
];

/// The code of an order that only a head of the table or an address asks for.
const OTHER_SORT: &str = "other";

/// The code of an order.
fn sort_code(sort: Sort) -> &'static str {
    SORTS.iter().find(|(known, ..)| *known == sort).map_or(OTHER_SORT, |(_, code, _)| *code)
}

/// What narrows the list now, each with the way to let go of it.
#[component]
fn ActiveConditions(explorer: Explorer) -> impl IntoView {
    let dataset = use_dataset();
    move || {
        let query = explorer.query.read();
        if query.shows_all() {
            return None;
        }
        let text = query.text.as_str().trim().to_owned();
        let text_chip = (!text.is_empty()).then(|| {
            let label = text::explorer::text_chip(&text);
            view! { <Chip label on_remove=move || explorer.change(|query| query.text = SearchText::default()) /> }
        });
        let chips = query
            .chosen
            .iter()
            .map(|choice| {
                let choice = choice.clone();
                let label = choice_label(dataset, &choice);
                view! { <Chip label on_remove=move || explorer.change(|query| query.toggle(choice)) /> }
            })
            .collect_view();
        Some(view! {
            <div class="chips">
                {text_chip}
                {chips}
                <button type="button" class="button button--plain" on:click=move |_| explorer.change(Query::reset)>
                    {text::explorer::reset()}
                </button>
            </div>
        })
    }
}

#[component]
fn Chip(label: String, on_remove: impl FnOnce() + Clone + Send + 'static) -> impl IntoView {
    let name = text::explorer::remove(&label);
    view! {
        <button type="button" class="chip" aria-label=name on:click=move |_| (on_remove.clone())()>
            {label}
            <span aria-hidden="true">"✕"</span>
        </button>
    }
}

/// What was found, in the form asked for.
#[component]
fn Results(explorer: Explorer) -> impl IntoView {
    let index = use_index();
    let navigation = use_navigation();
    let found = Memo::new(move |_| !explorer.outcome.read().rows.is_empty());
    let incremental_list = IncrementalList::new(navigation.arrival, move || lines(index, &explorer.outcome.read()));
    view! {
        <Show when=move || !found.get()>
            <Nothing explorer />
        </Show>
        // Hidden and not taken away: what is made is there again with the next letter.
        <div hidden=move || !found.get()>
            <ListExport explorer />
            {move || match explorer.view.get() {
                View::Table => view! { <IndicatorTable explorer incremental_list /> }.into_any(),
                View::Cards => view! { <Cards explorer incremental_list /> }.into_any(),
                View::Matrix => view! { <MatrixTable explorer /> }.into_any(),
            }}
        </div>
        <ChoiceBar />
    }
}

/// The rows as cards; in printed order under their plans.
#[component]
fn Cards(explorer: Explorer, incremental_list: IncrementalList<Line>) -> impl IntoView {
    let grouped = move || explorer.outcome.read().in_printed_order;
    let by_gap = move || explorer.query.read().sort.key == SortKey::Gap;
    let plan = |plan: &'static Plan| {
        view! {
            <li class="plan-line">
                <h2>
                    <a href=Route::Plan(plan.id.clone()).href()>{plan_title(plan)}</a>
                </h2>
            </li>
        }
        .into_any()
    };
    let row = |at, indicator, search| {
        view! {
            <li class="choosable">
                <RowChoice at indicator />
                <IndicatorRow indicator search />
            </li>
        }
        .into_any()
    };
    let rows = found_lines(explorer, incremental_list, plan, row);
    view! {
        <div class="rows--cards" class=("rows--grouped", grouped) class=("rows--gap", by_gap)>
            <Show when=move || { incremental_list.lines_above() > 0 }>
                <ListAbove incremental_list />
            </Show>
            {ul().class("indicator-list plain").directive(rows, ())}
            <ListRest incremental_list />
        </div>
    }
}

/// Nothing found: what to let go of, and what that would find.
#[component]
fn Nothing(explorer: Explorer) -> impl IntoView {
    view! {
        <div class="empty">
            <p><strong>{text::explorer::empty()}</strong></p>
            {move || {
                let address = move |suggestion: Suggestion| {
                    let mut query = explorer.query.get_untracked();
                    query.text = suggestion.text;
                    explorer.address(query).href()
                };
                view! { <Suggestions suggestions=explorer.outcome.read().suggestions.clone() address /> }
            }}
            {move || {
                let relaxations = explorer.outcome.read().relaxations.clone();
                if relaxations.is_empty() {
                    return view! { <p>{text::explorer::widen_all()}</p> }.into_any();
                }
                let items = relaxations
                    .into_iter()
                    .map(|relaxation| {
                        let label = text::explorer::widen_by(&condition_label(&relaxation.condition, explorer), relaxation.count);
                        let href = explorer.address(explorer.query.read().without(&relaxation.condition)).href();
                        view! { <li><a href=href>{label}</a></li> }
                    })
                    .collect_view();
                view! {
                    <p>{text::explorer::widen()}</p>
                    <ul>{items}</ul>
                }
                    .into_any()
            }}
        </div>
    }
}

fn condition_label(condition: &QueryCondition, explorer: Explorer) -> String {
    match condition {
        QueryCondition::Text => text::explorer::text_chip(explorer.query.read().text.as_str().trim()),
        QueryCondition::Word(word) => text::explorer::text_chip(word),
        QueryCondition::Facet(facet) => facet_label(*facet).to_owned(),
    }
}
