//! Chunks of the program: the code of most pages, and that of the charts, is loaded when it is first needed.
//! [`wasm_split`](wasm_split_helpers::wasm_split) marks where the build cuts the program; a marked function is the only
//! entry to its chunk. What chunks share and the frame does not need becomes chunks too, which the build's loader
//! fetches along. Without the feature `chunked` (tests in the browser) the program stays whole and nothing is loaded.
//! There are few chunks on purpose: every further one cuts what is shared into smaller pieces, and each is a request.

#[cfg(not(feature = "chunked"))]
use std::convert::Infallible as ChunkError;
use std::pin::Pin;

use leptos::{prelude::*, task::spawn_local};
use strum::{EnumCount, VariantArray};
#[cfg(feature = "chunked")]
use wasm_split_helpers::SplitLoaderError as ChunkError;
use words::text::chunk as labels;

/// In the order in which they are loaded ahead of need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumCount, strum::VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Chunk {
    /// What the list of indicators shows only on request.
    Tools,
    /// The overview, the pages of goals and of plans.
    Sections,
    Charts,
    /// Pages about single indicators, the document, the guide.
    Reading,
    /// Pages about own figures.
    Own,
}

impl Chunk {
    /// Whether its pages edit or assess own figures.
    pub fn needs_figures(self) -> bool {
        matches!(self, Self::Reading | Self::Own)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChunkState {
    Absent,
    Loading,
    Loaded,
    Failed,
}

/// Loads a chunk; false where that failed.
pub type ChunkLoader = Box<dyn Fn(Chunk) -> Pin<Box<dyn Future<Output = bool>>>>;

pub type ChunkView = Result<AnyView, ChunkError>;

/// The chunks of the running program, in context.
#[derive(Clone, Copy)]
pub struct Chunks {
    states: [RwSignal<ChunkState>; Chunk::COUNT],
    loader: StoredValue<ChunkLoader, LocalStorage>,
}

impl Chunks {
    pub fn new(loader: ChunkLoader, loaded: Option<Chunk>) -> Self {
        let state = if cfg!(feature = "chunked") { ChunkState::Absent } else { ChunkState::Loaded };
        let chunks = Self { states: [state; Chunk::COUNT].map(RwSignal::new), loader: StoredValue::new_local(loader) };
        if let Some(loaded) = loaded {
            chunks.state(loaded).set(ChunkState::Loaded);
        }
        chunks
    }

    #[allow(clippy::indexing_slicing, reason = "there is one place per variant")]
    pub fn state(self, chunk: Chunk) -> RwSignal<ChunkState> {
        self.states[chunk as usize]
    }

    /// Loads a chunk, then all others ahead of need.
    fn load_first(self, chunk: Chunk) {
        spawn_local(async move {
            self.load(chunk).await;
            self.load_absent().await;
        });
    }

    /// Loads all chunks ahead of need.
    pub fn load_ahead(self) {
        if cfg!(feature = "chunked") {
            spawn_local(self.load_absent());
        }
    }

    async fn load_absent(self) {
        for &chunk in Chunk::VARIANTS {
            // A failure here is not shown; whoever needs the chunk tries again.
            if self.state(chunk).get_untracked() == ChunkState::Absent {
                self.load(chunk).await;
            }
        }
    }

    async fn load(self, chunk: Chunk) {
        let state = self.state(chunk);
        if matches!(state.get_untracked(), ChunkState::Absent | ChunkState::Failed) {
            state.set(ChunkState::Loading);
            let loading = self.loader.with_value(|load| load(chunk));
            let is_loaded = loading.await;
            state.set(if is_loaded { ChunkState::Loaded } else { ChunkState::Failed });
        }
    }
}

/// Shows a view as soon as its chunk is loaded. `failure` gets the button that tries again.
pub fn when_loaded(
    chunk: Chunk,
    show: impl Fn() -> Option<AnyView> + Send + 'static,
    failure: fn(AnyView) -> AnyView,
) -> impl IntoView {
    let chunks = expect_context::<Chunks>();
    let state = chunks.state(chunk);
    if state.get_untracked() == ChunkState::Loaded {
        chunks.load_ahead();
    } else {
        chunks.load_first(chunk);
    }
    let retry = move || {
        let load = move |_| chunks.load_first(chunk);
        view! { <button type="button" class="button" on:click=load>{labels::retry()}</button> }.into_any()
    };
    move || match state.get() {
        ChunkState::Loaded => show().unwrap_or_else(|| failure(retry())),
        ChunkState::Failed => failure(retry()),
        ChunkState::Absent | ChunkState::Loading => {
            view! { <p class="awaited" role="status">{labels::loading()}</p> }.into_any()
        }
    }
}

/// The view that the entry of a loaded chunk returns. It is ready at once; `None` where the chunk is not loaded.
#[cfg(feature = "chunked")]
pub fn loaded_view(entry: impl Future<Output = ChunkView>) -> Option<AnyView> {
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
pub fn loaded_view(entry: ChunkView) -> Option<AnyView> {
    entry.ok()
}
