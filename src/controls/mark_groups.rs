use leptos::prelude::*;
use list::Plan;
use routes::Route;
use words::text::wording;

use crate::{
    controls::mark::Mark,
    state::{use_dataset, use_figures},
};

/// The marks of the indicators of several plans, each a link. One group per plan, in printed order.
#[component]
pub fn MarkGroups(plans: Vec<&'static Plan>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let groups = plans.into_iter().map(|plan| {
        let marks = dataset.indicators_of(&plan.id).map(|indicator| {
            let own = Signal::derive(move || figures.active_figures.read().contains_key(&indicator.id));
            let name = format!("{} {}（{}）", indicator.id, indicator.full_name(), wording::kind(indicator.kind));
            let href = Route::Indicator(indicator.id.clone()).href();
            view! { <li><a href=href title=name.clone() aria-label=name><Mark kind=indicator.kind own /></a></li> }
        });
        let name = format!("{} {}", plan.label, plan.name);
        view! { <ul class="plain" aria-label=name>{marks.collect_view()}</ul> }
    });
    view! { <div class="mark-groups">{groups.collect_view()}</div> }
}
