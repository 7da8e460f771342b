//! The list in forms other programs read. Pure: text out, nothing saved.

pub mod csv;
pub mod figures;
mod list;
pub mod notes;
mod pasted;
mod plain;

pub use list::{list_csv, part_csv};
pub use pasted::pasted_table;
pub use plain::plain_text;
