//! 戦略計画: its indicators, their distances, and the goal it serves.

use leptos::prelude::*;
use list::{Plan, PlanId, count_measurable};
use routes::Route;
use words::{goal_title, plan_title, text};

use crate::{
    controls::{
        compare_button::ComparePlan,
        handout_link::HandoutLink,
        indicator_row::IndicatorList,
        lazy_chart::{Chart, ChartRequest},
        page_head::PageHead,
        pager::Pager,
        rollup::OwnRollup,
    },
    pages::not_found::NotFoundPage,
    state::use_dataset,
};

/// A plan by id; an unknown id gets the helping page.
#[component]
pub fn PlanPage(id: PlanId) -> impl IntoView {
    match use_dataset().plan(&id) {
        Some(plan) => view! { <PlanView plan /> }.into_any(),
        None => view! { <NotFoundPage asked=format!("{} {id}", text::common::plan()) /> }.into_any(),
    }
}

#[component]
fn PlanView(plan: &'static Plan) -> impl IntoView {
    let dataset = use_dataset();
    let indicators: Vec<_> = dataset.indicators_of(&plan.id).collect();
    let measurable = count_measurable(indicators.iter().copied());
    let mut trail = vec![(text::common::overview().to_owned(), Route::Overview)];
    trail.extend(dataset.goal(&plan.goal).map(|goal| (goal_title(goal), Route::Goal(goal.id.clone()))));
    let neighbours = dataset.plan_neighbours(&plan.id);
    let link = |other: &Plan| (plan_title(other), Route::Plan(other.id.clone()));
    view! {
        <PageHead title=plan_title(plan) trail eyebrow=text::common::plan() />
        <p>{text::goal::measurable(indicators.len(), measurable)}</p>
        <section class="section" aria-labelledby="indicators">
            <h2 id="indicators">{text::goal::indicators()}</h2>
            <IndicatorList indicators=indicators.clone() />
            <p class="page-actions no-print">
                <ComparePlan indicators=indicators.clone() />
                <HandoutLink indicators=indicators.clone() title=plan_title(plan) />
            </p>
        </section>
        <OwnRollup belongs=Box::new(move |one| one.plan == plan.id) />
        <Chart of=ChartRequest::Distance { scope: plan_title(plan), indicators } />
        <Pager previous=neighbours.previous.map(link) next=neighbours.next.map(link) />
    }
}
