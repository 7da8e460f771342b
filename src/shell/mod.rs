pub mod app;
pub mod banners;
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod render;
pub mod site_search;
pub mod toast;

use leptos::{
    mount::mount_to,
    prelude::*,
    web_sys::{HtmlElement, ServiceWorkerRegistration},
};
use list::{Dataset, PreparedList};
use routes::Route;
use search::{Index, Lexicon};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{
    browser::{location, worker},
    controls::Chunk,
    state::{FigureCode, Navigation, figure_code},
};

/// Code that was loaded before the app starts.
#[derive(Clone, Copy, Default)]
pub struct LoadedCode {
    pub figures: Option<FigureCode>,
    pub chunk: Option<Chunk>,
}

/// The program with everything that its first page needs.
#[wasm_bindgen]
pub struct Program {
    dataset: &'static Dataset,
    index: &'static Index<'static>,
    code: LoadedCode,
}

#[wasm_bindgen]
impl Program {
    /// Reads the list that the build has prepared, and loads the code for the page of the address and for own figures, if
    /// there are any. `None` if the list is damaged or a part of the code could not be loaded.
    pub async fn load(list: Vec<u8>) -> Option<Self> {
        // The start script tells the reader; this is for developers.
        std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
        let PreparedList { contents, search_words } = PreparedList::decode(&list).ok()?;
        // List and index live as long as the page.
        let dataset: &'static Dataset = Box::leak(Box::new(Dataset::new(contents)));
        let index: &'static Index<'static> = Box::leak(Box::new(Index::new(dataset, Lexicon::from(search_words))));
        let mut code = LoadedCode { chunk: page::chunk_of(&Route::parse(&location::current()).route), figures: None };
        let needs_figures = figure_code::is_needed_at_start() || code.chunk.is_some_and(Chunk::needs_figures);
        if needs_figures {
            // Begins to load it beside the other chunk.
            wasm_bindgen_futures::spawn_local(async { _ = figure_code::load_code().await });
        }
        if let Some(chunk) = code.chunk
            && !page::load_chunk(chunk).await
        {
            return None;
        }
        if needs_figures {
            code.figures = Some(figure_code::load_code().await?);
        }
        Some(Self { dataset, index, code })
    }

    pub fn follow_worker(registration: ServiceWorkerRegistration) {
        worker::follow(registration);
    }

    /// Whether the page may differ from the prerendered one because of own figures.
    pub fn has_own_figures(&self) -> bool {
        figure_code::is_needed_at_start()
    }

    /// Shows the page at once, so that it can replace a prerendered page before the next paint.
    pub fn show(self, place: HtmlElement) {
        let Self { dataset, index, code } = self;
        mount_to(place, move || view! { <app::App dataset index navigation=Navigation::start() code /> }).forget();
    }
}
