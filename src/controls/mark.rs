//! Kinds of targets differ in shape, not only in colour; the word is always beside the mark or in the link's name.

use leptos::prelude::*;
use list::TargetKind;

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
