//! The two charts of scenarios side by side.

use figures::{RowFilter, ScenarioComparison};
use leptos::prelude::*;

use crate::{browser::media::use_canvas, controls::chart::ChartFigure};

/// How many indicators have which status in each scenario.
#[component]
pub fn ComparisonStatusChart(comparison: Memo<ScenarioComparison<'static>>) -> impl IntoView {
    let canvas = use_canvas();
    let view = Signal::derive(move || {
        let comparison = comparison.read();
        charts::comparison_status(&comparison.heads, &comparison.goals, &comparison.whole, &canvas.get())
    });
    view! { <ChartFigure view /> }
}

/// How far each scenario comes, for the rows that are shown.
#[component]
pub fn ComparisonProgressChart(
    comparison: Memo<ScenarioComparison<'static>>,
    filter: RwSignal<RowFilter>,
) -> impl IntoView {
    let canvas = use_canvas();
    let view = Signal::derive(move || {
        let comparison = comparison.read();
        charts::comparison_progress(&comparison.heads, comparison.shown(filter.get()), &canvas.get())
    });
    view! { <ChartFigure view /> }
}
