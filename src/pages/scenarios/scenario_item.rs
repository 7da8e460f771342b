//! One scenario in the list: what it is, and everything that can be done with it.

use assess::{Verdict, whole};
use figures::{Action, EditError, HeaderContent, Mark, Scenario, ScenarioId};
use leptos::prelude::*;
use routes::Route;
use words::screen::{own, scenario as labels};

use crate::{
    browser::dom,
    controls::{
        field_draft::FieldDraft,
        rollup::{counts, items},
        scenario_mark::ScenarioMark,
        share_button::ShareButton,
    },
    state::use_app,
};

/// What the item shows of its scenario.
#[derive(Clone, PartialEq)]
struct Shown {
    content: HeaderContent,
    figures: usize,
    verdicts: Vec<Verdict>,
    is_active: bool,
    /// Its place in the list, and how many there are.
    place: (usize, usize),
}

/// `chosen` are the scenarios to be compared.
#[component]
pub fn ScenarioItem(id: ScenarioId, chosen: RwSignal<Vec<ScenarioId>>) -> impl IntoView {
    let app = use_app();
    let id = StoredValue::new(id);
    let shown = Memo::new(move |_| {
        let notebook = app.notebook.read();
        let all = notebook.workspace.scenarios();
        let at = id.with_value(|id| all.iter().position(|one| one.id == *id))?;
        let scenario: &Scenario = all.get(at)?;
        Some(Shown {
            content: scenario.header.value.clone(),
            figures: scenario.figures().count(),
            verdicts: scenario.verdicts(app.dataset),
            is_active: notebook.workspace.active().id == scenario.id,
            place: (at, all.len()),
        })
    });
    // Who was interrupted in the form finds it open.
    let left =
        ["name", "description"].map(|field| id.with_value(|id| FieldDraft::of(app, &format!("scenario/{id}/{field}"))));
    let editing = RwSignal::new(left.into_iter().any(|text| text.read().is_some()));
    let button_id = move |what: &str| id.with_value(|id| format!("{id}-{what}"));
    let with_id = move |action: fn(ScenarioId) -> Action| app.edit(action(id.get_value()));
    let shift = move |by: isize, what: &'static str| {
        let Some(Shown { place: (at, _), .. }) = shown.get_untracked() else {
            return;
        };
        app.edit(Action::MoveScenario { id: id.get_value(), to: at.saturating_add_signed(by) });
        // Moving the item takes focus away from the button; it comes back to it.
        dom::focus_later(format!("#{}", button_id(what)));
    };
    let copy = move |_| {
        let Some(Shown { content, .. }) = shown.get_untracked() else {
            return;
        };
        app.edit(Action::CopyScenario {
            from: id.get_value(),
            id: app.new_scenario_id(),
            name: labels::copy_name(&content.name),
        });
    };
    let delete = move |_| {
        with_id(|id| Action::DeleteScenario { id });
        dom::focus_later("#list-heading".to_owned());
    };
    let body = move || {
        let Shown { content, figures, verdicts, is_active, place: (at, of) } = shown.get()?;
        let rollup = whole(items(app.dataset, &verdicts));
        let name = content.name.clone();
        let is_chosen = move || id.with_value(|id| chosen.read().contains(id));
        let choose = move |_| {
            let id = id.get_value();
            chosen.update(|chosen| {
                if chosen.contains(&id) {
                    chosen.retain(|one| *one != id);
                } else {
                    chosen.push(id);
                }
            });
        };
        Some(view! {
            <div class="scenario-item__head">
                <ScenarioMark mark=content.mark />
                <h3>{content.name}</h3>
                {is_active.then(|| view! { <span class="badge">{labels::ACTIVE}</span> })}
            </div>
            {(!content.description.is_empty()).then(|| view! { <p class="note">{content.description}</p> })}
            <p class="small muted">{labels::figures(figures)}</p>
            {(figures > 0).then(|| counts(&rollup))}
            <div class="actions actions--close no-print">
                <a class="button button--own" href=move || Route::sheet(id.get_value()).href()>{labels::OPEN_SHEET}</a>
                {(!is_active)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| with_id(|id| Action::ActivateScenario { id })
                            >
                                {labels::USE}
                            </button>
                        }
                    })}
                {(figures > 0).then(|| view! { <ShareButton scenario=Signal::derive(move || id.get_value()) /> })}
                {(of > 1)
                    .then(|| {
                        view! {
                            <label class="check">
                                <input type="checkbox" aria-label=labels::choose(&name) prop:checked=is_chosen on:change=choose />
                                {labels::CHOOSE}
                            </label>
                        }
                    })}
            </div>
            <div class="actions actions--close no-print" role="group" aria-label=labels::more(&name)>
                <button
                    type="button"
                    class="button button--plain"
                    data-action="edit"
                    aria-expanded=move || editing.get().to_string()
                    on:click=move |_| editing.update(|open| *open = !*open)
                >
                    {labels::EDIT}
                </button>
                <button type="button" class="button button--plain" data-action="copy" on:click=copy>{labels::COPY}</button>
                {(of > 1)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button button--plain"
                                id=button_id("up")
                                data-action="up"
                                disabled=at == 0
                                on:click=move |_| shift(-1, "up")
                            >
                                {labels::UP}
                            </button>
                            <button
                                type="button"
                                class="button button--plain"
                                id=button_id("down")
                                data-action="down"
                                disabled=at + 1 == of
                                on:click=move |_| shift(1, "down")
                            >
                                {labels::DOWN}
                            </button>
                            <button type="button" class="button button--plain" data-action="delete" on:click=delete>
                                {labels::DELETE}
                            </button>
                        }
                    })}
            </div>
        })
    };
    view! {
        <li class="scenario-item" class:is-active=move || shown.read().as_ref().is_some_and(|shown| shown.is_active)>
            {body}
            <Show when=move || editing.get()>
                <EditForm id=id.get_value() editing left />
            </Show>
        </li>
    }
}

