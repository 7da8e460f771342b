//! Kinds of targets differ in shape, not only in colour; the word is always beside the mark or in the link's name.

use leptos::prelude::*;
use list::{Plan, TargetKind};
use routes::Route;
use words::text::wording;

use crate::state::{use_dataset, use_figures};

/// One mark. `own` adds the small ◆ of an own figure.
#[component]
pub fn Mark(kind: TargetKind, #[prop(into, default = Signal::stored(false))] own: Signal<bool>) -> impl IntoView {
    let shape = match kind {
        TargetKind::Reach => view! { <circle class="official-fill" cx="9" cy="9" r="7" /> }.into_any(),
        TargetKind::Ceiling => view! {
            <path class="official-line" d="M2 2.5H16" />
            <circle class="official-fill" cx="9" cy="11.5" r="5" />
        }
        .into_any(),
        TargetKind::Hold => view! {
            <circle class="official-line" cx="9" cy="9" r="7" />
            <path class="official-line" d="M5.5 7.25H12.5M5.5 10.75H12.5" stroke-width="1.75" />
        }
        .into_any(),
        TargetKind::Direction => view! { <path class="official-line" d="M4 14L14 4M6.5 4H14V11.5" /> }.into_any(),
        TargetKind::Extend => view! { <path class="word-line" d="M9 2.5V15.5M2.5 9H15.5" /> }.into_any(),
        TargetKind::Milestone => view! { <path class="word-line" d="M9 2L16 9L9 16L2 9Z" /> }.into_any(),
    };
    view! {
        <svg class="mark" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
            {shape}
            {move || own.get().then(|| view! { <path class="own-fill" d="M15 -1.5L19.5 3L15 7.5L10.5 3Z" /> })}
        </svg>
    }
}

/// The ◆ of own figures alone, for legends.
#[component]
pub fn OwnMark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
            <path class="own-fill" d="M9 2.5L15.5 9L9 15.5L2.5 9Z" />
        </svg>
    }
}

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
