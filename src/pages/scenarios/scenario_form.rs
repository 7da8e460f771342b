//! The form that changes a scenario's name, description and mark.

use figures::{Action, EditError, Mark, ScenarioId};
use leptos::prelude::*;
use words::screen::{own, scenario as labels};

use crate::{
    browser::dom,
    controls::{
        field_draft::FieldDraft,
        radio_group::RadioGroup,
        scenario_mark::ScenarioMark,
        text_field::{FieldBinding, TextField},
    },
    state::use_figures,
};

/// The stored drafts of the text fields.
#[derive(Clone, Copy)]
pub struct ScenarioDrafts {
    name: FieldDraft,
    description: FieldDraft,
}

impl ScenarioDrafts {
    pub fn of(id: &ScenarioId) -> Self {
        let draft = |field| FieldDraft::of(&format!("scenario/{id}/{field}"));
        Self { name: draft("name"), description: draft("description") }
    }

    /// Whether the reader left the form before saving it.
    pub fn exist(self) -> bool {
        self.name.read().is_some() || self.description.read().is_some()
    }

    fn forget(self) {
        self.name.forget();
        self.description.forget();
    }
}

#[component]
pub fn ScenarioForm(id: ScenarioId, editing: RwSignal<bool>, drafts: ScenarioDrafts) -> impl IntoView {
    let figures = use_figures();
    let saved =
        figures.notebook.read_untracked().workspace.scenario(&id).map(|scenario| scenario.header.value.clone())?;
    let is_restored = drafts.exist();
    let name = RwSignal::new(drafts.name.read().unwrap_or_else(|| saved.name.clone()));
    let description = RwSignal::new(drafts.description.read().unwrap_or_else(|| saved.description.clone()));
    let mark = RwSignal::new(saved.mark);
    let problem = RwSignal::new(None::<EditError>);
    let field = move |text: RwSignal<String>, draft: FieldDraft, saved: String, is_of_field: fn(&EditError) -> bool| {
        let error = move || problem.get().filter(is_of_field).map(|error| error.to_string());
        let on_input = move |typed: String| {
            problem.set(None);
            draft.keep_other(&typed, &saved);
            text.set(typed);
        };
        FieldBinding { value: text.into(), error: Signal::derive(error), on_input: Callback::new(on_input) }
    };
    let name_field =
        field(name, drafts.name, saved.name, |error| matches!(error, EditError::NameEmpty | EditError::NameTooLong));
    let description_field =
        field(description, drafts.description, saved.description, |error| *error == EditError::DescriptionTooLong);
    let close = move || {
        drafts.forget();
        editing.set(false);
    };
    let (name_id, description_id, mark_id) = (format!("{id}-name"), format!("{id}-description"), format!("{id}-mark"));
    if !is_restored {
        dom::focus_later(format!("#{name_id}"));
    }
    let submit = move || {
        let (name, description, mark) = (name.get_untracked(), description.get_untracked(), mark.get_untracked());
        let result = figures
            .attempt(Action::RenameScenario { id: id.clone(), name })
            .and_then(|()| figures.attempt(Action::DescribeScenario { id: id.clone(), description }))
            .and_then(|()| figures.attempt(Action::MarkScenario { id: id.clone(), mark }));
        match result {
            Ok(()) => close(),
            Err(error) => problem.set(Some(error)),
        }
    };
    Some(view! {
        <form
            class="scenario-form"
            novalidate
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            {is_restored.then(|| view! { <p class="small own-restored">{own::RESTORED}</p> })}
            <TextField id=name_id label=labels::NAME field=name_field />
            <TextField id=description_id label=labels::DESCRIPTION field=description_field multiline=true />
            <RadioGroup
                legend=labels::MARK
                name=mark_id
                options=Mark::ALL
                label=|mark: Mark| view! { <ScenarioMark mark /> {mark.label()} }
                is_selected=move |option| mark.get() == option
                on_select=move |option| mark.set(option)
            />
            <div class="actions">
                <button type="submit" class="button button--own">{labels::SAVE}</button>
                <button type="button" class="button button--plain" on:click=move |_| close()>
                    {labels::files::CANCEL}
                </button>
            </div>
        </form>
    })
}
