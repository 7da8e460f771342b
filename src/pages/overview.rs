//! 概要: the whole list at a glance.

use leptos::prelude::*;
use list::{Dataset, Goal, Indicator, Measurability, TargetKind, count_measurable};
use routes::Route;
use search::{Choice, OwnFigure, Query};
use words::text::{common, overview as labels, wording};

use crate::{
    browser::dom,
    controls::{Chart, ChartRequest, Mark, MarkGroups, MeasuredByGoal, OwnMark, OwnRollupByGoal, SearchBox},
    state::{use_dataset, use_figures},
};

#[component]
pub fn OverviewPage() -> impl IntoView {
    let dataset = use_dataset();
    dom::set_title(&common::page_title(common::overview(), &dataset.site.title));
    let headline = dataset.site.headline.iter().map(|line| view! { <span>{line.as_str()}</span> });
    let satisfaction = dataset.numeric_targets().next().map(|_| {
        view! {
            <section class="section" aria-labelledby="satisfaction">
                <h2 id="satisfaction">{labels::satisfaction()}</h2>
                <Chart of=ChartRequest::Baselines />
            </section>
        }
    });
    view! {
        <div class="hero">
            <h1 tabindex="-1">{headline.collect_view()}</h1>
            <p class="lead">{dataset.site.lead.as_str()}</p>
            <SearchBox />
        </div>
        <MeasurableCard dataset />
        <section class="section" aria-labelledby="whole">
            <h2 id="whole">{labels::whole()}</h2>
            <p class="prose muted">{labels::whole_lead()}</p>
            <Legend dataset />
            <div class="goal-rows">{dataset.goals.iter().map(|goal| view! { <GoalRow goal /> }).collect_view()}</div>
        </section>
        <OwnRollupByGoal />
        <MeasuredByGoal />
        {satisfaction}
        <section class="section" aria-labelledby="kinds">
            <h2 id="kinds">{labels::kinds()}</h2>
            <Chart of=ChartRequest::Kinds />
        </section>
        <Chart of=ChartRequest::Distance {
            scope: labels::all().to_owned(),
            indicators: dataset.indicators.iter().collect(),
        } />
    }
}

#[component]
fn MeasurableCard(dataset: &'static Dataset) -> impl IntoView {
    let count = |test: fn(&Indicator) -> bool| dataset.indicators.iter().filter(|indicator| test(indicator)).count();
    let total = dataset.indicators.len();
    let number = count_measurable(&dataset.indicators);
    let direction = count(|indicator| indicator.kind == TargetKind::Direction);
    let bracket = count(|indicator| indicator.measurability() == Measurability::InBracket);
    let words = total.saturating_sub(number + direction);
    view! {
        <section class="measurable" aria-label=labels::measurable_count(number)>
            <p class="measurable__figure" aria-hidden="true"><strong>{number}</strong><span>" / " {total}</span></p>
            <div>
                <p>
                    <strong>{labels::measurable_count(number)}</strong>
                    {labels::not_measurable(total.saturating_sub(number))}
                </p>
                <svg viewBox=format!("0 0 {} 10", total.max(1)) preserveAspectRatio="none" aria-hidden="true">
                    <rect class="share-number" x="0" y="0" width=number height="10" />
                    <rect class="share-direction" x=number y="0" width=direction height="10" />
                    <rect class="share-word" x=number + direction y="0" width=words height="10" />
                </svg>
                <p class="small">{labels::shares(number, direction, words)}</p>
                {(bracket > 0).then(|| view! { <p class="small muted">{labels::in_brackets(bracket)}</p> })}
            </div>
        </section>
    }
}

#[component]
fn Legend(dataset: &'static Dataset) -> impl IntoView {
    let figures = use_figures();
    let kinds = TargetKind::ALL.map(|kind| {
        let count = dataset.indicators.iter().filter(|indicator| indicator.kind == kind).count();
        let name = wording::kind(kind);
        let href = Route::Explore(Query::only(Choice::Kind(kind))).href();
        let label = labels::open_kind(name, count);
        view! { <li><a href=href aria-label=label><Mark kind /><span>{name}</span><b>{count}</b></a></li> }
    });
    let own_href = Route::Explore(Query::only(Choice::Own(OwnFigure::With))).href();
    let own_count = move || figures.active_figures.read().len();
    view! {
        <ul class="legend plain">
            {kinds}
            <li><a href=own_href><OwnMark /><span>{common::own()}</span><b>{own_count}</b></a></li>
        </ul>
    }
}

#[component]
fn GoalRow(goal: &'static Goal) -> impl IntoView {
    let dataset = use_dataset();
    let indicators: Vec<_> = dataset.indicators_of_goal(&goal.id).collect();
    let measurable = count_measurable(indicators.iter().copied());
    view! {
        <section class="goal-row" aria-label=goal.name.as_str()>
            <span class="goal-row__numeral" aria-hidden="true">{goal.numeral.as_str()}</span>
            <h3 class="goal-row__name"><a href=Route::Goal(goal.id.clone()).href()>{goal.name.as_str()}</a></h3>
            <MarkGroups plans=dataset.plans_of(&goal.id).collect() />
            <p class="goal-row__count"><b>{measurable}</b> " / " {indicators.len()} <br /> {labels::measurable()}</p>
        </section>
    }
}
