use assess::{Rollup, Verdict};
use figures::{ComparisonCell, ComparisonRow, RowFilter, ScenarioColumn, ScenarioComparison, SectionComparison};
use format::dates;
use leptos::prelude::*;
use routes::Route;
use words::{
    goal_title,
    text::{self, comparison as labels, scenario::sheet, wording},
};

use crate::controls::{Chart, ChartRequest, NotOfficial, ScenarioMark, Segments, status_counts, verdict_label};

fn scenario_heads(heads: &[ScenarioColumn]) -> impl IntoView + use<> {
    let heads = heads.iter().map(|ScenarioColumn { mark, name, .. }| {
        view! {
            <th scope="col" role="columnheader" class="comparison-own"><ScenarioMark mark=*mark /> {name.clone()}</th>
        }
    });
    heads.collect_view()
}

/// A cell for each scenario. It names the scenario for narrow screens, which show no column heads.
fn scenario_cells<T>(heads: &[ScenarioColumn], contents: &[T], view: fn(&T) -> AnyView) -> AnyView {
    let cells = heads.iter().zip(contents).map(|(ScenarioColumn { mark, name, .. }, content)| {
        view! {
            <td role="cell" class="comparison-own">
                <span class="comparison-label"><ScenarioMark mark=*mark /> {name.clone()}</span>
                {view(content)}
            </td>
        }
    });
    cells.collect_view().into_any()
}

#[component]
pub fn GoalTable(comparison: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let table = move || {
        let comparison = comparison.read();
        let row = |title: AnyView, rollups: &[Rollup]| {
            let cells = scenario_cells(&comparison.columns, rollups, status_list);
            view! { <tr role="row"><th scope="row" role="rowheader">{title}</th>{cells}</tr> }
        };
        let goals = comparison.goals.iter().map(|SectionComparison { goal, rollups }| {
            let title = view! { <a href=Route::Goal(goal.id.clone()).href()>{goal_title(goal)}</a> };
            row(title.into_any(), rollups)
        });
        view! {
            <table class="comparison-table comparison-goals" role="table">
                <caption>{labels::by_goal_caption()}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{labels::goal()}</th>
                        {scenario_heads(&comparison.columns)}
                    </tr>
                </thead>
                <tbody role="rowgroup">{goals.collect_view()}</tbody>
                <tfoot role="rowgroup">{row(labels::whole().into_any(), &comparison.whole)}</tfoot>
            </table>
        }
    };
    view! {
        <section class="section" aria-labelledby="comparison-goals">
            <h2 id="comparison-goals">{labels::by_goal()}</h2>
            {table}
            <NotOfficial />
        </section>
    }
}

fn status_list(rollup: &Rollup) -> AnyView {
    let items = status_counts(rollup).map(|(glyph, word, count)| {
        view! {
            <li>
                <span><span aria-hidden="true" class="comparison-glyph">{glyph}</span> {word}</span>
                <span class="comparison-number">{labels::of_total(count, rollup.total)}</span>
            </li>
        }
    });
    view! { <ul class="comparison-counts plain">{items.collect_view()}</ul> }.into_any()
}

#[component]
pub fn ComparisonRows(comparison: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let filter = RwSignal::new(RowFilter::default());
    let table = move || {
        let comparison = comparison.read();
        let rows: Vec<_> = comparison.shown(filter.get()).map(|row| row_view(&comparison.columns, row)).collect();
        if rows.is_empty() {
            return view! { <p class="empty">{labels::no_rows()}</p> }.into_any();
        }
        view! {
            <table class="comparison-table comparison-rows" role="table">
                <caption class="visually-hidden">{labels::row_filter(filter.get())}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{text::common::indicator()}</th>
                        <th scope="col" role="columnheader" class="comparison-official">{sheet::official_current()}</th>
                        <th scope="col" role="columnheader" class="comparison-official">{sheet::official_target()}</th>
                        {scenario_heads(&comparison.columns)}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="comparison-charts">
            <h2 id="comparison-charts" class="visually-hidden">{labels::charts()}</h2>
            <Chart of=ChartRequest::ScenarioStatus(comparison) />
        </section>
        <section class="section" aria-labelledby="comparison-rows">
            <h2 id="comparison-rows">{labels::rows()}</h2>
            <Segments
                label=labels::show()
                options=RowFilter::ALL
                text=move |option| view! { {labels::row_filter(option)} " " {move || comparison.read().count(option)} }
                is_pressed=move |option| filter.get() == option
                on_press=move |option| filter.set(option)
                class="segments comparison-show no-print"
            />
            <NotOfficial />
            {table}
            <div class="section"><Chart of=ChartRequest::ScenarioProgress(comparison, filter) /></div>
        </section>
    }
}

fn row_view(heads: &[ScenarioColumn], row: &ComparisonRow<'static>) -> impl IntoView + use<> {
    let official = |label: &'static str, glyph: &'static str, text: String| {
        view! {
            <td role="cell" class="comparison-official">
                <span class="comparison-label">{label}</span>
                <span><span aria-hidden="true">{glyph}</span> " " {text}</span>
            </td>
        }
    };
    let id = row.indicator.id.clone();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="small muted">{id.to_string()}</span>
                " "
                <a href=Route::Indicator(id).href()>{row.name()}</a>
                <span class="comparison-differs">{labels::differs(row.differs)}</span>
            </th>
            {official(sheet::official_current(), "●", row.current())}
            {official(sheet::official_target(), "◎", row.target())}
            {scenario_cells(heads, &row.cells, cell_view)}
        </tr>
    }
}

fn cell_view(cell: &ComparisonCell) -> AnyView {
    let Some(figure) = &cell.figure else {
        return view! { <span class="muted">{wording::no_figure()}</span> }.into_any();
    };
    let (glyph, word) = verdict_label(cell.assessment.verdict);
    let reason = match cell.assessment.verdict {
        Verdict::CannotJudge(reason) => Some(format!("{}{}", labels::why_not(), wording::why(reason))),
        Verdict::Judged(_) | Verdict::NoFigure => None,
    };
    let progress =
        cell.assessment.progress.map(|progress| format!("{} {}", sheet::progress(), format::share(progress)));
    view! {
        <span class="comparison-value">{figure.value.to_string()}</span>
        <span class="small">{dates::short(figure.date)}</span>
        <span class="comparison-status"><span aria-hidden="true">{glyph}</span> " " {word}</span>
        {progress.map(|text| view! { <span class="small">{text}</span> })}
        {reason.map(|text| view! { <span class="small muted">{text}</span> })}
    }
    .into_any()
}
