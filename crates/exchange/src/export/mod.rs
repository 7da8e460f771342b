//! The list and own figures in formats for other programs. Returns texts; saves nothing.

mod clipboard_table;
mod csv_columns;
pub mod figures;
mod list_export;
mod plain;

pub use clipboard_table::pasted_table;
pub use list_export::{list_csv, part_csv};
pub use plain::plain_text;
