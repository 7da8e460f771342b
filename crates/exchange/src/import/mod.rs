//! Reading own figures from files: what a file holds, what taking it would change, and the one step that takes it.
//!
//! Nothing here changes anything: [`read`] makes an [`Incoming`] of a text, [`compare`] says what it would do to a
//! scenario, and [`action`] is what [`figures::Notebook::apply`] is given once the reader has agreed.

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

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// What the reader should know before taking it, in sentences.
    pub cautions: Vec<String>,
    /// Its scenarios; at least one.
    pub scenarios: Vec<IncomingScenario>,
    /// What is left out of it and why.
    pub refused: Vec<Refused>,
    /// Rows without an own figure: in a table to be filled in most are.
    pub blank: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingScenario {
    pub name: String,
    pub description: String,
    /// How it was drawn, where the file says so.
    pub mark: Option<Mark>,
    /// Its figures, one for each key.
    pub figures: Vec<Candidate>,
    /// Figures that could not be read, to be carried along.
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The figure, with the usual values where the file says nothing.
    pub figure: Figure,
    pub says: ProvidedFields,
    /// False where this list has no such indicator or measure: carried along, but not shown.
    pub known: bool,
}

/// Which parts of a figure a file says; where it says nothing of one, what stands there stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvidedFields {
    pub basis: bool,
    pub note: bool,
    pub source: bool,
    pub extra: bool,
}

impl Candidate {
    /// The figure as it would stand where `there` is now.
    pub fn over(&self, there: Option<&Figure>) -> Figure {
        let own = &self.figure;
        let there = there.unwrap_or(own);
        let from = |is_said: bool| if is_said { own } else { there };
        Figure {
            basis: from(self.says.basis).basis,
            note: from(self.says.note).note.clone(),
            source: from(self.says.source).source.clone(),
            extra: from(self.says.extra).extra.clone(),
            ..own.clone()
        }
    }

    pub fn key(&self) -> FigureKey {
        self.figure.key()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where it stands: `12行目`, or a path in the JSON.
    pub place: String,
    pub why: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.place, self.why)
    }
}

/// What a text holds. `name` is for the scenario of a table that names none.
///
/// # Errors
/// A sentence saying why nothing of it can be taken.
pub fn read(text: &str, dataset: &Dataset, name: &str) -> Result<Incoming, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(text::empty().to_owned());
    }
    if text.trim_start().starts_with(['{', '[']) { json::read(text, dataset) } else { table::read(text, dataset, name) }
}
