//! The program in chunks: the code of a page, and that of the charts, is loaded when it is first needed.
//!
//! [`wasm_split`](wasm_split_helpers::wasm_split) marks where the build cuts the program; a marked function is the only
//! way into its chunk. What chunks share and the frame does not need becomes chunks too, which the build's loader
//! fetches along. Without the feature `chunked` (tests in the browser) the program stays whole and nothing is loaded.
//!
//! There are few chunks on purpose: every further one cuts what is shared into smaller pieces, and each is a request.

use leptos::{prelude::*, task::spawn_local};
#[cfg(feature = "chunked")]
use wasm_split_helpers::wasm_split;

use figures::{RowFilter, ScenarioComparison};
use list::Indicator;
use routes::Route;

use crate::{
    controls::distance_chart::DistanceChart,
    pages::{
        accessibility::AccessibilityPage,
        compare::ComparePage,
        document::DocumentPage,
        explorer::ExplorerPage,
        goal::GoalPage,
        grid::GridPage,
        guide::GuidePage,
        handout::HandoutPage,
        indicator::{IndicatorPage, figure_form::FigureForm, path_chart::PathChart},
        not_found::NotFoundPage,
        overview::{
            OverviewPage,
            overview_charts::{BaselinesChart, KindsChart},
        },
        plan::PlanPage,
        scenario_comparison::{
            ScenarioComparisonPage,
            comparison_charts::{ComparisonProgressChart, ComparisonStatusChart},
        },
        scenarios::ScenariosPage,
        search::SearchPage,
        shared_link::SharedPage,
    },
};

/// What is loaded together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chunk {
    /// The pages most visits begin with: overview, goals, plans, the list of indicators.
    Lists,
    /// All charts, without the library that draws them.
    Charts,
    /// Single indicators and all that is for reading.
    Reading,
    /// Own figures.
    Own,
}

impl Chunk {
    /// In the order in which they are loaded ahead of need.
    const ALL: [Self; 4] = [Self::Lists, Self::Charts, Self::Reading, Self::Own];

    /// The one a page is in.
    pub fn of(route: &Route) -> Self {
        match route {
            Route::Overview | Route::Goal(_) | Route::Plan(_) | Route::Explore(_) => Self::Lists,
            Route::Scenarios | Route::Sheet { .. } | Route::ScenarioComparison { .. } | Route::Shared(_) => Self::Own,
            Route::Indicator(_)
            | Route::Compare { .. }
            | Route::Handout(_)
            | Route::Search(_)
            | Route::Document { .. }
            | Route::Guide { .. }
            | Route::Accessibility
            | Route::NotFound(_) => Self::Reading,
        }
    }
}

