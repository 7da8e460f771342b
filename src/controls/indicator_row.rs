//! Indicators in rows: the same row in the explorer, on the pages of goals and of plans.

use format::dates;
use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::Search;
use words::{gap_in_short, text::common};

use crate::{
    controls::{
        found::{Marked, MatchReasonLine},
        statement::StatementCell,
        track::TrackFigure,
    },
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
                <TrackFigure indicator figure />
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
