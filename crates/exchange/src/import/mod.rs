//! Imports own figures from files: the content of a file, a preview of the import, and the import as one step.
//!
//! Nothing here changes figures: [`read`] makes an [`Incoming`] from a text, [`compare`] previews the effect on a
//! scenario, and [`action`] is passed to [`figures::Notebook::apply`] once the reader has agreed.

mod bytes;
mod ids;
mod json;
mod preview;
mod table;

use std::fmt;

use figures::{Figure, FigureKey, Mark, UnknownFields, UnreadableParts};
use list::Dataset;
use words::text::import as text;

pub use bytes::{MAX_BYTES, decode, too_large};
pub use preview::{ImportMode, ImportPreview, action, compare};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Incoming {
    /// Warnings before the import, in sentences.
    pub cautions: Vec<String>,
    /// At least one.
    pub scenarios: Vec<IncomingScenario>,
    /// What is not imported, with the reason.
    pub refused: Vec<Refused>,
    /// Rows without an own figure, like most rows of a table that is to be filled in.
    pub blank: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IncomingScenario {
    pub name: String,
    pub description: String,
    /// Its mark, if the file has one.
    pub mark: Option<Mark>,
    /// One for each key.
    pub figures: Vec<Candidate>,
    /// Unreadable figures, which are kept.
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The figure, with defaults for missing fields.
    pub figure: Figure,
    pub provided: ProvidedFields,
    /// False if this list has no such indicator or measure: kept, but not shown.
    pub known: bool,
}

/// The fields of a figure that the file provides. Other fields of an existing figure stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvidedFields {
    pub basis: bool,
    pub note: bool,
    pub source: bool,
    pub extra: bool,
}

impl Candidate {
    /// The figure after the import; `existing` is the existing one.
    pub fn over(&self, existing: Option<&Figure>) -> Figure {
        let own = &self.figure;
        let existing = existing.unwrap_or(own);
        let from = |is_provided: bool| if is_provided { own } else { existing };
        Figure {
            basis: from(self.provided.basis).basis,
            note: from(self.provided.note).note.clone(),
            source: from(self.provided.source).source.clone(),
            extra: from(self.provided.extra).extra.clone(),
            ..own.clone()
        }
    }

    pub fn key(&self) -> FigureKey {
        self.figure.key()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The place: `12行目`, or a path in the JSON.
    pub place: String,
    pub why: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.place, self.why)
    }
}

/// The content of a text, or a sentence about why nothing can be imported. `name` is for the scenario of a table without
/// names.
pub fn read(text: &str, dataset: &Dataset, name: &str) -> Result<Incoming, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(text::empty().to_owned());
    }
    if text.trim_start().starts_with(['{', '[']) { json::read(text, dataset) } else { table::read(text, dataset, name) }
}
