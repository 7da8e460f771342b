//! The pages of a list as HTML, for the build to put into the frame of the page.

use std::{fs, path::Path};

use list::{Dataset, SearchWords};
use routes::Route;
use search::{Index, Lexicon};
use serde_json::{Value, json};
use ward_indicators::shell::render::{RenderedPage, render_page};

/// Writes an array with one object per page that the list fixes. `body` is HTML for `#app`; `title` and `description` are
/// plain text.
pub fn write(dataset: Dataset, words: SearchWords, out: &Path) -> Result<(), String> {
    // The views borrow both for as long as the program runs.
    let dataset: &'static Dataset = Box::leak(Box::new(dataset));
    let index: &'static Index = Box::leak(Box::new(Index::new(dataset, Lexicon::from(words))));
    let page = |route: Route| {
        let (folder, description) = (route.folder(), words::page_description(dataset, &route));
        let RenderedPage { title, body } = render_page(dataset, index, route);
        json!({ "folder": folder, "title": title, "description": description, "body": body })
    };
    let pages: Value = Route::fixed(dataset).into_iter().map(page).collect();
    fs::write(out, pages.to_string()).map_err(|error| format!("{}: {error}", out.display()))
}
