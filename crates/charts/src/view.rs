//! The model of every chart: a title, a summary, a table, and the drawing.

use crate::options::ChartOptions;

/// One chart with everything that a reader needs who cannot see it. The table has every number of the drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartView {
    pub title: String,
    /// The unit of the numbers, if they share one.
    pub unit: Option<String>,
    /// One to three sentences with numbers, conclusion first.
    pub summary: String,
    /// How to read marks that are not self-explanatory.
    pub note: Option<String>,
    pub table: ChartTable,
    pub option: ChartOptions,
    /// In CSS pixels.
    pub height: u32,
}

/// The first column has the row headers; every row is as long as `head`.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartTable {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<TableCell>>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub enum TableCell {
    Text(String),
    Number {
        value: f64,
        /// With separators and unit.
        text: String,
    },
    #[default]
    Empty,
}

impl ChartTable {
    pub fn new(caption: impl Into<String>, head: &[&str], rows: Vec<Vec<TableCell>>) -> Self {
        Self { caption: caption.into(), head: head.iter().map(|title| (*title).to_owned()).collect(), rows }
    }
}

impl TableCell {
    pub fn words(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn number(value: f64, text: impl Into<String>) -> Self {
        Self::Number { value, text: text.into() }
    }

    /// The text of a cell; an em dash if it is empty.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number { text, .. } => text,
            Self::Empty => "—",
        }
    }

    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Number { value, .. } => Some(*value),
            Self::Text(_) | Self::Empty => None,
        }
    }
}
