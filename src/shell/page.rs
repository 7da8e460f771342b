//! Each page with the chunk that its code is in.

use leptos::{prelude::*, task::spawn_local};
use routes::Route;
#[cfg(feature = "chunked")]
use wasm_split_helpers::wasm_split;
use words::text::chunk as labels;

use crate::{
    controls::{Chunk, ChunkLoader, ChunkView, Chunks, loaded_view, when_loaded},
    pages::{
        accessibility::AccessibilityPage, compare::ComparePage, document::DocumentPage, explorer::ExplorerPage,
        goal::GoalPage, grid::GridPage, guide::GuidePage, handout::HandoutPage, indicator::IndicatorPage,
        not_found::NotFoundPage, overview::OverviewPage, plan::PlanPage, scenario_comparison::ScenarioComparisonPage,
        scenarios::ScenariosPage, search::SearchPage, shared_link::SharedPage,
    },
    state::Figures,
};

#[component]
pub fn Page(route: Route) -> impl IntoView {
    let Some(chunk) = chunk_of(&route) else {
        expect_context::<Chunks>().load_ahead();
        return view! { <ExplorerPage /> }.into_any();
    };
    let show = move || match chunk {
        Chunk::Sections => loaded_view(sections(route.clone())),
        Chunk::Own => loaded_view(own(route.clone())),
        Chunk::Reading | Chunk::Charts | Chunk::Tools => loaded_view(reading(route.clone())),
    };
    when_loaded(chunk, show, |retry| {
        view! {
            <h1 tabindex="-1">{labels::failed()}</h1>
            <p role="alert">{labels::failed_why()}</p>
            {retry}
        }
        .into_any()
    })
    .into_any()
}

/// `None` for the list of indicators. Its code is in the main program: as a chunk, it would share many small pieces with others.
pub fn chunk_of(route: &Route) -> Option<Chunk> {
    match route {
        Route::Explore(_) => None,
        Route::Overview | Route::Goal(_) | Route::Plan(_) => Some(Chunk::Sections),
        Route::Scenarios | Route::Sheet { .. } | Route::ScenarioComparison { .. } | Route::Shared(_) => {
            Some(Chunk::Own)
        }
        Route::Indicator(_)
        | Route::Compare { .. }
        | Route::Handout(_)
        | Route::Search(_)
        | Route::Document { .. }
        | Route::Guide { .. }
        | Route::Accessibility
        | Route::NotFound(_) => Some(Chunk::Reading),
    }
}

/// The names of the chunks that a page needs before it can be shown.
pub fn first_chunks(route: &Route) -> Vec<&'static str> {
    let chunk = chunk_of(route);
    let figures = chunk.filter(|chunk| chunk.needs_figures()).map(|_| "figures");
    chunk.map(<&'static str>::from).into_iter().chain(figures).collect()
}

#[cfg_attr(feature = "chunked", wasm_split(sections, fallible, preload(load_sections)))]
fn sections(route: Route) -> ChunkView {
    Ok(match route {
        Route::Goal(id) => view! { <GoalPage id /> }.into_any(),
        Route::Plan(id) => view! { <PlanPage id /> }.into_any(),
        _ => view! { <OverviewPage /> }.into_any(),
    })
}

#[cfg_attr(feature = "chunked", wasm_split(reading, fallible, preload(load_reading)))]
fn reading(route: Route) -> ChunkView {
    Ok(match route {
        Route::Indicator(id) => view! { <IndicatorPage id /> }.into_any(),
        Route::Compare { .. } => view! { <ComparePage /> }.into_any(),
        Route::Handout(_) => view! { <HandoutPage /> }.into_any(),
        Route::Document { line } => view! { <DocumentPage line /> }.into_any(),
        Route::Guide { at } => view! { <GuidePage at /> }.into_any(),
        Route::Accessibility => view! { <AccessibilityPage /> }.into_any(),
        Route::NotFound(path) => view! { <NotFoundPage asked=path.as_str().to_owned() /> }.into_any(),
        _ => view! { <SearchPage /> }.into_any(),
    })
}

#[cfg_attr(feature = "chunked", wasm_split(own, fallible, preload(load_own)))]
fn own(route: Route) -> ChunkView {
    Ok(match route {
        Route::Sheet { scenario, .. } => view! { <GridPage id=scenario /> }.into_any(),
        Route::ScenarioComparison { .. } => view! { <ScenarioComparisonPage /> }.into_any(),
        Route::Shared(text) => view! { <SharedPage text /> }.into_any(),
        _ => view! { <ScenariosPage /> }.into_any(),
    })
}

/// Loads a chunk, and the code for own figures with those that use it.
pub fn loader(figures: Figures) -> ChunkLoader {
    Box::new(move |chunk| {
        Box::pin(async move {
            // Both are fetched at the same time.
            if chunk.needs_figures() {
                spawn_local(async move { _ = figures.load_code().await });
            }
            load_chunk(chunk).await && (!chunk.needs_figures() || figures.load_code().await)
        })
    })
}

#[cfg(feature = "chunked")]
pub async fn load_chunk(chunk: Chunk) -> bool {
    match chunk {
        Chunk::Tools => crate::pages::explorer::tools::load_tool_code().await,
        Chunk::Sections => load_sections().await.is_ok(),
        Chunk::Charts => crate::controls::load_chart_code().await,
        Chunk::Reading => load_reading().await.is_ok(),
        Chunk::Own => load_own().await.is_ok(),
    }
}
#[cfg(not(feature = "chunked"))]
pub async fn load_chunk(_: Chunk) -> bool {
    true
}
