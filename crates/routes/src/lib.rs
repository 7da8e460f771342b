//! The address of every page, in both directions.
//!
//! An address is relative to the root of the site (`goals/1/`), so that it works wherever the site is published: every page
//! names the root in its `<base>`. A page is a folder, its settings are the query, a shared scenario is the fragment.
//! Addresses of earlier versions (`#/goals/1`) lead to the same pages. Parsing never fails: anything that is not an address
//! becomes [`Route::NotFound`].

mod address;
mod route;
mod texts;

pub use address::ParsedAddress;
pub use route::Route;
pub use texts::{SectionId, SharedText, UnknownPath};
