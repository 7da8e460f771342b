//! What stands in a place until its chunk is there, and where the chunk did not come.

use leptos::prelude::*;
use routes::Route;
use words::screen::chunk as labels;

use crate::shell::chunks::{self, ChartRequest, Chunk, ChunkState, Chunks};

/// A page, as soon as its code is there.
#[component]
pub fn Page(route: Route) -> impl IntoView {
    let chunk = Chunk::of(&route);
    in_chunk(
        chunk,
        move || chunks::page(route.clone()),
        |again| {
            view! {
                <h1 tabindex="-1">{labels::FAILED}</h1>
                <p role="alert">{labels::FAILED_WHY}</p>
                {again}
            }
            .into_any()
        },
    )
}

/// A chart, as soon as the charts' code is there.
#[component]
pub fn Chart(of: ChartRequest) -> impl IntoView {
    in_chunk(
        Chunk::Charts,
        move || chunks::chart(of.clone()),
        |again| view! { <p class="chart-trouble" role="status">{labels::NO_CHARTS} {again}</p> }.into_any(),
    )
}

fn in_chunk(
    chunk: Chunk,
    show: impl Fn() -> Option<AnyView> + Send + 'static,
    failure: fn(AnyView) -> AnyView,
) -> impl IntoView {
    let chunks = expect_context::<Chunks>();
    let state = chunks.state(chunk);
    if state.get_untracked() != ChunkState::Here {
        chunks.need(chunk);
    }
    let retry = move || {
        view! {
            <button type="button" class="button" on:click=move |_| chunks.need(chunk)>
                {labels::RETRY}
            </button>
        }
        .into_any()
    };
    move || match state.get() {
        ChunkState::Here => show().unwrap_or_else(|| failure(retry())),
        ChunkState::Failed => failure(retry()),
        ChunkState::Absent | ChunkState::UnderWay => {
            view! { <p class="awaited" role="status">{labels::LOADING}</p> }.into_any()
        }
    }
}
