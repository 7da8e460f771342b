//! CSV files defined by their columns.

use format::csv::{self, CsvCell};
use list::IndicatorId;

/// A heading, and the cell of a row.
pub(super) type CsvColumn<R> = (&'static str, fn(&R) -> CsvCell);

pub(super) fn csv_file<R>(columns: &[CsvColumn<R>], rows: impl IntoIterator<Item = R>) -> String {
    let cells = |row: R| columns.iter().map(|(_, cell)| cell(&row)).collect();
    csv::file(columns.iter().map(|(heading, _)| *heading), rows.into_iter().map(cells))
}

/// The number of an indicator in a cell: spreadsheets read a plain 9-2 as a date.
pub(super) fn indicator_number(id: &IndicatorId) -> String {
    format!("指標{id}")
}

pub(super) fn text(text: impl AsRef<str>) -> CsvCell {
    CsvCell::text(text.as_ref())
}

pub(super) fn optional_text(text: Option<impl AsRef<str>>) -> CsvCell {
    text.map_or(CsvCell::Empty, |text| CsvCell::text(text.as_ref()))
}
