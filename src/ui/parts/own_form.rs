//! The form for an own figure. What cannot be right is said beside its field, and what was typed always stays.

use leptos::{html, prelude::*};

use crate::{
    assess::{Subject, subjects},
    browser::clock,
    dataset::{Indicator, Measure, Stage},
    scenario::{
        Action, Asked, Basis, Field, Figure, FigureDraft, FigureKey, InputProblem, caution,
        stage_code, year_ends,
    },
    state::use_app,
    text::{dates, screen, wording},
};

/// What the form holds between key presses.
#[derive(Clone, Copy)]
struct Form {
    draft: RwSignal<FigureDraft>,
    problems: RwSignal<Vec<InputProblem>>,
    /// Which of the indicator's subjects the figure is about.
    subject: RwSignal<usize>,
    /// The figure that is being changed, if one is.
    replaces: RwSignal<Option<FigureKey>>,
}

impl Form {
    fn problem(self, field: Field) -> Option<String> {
        self.problems
            .read()
            .iter()
            .find(|problem| problem.field == field)
            .map(|problem| problem.message.clone())
    }

    /// Keeps what was typed; the complaint about a field goes as soon as the field is touched.
    fn typed(self, field: Field, edit: impl FnOnce(&mut FigureDraft)) {
        self.draft.update(edit);
        self.problems
            .update(|problems| problems.retain(|problem| problem.field != field));
    }

    /// Empties the form for the next figure; the basis stays, since the next one mostly has the same.
    fn clear(self) {
        let basis = self.draft.read_untracked().basis;
        self.draft.set(FigureDraft {
            basis,
            ..FigureDraft::default()
        });
        self.problems.set(Vec::new());
        self.replaces.set(None);
    }
}

