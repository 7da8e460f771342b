//! How much each comparable indicator of a goal or plan is to change, as a section; no section where none can be compared.

use charts::{self, ChartView, Measured};
use leptos::prelude::*;
use list::Indicator;
use words::{chart as labels, screen};

use crate::{browser::media::use_canvas, controls::chart::ChartFigure};

/// `scope` names the list, goal or plan in the chart's table. The reader chooses the axis.
#[component]
pub fn DistanceChart(scope: String, indicators: Vec<&'static Indicator>) -> impl IntoView {
    let canvas = use_canvas();
    let measured = RwSignal::new(Measured::default());
    let view: Memo<Option<ChartView>> = Memo::new(move |_| {
        charts::distance_to_target(&scope, indicators.iter().copied(), measured.get(), &canvas.get())
    });
    let choice = move |one: Measured, label: &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (measured.get() == one).to_string()
                on:click=move |_| measured.set(one)
            >
                {label}
            </button>
        }
    };
    view! {
        <Show when=move || view.read().is_some()>
            <section class="section" aria-labelledby="distance">
                <h2 id="distance">{screen::goal::DISTANCE}</h2>
                <div class="segments distance-axis no-print" role="group" aria-label=labels::AXIS>
                    {choice(Measured::Percent, labels::AXIS_PERCENT)}
                    {choice(Measured::Times, labels::AXIS_TIMES)}
                </div>
                <ChartFigure view />
            </section>
        </Show>
    }
}
