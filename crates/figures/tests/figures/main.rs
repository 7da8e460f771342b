//! Own figures: edits and undo, what people type, storage that loses nothing, two tabs.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

mod comparison;
mod draft;
mod edits;
mod figure_store;
mod input;
mod links;
mod merging;
mod restoring;
mod sheet;
mod slider_scale;
mod templates;