/// Name, description and mark. `left` keeps the first two.
#[component]
fn EditForm(id: ScenarioId, editing: RwSignal<bool>, left: [FieldDraft; 2]) -> impl IntoView {
    let app = use_app();
    let before = app.notebook.read_untracked().workspace.scenario(&id).map(|scenario| scenario.header.value.clone());
    let before = before?;
    let [left_name, left_description] = left;
    let (typed_name, typed_description) = (left_name.read(), left_description.read());
    let is_restored = typed_name.is_some() || typed_description.is_some();
    let name = RwSignal::new(typed_name.unwrap_or_else(|| before.name.clone()));
    let description = RwSignal::new(typed_description.unwrap_or_else(|| before.description.clone()));
    let (before_name, before_description) = (before.name, before.description);
    let close = move || {
        left_name.forget();
        left_description.forget();
        editing.set(false);
    };
    let mark = RwSignal::new(before.mark);
    let problem = RwSignal::new(None::<EditError>);
    let field_id = |what: &str| format!("{id}-{what}");
    let (name_id, description_id) = (field_id("name"), field_id("description"));
    let (name_problem, description_problem) = (field_id("name-problem"), field_id("description-problem"));
    if !is_restored {
        dom::focus_later(format!("#{name_id}"));
    }
    let of_name = |error: &EditError| matches!(error, EditError::NameEmpty | EditError::NameTooLong);
    let of_description = |error: &EditError| *error == EditError::DescriptionTooLong;
    let group = field_id("mark");
    let submit = move || {
        let id = id.clone();
        let result = app
            .attempt(Action::RenameScenario { id: id.clone(), name: name.get_untracked() })
            .and_then(|()| {
                app.attempt(Action::DescribeScenario { id: id.clone(), description: description.get_untracked() })
            })
            .and_then(|()| app.attempt(Action::MarkScenario { id, mark: mark.get_untracked() }));
        match result {
            Ok(()) => close(),
            Err(error) => problem.set(Some(error)),
        }
    };
    let complaint = move |belongs: fn(&EditError) -> bool| {
        problem.get().filter(belongs).map(|error| view! { <p class="field__error">{error.to_string()}</p> })
    };
    let invalid = move |belongs: fn(&EditError) -> bool| problem.get().filter(belongs).map(|_| "true");
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
            <div class="field">
                <label for=name_id.clone()>{labels::NAME}</label>
                <input
                    type="text"
                    id=name_id
                    aria-invalid=move || invalid(of_name)
                    aria-describedby=name_problem.clone()
                    prop:value=move || name.get()
                    on:input=move |event| {
                        problem.set(None);
                        let typed = event_target_value(&event);
                        left_name.keep_other(&typed, &before_name);
                        name.set(typed);
                    }
                />
                <div id=name_problem aria-live="polite">{move || complaint(of_name)}</div>
            </div>
            <div class="field">
                <label for=description_id.clone()>{labels::DESCRIPTION}</label>
                <textarea
                    id=description_id
                    aria-invalid=move || invalid(of_description)
                    aria-describedby=description_problem.clone()
                    prop:value=move || description.get()
                    on:input=move |event| {
                        problem.set(None);
                        let typed = event_target_value(&event);
                        left_description.keep_other(&typed, &before_description);
                        description.set(typed);
                    }
                ></textarea>
                <div id=description_problem aria-live="polite">{move || complaint(of_description)}</div>
            </div>
            <fieldset class="field plain-fieldset">
                <legend>{labels::MARK}</legend>
                <div class="choices">
                    {Mark::ALL
                        .into_iter()
                        .map(|one| {
                            view! {
                                <label>
                                    <input
                                        type="radio"
                                        name=group.clone()
                                        prop:checked=move || mark.get() == one
                                        on:change=move |_| mark.set(one)
                                    />
                                    <ScenarioMark mark=one />
                                    {one.label()}
                                </label>
                            }
                        })
                        .collect_view()}
                </div>
            </fieldset>
            <div class="actions">
                <button type="submit" class="button button--own">{labels::SAVE}</button>
                <button type="button" class="button button--plain" on:click=move |_| close()>
                    {labels::files::CANCEL}
                </button>
            </div>
        </form>
    })
}
