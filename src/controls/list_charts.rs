use charts::{Canvas, ChangeUnit, ChartView};
use figures::{RowFilter, ScenarioComparison};
use leptos::prelude::*;
use list::Indicator;
use words::text::{self, charts::view as labels};

use crate::{
    browser::media::use_canvas,
    controls::{chart::ChartFigure, segments::Segments},
    state::use_dataset,
};

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

/// The section with the distance chart of a goal or plan; no section where nothing can be compared.
/// `scope` names the list, goal or plan in the chart's table. The reader chooses the axis.
#[component]
pub fn DistanceChart(scope: String, indicators: Vec<&'static Indicator>) -> impl IntoView {
    let canvas = use_canvas();
    let unit = RwSignal::new(ChangeUnit::default());
    let view: Memo<Option<ChartView>> =
        Memo::new(move |_| charts::distance_to_target(&scope, indicators.iter().copied(), unit.get(), &canvas.get()));
    view! {
        <Show when=move || view.read().is_some()>
            <section class="section" aria-labelledby="distance">
                <h2 id="distance">{text::goal::distance()}</h2>
                <Segments
                    label=labels::axis()
                    options=[ChangeUnit::Percent, ChangeUnit::Times]
                    text=|unit| match unit {
                        ChangeUnit::Percent => labels::axis_percent(),
                        ChangeUnit::Times => labels::axis_times(),
                    }
                    is_pressed=move |option| unit.get() == option
                    on_press=move |option| unit.set(option)
                    class="segments distance-axis no-print"
                />
                <ChartFigure view />
            </section>
        </Show>
    }
}
