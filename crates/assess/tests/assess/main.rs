//! Gaps, rules, roll-ups: tables on values of the real list, edges, properties.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

mod build;
mod bundled;
mod checkable;
mod examples;
mod gaps;
mod indicators;
mod properties;
mod rollups;
mod rules;
