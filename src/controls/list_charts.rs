use charts::{Canvas, ChartView};
use figures::{RowFilter, ScenarioComparison};
use leptos::prelude::*;

use crate::{browser::media::use_canvas, controls::chart::ChartFigure, state::use_dataset};

fn figure(draw: impl Fn(&Canvas) -> Option<ChartView> + Send + Sync + 'static) -> AnyView {
    let canvas = use_canvas();
    let view = Signal::derive(move || draw(&canvas.get()));
    view! { <ChartFigure view /> }.into_any()
}

pub fn baselines_chart() -> AnyView {
    let dataset = use_dataset();
    figure(move |canvas| charts::satisfaction_baselines(dataset, canvas))
}

pub fn kinds_chart() -> AnyView {
    let dataset = use_dataset();
    figure(move |canvas| Some(charts::kinds_by_goal(dataset, canvas)))
}

pub fn comparison_status_chart(comparison: Memo<ScenarioComparison<'static>>) -> AnyView {
    figure(move |canvas| {
        let comparison = comparison.read();
        charts::comparison_status(&comparison.columns, &comparison.goals, &comparison.whole, canvas)
    })
}

pub fn comparison_progress_chart(
    comparison: Memo<ScenarioComparison<'static>>,
    filter: RwSignal<RowFilter>,
) -> AnyView {
    figure(move |canvas| {
        let comparison = comparison.read();
        charts::comparison_progress(&comparison.columns, comparison.shown(filter.get()), canvas)
    })
}
