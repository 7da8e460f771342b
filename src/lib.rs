//! A ward's published list of goals, numeric targets and KPIs, opened in the browser.

// Views are nested types, and natively an async block each.
#![cfg_attr(not(target_arch = "wasm32"), recursion_limit = "256")]

// The browser shell. Everything below it is plain Rust in `crates/`.
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod browser;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod controls;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod pages;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod shell;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub mod state;
