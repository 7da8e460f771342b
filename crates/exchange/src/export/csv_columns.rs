//! CSV files defined by their columns.

use format::csv::{self, CsvCell};

/// A heading, and the cell of a row.
pub(super) type CsvColumn<R> = (&'static str, fn(&R) -> CsvCell);

pub(super) fn csv_file<R>(columns: &[CsvColumn<R>], rows: impl IntoIterator<Item = R>) -> String {
    let cells = |row: R| columns.iter().map(|(_, cell)| cell(&row)).collect();
    csv::file(columns.iter().map(|(heading, _)| *heading), rows.into_iter().map(cells))
}

pub(super) fn text(text: impl AsRef<str>) -> CsvCell {
    CsvCell::text(text.as_ref())
}

pub(super) fn optional_text(text: Option<impl AsRef<str>>) -> CsvCell {
    text.map_or(CsvCell::Empty, |text| CsvCell::text(text.as_ref()))
}
