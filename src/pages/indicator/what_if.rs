//! What if: a slider for a number, and the assessment that would follow, before anything is saved.

use assess::Verdict;
use figures::{ExpectedInput, FigureValue, FormField, SliderScale, year_ends};
use format::dates;
use leptos::prelude::*;
use list::{Date, Indicator, Measure};
use words::text;

use crate::{
    controls::{VerdictView, verdict_label},
    pages::indicator::figure_form::FigureForm,
    state::use_dataset,
};

/// The ends of the years of the indicator's period, the due day last.
pub fn year_ends_of(indicator: &Indicator) -> Vec<Date> {
    let dataset = use_dataset();
    year_ends(dataset.current_as_of(indicator).date, dataset.target_as_of(indicator).date)
}

/// Sets the number of the form. The field above accepts any number, so the slider is optional.
#[component]
pub fn WhatIfSlider(form: FigureForm, measure: &'static Measure) -> impl IntoView {
    let Some(scale) = SliderScale::of(measure) else { return ().into_any() };
    let first_day = year_ends_of(form.indicator).first().copied();
    let amount = move || match form.draft.read().value(ExpectedInput::Amount(measure)) {
        Ok(FigureValue::Amount { number, .. }) => Some(number.get()),
        _ => None,
    };
    let official = measure.current.as_ref().or(measure.target.as_ref());
    let initial = official.map_or(0.0, |quantity| quantity.amount);
    let position = move || scale.position(amount().unwrap_or(initial));
    let dataset = use_dataset();
    let status = Memo::new(move |_| {
        let figure = form.what_if.read();
        let verdict = figure.as_ref()?.assess(dataset, form.indicator).verdict;
        let (glyph, word) = verdict_label(verdict);
        Some((glyph, if matches!(verdict, Verdict::Judged(_)) { word } else { text::own::no_status() }))
    });
    let value_text = move || {
        let number = amount().map(|amount| format::quantity(amount, &measure.unit));
        let status = status.get().map(|(_, word)| word);
        number.map_or_else(|| text::own::slider_empty().to_owned(), |number| text::own::slider_value(&number, status))
    };
    let on_input = move |event| {
        let Ok(position) = event_target_value(&event).parse() else { return };
        form.set_text(FormField::Value, format::exact(scale.value(position)));
        // Without a day there is no assessment: use the end of the first year until the reader enters one.
        if let Some(day) = first_day
            && form.draft.read_untracked().date_text.is_empty()
        {
            form.set_text(FormField::Date, dates::short(day));
        }
    };
    let end = |position| format::quantity(scale.value(position), &measure.unit);
    view! {
        <div class="own-slider">
            <p class="own-slider__head">
                <label for="own-slider">{text::own::slider()}</label>
                // For sighted readers; screen readers get it as the slider's value.
                <span aria-hidden="true">{move || status.get().map(|(glyph, word)| format!("{glyph} {word}"))}</span>
            </p>
            <input
                type="range"
                id="own-slider"
                min="0"
                max=scale.last_position
                step="1"
                aria-valuetext=value_text
                prop:value=move || position().to_string()
                on:input=on_input
            />
            <p class="own-slider__ends small muted" aria-hidden="true">
                <span>{end(0)}</span>
                <span>{end(scale.last_position)}</span>
            </p>
        </div>
    }
    .into_any()
}

/// The possible assessment, in a box that cannot be confused with a saved figure.
#[component]
pub fn WhatIfValue(form: FigureForm) -> impl IntoView {
    let dataset = use_dataset();
    move || {
        form.what_if.get().map(|figure| {
            let assessment = figure.assess(dataset, form.indicator);
            view! {
                <section class="own-tried" aria-label=text::own::tried()>
                    <p class="small muted">{text::own::tried_note()}</p>
                    <p>
                        <span class="value">"◇ " {figure.value.to_string()}</span>
                        "　"
                        {dates::short(figure.date)}
                    </p>
                    <VerdictView assessment />
                </section>
            }
        })
    }
}
