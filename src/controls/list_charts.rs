//! Charts of the whole list and of scenarios side by side.

use charts::{Canvas, ChartView};
use figures::{RowFilter, ScenarioComparison};
use leptos::prelude::*;

use crate::{browser::media::use_canvas, controls::chart::ChartFigure, state::use_dataset};

fn figure(draw: impl Fn(&Canvas) -> Option<ChartView> + Send + Sync + 'static) -> AnyView {
    let canvas = use_canvas();
    let view = Signal::derive(move || draw(&canvas.get()));
    view! { <ChartFigure view /> }.into_any()
}

/// The baselines of the numeric targets.
pub fn baselines_chart() -> AnyView {
    let dataset = use_dataset();
    figure(move |canvas| charts::satisfaction_baselines(dataset, canvas))
}

/// How the indicators of each goal can be checked.
pub fn kinds_chart() -> AnyView {
    let dataset = use_dataset();
    figure(move |canvas| Some(charts::kinds_by_goal(dataset, canvas)))
}

/// How many indicators have which status in each scenario.
pub fn comparison_status_chart(comparison: Memo<ScenarioComparison<'static>>) -> AnyView {
    figure(move |canvas| {
        let comparison = comparison.read();
        charts::comparison_status(&comparison.heads, &comparison.goals, &comparison.whole, canvas)
    })
}

/// How far each scenario comes, for the rows that are shown.
pub fn comparison_progress_chart(
    comparison: Memo<ScenarioComparison<'static>>,
    filter: RwSignal<RowFilter>,
) -> AnyView {
    figure(move |canvas| {
        let comparison = comparison.read();
        charts::comparison_progress(&comparison.heads, comparison.shown(filter.get()), canvas)
    })
}
