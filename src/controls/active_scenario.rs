use figures::{Action, Mark, ScenarioId};
use leptos::prelude::*;
use routes::Route;
use words::text::scenario as labels;

use crate::{controls::scenario_mark::ScenarioMark, state::use_figures};

#[component]
pub fn ActiveScenario() -> impl IntoView {
    let figures = use_figures();
    let all = Memo::new(move |_| {
        let notebook = figures.notebook();
        let scenarios = notebook.workspace.scenarios();
        let names = scenarios.iter().map(|scenario| {
            let content = &scenario.header.value;
            (scenario.id.clone(), content.name.clone(), content.mark)
        });
        names.collect::<Vec<(ScenarioId, String, Mark)>>()
    });
    let active = Memo::new(move |_| figures.notebook().workspace.active().id.clone());
    let mark = move || {
        let all = all.read();
        let found = all.iter().find(|(id, ..)| *id == *active.read());
        found.map(|(.., mark)| view! { <ScenarioMark mark=*mark /> })
    };
    let activate = move |event| {
        if let Ok(id) = ScenarioId::parse(&event_target_value(&event)) {
            figures.edit(Action::ActivateScenario { id });
        }
    };
    let choice = move || {
        let all = all.read();
        if let [(_, name, _)] = all.as_slice() {
            return view! { <span>{name.clone()}</span> }.into_any();
        }
        let options = all.iter().map(|(id, name, _)| {
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
