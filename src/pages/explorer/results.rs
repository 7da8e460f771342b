use leptos::{html::ul, prelude::*};
use list::Plan;
use routes::Route;
use search::{SortKey, View};
use words::plan_title;

use super::{
    explorer_state::{Explorer, ResultLine, result_lines, with_results},
    indicator_table::IndicatorTable,
    list_toolbar::ListToolbar,
    selection::{RowCheckbox, SelectionBar},
    tools::{ExplorerTool, Tool},
};
use crate::{
    controls::{IncrementalList, IndicatorRow, ListAbove, ListRest, show_if},
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
            View::Matrix => view! { <Tool tool=ExplorerTool::Matrix explorer /> }.into_any(),
        };
        rows.into_any()
    });
    view! {
        {show_if(move || is_empty.get(), move || view! { <Tool tool=ExplorerTool::NoResults explorer /> }.into_any())}
        // Hidden, not removed: the rows are needed again with the next letter.
        <div hidden=move || is_empty.get()>
            <ListToolbar explorer />
            {rows}
        </div>
        <SelectionBar explorer />
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
            {show_if(move || list.lines_above() > 0, move || view! { <ListAbove list /> }.into_any())}
            {rows}
            <ListRest list />
        </div>
    }
}
