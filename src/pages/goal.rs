//! 基本目標: its direction, numeric targets, plans and indicators.

use format::dates;
use leptos::prelude::*;
use list::{Goal, GoalId, NumericTarget, count_measurable};
use routes::Route;
use words::{
    goal_title, plan_title,
    text::{common, goal as labels},
};

use crate::{
    controls::{
        Chart, ChartRequest, HandoutLink, IndicatorList, MarkGroups, MeasuredOfGoal, OwnRollup, PageHead, Pager,
        overview_trail,
    },
    pages::not_found::NotFoundPage,
    state::use_dataset,
};

#[component]
pub fn GoalPage(id: GoalId) -> impl IntoView {
    let dataset = use_dataset();
    let Some(goal) = dataset.goal(&id) else {
        return view! { <NotFoundPage asked=format!("{} {id}", common::goal()) /> }.into_any();
    };
    let title = goal_title(goal);
    let indicators: Vec<_> = dataset.indicators_of_goal(&goal.id).collect();
    let measurable = count_measurable(indicators.iter().copied());
    let neighbours = dataset.goal_neighbours(&goal.id);
    let link = |goal: &Goal| (goal_title(goal), Route::Goal(goal.id.clone()));
    let cards = dataset.plans_of(&goal.id).map(|plan| {
        let count = dataset.indicators_of(&plan.id).count();
        view! {
            <li>
                <a href=Route::Plan(plan.id.clone()).href()>{plan_title(plan)}</a>
                <span class="muted small nowrap">{labels::indicator_count(count)}</span>
                <MarkGroups plans=vec![plan] />
            </li>
        }
    });
    let lists = dataset.plans_of(&goal.id).map(|plan| {
        view! {
            <div class="plan-group">
                <h3><a href=Route::Plan(plan.id.clone()).href()>{plan_title(plan)}</a></h3>
                <IndicatorList indicators=dataset.indicators_of(&plan.id).collect() />
            </div>
        }
    });
    view! {
        <PageHead title=title.clone() trail=overview_trail() eyebrow=common::goal() />
        <p>{labels::measurable(indicators.len(), measurable)}</p>
        <p class="page-actions no-print"><HandoutLink indicators=indicators.clone() title=title.clone() /></p>
        <section class="section" aria-labelledby="direction">
            <h2 id="direction">{labels::direction()}</h2>
            <div class="direction">
                <div class="stack">
                    {goal.direction_paragraphs.iter().map(|text| view! { <p>{text.as_str()}</p> }).collect_view()}
                </div>
                <ul>{goal.direction_bullets.iter().map(|text| view! { <li>{text.as_str()}</li> }).collect_view()}</ul>
            </div>
        </section>
        <section class="section" aria-labelledby="targets">
            <h2 id="targets">{labels::numeric_targets()}</h2>
            <ul class="target-list plain">
                {goal.numeric_targets.iter().map(|target| view! { <NumericTargetItem target /> }).collect_view()}
            </ul>
        </section>
        <section class="section" aria-labelledby="plans">
            <h2 id="plans">{labels::plans()}</h2>
            <ul class="plan-cards plain">{cards.collect_view()}</ul>
        </section>
        <OwnRollup belongs=Box::new(move |indicator| dataset.goal_of(indicator).is_some_and(|of| of.id == goal.id)) />
        <MeasuredOfGoal goal />
        <Chart of=ChartRequest::Distance { scope: title, indicators } />
        <section class="section" aria-labelledby="indicators">
            <h2 id="indicators">{labels::indicators()}</h2>
            {lists.collect_view()}
        </section>
        <Pager previous=neighbours.previous.map(link) next=neighbours.next.map(link) />
    }
    .into_any()
}

/// A satisfaction rate to be exceeded, with the later results that the list itself prints.
#[component]
fn NumericTargetItem(target: &'static NumericTarget) -> impl IntoView {
    let dataset = use_dataset();
    let later = dataset
        .indicators_related_to(&target.id)
        .filter(|indicator| indicator.related.iter().any(|link| link.same_question && link.target == target.id))
        .filter_map(|indicator| Some((indicator, indicator.leading_measure()?.current.as_ref()?)))
        .map(|(indicator, value)| {
            let date = dates::short(dataset.current_as_of(indicator).date);
            let text = labels::later(format::quantity(value.amount, &value.unit), date);
            view! { <p class="printed"><a href=Route::Indicator(indicator.id.clone()).href()>{text}</a></p> }
        })
        .collect_view();
    let baseline = format::quantity(target.baseline.amount, &target.baseline.unit);
    view! {
        <li>
            <span>{target.name.as_str()}</span>
            <span class="rise">{labels::rise(baseline)}</span>
            <p class="printed">{labels::printed(&target.printed)}</p>
            {later}
        </li>
    }
}
