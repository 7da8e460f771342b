//! The list in forms other programs read. Pure: text out, nothing saved.

pub mod figures;
mod list_export;
mod pasted;
mod plain;

pub use list_export::{list_csv, part_csv};
pub use pasted::pasted_table;
pub use plain::plain_text;
