//! Marks of several plans in a row: each mark a link with its indicator's full name.

use leptos::prelude::*;
use list::Plan;
use routes::Route;
use words::text::wording;

use crate::{
    controls::mark::Mark,
    state::{use_dataset, use_figures},
};

/// One group per plan, in printed order.
#[component]
pub fn MarkGroups(plans: Vec<&'static Plan>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    view! {
        <div class="mark-groups">
            {plans
                .into_iter()
                .map(|plan| {
                    view! {
                        <ul class="plain" aria-label=format!("{} {}", plan.label, plan.name)>
                            {dataset
                                .indicators_of(&plan.id)
                                .map(|indicator| {
                                    let id = &indicator.id;
                                    let own = Signal::derive(move || figures.active_figures.read().contains_key(id));
                                    let name = format!(
                                        "{} {}（{}）",
                                        indicator.id,
                                        indicator.full_name(),
                                        wording::kind(indicator.kind),
                                    );
                                    view! {
                                        <li>
                                            <a
                                                href=Route::Indicator(indicator.id.clone()).href()
                                                title=name.clone()
                                                aria-label=name
                                            >
                                                <Mark kind=indicator.kind own />
                                            </a>
                                        </li>
                                    }
                                })
                                .collect_view()}
                        </ul>
                    }
                })
                .collect_view()}
        </div>
    }
}
