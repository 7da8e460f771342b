use figures::{Action, Mark, ScenarioColumn, ScenarioId, head};
use leptos::prelude::*;
use routes::Route;
use words::text::scenario as labels;

use crate::state::use_figures;

/// Shape and colour together, so that neither is needed alone. Hidden from screen readers: the name is always beside it.
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

/// All scenarios in the order of the reader.
pub fn use_scenarios() -> Memo<Vec<ScenarioColumn>> {
    let figures = use_figures();
    Memo::new(move |_| figures.notebook().workspace.scenarios().into_iter().map(head).collect())
}

#[component]
pub fn ActiveScenario() -> impl IntoView {
    let figures = use_figures();
    let all = use_scenarios();
    let active = Memo::new(move |_| figures.notebook().workspace.active().id.clone());
    let mark = move || {
        let all = all.read();
        let found = all.iter().find(|scenario| scenario.id == *active.read());
        found.map(|scenario| view! { <ScenarioMark mark=scenario.mark /> })
    };
    let activate = move |event| {
        if let Ok(id) = ScenarioId::parse(&event_target_value(&event)) {
            figures.edit(Action::ActivateScenario { id });
        }
    };
    let choice = move || {
        let all = all.read();
        if let [ScenarioColumn { name, .. }] = all.as_slice() {
            return view! { <span>{name.clone()}</span> }.into_any();
        }
        let options = all.iter().map(|ScenarioColumn { id, name, .. }| {
            let selected = *id == *active.read();
            view! { <option value=id.to_string() selected=selected>{name.clone()}</option> }
        });
        let options = options.collect_view();
        view! { <select aria-label=labels::choose_active() on:change=activate>{options}</select> }.into_any()
    };
    view! {
        <p class="active-scenario small">
            {mark}
            <span class="muted">{labels::title()}</span>
            {choice}
            <a class="no-print" href=Route::Scenarios.href()>{labels::manage()}</a>
        </p>
    }
}
