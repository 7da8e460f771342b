//! The ladder: where a target that is a word stands among four stages.

use leptos::prelude::*;
use list::Stage;
use words::text::{self, wording};

/// Four rungs from first to last, with what the document says (our reading) and the reader's own stage beside them.
#[component]
pub fn Ladder(
    current: Option<Stage>,
    target: Option<Stage>,
    #[prop(into)] own: Signal<Option<Stage>>,
) -> impl IntoView {
    view! {
        <ol class="ladder plain">
            {Stage::ALL
                .into_iter()
                .enumerate()
                .map(|(at, stage)| {
                    let is_current = current == Some(stage);
                    let is_target = target == Some(stage);
                    let last = at + 1 == Stage::ALL.len();
                    view! {
                        <li>
                            <svg viewBox="0 0 32 48" aria-hidden="true">
                                {(at > 0).then(|| view! { <path class="rail" d="M16 0V14" /> })}
                                {(!last).then(|| view! { <path class="rail" d="M16 34V48" /> })}
                                {is_target.then(|| view! { <path class="rung--target" d="M16 9L31 24L16 39L1 24Z" /> })}
                                <path
                                    class=if is_current { "rung rung--current" } else { "rung" }
                                    d="M16 14L26 24L16 34L6 24Z"
                                />
                                {move || {
                                    (own.get() == Some(stage))
                                        .then(|| view! { <path class="rung--own" d="M27 24L34 31L27 38L20 31Z" /> })
                                }}
                            </svg>
                            <span>
                                {wording::stage(stage)}
                                {is_current
                                    .then(|| view! { <span class="tag tag--official">{text::indicator::tag_current()}</span> })}
                                {is_target
                                    .then(|| view! { <span class="tag tag--official">{text::indicator::tag_target()}</span> })}
                                {move || {
                                    (own.get() == Some(stage))
                                        .then(|| view! { <span class="tag tag--own">{text::indicator::tag_own()}</span> })
                                }}
                            </span>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}
