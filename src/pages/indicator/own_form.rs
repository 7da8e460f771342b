//! The form for an own figure. What cannot be right is said beside its field, and what was typed always stays.

use assess::Subject;
use figures::{Action, Basis, ExpectedInput, FormField, caution, stage_code};
use format::dates;
use leptos::{html, prelude::*};
use list::{Measure, Stage};
use words::{screen, wording};

use crate::{
    browser::system,
    pages::indicator::{
        own_draft::FigureForm,
        what_if::{OwnSlider, WhatIfValue, offered_days},
    },
    state::use_app,
};

/// The form. It takes the focus when a kept figure is handed to it.
#[component]
pub fn OwnForm(form: FigureForm) -> impl IntoView {
    let app = use_app();
    let indicator = form.indicator;
    let element = NodeRef::<html::Form>::new();
    let focus_first = move |selector: &'static str| {
        request_animation_frame(move || {
            use leptos::wasm_bindgen::JsCast;
            // The page may be gone by the next frame.
            let field =
                element.try_get_untracked().flatten().and_then(|form| form.query_selector(selector).ok().flatten());
            if let Some(field) = field.and_then(|field| field.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
                // A field that cannot take focus still shows its complaint.
                let _ = field.focus();
            }
        });
    };
    Effect::new(move |_| {
        if form.replaces.read().is_some() {
            focus_first("input");
        }
    });
    let submit = move || {
        let checked = form.draft.read_untracked().check(
            &indicator.id,
            ExpectedInput::of(indicator, &form.subject.read_untracked()),
            system::now(),
        );
        match checked {
            Ok(figure) => {
                app.edit(Action::SetFigure {
                    scenario: app.active_scenario(),
                    figure: Box::new(figure),
                    replaces: form.replaces.get_untracked(),
                });
                form.clear();
            }
            Err(problems) => {
                form.problems.set(problems);
                focus_first("[aria-invalid=true], fieldset[aria-describedby] input");
            }
        }
    };
    view! {
        <form
            class="own-form own-editor"
            node_ref=element
            novalidate
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <Show when=move || form.restored.get()>
                <p class="small own-restored">{screen::own::RESTORED}</p>
            </Show>
            {(form.subjects.with_value(Vec::len) > 1).then(|| view! { <SubjectChoice form /> })}
            {move || match form.asked() {
                ExpectedInput::Amount(measure) => view! { <AmountField measure form /> }.into_any(),
                ExpectedInput::Stage => view! { <StageField form /> }.into_any(),
            }}
            <DateField form />
            <BasisField form />
            <MoreFields form />
            <WhatIfValue form />
            <div class="actions">
                <button type="submit" class="button button--own">
                    {move || if form.replaces.read().is_some() { screen::own::UPDATE } else { screen::own::SAVE }}
                </button>
                <Show when=move || form.is_touched()>
                    <button
                        type="button"
                        class="button button--plain"
                        on:click=move |_| form.clear()
                    >
                        {screen::own::CANCEL}
                    </button>
                </Show>
            </div>
        </form>
    }
}

