//! 戦略計画: its indicators, their distances, and the goal it serves.

use leptos::prelude::*;
use list::{Plan, PlanId, count_measurable};
use routes::Route;
use words::{
    goal_title, plan_title,
    text::{common, goal as labels},
};

use crate::{
    controls::{
        Chart, ChartRequest, ComparePlan, HandoutLink, IndicatorList, OwnRollup, PageHead, Pager, overview_trail,
    },
    pages::not_found::NotFoundPage,
    state::use_dataset,
};

#[component]
pub fn PlanPage(id: PlanId) -> impl IntoView {
    let dataset = use_dataset();
    let Some(plan) = dataset.plan(&id) else {
        return view! { <NotFoundPage asked=format!("{} {id}", common::plan()) /> }.into_any();
    };
    let title = plan_title(plan);
    let indicators: Vec<_> = dataset.indicators_of(&plan.id).collect();
    let measurable = count_measurable(indicators.iter().copied());
    let mut trail = overview_trail();
    trail.extend(dataset.goal(&plan.goal).map(|goal| (goal_title(goal), Route::Goal(goal.id.clone()))));
    let neighbours = dataset.plan_neighbours(&plan.id);
    let link = |plan: &Plan| (plan_title(plan), Route::Plan(plan.id.clone()));
    let distances = ChartRequest::Distance { scope: title.clone(), indicators: indicators.clone() };
    view! {
        <PageHead title=title.clone() trail eyebrow=common::plan() />
        <p>{labels::measurable(indicators.len(), measurable)}</p>
        <section class="section" aria-labelledby="indicators">
            <h2 id="indicators">{labels::indicators()}</h2>
            <IndicatorList indicators=indicators.clone() />
            <p class="page-actions no-print">
                <ComparePlan indicators=indicators.clone() />
                <HandoutLink indicators title />
            </p>
        </section>
        <OwnRollup belongs=Box::new(move |indicator| indicator.plan == plan.id) />
        <Chart of=distances />
        <Pager previous=neighbours.previous.map(link) next=neighbours.next.map(link) />
    }
    .into_any()
}
