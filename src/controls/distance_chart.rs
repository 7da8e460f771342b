//! The section with the distance chart of a goal or plan; no section where nothing can be compared.

use charts::{self, ChangeUnit, ChartView};
use leptos::prelude::*;
use list::Indicator;
use words::text::{self, charts::view as labels};

use crate::{
    browser::media::use_canvas,
    controls::{chart::ChartFigure, segments::Segments},
};

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
