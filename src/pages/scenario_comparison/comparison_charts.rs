//! The two charts of scenarios side by side.

use figures::{RowFilter, ScenarioComparison};
use leptos::prelude::*;

use crate::{
    browser::media::use_canvas,
    controls::chart::{ChartFigure, HeadingLevel},
};

/// How many indicators have which status in each scenario.
#[component]
pub fn ComparisonStatusChart(sides: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let canvas = use_canvas();
    let view = Signal::derive(move || {
        let sides = sides.read();
        charts::sides_status(&sides.heads, &sides.goals, &sides.whole, &canvas.get())
    });
    view! { <ChartFigure view level=HeadingLevel::Three /> }
}

/// How far each scenario comes, for the rows that are looked at.
#[component]
pub fn ComparisonProgressChart(sides: Memo<ScenarioComparison<'static>>, show: RwSignal<RowFilter>) -> impl IntoView {
    let canvas = use_canvas();
    let view = Signal::derive(move || {
        let sides = sides.read();
        charts::sides_progress(&sides.heads, sides.shown(show.get()), &canvas.get())
    });
    view! { <ChartFigure view level=HeadingLevel::Three /> }
}
