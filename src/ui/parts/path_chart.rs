//! The way from the current value to the target, with the reader's figures on it, for each measure of an indicator.

use leptos::prelude::*;

use crate::{
    browser::media::use_canvas,
    charts::spec::{self, OwnPoint},
    dataset::{Indicator, Measure},
    scenario::{FigureValue, Subject},
    state::use_app,
    ui::parts::chart::ChartFigure,
};

/// One chart per measure that can be drawn.
#[component]
pub fn PathChart(indicator: &'static Indicator) -> impl IntoView {
    indicator.measures.iter().map(|measure| view! { <MeasureChart indicator measure /> }).collect_view()
}

#[component]
fn MeasureChart(indicator: &'static Indicator, measure: &'static Measure) -> impl IntoView {
    let app = use_app();
    let canvas = use_canvas();
    let subject = Subject::Measure(measure.id.clone());
    let own = Memo::new(move |_| {
        let notebook = app.notebook.read();
        let scenario = notebook.workspace.active();
        let points: Vec<OwnPoint> = scenario
            .figures()
            .filter(|figure| figure.indicator == indicator.id && figure.subject() == subject)
            .filter_map(|figure| match &figure.value {
                FigureValue::Amount { number, unit, .. } if *unit == measure.unit => {
                    Some(OwnPoint { date: figure.date, amount: number.get(), label: scenario.name().to_owned() })
                }
                _ => None,
            })
            .collect();
        points
    });
    let view = Memo::new(move |_| {
        spec::indicator_path(app.dataset, indicator, measure, &own.read(), &canvas.get())
    });
    view! { <ChartFigure view summary_hidden=true /> }
}
