use format::dates;
use leptos::{html::tbody, prelude::*};
use list::{Indicator, Plan};
use routes::Route;
use search::{Density, Search, Sort, SortKey, SortOrder, TableColumn, VisibleColumns};
use words::{
    gap_in_short, plan_title,
    text::{self, explorer as labels, wording},
};

use super::{
    explorer_state::{Explorer, ResultLine, with_results},
    selection::RowCheckbox,
};
use crate::{
    browser::IN_BROWSER,
    controls::{
        IncrementalList, ListAbove, ListRest, Mark, Marked, MatchReasonLine, StatementCell, TrackFigure, show_if,
    },
    state::{use_dataset, use_figures, use_selection},
};

/// With more columns, besides number and name, the table scrolls in a frame of its own.
const MAX_UNSCROLLED_COLUMNS: usize = 4;

fn sort_key(column: TableColumn) -> Option<SortKey> {
    match column {
        TableColumn::Plan => Some(SortKey::Plan),
        TableColumn::Track => Some(SortKey::Gap),
        TableColumn::Due => Some(SortKey::Due),
        TableColumn::Kind | TableColumn::Current | TableColumn::Target | TableColumn::Level | TableColumn::Own => None,
    }
}

fn column_class(column: TableColumn) -> &'static str {
    match column {
        TableColumn::Track => "col-track",
        TableColumn::Own => "col-own",
        _ => "",
    }
}

/// The results; in printed order with their plans between them.
#[component]
pub fn IndicatorTable(explorer: Explorer, list: IncrementalList<ResultLine>) -> impl IntoView {
    let dataset = use_dataset();
    let columns = Memo::new(move |_| explorer.query.read().columns);
    let count = move || columns.get().iter().count();
    let colspan = move || (3 + count()).to_string();
    let is_wide = move || count() > MAX_UNSCROLLED_COLUMNS;
    let plan = move |plan: &'static Plan| {
        let href = Route::Plan(plan.id.clone()).href();
        view! {
            <tr class="plan-line">
                <th colspan=colspan scope="rowgroup"><h2><a href=href>{plan_title(plan)}</a></h2></th>
            </tr>
        }
        .into_any()
    };
    let row = move |index, indicator, search| view! { <ExplorerRow index indicator search columns /> }.into_any();
    // Not `<tbody use:rows>`: the macro takes an element without other attributes for one that never changes.
    let rows = with_results(tbody(), explorer, list, plan, row);
    let column_heads = move || {
        let heads = columns.get().iter().map(|column| {
            // The usual day of the column, under its name.
            let day = match column {
                TableColumn::Current => dataset.default_current.printed.as_str(),
                TableColumn::Target => &dataset.default_target.printed,
                _ => "",
            };
            let (sort, class, name) = (sort_key(column), column_class(column), labels::column(column));
            view! { <ColumnHead explorer sort class name day /> }
        });
        heads.collect_view()
    };
    let above = move || {
        view! { <tbody class="list-above"><tr><td colspan=colspan><ListAbove list /></td></tr></tbody> }.into_any()
    };
    view! {
        <div
            class="table-frame"
            class:is-wide=is_wide
            style=("--columns", move || IN_BROWSER.then(|| count().to_string()))
            tabindex=move || is_wide().then_some("0")
            role=move || is_wide().then_some("group")
            aria-label=move || is_wide().then_some(labels::table())
        >
            <table class="indicator-table" class:is-dense=move || explorer.query.read().density == Density::Dense>
                <caption class="visually-hidden">{labels::table()}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="no-print col-choice">
                            <span class="visually-hidden">{labels::choose()}</span>
                        </th>
                        <ColumnHead explorer sort=Some(SortKey::Printed) class="col-number" name=text::common::number() />
                        <ColumnHead explorer sort=Some(SortKey::Name) class="col-name" name=text::common::indicator() />
                        {column_heads}
                    </tr>
                </thead>
                {show_if(move || list.lines_above() > 0, above)}
                {rows}
            </table>
        </div>
        <ListRest list />
    }
}

