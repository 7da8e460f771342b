//! What the charts show, read from the drawn JSON and the table.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

mod bars;
mod chart_export;
mod comparison;
mod every_chart;
mod guidebook;
mod mark_descriptions;
mod path;
mod sample;
mod snapshots;
mod view_reader;
