//! Indicators in rows: the same row in the explorer, on goal and on plan pages.

use charts::track::track;
use format::dates;
use leptos::prelude::*;
use list::{AsOf, Indicator, Plan, Statement};
use routes::Route;
use search::Search;
use words::{gap_in_short, text};

use crate::{
    controls::{marked::Marked, match_reason::MatchReasonLine, track::TrackFigure},
    state::{use_dataset, use_figures},
};

/// The heads of the columns, on wide screens only; on narrow ones each cell names itself.
#[component]
pub fn ListHead() -> impl IntoView {
    let dataset = use_dataset();
    view! {
        <div class="list-head" aria-hidden="true">
            <span>{text::common::number()}</span>
            <span>{text::common::indicator()}</span>
            <span>{text::common::current()} <br /> {dataset.default_current.printed.as_str()}</span>
            <span>{text::common::track()}</span>
            <span>{text::common::target()} <br /> {dataset.default_target.printed.as_str()}</span>
            <span class="list-head__own">{text::common::own()}</span>
        </div>
    }
}

/// A list of indicators with its head.
#[component]
pub fn IndicatorList(indicators: Vec<&'static Indicator>) -> impl IntoView {
    view! {
        <div class="rows--table">
            <ListHead />
            <ul class="indicator-list plain">
                {indicators.into_iter().map(|indicator| view! { <li><IndicatorRow indicator /></li> }).collect_view()}
            </ul>
        </div>
    }
}

/// A plan's name over its indicators.
#[component]
pub fn PlanGroup(plan: &'static Plan, indicators: Vec<&'static Indicator>) -> impl IntoView {
    view! {
        <div class="plan-group">
            <h3>
                <a href=Route::Plan(plan.id.clone()).href()>{plan.label.as_str()} "　" {plan.name.as_str()}</a>
            </h3>
            <IndicatorList indicators />
        </div>
    }
}

/// One indicator: number, name, both statements as printed, its track and the reader's latest figure.
#[component]
pub fn IndicatorRow(
    indicator: &'static Indicator,
    #[prop(into, default = Signal::stored(Search::default()))] search: Signal<Search>,
) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let plan = dataset.plan(&indicator.plan);
    let own = Memo::new(move |_| figures.active_figures.read().get(&indicator.id).cloned());
    let shape = Signal::derive(move || {
        own.with(|own| track(dataset, indicator, own.as_ref().map(|own| own.value.to_assessment_input()).as_ref()))
    });
    view! {
        <article class="indicator-row">
            <div class="indicator-row__head">
                <span class="indicator-row__id">
                    {indicator.id.to_string()}
                    <span class="indicator-row__plan">"　" {plan.map(|plan| plan.label.as_str())}</span>
                </span>
                <a href=Route::Indicator(indicator.id.clone()).href()>
                    <Marked text=indicator.full_name() search />
                </a>
                <MatchReasonLine indicator search />
            </div>
            <div class="indicator-row__current">
                <span class="cell-label">{text::common::current()}</span>
                <StatementCell statement=&indicator.current />
            </div>
            <div class="indicator-row__track">
                <TrackFigure track=shape />
                <span class="indicator-row__gap">{gap_in_short(dataset, indicator)}</span>
            </div>
            <div class="indicator-row__target">
                <span class="cell-label">{text::common::target()}</span>
                <StatementCell statement=&indicator.target />
            </div>
            <div class="indicator-row__own">
                {move || {
                    own.get()
                        .map(|own| {
                            view! {
                                <span class="cell-label">{text::common::own()}</span>
                                <span>"◆ " {own.value.to_string()}</span>
                                <span class="as-of">{dates::short(own.date)}</span>
                            }
                        })
                }}
            </div>
        </article>
    }
}

/// A cell as printed; the day it names is set smaller, since most cells name none.
#[component]
pub fn StatementCell(statement: &'static Statement) -> impl IntoView {
    statement
        .lines
        .iter()
        .map(|line| {
            let (text, day) = split_day(line, statement.as_of.as_ref());
            view! {
                <span class="printed-line">{text}</span>
                {day.map(|day| view! { <span class="as-of">{day}</span> })}
            }
        })
        .collect_view()
}

/// Takes the parenthesised day off the end of a printed line, without changing a character of either part.
fn split_day<'t>(line: &'t str, as_of: Option<&AsOf>) -> (&'t str, Option<&'t str>) {
    let start = as_of.and_then(|as_of| {
        let day = line.rfind(as_of.printed.as_str())?;
        let open = line.get(..day)?.char_indices().next_back().filter(|(_, c)| matches!(c, '(' | '（'))?.0;
        let ends = line.get(day + as_of.printed.len()..)?;
        matches!(ends, ")" | "）").then_some(open)
    });
    match start {
        Some(at) if at > 0 => {
            let (text, day) = line.split_at(at);
            (text.trim_end(), Some(day))
        }
        _ => (line, None),
    }
}
