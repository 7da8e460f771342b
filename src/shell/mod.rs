pub mod app;
pub mod banners;
pub mod page;
pub mod site_search;
pub mod toast;

use std::borrow::Cow;

use leptos::{mount::mount_to, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use list::Dataset;
use search::{Index, Lexicon};

/// `public/data/indicators.json`, or the file that `DATASET` names at build time.
const BUNDLED_LIST: &str = include_str!(env!("DATASET_PATH"));
/// Readings and synonyms for the search; empty where the folder of the list has no `words.json`.
const BUNDLED_WORDS: &str = include_str!(env!("WORDS_PATH"));

/// The bundled list, or in a build for the benchmark (`LIST_FROM_PAGE` set) a longer one from the page.
fn list_text() -> Cow<'static, str> {
    if option_env!("LIST_FROM_PAGE").is_some()
        && let Ok(Some(text)) = js_sys::Reflect::get(&window(), &"benchList".into()).map(|list| list.as_string())
    {
        return text.into();
    }
    BUNDLED_LIST.into()
}

/// Starts the app in `#app`, or shows the faults of an invalid list there.
pub fn boot() {
    // The start script tells the reader; this is for developers.
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    let place = document().get_element_by_id("app").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    match authoring::load(&list_text()) {
        Ok(dataset) => {
            // List and index live as long as the page.
            let dataset: &'static Dataset = Box::leak(Box::new(dataset));
            // Without the search words only the printed words are found.
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
