//! The explorer's table: heads that sort, columns as chosen, a tick box per row.

use charts::track::track;
use format::dates;
use leptos::{html::tbody, prelude::*, tachys::html::directive::DirectiveAttribute};
use list::{Indicator, Plan};
use routes::Route;
use search::{Density, Search, Sort, SortKey, SortOrder, TableColumn};
use words::{
    gap_in_short, plan_title,
    text::{self, wording},
};

use crate::{
    controls::{
        incremental_list::{IncrementalList, ListAbove, ListRest},
        indicator_row::StatementCell,
        mark::Mark,
        marked::Marked,
        match_reason::MatchReasonLine,
        track::TrackFigure,
    },
    pages::explorer::{
        choice::RowChoice,
        explorer_state::{Explorer, Line, found_lines},
    },
    state::{use_dataset, use_figures, use_selection},
};

/// What a head sorts by, if anything.
fn sort_of(column: TableColumn) -> Option<SortKey> {
    match column {
        TableColumn::Plan => Some(SortKey::Plan),
        TableColumn::Track => Some(SortKey::Gap),
        TableColumn::Due => Some(SortKey::Due),
        TableColumn::Kind | TableColumn::Current | TableColumn::Target | TableColumn::Level | TableColumn::Own => None,
    }
}

/// As many columns, besides number and name, as the narrowest table has room for; with more it moves in its own frame.
const ROOMY: usize = 4;

/// The table of what was found; in printed order under the plans.
#[component]
pub fn IndicatorTable(explorer: Explorer, incremental_list: IncrementalList<Line>) -> impl IntoView {
    let columns = Memo::new(move |_| explorer.query.read().columns);
    let count = move || columns.get().iter().count();
    let width = move || (3 + count()).to_string();
    let wide = move || count() > ROOMY;
    let plan = move |plan: &'static Plan| {
        view! {
            <tr class="plan-line">
                <th colspan=width scope="rowgroup">
                    <h2>
                        <a href=Route::Plan(plan.id.clone()).href()>{plan_title(plan)}</a>
                    </h2>
                </th>
            </tr>
        }
        .into_any()
    };
    let row = move |at, indicator, search| view! { <Row at indicator search columns /> }.into_any();
    let rows = found_lines(explorer, incremental_list, plan, row);
    view! {
        <div
            class="table-frame"
            class:is-wide=wide
            style=("--columns", move || count().to_string())
            tabindex=move || wide().then_some("0")
            role=move || wide().then_some("group")
            aria-label=move || wide().then_some(text::explorer::table())
        >
            <table class="indicator-table" class:is-dense=move || explorer.query.read().density == Density::Dense>
                <caption class="visually-hidden">{text::explorer::table()}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="no-print col-choice">
                            <span class="visually-hidden">{text::explorer::choose()}</span>
                        </th>
                        <Head explorer sort=Some(SortKey::Printed) class="col-number" name=text::common::number() />
                        <Head explorer sort=Some(SortKey::Name) class="col-name" name=text::common::indicator() />
                        {move || {
                            columns
                                .get()
                                .iter()
                                .map(|column| {
                                    let class = class_of(column);
                                    view! {
                                        <Head explorer sort=sort_of(column) class name=text::explorer::column(column) day=day_of(column) />
                                    }
                                })
                                .collect_view()
                        }}
                    </tr>
                </thead>
                <Show when=move || { incremental_list.lines_above() > 0 }>
                    <tbody class="list-above">
                        <tr>
                            <td colspan=width><ListAbove incremental_list /></td>
                        </tr>
                    </tbody>
                </Show>
                // Not `<tbody use:rows>`: the macro takes an element without other attributes for one that never changes.
                {tbody().directive(rows, ())}
            </table>
        </div>
        <ListRest incremental_list />
    }
}

/// The usual day of a column, under its name.
fn day_of(column: TableColumn) -> &'static str {
    let dataset = use_dataset();
    match column {
        TableColumn::Current => &dataset.default_current.printed,
        TableColumn::Target => &dataset.default_target.printed,
        _ => "",
    }
}

