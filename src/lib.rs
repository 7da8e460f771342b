//! A ward's published list of goals, numeric targets and KPIs, opened in the browser.
//!
//! Arrows run downward only: `ui` → `state` → (`browser`, `charts`, `export`) → `scenario` → `explore` → `assess` →
//! `dataset`. Everything that does not need the browser compiles and is tested natively.

pub mod assess;
pub mod dataset;
pub mod explore;
pub mod route;
pub mod text;
