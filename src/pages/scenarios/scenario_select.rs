use figures::{ScenarioColumn, ScenarioId};
use leptos::prelude::*;

/// `none` names the option for no scenario in particular.
#[component]
pub fn ScenarioSelect(
    id: &'static str,
    label: &'static str,
    scenarios: Memo<Vec<ScenarioColumn>>,
    selected: RwSignal<Option<ScenarioId>>,
    #[prop(optional)] none: Option<&'static str>,
) -> impl IntoView {
    let options = move || {
        // The browser keeps the selection; this is needed only when the options are rendered anew.
        let selected = selected.get_untracked();
        let options = scenarios.get().into_iter().map(|ScenarioColumn { id, name, .. }| {
            let is_selected = selected.as_ref() == Some(&id);
            view! { <option value=id.to_string() selected=is_selected>{name}</option> }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| selected.set(ScenarioId::parse(&event_target_value(&event)).ok())>
                {none.map(|none| view! { <option value="">{none}</option> })}
                {options}
            </select>
        </div>
    }
}
