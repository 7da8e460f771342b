//! 基本目標: its direction, numeric targets, plans and indicators.

use format::dates;
use leptos::prelude::*;
use list::{Goal, GoalId, NumericTarget, count_measurable};
use routes::Route;
use words::{goal_title, text};

use crate::{
    controls::{
        handout_link::HandoutLink,
        indicator_row::PlanGroup,
        lazy_chart::{Chart, ChartRequest},
        mark_groups::MarkGroups,
        measured::MeasuredOfGoal,
        page_head::PageHead,
        pager::Pager,
        rollup::OwnRollup,
    },
    pages::not_found::NotFoundPage,
    state::use_dataset,
};

/// A goal by id; an unknown id gets the helping page.
#[component]
pub fn GoalPage(id: GoalId) -> impl IntoView {
    match use_dataset().goal(&id) {
        Some(goal) => view! { <GoalView goal /> }.into_any(),
        None => view! { <NotFoundPage asked=format!("{} {id}", text::common::goal()) /> }.into_any(),
    }
}

#[component]
fn GoalView(goal: &'static Goal) -> impl IntoView {
    let dataset = use_dataset();
    let indicators: Vec<_> = dataset.indicators_of_goal(&goal.id).collect();
    let measurable = count_measurable(indicators.iter().copied());
    let neighbours = dataset.goal_neighbours(&goal.id);
    let link = |other: &Goal| (goal_title(other), Route::Goal(other.id.clone()));
    view! {
        <PageHead
            title=goal_title(goal)
            trail=vec![(text::common::overview().to_owned(), Route::Overview)]
            eyebrow=text::common::goal()
        />
        <p>{text::goal::measurable(indicators.len(), measurable)}</p>
        <p class="page-actions no-print">
            <HandoutLink indicators=indicators.clone() title=goal_title(goal) />
        </p>
        <section class="section" aria-labelledby="direction">
            <h2 id="direction">{text::goal::direction()}</h2>
            <div class="direction">
                <div class="stack">
                    {goal.direction_paragraphs.iter().map(|text| view! { <p>{text.as_str()}</p> }).collect_view()}
                </div>
                <ul>{goal.direction_bullets.iter().map(|text| view! { <li>{text.as_str()}</li> }).collect_view()}</ul>
            </div>
        </section>
        <section class="section" aria-labelledby="targets">
            <h2 id="targets">{text::goal::numeric_targets()}</h2>
            <ul class="target-list plain">
                {goal.numeric_targets.iter().map(|target| view! { <NumericTargetItem target /> }).collect_view()}
            </ul>
        </section>
        <section class="section" aria-labelledby="plans">
            <h2 id="plans">{text::goal::plans()}</h2>
            <ul class="plan-cards plain">
                {dataset
                    .plans_of(&goal.id)
                    .map(|plan| {
                        let count = dataset.indicators_of(&plan.id).count();
                        view! {
                            <li>
                                <a href=Route::Plan(plan.id.clone()).href()>{plan.label.as_str()} "　" {plan.name.as_str()}</a>
                                <span class="muted small nowrap">{text::goal::indicator_count(count)}</span>
                                <MarkGroups plans=vec![plan] />
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
        <OwnRollup belongs=Box::new(move |one| dataset.goal_of(one).is_some_and(|of| of.id == goal.id)) />
        <MeasuredOfGoal goal />
        <Chart of=ChartRequest::Distance { scope: goal_title(goal), indicators: indicators.clone() } />
        <section class="section" aria-labelledby="indicators">
            <h2 id="indicators">{text::goal::indicators()}</h2>
            {dataset
                .plans_of(&goal.id)
                .map(|plan| view! { <PlanGroup plan indicators=dataset.indicators_of(&plan.id).collect() /> })
                .collect_view()}
        </section>
        <Pager previous=neighbours.previous.map(link) next=neighbours.next.map(link) />
    }
}

/// A satisfaction rate to be exceeded, with the later results the list itself prints.
#[component]
fn NumericTargetItem(target: &'static NumericTarget) -> impl IntoView {
    let dataset = use_dataset();
    let later = dataset
        .indicators_related_to(&target.id)
        .filter(|indicator| indicator.related.iter().any(|link| link.same_question && link.target == target.id))
        .filter_map(|indicator| Some((indicator, indicator.leading_measure()?.current.as_ref()?)))
        .map(|(indicator, value)| {
            let when = dates::short(dataset.current_as_of(indicator).date);
            view! {
                <p class="printed">
                    <a href=Route::Indicator(indicator.id.clone()).href()>
                        {text::goal::later(&format::quantity(value.amount, &value.unit), &when)}
                    </a>
                </p>
            }
        })
        .collect_view();
    view! {
        <li>
            <span>{target.name.as_str()}</span>
            <span class="rise">{text::goal::rise(&format::quantity(target.baseline.amount, &target.baseline.unit))}</span>
            <p class="printed">{text::goal::printed(&target.printed)}</p>
            {later}
        </li>
    }
}
