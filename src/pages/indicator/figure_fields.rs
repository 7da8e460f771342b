//! The form for an own figure. Errors are shown beside their fields, and typed text stays.

use assess::Subject;
use figures::{Basis, ExpectedInput, FormField, exceeds_whole, stage_code};
use leptos::{ev::SubmitEvent, prelude::*};
use list::{Measure, Stage};
use words::text::{self, wording};

use crate::{
    browser::dom,
    controls::{Button, DateField, FieldError, RadioGroup, TextField, TextInput},
    pages::indicator::{
        figure_form::FigureForm,
        what_if::{WhatIfSlider, WhatIfValue, year_ends_of},
    },
    state::use_figures,
};

const FIRST_ERROR: &str = ".own-editor [aria-invalid=true], .own-editor fieldset[aria-describedby] input";

/// The form. It receives the focus when a saved figure is to be changed.
#[component]
pub fn FigureFields(form: FigureForm) -> impl IntoView {
    let figures = use_figures();
    Effect::new(move |_| {
        if form.replaces.read().is_some() {
            dom::focus_later(".own-editor input".to_owned());
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.submit(figures) {
            dom::focus_later(FIRST_ERROR.to_owned());
        }
    };
    view! {
        <form class="own-form own-editor" novalidate autocomplete="off" on:submit=submit>
            <Show when=move || form.is_restored.get()><p class="small own-restored">{text::own::restored()}</p></Show>
            {(form.subjects.with_value(Vec::len) > 1).then(|| view! { <SubjectChoice form /> })}
            {move || match form.expected_input() {
                ExpectedInput::Amount(measure) => view! { <AmountField measure form /> }.into_any(),
                ExpectedInput::Stage => view! {
                    <RadioGroup
                        legend=text::own::stage()
                        name="own-stage"
                        options=Stage::ALL
                        label=wording::stage
                        is_selected=move |stage| form.draft.read().value_text == stage_code(stage)
                        on_select=move |stage| form.set_text(FormField::Value, stage_code(stage).to_owned())
                        code=stage_code
                        described_by="own-value-problem"
                    >
                        <FieldError id="own-value-problem" error=form.field(FormField::Value).error />
                    </RadioGroup>
                }
                .into_any(),
            }}
            <DateField
                id="own-date"
                label=text::own::date()
                field=form.field(FormField::Date)
                days=year_ends_of(form.indicator)
                hint=text::own::date_hint()
            />
            <RadioGroup
                legend=text::own::basis()
                name="own-basis"
                options=Basis::ALL
                label=text::figures::basis
                is_selected=move |basis| form.draft.read().basis == basis
                on_select=move |basis| form.draft.update(|draft| draft.basis = basis)
            />
            <MoreFields form />
            <WhatIfValue form />
            <div class="actions">
                <button type="submit" class="button button--own">
                    {move || if form.replaces.read().is_some() { text::own::update() } else { text::own::save() }}
                </button>
                <Show when=move || form.is_touched()>
                    <Button class="button button--plain" label=text::own::cancel() on_press=move |_| form.clear() />
                </Show>
            </div>
        </form>
    }
}

/// The measure of the figure, or the stage if the indicator also has words.
#[component]
fn SubjectChoice(form: FigureForm) -> impl IntoView {
    let label = |subject: &Subject| match ExpectedInput::of(form.indicator, subject) {
        ExpectedInput::Amount(measure) if measure.label.is_empty() => text::own::value(),
        ExpectedInput::Amount(measure) => measure.label.as_str(),
        ExpectedInput::Stage => text::own::stage(),
    };
    let labels: Vec<&'static str> = form.subjects.with_value(|subjects| subjects.iter().map(label).collect());
    view! {
        <RadioGroup
            legend=text::own::measure()
            name="own-subject"
            options=0..labels.len()
            label=move |index| labels.get(index).copied()
            is_selected=move |index| form.subject_index.get() == index
            on_select=move |index| {
                form.subject_index.set(index);
                form.set_text(FormField::Value, String::new());
            }
        />
    }
}

#[component]
fn AmountField(measure: &'static Measure, form: FigureForm) -> impl IntoView {
    let field = form.field(FormField::Value);
    let caution = move || {
        let value = form.draft.read().value(ExpectedInput::Amount(measure));
        value.is_ok_and(|value| exceeds_whole(&value)).then_some(text::figures::exceeds_whole())
    };
    view! {
        <div class="field">
            <label for="own-value">
                {if measure.label.is_empty() { text::own::value() } else { measure.label.as_str() }}
            </label>
            <div class="with-unit">
                <TextInput id="own-value" field inputmode="decimal" described_by="own-unit own-value-problem" />
                <span id="own-unit">{measure.unit.as_str()}</span>
            </div>
            {move || caution().map(|text| view! { <p class="field__hint">{text}</p> })}
            <FieldError id="own-value-problem" error=field.error />
            <WhatIfSlider form measure />
        </div>
    }
}

/// Note and source: collapsed, because most figures need neither.
#[component]
fn MoreFields(form: FigureForm) -> impl IntoView {
    let is_open = Memo::new(move |_| {
        let draft = form.draft.read();
        !draft.note.is_empty() || !draft.source_text.is_empty() || form.error(FormField::Note).is_some()
    });
    view! {
        <details class="field" prop:open=move || is_open.get()>
            <summary>{text::own::more()}</summary>
            <TextField id="own-note" label=text::own::note() field=form.field(FormField::Note) multiline=true />
            <TextField id="own-source" label=text::own::source() field=form.field(FormField::Source) inputmode="url" />
        </details>
    }
}
