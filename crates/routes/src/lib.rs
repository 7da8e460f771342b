//! The address of every page, in both directions.
//!
//! The route is the fragment of the URL (`#/goals/1`), so that any static host, any sub-path and the offline copy work
//! alike. Parsing never fails: anything that is not an address becomes [`Route::NotFound`].

mod address;
mod route;
mod texts;

pub use address::ParsedAddress;
pub use route::Route;
pub use texts::{SectionId, SharedText, UnknownPath};
