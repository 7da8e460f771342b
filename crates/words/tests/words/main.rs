//! Sentences about gaps and assessments.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../../assess/tests/assess/build.rs"]
#[allow(dead_code, reason = "the tests of assess use the rest")]
mod build;
mod explanations;
mod gaps;
