//! The list in forms other programs read. Pure: text out, nothing saved.

mod clipboard_table;
pub mod figures;
mod list_export;
mod plain;

pub use clipboard_table::pasted_table;
pub use list_export::{list_csv, part_csv};
pub use plain::plain_text;
