use charts::{
    Animation, ChartView, Palette,
    chart_export::{DRAWING_WIDTH, Picture, chart_csv, picture},
    finish,
};
use leptos::{prelude::*, task::spawn_local};
use list::Dataset;
use words::text::{self, charts::export as labels, notes::file_name};

use crate::{
    browser::{download, echarts, location, rasterize, system},
    state::{use_dataset, use_downloads, use_messages},
};

#[derive(Clone, Copy)]
enum PictureFormat {
    Svg,
    Png,
}

#[component]
pub fn ChartExport(view: Signal<Option<ChartView>>, palette: Signal<Palette>) -> impl IntoView {
    let dataset = use_dataset();
    let messages = use_messages();
    let downloads = use_downloads();
    let title = move || view.with(|view| view.as_ref().map(|view| labels::open_of(&view.title)));
    let csv = move |_| {
        if let Some(view) = view.get_untracked() {
            let text = chart_csv(&view, dataset, system::today());
            downloads.offer_named("chart", "csv", "text/csv", &text);
        }
    };
    let offer_picture = move |format: PictureFormat| {
        let Some(view) = view.get_untracked() else { return };
        let palette = palette.get_untracked();
        spawn_local(async move {
            let picture = draw(dataset, &view, &palette).await;
            let is_offered = match (picture, format) {
                (None, _) => false,
                (Some(picture), PictureFormat::Svg) => {
                    downloads.offer_named("chart", "svg", "image/svg+xml", &picture.svg);
                    true
                }
                (Some(picture), PictureFormat::Png) => {
                    let name = file_name(dataset, "chart", system::today(), "png");
                    let png = rasterize::png(&picture.svg, picture.width, picture.height).await;
                    png.and_then(|blob| download::offer_blob(&name, &blob)).is_some()
                }
            };
            if !is_offered {
                messages.show(labels::no_picture().to_owned());
            }
        });
    };
    let svg = move |_| offer_picture(PictureFormat::Svg);
    let png = move |_| offer_picture(PictureFormat::Png);
    let link = move |_| messages.copy(location::address(), text::export::link_copied().to_owned());
    view! {
        <details class="chart-export no-print">
            <summary aria-label=title>{labels::open()}</summary>
            <p class="actions actions--close">
                <button type="button" class="button button--plain" data-export="csv" on:click=csv>{labels::csv()}</button>
                <button type="button" class="button button--plain" data-export="svg" on:click=svg>{labels::svg()}</button>
                <button type="button" class="button button--plain" data-export="png" on:click=png>{labels::png()}</button>
                <button type="button" class="button button--plain" data-export="link" on:click=link>{labels::link()}</button>
            </p>
        </details>
    }
}

/// Draws the chart again at the size of a picture; `None` without the drawing library.
async fn draw(dataset: &Dataset, view: &ChartView, palette: &Palette) -> Option<Picture> {
    let library = echarts::load().await.ok()?;
    let option = finish(view, palette, Animation::Reduced).to_string();
    let drawing = library.svg(&option, DRAWING_WIDTH, view.height).ok()?;
    Some(picture(view, &drawing, palette, dataset, system::today()))
}
