//! What can be taken along from a chart: its table, its picture, the way back to it.

use charts::{
    Animation, ChartView, Palette,
    chart_export::{DRAWING_WIDTH, Picture, chart_csv, picture},
    finish,
};
use leptos::{prelude::*, task::spawn_local};
use list::Dataset;
use words::{chart as labels, notes::file_name, screen};

use crate::{
    browser::{download, echarts, location, rasterize, system},
    state::{Downloads, Messages, use_dataset, use_downloads, use_messages},
};

/// The buttons, folded away: most readers only look.
#[component]
pub fn ChartExport(view: Signal<Option<ChartView>>, palette: Signal<Palette>) -> impl IntoView {
    let dataset = use_dataset();
    let messages = use_messages();
    let downloads = use_downloads();
    let title = move || view.with(|view| view.as_ref().map(|view| labels::take(&view.title)));
    let csv = move |_| {
        if let Some(view) = view.get_untracked() {
            let text = chart_csv(&view, dataset, system::today());
            downloads.offer_named("chart", "csv", "text/csv", &text);
        }
    };
    let svg = move |_| draw(dataset, downloads, messages, view, palette, Kind::Svg);
    let png = move |_| draw(dataset, downloads, messages, view, palette, Kind::Png);
    let link = move |_| messages.copy(location::address(), screen::export::LINK_COPIED.to_owned());
    view! {
        <details class="chart-take no-print">
            <summary aria-label=title>{labels::TAKE}</summary>
            <p class="actions actions--close">
                <button type="button" class="button button--plain" data-take="csv" on:click=csv>{labels::CSV}</button>
                <button type="button" class="button button--plain" data-take="svg" on:click=svg>{labels::SVG}</button>
                <button type="button" class="button button--plain" data-take="png" on:click=png>{labels::PNG}</button>
                <button type="button" class="button button--plain" data-take="link" on:click=link>{labels::LINK}</button>
            </p>
        </details>
    }
}

/// The two ways to write a picture.
#[derive(Clone, Copy)]
enum Kind {
    Svg,
    Png,
}

/// Draws the chart anew at the size of a picture and offers it; says so where that cannot be done.
fn draw(
    dataset: &'static Dataset,
    downloads: Downloads,
    messages: Messages,
    view: Signal<Option<ChartView>>,
    palette: Signal<Palette>,
    kind: Kind,
) {
    let Some(view) = view.get_untracked() else {
        return;
    };
    let palette = palette.get_untracked();
    spawn_local(async move {
        let offered = match drawn(dataset, &view, &palette).await {
            None => None,
            Some(picture) => match kind {
                Kind::Svg => {
                    downloads.offer_named("chart", "svg", "image/svg+xml", &picture.svg);
                    Some(())
                }
                Kind::Png => {
                    let name = file_name(dataset, "chart", system::today(), "png");
                    rasterize::png(&picture.svg, picture.width, picture.height)
                        .await
                        .and_then(|blob| download::offer_blob(&name, &blob))
                }
            },
        };
        if offered.is_none() {
            messages.show(labels::NO_PICTURE.to_owned());
        }
    });
}

async fn drawn(dataset: &'static Dataset, view: &ChartView, palette: &Palette) -> Option<Picture> {
    let charts = echarts::load().await.ok()?;
    let option = finish(view, palette, Animation::Reduced).to_string();
    let drawing = charts.svg(&option, DRAWING_WIDTH, view.height).ok()?;
    Some(picture(view, &drawing, palette, dataset, system::today()))
}
