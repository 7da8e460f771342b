//! The two charts of the whole list.

use leptos::prelude::*;

use crate::{browser::media::use_canvas, controls::chart::ChartFigure, state::use_dataset};

/// Where the numeric targets stand.
#[component]
pub fn BaselinesChart() -> impl IntoView {
    let dataset = use_dataset();
    let canvas = use_canvas();
    let view = Signal::derive(move || charts::satisfaction_baselines(dataset, &canvas.get()));
    view! { <ChartFigure view /> }
}

/// How each goal's indicators can be checked.
#[component]
pub fn KindsChart() -> impl IntoView {
    let dataset = use_dataset();
    let canvas = use_canvas();
    let view = Signal::derive(move || Some(charts::kinds_by_goal(dataset, &canvas.get())));
    view! { <ChartFigure view /> }
}
