//! State shared by the views: small contexts, each with one owner. Views call their methods and follow their signals.

use leptos::prelude::*;
use list::Dataset;
use search::Index;

mod downloads;
pub mod figure_code;
mod figures;
mod files;
mod messages;
mod navigation;
mod selection;

pub use self::{
    downloads::Downloads,
    figures::{FigureCode, Figures},
    messages::{Messages, PromptAction, UndoPrompt},
    navigation::Navigation,
    selection::Selection,
};

/// All contexts as one value in Leptos' context: each further type there costs code in the first view. Views get only the
/// context they ask for.
#[derive(Clone, Copy)]
pub struct StateContexts {
    dataset: &'static Dataset,
    index: &'static Index<'static>,
    navigation: Navigation,
    figures: Figures,
    messages: Messages,
    downloads: Downloads,
    selection: Selection,
}

impl StateContexts {
    /// With `figure_code`, loads own figures.
    pub fn start(
        dataset: &'static Dataset,
        index: &'static Index<'static>,
        navigation: Navigation,
        figure_code: Option<FigureCode>,
    ) -> Self {
        let messages = Messages::default();
        let downloads = Downloads::new(dataset, messages);
        Self {
            dataset,
            index,
            messages,
            downloads,
            figures: Figures::start(dataset, messages, downloads, figure_code::load_code, figure_code),
            selection: Selection::new(dataset),
            navigation,
        }
    }

    /// For the views of one page: they get their own copies of the memos that many of them read, because a memo keeps a
    /// trace of every reader it ever had until it is dropped itself.
    pub fn for_page(self) -> Self {
        Self { figures: self.figures.for_page(), selection: self.selection.for_page(), ..self }
    }
}

fn contexts() -> StateContexts {
    expect_context()
}

pub fn use_dataset() -> &'static Dataset {
    contexts().dataset
}

pub fn use_index() -> &'static Index<'static> {
    contexts().index
}

pub fn use_navigation() -> Navigation {
    contexts().navigation
}

pub fn use_figures() -> Figures {
    contexts().figures
}

pub fn use_messages() -> Messages {
    contexts().messages
}

pub fn use_downloads() -> Downloads {
    contexts().downloads
}

pub fn use_selection() -> Selection {
    contexts().selection
}

/// False for a view that is mounted without the app.
pub fn has_state() -> bool {
    use_context::<StateContexts>().is_some()
}
