use leptos::prelude::*;
use list::Stage;
use words::text::{indicator as labels, wording};

/// The four stages of a target without a number. `current` and `target` are the document's as we read them.
#[component]
pub fn Ladder(
    current: Option<Stage>,
    target: Option<Stage>,
    #[prop(into)] own: Signal<Option<Stage>>,
) -> impl IntoView {
    let tag = |class: &'static str, label: &'static str| view! { <span class=class>{label}</span> };
    let last = Stage::ALL.len() - 1;
    let rungs = Stage::ALL.into_iter().enumerate().map(|(index, stage)| {
        let (is_current, is_target) = (current == Some(stage), target == Some(stage));
        let is_own = move || own.get() == Some(stage);
        let class = if is_current { "rung rung--current" } else { "rung" };
        view! {
            <li>
                <svg viewBox="0 0 32 48" aria-hidden="true">
                    {(index > 0).then(|| view! { <path class="rail" d="M16 0V14" /> })}
                    {(index < last).then(|| view! { <path class="rail" d="M16 34V48" /> })}
                    {is_target.then(|| view! { <path class="rung--target" d="M16 9L31 24L16 39L1 24Z" /> })}
                    <path class=class d="M16 14L26 24L16 34L6 24Z" />
                    {move || is_own().then(|| view! { <path class="rung--own" d="M27 24L34 31L27 38L20 31Z" /> })}
                </svg>
                <span>
                    {wording::stage(stage)}
                    {is_current.then(|| tag("tag tag--official", labels::tag_current()))}
                    {is_target.then(|| tag("tag tag--official", labels::tag_target()))}
                    {move || is_own().then(|| tag("tag tag--own", labels::tag_own()))}
                </span>
            </li>
        }
    });
    view! { <ol class="ladder plain">{rungs.collect_view()}</ol> }
}
