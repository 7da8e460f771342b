//! 概要: what the list promises at a glance, the whole first and the detail after.

use leptos::prelude::*;
use list::{Dataset, Goal, Measurability, TargetKind, count_measurable};
use routes::Route;
use search::{Choice, OwnFigure, Query};
use words::text::{self, wording};

use crate::{
    controls::{
        lazy_chart::{Chart, ChartRequest},
        mark::{Mark, OwnMark},
        mark_groups::MarkGroups,
        measured::MeasuredByGoal,
        rollup::OwnRollupByGoal,
        search_box::SearchBox,
    },
    state::{use_dataset, use_figures},
};

/// The first page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let dataset = use_dataset();
    document().set_title(&text::common::page_title(text::common::overview(), &dataset.site.title));
    view! {
        <div class="hero">
            <h1 tabindex="-1">
                {dataset.site.headline.iter().map(|line| view! { <span>{line.as_str()}</span> }).collect_view()}
            </h1>
            <p class="lead">{dataset.site.lead.as_str()}</p>
            <SearchBox />
        </div>
        <MeasurableCard dataset />
        <section class="section" aria-labelledby="whole">
            <h2 id="whole">{text::overview::whole()}</h2>
            <p class="prose muted">{text::overview::whole_lead()}</p>
            <Legend dataset />
            <div class="goal-rows">
                {dataset.goals.iter().map(|goal| view! { <GoalRow goal /> }).collect_view()}
            </div>
        </section>
        <OwnRollupByGoal />
        <MeasuredByGoal />
        {dataset
            .numeric_targets()
            .next()
            .is_some()
            .then(|| {
                view! {
                    <section class="section" aria-labelledby="satisfaction">
                        <h2 id="satisfaction">{text::overview::satisfaction()}</h2>
                        <Chart of=ChartRequest::Baselines />
                    </section>
                }
            })}
        <section class="section" aria-labelledby="kinds">
            <h2 id="kinds">{text::overview::kinds()}</h2>
            <Chart of=ChartRequest::Kinds />
        </section>
        <Chart of=ChartRequest::Distance {
            scope: text::overview::all().to_owned(),
            indicators: dataset.indicators.iter().collect(),
        } />
    }
}

/// How much of the list can be checked with a number: one number, one bar, one sentence.
#[component]
fn MeasurableCard(dataset: &'static Dataset) -> impl IntoView {
    let total = dataset.indicators.len();
    let count =
        |test: &dyn Fn(&list::Indicator) -> bool| dataset.indicators.iter().filter(|indicator| test(indicator)).count();
    let number = count_measurable(&dataset.indicators);
    let direction = count(&|i| i.kind == TargetKind::Direction);
    let bracket = count(&|i| i.measurability() == Measurability::InBracket);
    let word = total.saturating_sub(number + direction);
    let (number_end, direction_end) = (number, number + direction);
    view! {
        <section class="measurable" aria-label=text::overview::measurable_count(number)>
            <p class="measurable__figure" aria-hidden="true">
                <strong>{number}</strong>
                <span>" / " {total}</span>
            </p>
            <div>
                <p>
                    <strong>{text::overview::measurable_count(number)}</strong>
                    {text::overview::not_measurable(total.saturating_sub(number))}
                </p>
                <svg viewBox=format!("0 0 {} 10", total.max(1)) preserveAspectRatio="none" aria-hidden="true">
                    <rect class="share-number" x="0" y="0" width=number height="10" />
                    <rect class="share-direction" x=number_end y="0" width=direction height="10" />
                    <rect class="share-word" x=direction_end y="0" width=word height="10" />
                </svg>
                <p class="small">{text::overview::shares(number, direction, word)}</p>
                {(bracket > 0).then(|| view! { <p class="small muted">{text::overview::in_brackets(bracket)}</p> })}
            </div>
        </section>
    }
}

/// The kinds with their counts; each entry is the filter of the same name.
#[component]
fn Legend(dataset: &'static Dataset) -> impl IntoView {
    let figures = use_figures();
    view! {
        <ul class="legend plain">
            {TargetKind::ALL
                .into_iter()
                .map(|kind| {
                    let count = dataset.indicators.iter().filter(|i| i.kind == kind).count();
                    let label = wording::kind(kind);
                    let query = Query::only(Choice::Kind(kind));
                    view! {
                        <li>
                            <a
                                href=Route::Explore(query).href()
                                aria-label=text::overview::open_kind(label, count)
                            >
                                <Mark kind />
                                <span>{label}</span>
                                <b>{count}</b>
                            </a>
                        </li>
                    }
                })
                .collect_view()}
            <li>
                <a href=Route::Explore(Query::only(Choice::Own(OwnFigure::With))).href()>
                    <OwnMark />
                    <span>{text::common::own()}</span>
                    <b>{move || figures.active_figures.read().len()}</b>
                </a>
            </li>
        </ul>
    }
}

/// One goal: numeral, name, its marks grouped by plan, and how many can be measured.
#[component]
fn GoalRow(goal: &'static Goal) -> impl IntoView {
    let dataset = use_dataset();
    let indicators: Vec<_> = dataset.indicators_of_goal(&goal.id).collect();
    let measurable = count_measurable(indicators.iter().copied());
    view! {
        <section class="goal-row" aria-label=goal.name.as_str()>
            <span class="goal-row__numeral" aria-hidden="true">{goal.numeral.as_str()}</span>
            <h3 class="goal-row__name">
                <a href=Route::Goal(goal.id.clone()).href()>{goal.name.as_str()}</a>
            </h3>
            <MarkGroups plans=dataset.plans_of(&goal.id).collect() />
            <p class="goal-row__count">
                <b>{measurable}</b>
                " / "
                {indicators.len()}
                <br />
                {text::overview::measurable()}
            </p>
        </section>
    }
}
