//! State shared by the views: small contexts, each with one owner. Views call their methods and follow their signals.

use leptos::prelude::*;
use list::Dataset;
use search::Index;

mod downloads;
mod figures;
mod files;
mod messages;
mod navigation;
mod selection;

pub use self::{
    downloads::Downloads,
    figures::Figures,
    messages::{Messages, PromptAction, UndoPrompt},
    navigation::Navigation,
    selection::Selection,
};

pub fn provide_state(dataset: &'static Dataset, index: &'static Index) {
    let messages = Messages::default();
    let downloads = Downloads::new(dataset, messages);
    provide_context(dataset);
    provide_context(index);
    provide_context(messages);
    provide_context(downloads);
    provide_context(Figures::start(dataset, messages, downloads));
    provide_context(Selection::new(dataset));
    provide_context(Navigation::start());
}

/// Copies for one page: a memo keeps a trace of every reader it ever had. Takes the contexts of the app, because within
/// a page that is rendered again the contexts still hold the dropped copies of the page before.
pub fn provide_page_state(figures: Figures, selection: Selection) {
    provide_context(figures.for_page());
    provide_context(selection.for_page());
}

pub fn use_dataset() -> &'static Dataset {
    expect_context()
}

pub fn use_index() -> &'static Index {
    expect_context()
}

pub fn use_navigation() -> Navigation {
    expect_context()
}

pub fn use_figures() -> Figures {
    expect_context()
}

pub fn use_messages() -> Messages {
    expect_context()
}

pub fn use_downloads() -> Downloads {
    expect_context()
}

pub fn use_selection() -> Selection {
    expect_context()
}