/// With a sort key the head is a button that shows and changes the order.
#[component]
fn ColumnHead(
    explorer: Explorer,
    sort: Option<SortKey>,
    class: &'static str,
    name: &'static str,
    #[prop(optional)] day: &'static str,
) -> impl IntoView {
    let day = (!day.is_empty()).then(|| view! { <br /> {day} });
    let Some(key) = sort else {
        return view! { <th scope="col" class=class>{name} {day}</th> }.into_any();
    };
    let order = Memo::new(move |_| {
        let sort = explorer.query.read().sort;
        // Without a search text, order by relevance is the printed order.
        let is_printed =
            key == SortKey::Printed && sort.key == SortKey::Relevance && explorer.outcome.read().in_printed_order;
        (sort.key == key || is_printed).then_some(sort.order)
    });
    let aria_and_sign = move || match order.get() {
        None => ("none", "⇅"),
        Some(SortOrder::Ascending) => ("ascending", "▲"),
        Some(SortOrder::Descending) => ("descending", "▼"),
    };
    let change = move |_| {
        let order = match order.get_untracked() {
            Some(SortOrder::Ascending) => SortOrder::Descending,
            // The largest gaps first.
            None if key == SortKey::Gap => SortOrder::Descending,
            Some(SortOrder::Descending) | None => SortOrder::Ascending,
        };
        explorer.change(|query| query.sort = Sort { key, order });
    };
    view! {
        <th scope="col" class=class aria-sort=move || aria_and_sign().0>
            <button type="button" title=labels::sort_by(name) on:click=change>
                <span>{name} {day}</span>
                <span class="sort-sign" aria-hidden="true">{move || aria_and_sign().1}</span>
            </button>
        </th>
    }
    .into_any()
}

#[component]
fn ExplorerRow(
    index: usize,
    indicator: &'static Indicator,
    search: Signal<Search>,
    columns: Memo<VisibleColumns>,
) -> impl IntoView {
    let selection = use_selection();
    let is_selected = Memo::new(move |_| selection.selected_rows.read().contains(&index));
    let cells = move || {
        let cells = columns.get().iter().map(|column| {
            view! { <td class=column_class(column)>{cell(indicator, column)}</td> }
        });
        cells.collect_view()
    };
    view! {
        <tr class="indicator-row" class:is-chosen=move || is_selected.get()>
            <td class="no-print col-choice"><RowCheckbox index indicator /></td>
            <td class="number">{indicator.id.to_string()}</td>
            <th scope="row" class="indicator-row__head">
                <a href=Route::Indicator(indicator.id.clone()).href()><Marked text=indicator.full_name() search /></a>
                <MatchReasonLine indicator search />
            </th>
            {cells}
        </tr>
    }
}

fn cell(indicator: &'static Indicator, column: TableColumn) -> AnyView {
    let dataset = use_dataset();
    let figures = use_figures();
    let figure = move || figures.active_figures.read().get(&indicator.id).cloned();
    match column {
        TableColumn::Plan => dataset.plan_of(indicator).map(plan_title).into_any(),
        TableColumn::Kind => view! { <Mark kind=indicator.kind /> " " {wording::kind(indicator.kind)} }.into_any(),
        TableColumn::Current => view! { <StatementCell statement=&indicator.current /> }.into_any(),
        TableColumn::Target => view! { <StatementCell statement=&indicator.target /> }.into_any(),
        TableColumn::Track => view! {
            <TrackFigure indicator figure=Signal::derive(figure) />
            <span class="as-of">{gap_in_short(dataset, indicator)}</span>
        }
        .into_any(),
        TableColumn::Due => dates::short(dataset.target_as_of(indicator).date).into_any(),
        TableColumn::Level => wording::level(indicator.level.kind).into_any(),
        TableColumn::Own => {
            let figure = move || {
                figure().map(|figure| {
                    let (value, date) = (figure.value.to_string(), dates::short(figure.date));
                    view! { <span>"◆ " {value}</span> <span class="as-of">{date}</span> }
                })
            };
            figure.into_any()
        }
    }
}
