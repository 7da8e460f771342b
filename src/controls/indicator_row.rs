//! Indicators in rows: the same row in the explorer, on the pages of goals and of plans.

use charts::track::track;
use format::dates;
use leptos::prelude::*;
use list::{AsOf, Indicator, Statement};
use routes::Route;
use search::Search;
use words::{gap_in_short, text::common};

use crate::{
    controls::{marked::Marked, match_reason::MatchReasonLine, track::TrackFigure},
    state::{use_dataset, use_figures},
};

/// A list of indicators with the heads of its columns. On narrow screens each cell has a label instead.
#[component]
pub fn IndicatorList(indicators: Vec<&'static Indicator>) -> impl IntoView {
    let dataset = use_dataset();
    view! {
        <div class="rows--table">
            <div class="list-head" aria-hidden="true">
                <span>{common::number()}</span>
                <span>{common::indicator()}</span>
                <span>{common::current()} <br /> {dataset.default_current.printed.as_str()}</span>
                <span>{common::track()}</span>
                <span>{common::target()} <br /> {dataset.default_target.printed.as_str()}</span>
                <span class="list-head__own">{common::own()}</span>
            </div>
            <ul class="indicator-list plain">
                {indicators.into_iter().map(|indicator| view! { <li><IndicatorRow indicator /></li> }).collect_view()}
            </ul>
        </div>
    }
}

/// `search` marks the words found.
#[component]
pub fn IndicatorRow(
    indicator: &'static Indicator,
    #[prop(into, default = Signal::stored(Search::default()))] search: Signal<Search>,
) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let plan = dataset.plan(&indicator.plan);
    let figure = Memo::new(move |_| figures.active_figures.read().get(&indicator.id).cloned());
    let track = Signal::derive(move || {
        let value = figure.read().as_ref().map(|figure| figure.value.to_assessment_input());
        track(dataset, indicator, value.as_ref())
    });
    let own = move || {
        figure.get().map(|figure| {
            view! {
                <span class="cell-label">{common::own()}</span>
                <span>"◆ " {figure.value.to_string()}</span>
                <span class="as-of">{dates::short(figure.date)}</span>
            }
        })
    };
    view! {
        <article class="indicator-row">
            <div class="indicator-row__head">
                <span class="indicator-row__id">
                    {indicator.id.to_string()}
                    <span class="indicator-row__plan">"　" {plan.map(|plan| plan.label.as_str())}</span>
                </span>
                <a href=Route::Indicator(indicator.id.clone()).href()><Marked text=indicator.full_name() search /></a>
                <MatchReasonLine indicator search />
            </div>
            <div class="indicator-row__current">
                <span class="cell-label">{common::current()}</span>
                <StatementCell statement=&indicator.current />
            </div>
            <div class="indicator-row__track">
                <TrackFigure track />
                <span class="indicator-row__gap">{gap_in_short(dataset, indicator)}</span>
            </div>
            <div class="indicator-row__target">
                <span class="cell-label">{common::target()}</span>
                <StatementCell statement=&indicator.target />
            </div>
            <div class="indicator-row__own">{own}</div>
        </article>
    }
}

/// A cell as printed; the day it names is set smaller, since most cells name none.
#[component]
pub fn StatementCell(statement: &'static Statement) -> impl IntoView {
    let lines = statement.lines.iter().map(|line| {
        let (text, day) = split_day(line, statement.as_of.as_ref());
        let day = day.map(|day| view! { <span class="as-of">{day}</span> });
        view! { <span class="printed-line">{text}</span> {day} }
    });
    lines.collect_view()
}

/// Splits the day in parentheses off the end of a printed line, without changing a character of either part.
fn split_day<'t>(line: &'t str, as_of: Option<&AsOf>) -> (&'t str, Option<&'t str>) {
    let start = as_of.and_then(|as_of| {
        let day = line.rfind(as_of.printed.as_str())?;
        let open = line.get(..day)?.char_indices().next_back().filter(|(_, c)| matches!(c, '(' | '（'))?.0;
        let end = line.get(day + as_of.printed.len()..)?;
        matches!(end, ")" | "）").then_some(open)
    });
    match start {
        Some(at) if at > 0 => {
            let (text, day) = line.split_at(at);
            (text.trim_end(), Some(day))
        }
        _ => (line, None),
    }
}
