//! A ward's published list of goals, numeric targets and KPIs, opened in the browser.
//!
//! Arrows run downward only: `ui` → `state` → (`browser`, `charts` → `export`, `import` → `export`) → `scenario` → `explore` → `assess` →
//! `dataset`. Everything that does not need the browser compiles and is tested natively.

pub mod assess;
pub mod charts;
pub mod dataset;
pub mod explore;
pub mod export;
pub mod import;
pub mod route;
pub mod scenario;
pub mod text;

// The browser shell: compiled for the browser only, so that nothing above can reach into it.
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod ui;
