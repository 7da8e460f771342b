//! What if: a number moved by a slider, and what would follow from it, before anything is kept.

use assess::Verdict;
use figures::{ExpectedInput, FigureValue, FormField, SliderScale, year_ends};
use format::dates;
use leptos::prelude::*;
use list::{Date, Indicator, Measure};
use words::{screen, wording};

use crate::{
    pages::indicator::{own_card::VerdictView, own_draft::FigureForm},
    state::use_app,
};

/// The ends of the years of the indicator's period, the due day last.
pub fn offered_days(indicator: &Indicator) -> Vec<Date> {
    let dataset = use_app().dataset;
    year_ends(dataset.current_as_of(indicator).date, dataset.target_as_of(indicator).date)
}

/// Moves the number of the form. Its keys are the browser's own, and nobody needs it: the field above takes any number.
#[component]
pub fn OwnSlider(form: FigureForm, measure: &'static Measure) -> impl IntoView {
    let Some(slide) = SliderScale::of(measure) else {
        return ().into_any();
    };
    let first_day = offered_days(form.indicator).first().copied();
    let amount = move || match form.draft.read().value(ExpectedInput::Amount(measure)) {
        Ok(FigureValue::Amount { number, .. }) => Some(number.get()),
        _ => None,
    };
    let official = measure.current.as_ref().or(measure.target.as_ref());
    let rest = official.map_or(0.0, |quantity| quantity.amount);
    let position = move || slide.position(amount().unwrap_or(rest));
    let dataset = use_app().dataset;
    // The shape and the word of what would follow.
    let status = Memo::new(move |_| {
        let tried = form.tried.read();
        Some(match tried.as_ref()?.judged(dataset, form.indicator).verdict {
            Verdict::Judged(reason) => (wording::status_glyph(reason.status()), wording::status(reason.status())),
            Verdict::CannotJudge(_) | Verdict::NoFigure => (wording::CANNOT_JUDGE_GLYPH, screen::own::NO_STATUS),
        })
    });
    let told = move || {
        let number = amount().map(|amount| format::quantity(amount, &measure.unit));
        let status = status.get().map(|(_, word)| word);
        number.map_or_else(|| screen::own::SLIDER_EMPTY.to_owned(), |number| screen::own::slider_told(&number, status))
    };
    let moved = move |event| {
        let Ok(position) = event_target_value(&event).parse() else {
            return;
        };
        form.typed(FormField::Value, |draft| {
            draft.value_text = format::exact(slide.value(position));
        });
        // Without a day there is nothing to say: the first year's end, until the reader names another.
        if let Some(day) = first_day
            && form.draft.read_untracked().date_text.is_empty()
        {
            form.typed(FormField::Date, |draft| draft.date_text = dates::short(day));
        }
    };
    let end = move |position| format::quantity(slide.value(position), &measure.unit);
    view! {
        <div class="own-slider">
            <p class="own-slider__head">
                <label for="own-slider">{screen::own::SLIDER}</label>
                // Beside the thumb for the eye; the slider itself tells it to the ear.
                <span aria-hidden="true">{move || status.get().map(|(glyph, word)| format!("{glyph} {word}"))}</span>
            </p>
            <input
                type="range"
                id="own-slider"
                min="0"
                max=slide.last_position
                step="1"
                aria-valuetext=told
                prop:value=move || position().to_string()
                on:input=moved
            />
            <p class="own-slider__ends small muted" aria-hidden="true">
                <span>{end(0)}</span>
                <span>{end(slide.last_position)}</span>
            </p>
        </div>
    }
    .into_any()
}

/// What would follow, in a box that cannot be taken for a kept figure.
#[component]
pub fn WhatIfValue(form: FigureForm) -> impl IntoView {
    let dataset = use_app().dataset;
    move || {
        form.tried.get().map(|figure| {
            let assessment = figure.judged(dataset, form.indicator);
            view! {
                <section class="own-tried" aria-label=screen::own::TRIED>
                    <p class="small muted">{screen::own::TRIED_NOTE}</p>
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
