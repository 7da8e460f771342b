//! How much each comparable indicator of a goal or plan is to change, as a section; no section where none can be compared.

use leptos::prelude::*;

use crate::{
    browser::media::use_canvas,
    charts::spec::{self, ChartView},
    dataset::Indicator,
    text::screen,
    ui::parts::chart::ChartFigure,
};

/// `scope` names the goal or plan in the chart's title.
#[component]
pub fn DistanceChart(scope: String, indicators: Vec<&'static Indicator>) -> impl IntoView {
    let canvas = use_canvas();
    let view: Memo<Option<ChartView>> = Memo::new(move |_| {
        spec::distance_to_target(&scope, indicators.iter().copied(), &canvas.get())
    });
    view! {
        <Show when=move || view.read().is_some()>
            <section class="section" aria-labelledby="distance">
                <h2 id="distance">{screen::goal::DISTANCE}</h2>
                <ChartFigure view />
            </section>
        </Show>
    }
}