fn class_of(column: TableColumn) -> &'static str {
    match column {
        TableColumn::Track => "col-track",
        TableColumn::Own => "col-own",
        _ => "",
    }
}

/// A head; with a sort it is a button that says and changes the order.
#[component]
fn Head(
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
        // Nothing searched for: the order offered is the printed one.
        let printed =
            key == SortKey::Printed && sort.key == SortKey::Relevance && explorer.outcome.read().in_printed_order;
        (sort.key == key || printed).then_some(sort.order)
    });
    let aria = move || match order.get() {
        None => "none",
        Some(SortOrder::Ascending) => "ascending",
        Some(SortOrder::Descending) => "descending",
    };
    let sign = move || match order.get() {
        None => "⇅",
        Some(SortOrder::Ascending) => "▲",
        Some(SortOrder::Descending) => "▼",
    };
    let change = move |_| {
        let order = match order.get_untracked() {
            Some(SortOrder::Ascending) => SortOrder::Descending,
            Some(SortOrder::Descending) => SortOrder::Ascending,
            // Of distances the largest is asked for first.
            None if key == SortKey::Gap => SortOrder::Descending,
            None => SortOrder::Ascending,
        };
        explorer.change(|query| query.sort = Sort { key, order });
    };
    view! {
        <th scope="col" class=class aria-sort=aria>
            <button type="button" title=text::explorer::sort_by(name) on:click=change>
                <span>{name} {day}</span>
                <span class="sort-sign" aria-hidden="true">{sign}</span>
            </button>
        </th>
    }
    .into_any()
}

#[component]
fn Row(
    at: usize,
    indicator: &'static Indicator,
    search: Signal<Search>,
    columns: Memo<search::Columns>,
) -> impl IntoView {
    let selection = use_selection();
    let chosen = Memo::new(move |_| selection.selected_rows.read().contains(&at));
    view! {
        <tr class="indicator-row" class:is-chosen=move || chosen.get()>
            <td class="no-print col-choice"><RowChoice at indicator /></td>
            <td class="number">{indicator.id.to_string()}</td>
            <th scope="row" class="indicator-row__head">
                <a href=Route::Indicator(indicator.id.clone()).href()>
                    <Marked text=indicator.full_name() search />
                </a>
                <MatchReasonLine indicator search />
            </th>
            {move || {
                columns
                    .get()
                    .iter()
                    .map(|column| view! { <td class=class_of(column)>{cell(indicator, column)}</td> })
                    .collect_view()
            }}
        </tr>
    }
}

fn cell(indicator: &'static Indicator, column: TableColumn) -> AnyView {
    let dataset = use_dataset();
    let figures = use_figures();
    let own = move || figures.active_figures.read().get(&indicator.id).cloned();
    match column {
        TableColumn::Plan => dataset.plan_of(indicator).map(plan_title).into_any(),
        TableColumn::Kind => view! { <Mark kind=indicator.kind /> " " {wording::kind(indicator.kind)} }.into_any(),
        TableColumn::Current => view! { <StatementCell statement=&indicator.current /> }.into_any(),
        TableColumn::Target => view! { <StatementCell statement=&indicator.target /> }.into_any(),
        TableColumn::Track => {
            let shape = Signal::derive(move || {
                let own = own();
                track(dataset, indicator, own.map(|own| own.value.to_assessment_input()).as_ref())
            });
            view! {
                <TrackFigure track=shape />
                <span class="as-of">{gap_in_short(dataset, indicator)}</span>
            }
            .into_any()
        }
        TableColumn::Due => dates::short(dataset.target_as_of(indicator).date).into_any(),
        TableColumn::Level => wording::level(indicator.level.kind).into_any(),
        TableColumn::Own => {
            let shown = move || {
                own().map(|own| {
                    view! {
                        <span>"◆ " {own.value.to_string()}</span>
                        <span class="as-of">{dates::short(own.date)}</span>
                    }
                })
            };
            shown.into_any()
        }
    }
}
