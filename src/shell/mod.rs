pub mod app;
pub mod banners;
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod render;
pub mod site_search;
pub mod toast;

use leptos::{mount::mount_to, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use list::{Dataset, PreparedList};
use search::{Index, Lexicon};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::state::{Navigation, figure_code};

/// Starts the app in `#app` with the list that the build has prepared. Returns false if the list is damaged, or if there are
/// own figures and their code could not be loaded.
#[wasm_bindgen]
pub async fn start(list: Vec<u8>) -> bool {
    // The start script tells the reader; this is for developers.
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    let Ok(PreparedList { contents, search_words }) = PreparedList::decode(&list) else { return false };
    let mut code = None;
    if figure_code::is_needed_at_start() {
        code = figure_code::load_code().await;
        if code.is_none() {
            return false;
        }
    }
    let place = document().get_element_by_id("app").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    if let Some(place) = place {
        // List and index live as long as the page.
        let dataset: &'static Dataset = Box::leak(Box::new(Dataset::new(contents)));
        let index: &'static Index = Box::leak(Box::new(Index::new(dataset, Lexicon::from(search_words))));
        mount_to(place, move || view! { <app::App dataset index navigation=Navigation::start() figure_code=code /> })
            .forget();
    }
    true
}
