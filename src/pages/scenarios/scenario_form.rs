use figures::{Action, EditError, Mark, ScenarioId};
use leptos::{ev::SubmitEvent, prelude::*};
use words::text::{own, scenario as labels};

use crate::{
    browser::dom,
    controls::{Button, DraftText, FieldBinding, FieldDraft, RadioGroup, ScenarioMark, TextField},
    state::use_figures,
};

fn draft_of(id: &ScenarioId, field: &str) -> FieldDraft {
    FieldDraft::of(&format!("scenario/{id}/{field}"))
}

/// Whether the reader left the form before saving it.
pub fn has_draft(id: &ScenarioId) -> bool {
    ["name", "description"].into_iter().any(|field| draft_of(id, field).read().is_some())
}

#[component]
pub fn ScenarioForm(id: ScenarioId, editing: RwSignal<bool>) -> impl IntoView {
    let figures = use_figures();
    let saved = untrack(|| figures.with_scenario(&id, |scenario| scenario.header.value.clone()))?;
    let is_restored = has_draft(&id);
    let name = DraftText::new(draft_of(&id, "name"), saved.name);
    let description = DraftText::new(draft_of(&id, "description"), saved.description);
    let mark = RwSignal::new(saved.mark);
    let problem = RwSignal::new(None::<EditError>);
    let field = move |draft: DraftText, is_of_field: fn(&EditError) -> bool| {
        let error =
            move || problem.get().filter(is_of_field).map(|error| words::text::figures::edit_error(error).to_owned());
        let on_input = move |typed| {
            problem.set(None);
            draft.set(typed);
        };
        FieldBinding { value: draft.text.into(), error: Signal::derive(error), on_input: Callback::new(on_input) }
    };
    let name_field = field(name, |error| matches!(error, EditError::NameEmpty | EditError::NameTooLong));
    let description_field = field(description, |error| *error == EditError::DescriptionTooLong);
    let close = move || {
        name.forget();
        description.forget();
        editing.set(false);
    };
    let (name_id, description_id, mark_id) = (format!("{id}-name"), format!("{id}-description"), format!("{id}-mark"));
    if !is_restored {
        dom::focus_later(format!("#{name_id}"));
    }
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (name, description) = (name.text.get_untracked(), description.text.get_untracked());
        let result = figures
            .attempt(Action::RenameScenario { id: id.clone(), name })
            .and_then(|()| figures.attempt(Action::DescribeScenario { id: id.clone(), description }))
            .and_then(|()| figures.attempt(Action::MarkScenario { id: id.clone(), mark: mark.get_untracked() }));
        match result {
            Ok(()) => close(),
            Err(error) => problem.set(Some(error)),
        }
    };
    Some(view! {
        <form class="scenario-form" novalidate autocomplete="off" on:submit=submit>
            {is_restored.then(|| view! { <p class="small own-restored">{own::restored()}</p> })}
            <TextField id=name_id label=labels::name() field=name_field />
            <TextField id=description_id label=labels::description() field=description_field multiline=true />
            <RadioGroup
                legend=labels::mark()
                name=mark_id
                options=Mark::ALL
                label=|mark: Mark| view! { <ScenarioMark mark /> {words::text::figures::mark(mark)} }
                is_selected=move |option| mark.get() == option
                on_select=move |option| mark.set(option)
            />
            <div class="actions">
                <button type="submit" class="button button--own">{labels::save()}</button>
                <Button class="button button--plain" label=labels::files::cancel() on_press=move |_| close() />
            </div>
        </form>
    })
}
