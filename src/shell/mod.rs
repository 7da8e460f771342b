//! What is seen: the frame, the pages and the parts they share. Components only show; rules are below.

pub mod app;
pub mod banners;
pub mod page;
pub mod site_search;
pub mod toast;

use std::borrow::Cow;

use leptos::{mount::mount_to, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use list::Dataset;
use search::{Index, Lexicon};

/// The list file the app was built on: `public/data/indicators.json`, or the file that `DATASET` named.
const BUNDLED_LIST: &str = include_str!(env!("DATASET_PATH"));
/// Readings and synonyms for it; empty where its folder has no `words.json`.
const BUNDLED_WORDS: &str = include_str!(env!("WORDS_PATH"));

/// The list the app was built on. A build for the benchmark (`LIST_FROM_PAGE` set) takes a longer one from the page.
fn list_text() -> Cow<'static, str> {
    if option_env!("LIST_FROM_PAGE").is_some()
        && let Ok(Some(text)) = js_sys::Reflect::get(&window(), &"benchList".into()).map(|list| list.as_string())
    {
        return text.into();
    }
    BUNDLED_LIST.into()
}

/// Starts the app in `#app`: the list, or the page of faults where the list is refused.
///
/// A page without `#app` is not ours to fill; the start script then says that nothing was drawn.
pub fn boot() {
    // A panic ends the program; the start script tells the reader, this line tells whoever looks into it.
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    let place = document().get_element_by_id("app").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    match authoring::load(&list_text()) {
        Ok(dataset) => {
            // Both live as long as the page, so references to them are cheaper than counting.
            let dataset: &'static Dataset = Box::leak(Box::new(dataset));
            // Words for finding are an extra: without them the list is searched by what it prints.
            let words = authoring::load_search_words(BUNDLED_WORDS, dataset);
            let lexicon = words.map_or_else(
                |faults| {
                    leptos::logging::error!("words.json: {faults}");
                    Lexicon::default()
                },
                Lexicon::from,
            );
            let index: &'static Index = Box::leak(Box::new(Index::new(dataset, lexicon)));
            mount_to(place, move || view! { <app::App dataset index /> }).forget();
        }
        Err(faults) => mount_to(place, move || view! { <crate::pages::faults::FaultsPage faults /> }).forget(),
    }
}