/// A chart, or the charts of one place.
#[derive(Clone)]
pub enum ChartRequest {
    /// From the current value to the target, for each measure.
    Path(FigureForm),
    /// How much each indicator is to change.
    Distance {
        /// Names the list, goal or plan.
        scope: String,
        /// What is compared.
        indicators: Vec<&'static Indicator>,
    },
    /// Where the numeric targets stand.
    Baselines,
    /// How each goal's indicators can be checked.
    Kinds,
    /// Statuses of scenarios side by side.
    SidesStatus(Memo<ScenarioComparison<'static>>),
    /// Progress of scenarios side by side.
    SidesProgress(Memo<ScenarioComparison<'static>>, RwSignal<RowFilter>),
}

/// A view out of a chunk, or that the chunk could not be loaded.
#[cfg(feature = "chunked")]
type Entered = Result<AnyView, wasm_split_helpers::SplitLoaderError>;
#[cfg(not(feature = "chunked"))]
type Entered = Result<AnyView, std::convert::Infallible>;

#[cfg_attr(feature = "chunked", wasm_split(lists, fallible, preload(load_lists)))]
fn lists(route: Route) -> Entered {
    Ok(match route {
        Route::Goal(id) => view! { <GoalPage id /> }.into_any(),
        Route::Plan(id) => view! { <PlanPage id /> }.into_any(),
        Route::Explore(_) => view! { <ExplorerPage /> }.into_any(),
        _ => view! { <OverviewPage /> }.into_any(),
    })
}

#[cfg_attr(feature = "chunked", wasm_split(reading, fallible, preload(load_reading)))]
fn reading(route: Route) -> Entered {
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
fn own(route: Route) -> Entered {
    Ok(match route {
        Route::Sheet { scenario, .. } => view! { <GridPage id=scenario /> }.into_any(),
        Route::ScenarioComparison { .. } => view! { <ScenarioComparisonPage /> }.into_any(),
        Route::Shared(text) => view! { <SharedPage text /> }.into_any(),
        _ => view! { <ScenariosPage /> }.into_any(),
    })
}

#[cfg_attr(feature = "chunked", wasm_split(charts, fallible, preload(load_charts)))]
fn charts(of: ChartRequest) -> Entered {
    Ok(match of {
        ChartRequest::Path(form) => view! { <PathChart form /> }.into_any(),
        ChartRequest::Distance { scope, indicators } => view! { <DistanceChart scope indicators /> }.into_any(),
        ChartRequest::Baselines => view! { <BaselinesChart /> }.into_any(),
        ChartRequest::Kinds => view! { <KindsChart /> }.into_any(),
        ChartRequest::SidesStatus(sides) => view! { <ComparisonStatusChart sides /> }.into_any(),
        ChartRequest::SidesProgress(sides, show) => view! { <ComparisonProgressChart sides show /> }.into_any(),
    })
}

/// The view of a page whose chunk is here; `None` where it is not.
pub fn page(route: Route) -> Option<AnyView> {
    match Chunk::of(&route) {
        Chunk::Lists => entered(lists(route)),
        Chunk::Own => entered(own(route)),
        Chunk::Reading | Chunk::Charts => entered(reading(route)),
    }
}

/// The view of a chart, once [`Chunk::Charts`] is here; `None` where it is not.
pub fn chart(of: ChartRequest) -> Option<AnyView> {
    entered(charts(of))
}

/// What an entry gives at once. Of a chunk that is here there is nothing to wait for.
#[cfg(feature = "chunked")]
fn entered(entry: impl Future<Output = Entered>) -> Option<AnyView> {
    use std::{
        pin::pin,
        task::{Context, Poll, Waker},
    };
    match pin!(entry).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view.ok(),
        Poll::Pending => None,
    }
}
#[cfg(not(feature = "chunked"))]
fn entered(entry: Entered) -> Option<AnyView> {
    entry.ok()
}

/// Fetches a chunk unless it is here; false where that failed. A later call tries anew.
#[cfg(feature = "chunked")]
async fn load(chunk: Chunk) -> bool {
    match chunk {
        Chunk::Lists => load_lists().await,
        Chunk::Charts => load_charts().await,
        Chunk::Reading => load_reading().await,
        Chunk::Own => load_own().await,
    }
    .is_ok()
}
/// In one piece nothing is ever missing.
#[cfg(not(feature = "chunked"))]
async fn load(_chunk: Chunk) -> bool {
    true
}

/// How far a chunk has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChunkState {
    /// Nobody has asked for it.
    Absent,
    /// It is being fetched.
    UnderWay,
    /// Its views can be made.
    Here,
    /// It could not be fetched. Worth another try.
    Failed,
}

/// The chunks of the running program.
#[derive(Debug, Clone, Copy)]
pub struct Chunks([RwSignal<ChunkState>; 4]);

impl Default for Chunks {
    /// None of them loaded yet.
    fn default() -> Self {
        Self([ChunkState::Absent; 4].map(RwSignal::new))
    }
}

impl Chunks {
    /// How far one has come.
    pub fn state(self, chunk: Chunk) -> RwSignal<ChunkState> {
        let [lists, charts, reading, own] = self.0;
        match chunk {
            Chunk::Lists => lists,
            Chunk::Charts => charts,
            Chunk::Reading => reading,
            Chunk::Own => own,
        }
    }

    /// Fetches one that is not here, and, when the first has come, all others ahead of need.
    pub fn need(self, chunk: Chunk) {
        spawn_local(async move {
            self.fetch(chunk).await;
            for other in Chunk::ALL {
                // One that fails here fails unseen; whoever needs it asks again.
                if self.state(other).get_untracked() == ChunkState::Absent {
                    self.fetch(other).await;
                }
            }
        });
    }

    async fn fetch(self, chunk: Chunk) {
        let state = self.state(chunk);
        if matches!(state.get_untracked(), ChunkState::UnderWay | ChunkState::Here) {
            return;
        }
        state.set(ChunkState::UnderWay);
        let came = load(chunk).await;
        state.set(if came { ChunkState::Here } else { ChunkState::Failed });
    }
}
