//! Draws a [`Track`] as a small SVG. What it shows stands in words beside it, so it is hidden from screen readers.

use std::cmp::Ordering;

use charts::track::{Track, track};
use figures::Figure;
use leptos::prelude::*;
use list::{Indicator, Stage};

use crate::state::use_dataset;

/// Where the current value and the target stand in the drawing, 128 units wide.
const FROM: f64 = 20.0;
const TO: f64 = 108.0;
const MIDDLE: f64 = 14.0;

fn x(share: f64) -> f64 {
    FROM + share * (TO - FROM)
}

fn diamond(cx: f64, cy: f64, r: f64) -> String {
    format!("M{cx} {}L{} {cy}L{cx} {}L{} {cy}Z", cy - r, cx + r, cy + r, cx - r)
}

fn own_mark(cx: f64, cy: f64) -> impl IntoView {
    view! { <path class="own" d=diamond(cx, cy, 7.5) /> }
}

fn target_mark(cx: f64) -> impl IntoView {
    view! {
        <circle class="ring" cx=cx cy=MIDDLE r="6.5" />
        <circle class="current" cx=cx cy=MIDDLE r="2.25" />
    }
}

/// How far above or below the line an own figure is drawn that is only compared, not measured.
fn beside(ordering: Ordering) -> f64 {
    match ordering {
        Ordering::Less => MIDDLE + 7.0,
        Ordering::Equal => MIDDLE,
        Ordering::Greater => MIDDLE - 7.0,
    }
}

#[component]
pub fn TrackFigure(
    indicator: &'static Indicator,
    /// The own figure.
    #[prop(into)]
    figure: Signal<Option<Figure>>,
) -> impl IntoView {
    let dataset = use_dataset();
    let shape = move || {
        let value = figure.read().as_ref().map(|figure| figure.value.to_assessment_input());
        shape(track(dataset, indicator, value.as_ref()))
    };
    view! { <svg class="track" viewBox="0 0 128 28" aria-hidden="true" focusable="false">{shape}</svg> }
}

fn shape(track: Track) -> AnyView {
    match track {
        Track::Reach { own } => view! {
            <path class="base" d="M2 14H126" />
            <path class="span" d=format!("M{FROM} 14H{TO}") />
            <circle class="current" cx=FROM cy=MIDDLE r="5.5" />
            {target_mark(TO)}
            {own.map(|share| own_mark(x(share), MIDDLE))}
        }
        .into_any(),
        Track::TargetOnly { own } => view! {
            <path class="hint" d=format!("M4 14H{}", TO - 10.0) />
            {target_mark(TO)}
            {own.map(|share| own_mark(x(share), MIDDLE))}
        }
        .into_any(),
        Track::Ceiling { current, own } => view! {
            <path class="base" d=format!("M2 14H{TO}") />
            <path class="arrow" d=format!("M{TO} 3V25") />
            {current.map(|share| view! { <circle class="current" cx=x(share) cy=MIDDLE r="5.5" /> })}
            {own.map(|share| own_mark(x(share), MIDDLE))}
        }
        .into_any(),
        Track::Hold { own } => view! {
            <rect class="band" x="2" y="8" width="124" height="12" rx="2" />
            <path class="hint" d="M8 14H120" />
            <circle class="current" cx="64" cy=MIDDLE r="5.5" />
            {own.map(|ordering| own_mark(88.0, beside(ordering)))}
        }
        .into_any(),
        Track::Direction { rising, own } => {
            let arrow = if rising { "M28 20L84 8M75 5.5L84 8L79 15.5" } else { "M28 8L84 20M75 22.5L84 20L79 12.5" };
            let cy = if rising { 21.0 } else { 7.0 };
            view! {
                <path class="base" d=format!("M2 {cy}H126") />
                <path class="arrow" d=arrow />
                <circle class="current" cx=FROM cy=cy r="5.5" />
                {own.map(|ordering| own_mark(104.0, beside(ordering)))}
            }
            .into_any()
        }
        Track::Stages { current, target, own } => {
            let rungs = Stage::ALL.into_iter().zip([14.0, 47.0, 81.0, 114.0]).map(|(stage, cx)| {
                let (is_current, is_target) = (current == Some(stage), target == Some(stage));
                let (class, own_y) = if is_current { ("rung rung--current", MIDDLE - 6.0) } else { ("rung", MIDDLE) };
                view! {
                    {is_target.then(|| view! { <path class="rung--target" d=diamond(cx, MIDDLE, 11.5) /> })}
                    <path class=class d=diamond(cx, MIDDLE, 7.0) />
                    {(own == Some(stage)).then(|| own_mark(cx, own_y))}
                }
            });
            view! { <path class="base" d="M14 14H114" /> {rungs.collect_view()} }.into_any()
        }
    }
}
