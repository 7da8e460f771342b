use leptos::{html::ul, prelude::*};
use list::Plan;
use routes::Route;
use search::{QueryCondition, SortKey, Suggestion, View};
use words::{plan_title, text::explorer as labels};

use super::{
    explorer_state::{Explorer, ResultLine, result_lines, with_results},
    indicator_table::IndicatorTable,
    list_toolbar::ListToolbar,
    matrix_table::MatrixTable,
    selection::{RowCheckbox, SelectionBar},
};
use crate::{
    controls::{IncrementalList, IndicatorRow, ListAbove, ListRest, Suggestions, facet_label},
    state::{use_index, use_navigation},
};

#[component]
pub fn Results(explorer: Explorer) -> impl IntoView {
    let index = use_index();
    let navigation = use_navigation();
    let is_empty = Memo::new(move |_| explorer.outcome.read().rows.is_empty());
    let list = IncrementalList::new(navigation.arrival, move || result_lines(index, &explorer.outcome.read()));
    let rows = explorer.in_view(|view| {
        let rows = move || match view.get() {
            View::Table => view! { <IndicatorTable explorer list /> }.into_any(),
            View::Cards => view! { <Cards explorer list /> }.into_any(),
            View::Matrix => view! { <MatrixTable explorer /> }.into_any(),
        };
        rows.into_any()
    });
    view! {
        <Show when=move || is_empty.get()><NoResults explorer /></Show>
        // Hidden, not removed: the rows are needed again with the next letter.
        <div hidden=move || is_empty.get()>
            <ListToolbar explorer />
            {rows}
        </div>
        <SelectionBar />
    }
}

/// The rows as cards; in printed order under their plans.
#[component]
fn Cards(explorer: Explorer, list: IncrementalList<ResultLine>) -> impl IntoView {
    let grouped = move || explorer.outcome.read().in_printed_order;
    let by_gap = move || explorer.query.read().sort.key == SortKey::Gap;
    let plan = |plan: &'static Plan| {
        let href = Route::Plan(plan.id.clone()).href();
        view! { <li class="plan-line"><h2><a href=href>{plan_title(plan)}</a></h2></li> }.into_any()
    };
    let row = |index, indicator, search| {
        view! { <li class="choosable"><RowCheckbox index indicator /><IndicatorRow indicator search /></li> }.into_any()
    };
    let rows = with_results(ul().class("indicator-list plain"), explorer, list, plan, row);
    view! {
        <div class="rows--cards" class=("rows--grouped", grouped) class=("rows--gap", by_gap)>
            <Show when=move || { list.lines_above() > 0 }><ListAbove list /></Show>
            {rows}
            <ListRest list />
        </div>
    }
}

#[component]
fn NoResults(explorer: Explorer) -> impl IntoView {
    let suggestions = move || {
        let address = move |suggestion: Suggestion| {
            let mut query = explorer.query.get_untracked();
            query.text = suggestion.text;
            explorer.route(query).href()
        };
        view! { <Suggestions suggestions=explorer.outcome.read().suggestions.clone() address /> }
    };
    let relaxations = move || {
        let outcome = explorer.outcome.read();
        if outcome.relaxations.is_empty() {
            return view! { <p>{labels::widen_all()}</p> }.into_any();
        }
        let query = explorer.query.read();
        let items = outcome.relaxations.iter().map(|relaxation| {
            let condition = match &relaxation.condition {
                QueryCondition::Text => labels::text_chip(query.text.as_str().trim()),
                QueryCondition::Word(word) => labels::text_chip(word),
                QueryCondition::Facet(facet) => facet_label(*facet).to_owned(),
            };
            let href = explorer.route(query.without(&relaxation.condition)).href();
            view! { <li><a href=href>{labels::widen_by(&condition, relaxation.count)}</a></li> }
        });
        view! { <p>{labels::widen()}</p> <ul>{items.collect_view()}</ul> }.into_any()
    };
    view! { <div class="empty"><p><strong>{labels::empty()}</strong></p> {suggestions} {relaxations}</div> }
}
