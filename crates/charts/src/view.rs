//! What every chart hands to the screen: a title, a sentence, a table, and the drawing.

use super::{finish::ChartExtras, options::ChartOptions};

/// One chart with everything a reader needs who cannot see it.
///
/// The table holds every number that the drawing shows; the summary says the most important ones, conclusion first.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartView {
    /// What the chart shows.
    pub title: String,
    /// The unit of the numbers, where all share one.
    pub unit: Option<String>,
    /// One to three Japanese sentences made from the numbers, conclusion first.
    pub summary: String,
    /// How to read a mark that does not explain itself.
    pub note: Option<String>,
    /// The same numbers as rows.
    pub table: DataTable,
    /// The drawing.
    pub option: ChartOptions,
    /// What the drawing needs beyond `option`; see [`ChartExtras`].
    pub extras: Vec<ChartExtras>,
    /// The height to reserve, in CSS pixels.
    pub height: u32,
}

/// A table whose first column holds the row headers.
#[derive(Debug, Clone, PartialEq)]
pub struct DataTable {
    /// The caption.
    pub caption: String,
    /// The column headers.
    pub head: Vec<String>,
    /// The rows, each as long as `head`.
    pub rows: Vec<Vec<TableCell>>,
}

/// One cell of a [`DataTable`].
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    /// Words.
    Text(String),
    /// A number and how it is written.
    Number {
        /// The number.
        value: f64,
        /// With separators and unit.
        text: String,
    },
    /// Nothing is stated.
    Empty,
}

impl TableCell {
    /// Words.
    pub fn words(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A number with its written form.
    pub fn number(value: f64, text: impl Into<String>) -> Self {
        Self::Number { value, text: text.into() }
    }

    /// What to write; an em dash for nothing.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number { text, .. } => text,
            Self::Empty => "—",
        }
    }

    /// The number, where it is one.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Number { value, .. } => Some(*value),
            Self::Text(_) | Self::Empty => None,
        }
    }
}
