use charts::{self, OwnPoint};
use figures::{Figure, FigureKey, FigureValue, Subject};
use leptos::prelude::*;
use list::{Indicator, Measure};
use words::text;

use crate::{
    browser::media::use_canvas,
    controls::chart::ChartFigure,
    state::{use_dataset, use_figures},
};

#[component]
pub fn PathChart(
    indicator: &'static Indicator,
    what_if: Memo<Option<Figure>>,
    replaces: RwSignal<Option<FigureKey>>,
) -> impl IntoView {
    let charts = indicator.measures.iter().map(|measure| view! { <MeasureChart indicator measure what_if replaces /> });
    charts.collect_view()
}

#[component]
fn MeasureChart(
    indicator: &'static Indicator,
    measure: &'static Measure,
    what_if: Memo<Option<Figure>>,
    replaces: RwSignal<Option<FigureKey>>,
) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    let canvas = use_canvas();
    let subject = Subject::Measure(measure.id.clone());
    let own = Memo::new(move |_| {
        let notebook = figures.notebook();
        let scenario = notebook.workspace.active();
        let what_if = what_if.read();
        let tried = what_if.as_ref().filter(|figure| figure.subject() == subject);
        // The typed figure is drawn in the place of those that it would replace.
        let replaced = |figure: &Figure| {
            let key = figure.key();
            tried.is_some_and(|tried| key == tried.key() || replaces.read().as_ref() == Some(&key))
        };
        let point = |figure: &Figure, label: &str, is_saved| match &figure.value {
            FigureValue::Amount { number, unit, .. } if *unit == measure.unit => {
                Some(OwnPoint { date: figure.date, amount: number.get(), label: label.to_owned(), is_saved })
            }
            _ => None,
        };
        let saved = scenario
            .figures()
            .filter(|figure| figure.indicator == indicator.id && figure.subject() == subject)
            .filter(|figure| !replaced(figure))
            .filter_map(|figure| point(figure, scenario.name(), true));
        let tried = tried.and_then(|figure| point(figure, text::own::tried(), false));
        saved.chain(tried).collect::<Vec<OwnPoint>>()
    });
    let view = Memo::new(move |_| charts::indicator_path(dataset, indicator, measure, &own.read(), &canvas.get()));
    view! { <ChartFigure view summary_hidden=true prerendered=true /> }
}