/// Which number, where the indicator has several; or the stage, where it has words as well.
#[component]
fn SubjectChoice(form: FigureForm) -> impl IntoView {
    let label = move |subject: &Subject| match ExpectedInput::of(form.indicator, subject) {
        ExpectedInput::Amount(measure) if measure.label.is_empty() => screen::own::VALUE.to_owned(),
        ExpectedInput::Amount(measure) => measure.label.clone(),
        ExpectedInput::Stage => screen::own::STAGE.to_owned(),
    };
    view! {
        <fieldset class="field plain-fieldset">
            <legend>{screen::own::MEASURE}</legend>
            <div class="choices">
                {form
                    .subjects
                    .get_value()
                    .iter()
                    .enumerate()
                    .map(|(at, subject)| {
                        view! {
                            <label>
                                <input
                                    type="radio"
                                    name="own-subject"
                                    prop:checked=move || form.chosen.get() == at
                                    on:change=move |_| {
                                        form.chosen.set(at);
                                        form.typed(FormField::Value, |draft| draft.value_text.clear());
                                    }
                                />
                                {label(subject)}
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

/// The complaint about a field, tied to it by `id`.
#[component]
fn Complaint(form: FigureForm, field: FormField, id: &'static str) -> impl IntoView {
    view! {
        <div id=id aria-live="polite">
            {move || form.problem(field).map(|message| view! { <p class="field__error">{message}</p> })}
        </div>
    }
}

#[component]
fn AmountField(measure: &'static Measure, form: FigureForm) -> impl IntoView {
    let invalid = move || form.problem(FormField::Value).is_some().then_some("true");
    let doubt = move || form.draft.read().value(ExpectedInput::Amount(measure)).ok().and_then(|value| caution(&value));
    view! {
        <div class="field">
            <label for="own-value">
                {if measure.label.is_empty() { screen::own::VALUE } else { measure.label.as_str() }}
            </label>
            <div class="with-unit">
                <input
                    type="text"
                    id="own-value"
                    inputmode="decimal"
                    aria-invalid=invalid
                    aria-describedby="own-unit own-value-problem"
                    prop:value=move || form.draft.read().value_text.clone()
                    on:input=move |event| form.typed(FormField::Value, |draft| draft.value_text = event_target_value(&event))
                />
                <span id="own-unit">{measure.unit.as_str()}</span>
            </div>
            {move || doubt().map(|text| view! { <p class="field__hint">{text}</p> })}
            <Complaint form field=FormField::Value id="own-value-problem" />
            <OwnSlider form measure />
        </div>
    }
}

#[component]
fn StageField(form: FigureForm) -> impl IntoView {
    view! {
        <fieldset class="field plain-fieldset" aria-describedby="own-value-problem">
            <legend>{screen::own::STAGE}</legend>
            <div class="choices">
                {Stage::ALL
                    .into_iter()
                    .map(|stage| {
                        let code = stage_code(stage);
                        view! {
                            <label>
                                <input
                                    type="radio"
                                    name="own-stage"
                                    value=code
                                    prop:checked=move || form.draft.read().value_text == code
                                    on:change=move |_| form.typed(FormField::Value, |draft| draft.value_text = code.to_owned())
                                />
                                {wording::stage(stage)}
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            <Complaint form field=FormField::Value id="own-value-problem" />
        </fieldset>
    }
}

/// A free text, because people write dates in many ways, with the year ends of the plan's period one press away.
#[component]
fn DateField(form: FigureForm) -> impl IntoView {
    let ends = offered_days(form.indicator);
    view! {
        <div class="field">
            <label for="own-date">{screen::own::DATE}</label>
            <input
                type="text"
                id="own-date"
                aria-invalid=move || form.problem(FormField::Date).is_some().then_some("true")
                aria-describedby="own-date-hint own-date-problem"
                prop:value=move || form.draft.read().date_text.clone()
                on:input=move |event| form.typed(FormField::Date, |draft| draft.date_text = event_target_value(&event))
            />
            <div class="chips date-chips">
                {ends
                    .into_iter()
                    .map(|date| {
                        let label = dates::short(date);
                        let text = label.clone();
                        view! {
                            <button
                                type="button"
                                class="chip"
                                on:click=move |_| form.typed(FormField::Date, |draft| draft.date_text.clone_from(&text))
                            >
                                {label}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <p class="field__hint" id="own-date-hint">{screen::own::DATE_HINT}</p>
            <Complaint form field=FormField::Date id="own-date-problem" />
        </div>
    }
}

#[component]
fn BasisField(form: FigureForm) -> impl IntoView {
    view! {
        <fieldset class="field plain-fieldset">
            <legend>{screen::own::BASIS}</legend>
            <div class="choices">
                {Basis::ALL
                    .into_iter()
                    .map(|basis| {
                        view! {
                            <label>
                                <input
                                    type="radio"
                                    name="own-basis"
                                    prop:checked=move || form.draft.read().basis == basis
                                    on:change=move |_| form.draft.update(|draft| draft.basis = basis)
                                />
                                {basis.label()}
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

/// Note and source: folded away, because most figures need neither.
#[component]
fn MoreFields(form: FigureForm) -> impl IntoView {
    let open = Memo::new(move |_| {
        let draft = form.draft.read();
        !draft.note.is_empty() || !draft.source_text.is_empty() || form.problem(FormField::Note).is_some()
    });
    view! {
        <details class="field" prop:open=move || open.get()>
            <summary>{screen::own::MORE}</summary>
            <div class="field">
                <label for="own-note">{screen::own::NOTE}</label>
                <textarea
                    id="own-note"
                    aria-invalid=move || form.problem(FormField::Note).is_some().then_some("true")
                    aria-describedby="own-note-problem"
                    prop:value=move || form.draft.read().note.clone()
                    on:input=move |event| form.typed(FormField::Note, |draft| draft.note = event_target_value(&event))
                ></textarea>
                <Complaint form field=FormField::Note id="own-note-problem" />
            </div>
            <div class="field">
                <label for="own-source">{screen::own::SOURCE}</label>
                <input
                    type="text"
                    id="own-source"
                    inputmode="url"
                    aria-invalid=move || form.problem(FormField::Source).is_some().then_some("true")
                    aria-describedby="own-source-problem"
                    prop:value=move || form.draft.read().source_text.clone()
                    on:input=move |event| form.typed(FormField::Source, |draft| draft.source_text = event_target_value(&event))
                />
                <Complaint form field=FormField::Source id="own-source-problem" />
            </div>
        </details>
    }
}
