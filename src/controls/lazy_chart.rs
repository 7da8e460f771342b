use figures::{Figure, FigureKey, RowFilter, ScenarioComparison};
use leptos::prelude::*;
use list::Indicator;
#[cfg(feature = "chunked")]
use wasm_split_helpers::wasm_split;
use words::text::chunk as labels;

use crate::controls::{
    lazy::{Chunk, ChunkView, loaded_view, when_loaded},
    list_charts::{DistanceChart, baselines_chart, comparison_progress_chart, comparison_status_chart, kinds_chart},
    path_chart::PathChart,
};

#[derive(Clone)]
pub enum ChartRequest {
    Path {
        indicator: &'static Indicator,
        /// A figure that is being typed.
        what_if: Memo<Option<Figure>>,
        /// The saved figure that `what_if` would replace.
        replaces: RwSignal<Option<FigureKey>>,
    },
    Distance {
        scope: String,
        indicators: Vec<&'static Indicator>,
    },
    Baselines,
    Kinds,
    ScenarioStatus(Memo<ScenarioComparison<'static>>),
    ScenarioProgress(Memo<ScenarioComparison<'static>>, RwSignal<RowFilter>),
}

#[cfg_attr(feature = "chunked", wasm_split(charts, fallible, preload(load_charts)))]
fn charts(request: ChartRequest) -> ChunkView {
    Ok(match request {
        ChartRequest::Path { indicator, what_if, replaces } => {
            view! { <PathChart indicator what_if replaces /> }.into_any()
        }
        ChartRequest::Distance { scope, indicators } => view! { <DistanceChart scope indicators /> }.into_any(),
        ChartRequest::Baselines => baselines_chart(),
        ChartRequest::Kinds => kinds_chart(),
        ChartRequest::ScenarioStatus(comparison) => comparison_status_chart(comparison),
        ChartRequest::ScenarioProgress(comparison, filter) => comparison_progress_chart(comparison, filter),
    })
}

/// False if loading failed.
#[cfg(feature = "chunked")]
pub async fn load_chart_code() -> bool {
    load_charts().await.is_ok()
}

#[component]
pub fn Chart(of: ChartRequest) -> impl IntoView {
    let charts = when_loaded(
        Chunk::Charts,
        move || loaded_view(charts(of.clone())),
        |retry| view! { <p class="chart-problem" role="status">{labels::no_charts()} {retry}</p> }.into_any(),
    );
    // Keeps its height when the program takes over a prerendered page (tools/page/take-over.js).
    view! { <div class="lazy-chart stack">{charts}</div> }
}
