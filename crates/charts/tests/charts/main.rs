//! Charts: what they show, told from the JSON that is drawn and the table beside it.

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
mod guidebook;
mod mark_descriptions;
mod path;
mod sample;
mod snapshots;
mod told;
mod whole;
