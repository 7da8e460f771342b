//! The list in forms other programs read. Pure: text out, nothing saved.

pub mod csv;
mod list;

pub use list::list_csv;