/// `editing` hands over a figure to be changed.
#[component]
pub fn OwnForm(indicator: &'static Indicator, editing: RwSignal<Option<Figure>>) -> impl IntoView {
    let app = use_app();
    let subjects = StoredValue::new(subjects(indicator));
    let form = Form {
        draft: RwSignal::new(FigureDraft::default()),
        problems: RwSignal::new(Vec::new()),
        subject: RwSignal::new(0),
        replaces: RwSignal::new(None),
    };
    let element = NodeRef::<html::Form>::new();
    let focus_first = move |selector: &'static str| {
        request_animation_frame(move || {
            use leptos::wasm_bindgen::JsCast;
            let field = element
                .get_untracked()
                .and_then(|form| form.query_selector(selector).ok().flatten());
            if let Some(field) =
                field.and_then(|field| field.dyn_into::<leptos::web_sys::HtmlElement>().ok())
            {
                // A field that cannot take focus still shows its complaint.
                let _ = field.focus();
            }
        });
    };
    Effect::new(move |_| {
        if let Some(figure) = editing.get() {
            let at = subjects
                .with_value(|subjects| subjects.iter().position(|one| *one == figure.subject()));
            form.subject.set(at.unwrap_or(0));
            form.draft.set(FigureDraft::of(&figure));
            form.problems.set(Vec::new());
            form.replaces.set(Some(figure.key()));
            focus_first("input");
        }
    });
    let current = Memo::new(move |_| {
        subjects
            .with_value(|subjects| subjects.get(form.subject.get()).cloned())
            .unwrap_or(Subject::Stage)
    });
    let submit = move || {
        let checked = form.draft.read_untracked().check(
            &indicator.id,
            Asked::of(indicator, &current.read_untracked()),
            clock::now(),
        );
        match checked {
            Ok(figure) => {
                app.edit(Action::SetFigure {
                    scenario: app.active_scenario(),
                    figure: Box::new(figure),
                    replaces: form.replaces.get_untracked(),
                });
                editing.set(None);
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
            {(subjects.with_value(Vec::len) > 1).then(|| view! { <SubjectChoice indicator subjects form /> })}
            {move || match Asked::of(indicator, &current.read()) {
                Asked::Amount(measure) => view! { <AmountField measure form /> }.into_any(),
                Asked::Stage => view! { <StageField form /> }.into_any(),
            }}
            <DateField indicator form />
            <BasisField form />
            <MoreFields form />
            <div class="actions">
                <button type="submit" class="button button--own">
                    {move || if form.replaces.read().is_some() { screen::own::UPDATE } else { screen::own::SAVE }}
                </button>
                <Show when=move || form.replaces.read().is_some()>
                    <button
                        type="button"
                        class="button button--plain"
                        on:click=move |_| {
                            editing.set(None);
                            form.clear();
                        }
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
fn SubjectChoice(
    indicator: &'static Indicator,
    subjects: StoredValue<Vec<Subject>>,
    form: Form,
) -> impl IntoView {
    let label = move |subject: &Subject| match Asked::of(indicator, subject) {
        Asked::Amount(measure) if measure.label.is_empty() => screen::own::VALUE.to_owned(),
        Asked::Amount(measure) => measure.label.clone(),
        Asked::Stage => screen::own::STAGE.to_owned(),
    };
    view! {
        <fieldset class="field plain-fieldset">
            <legend>{screen::own::MEASURE}</legend>
            <div class="choices">
                {subjects
                    .get_value()
                    .iter()
                    .enumerate()
                    .map(|(at, subject)| {
                        view! {
                            <label>
                                <input
                                    type="radio"
                                    name="own-subject"
                                    prop:checked=move || form.subject.get() == at
                                    on:change=move |_| {
                                        form.subject.set(at);
                                        form.typed(Field::Value, |draft| draft.value_text.clear());
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
fn Complaint(form: Form, field: Field, id: &'static str) -> impl IntoView {
    view! {
        <div id=id aria-live="polite">
            {move || form.problem(field).map(|message| view! { <p class="field__error">{message}</p> })}
        </div>
    }
}

#[component]
fn AmountField(measure: &'static Measure, form: Form) -> impl IntoView {
    let invalid = move || form.problem(Field::Value).is_some().then_some("true");
    let doubt = move || {
        form.draft
            .read()
            .value(Asked::Amount(measure))
            .ok()
            .and_then(|value| caution(&value))
    };
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
                    on:input=move |event| form.typed(Field::Value, |draft| draft.value_text = event_target_value(&event))
                />
                <span id="own-unit">{measure.unit.as_str()}</span>
            </div>
            {move || doubt().map(|text| view! { <p class="field__hint">{text}</p> })}
            <Complaint form field=Field::Value id="own-value-problem" />
        </div>
    }
}

#[component]
fn StageField(form: Form) -> impl IntoView {
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
                                    on:change=move |_| form.typed(Field::Value, |draft| draft.value_text = code.to_owned())
                                />
                                {wording::stage(stage)}
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
            <Complaint form field=Field::Value id="own-value-problem" />
        </fieldset>
    }
}

/// A free text, because people write dates in many ways, with the year ends of the plan's period one press away.
#[component]
fn DateField(indicator: &'static Indicator, form: Form) -> impl IntoView {
    let dataset = use_app().dataset;
    let ends = year_ends(
        dataset.current_as_of(indicator).date,
        dataset.target_as_of(indicator).date,
    );
    view! {
        <div class="field">
            <label for="own-date">{screen::own::DATE}</label>
            <input
                type="text"
                id="own-date"
                aria-invalid=move || form.problem(Field::Date).is_some().then_some("true")
                aria-describedby="own-date-hint own-date-problem"
                prop:value=move || form.draft.read().date_text.clone()
                on:input=move |event| form.typed(Field::Date, |draft| draft.date_text = event_target_value(&event))
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
                                on:click=move |_| form.typed(Field::Date, |draft| draft.date_text.clone_from(&text))
                            >
                                {label}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <p class="field__hint" id="own-date-hint">{screen::own::DATE_HINT}</p>
            <Complaint form field=Field::Date id="own-date-problem" />
        </div>
    }
}

#[component]
fn BasisField(form: Form) -> impl IntoView {
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
fn MoreFields(form: Form) -> impl IntoView {
    let open = Memo::new(move |_| {
        let draft = form.draft.read();
        !draft.note.is_empty()
            || !draft.source_text.is_empty()
            || form.problem(Field::Note).is_some()
    });
    view! {
        <details class="field" prop:open=move || open.get()>
            <summary>{screen::own::MORE}</summary>
            <div class="field">
                <label for="own-note">{screen::own::NOTE}</label>
                <textarea
                    id="own-note"
                    aria-invalid=move || form.problem(Field::Note).is_some().then_some("true")
                    aria-describedby="own-note-problem"
                    prop:value=move || form.draft.read().note.clone()
                    on:input=move |event| form.typed(Field::Note, |draft| draft.note = event_target_value(&event))
                ></textarea>
                <Complaint form field=Field::Note id="own-note-problem" />
            </div>
            <div class="field">
                <label for="own-source">{screen::own::SOURCE}</label>
                <input
                    type="text"
                    id="own-source"
                    inputmode="url"
                    aria-invalid=move || form.problem(Field::Source).is_some().then_some("true")
                    aria-describedby="own-source-problem"
                    prop:value=move || form.draft.read().source_text.clone()
                    on:input=move |event| form.typed(Field::Source, |draft| draft.source_text = event_target_value(&event))
                />
                <Complaint form field=Field::Source id="own-source-problem" />
            </div>
        </details>
    }
}
