//! The mark of a scenario: shape and colour together, so that neither is needed alone.

use figures::Mark;
use leptos::prelude::*;

/// Hidden from screen readers: the name of the scenario is always beside it.
#[component]
pub fn ScenarioMark(mark: Mark) -> impl IntoView {
    let path = match mark {
        Mark::Diamond => "M9 1L17 9L9 17L1 9Z",
        Mark::Triangle => "M9 1.5L17 16H1Z",
        Mark::Square => "M2 2H16V16H2Z",
        Mark::Star => "M9 0.8L11.5 6.2L17.4 6.9L13 10.9L14.2 16.8L9 13.8L3.8 16.8L5 10.9L0.6 6.9L6.5 6.2Z",
        Mark::Cross => "M6.2 1.5H11.8V6.2H16.5V11.8H11.8V16.5H6.2V11.8H1.5V6.2H6.2Z",
        Mark::Hexagon => "M5 1.8H13L17.2 9L13 16.2H5L0.8 9Z",
    };
    view! {
        <svg class=format!("scenario-mark scenario-mark--{}", mark.code()) viewBox="0 0 18 18" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}
