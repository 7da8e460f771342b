//! Sentences about gaps and assessments.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../../../assess/tests/assess/build.rs"]
#[allow(dead_code, reason = "the tests of assess use the rest")]
mod build;
mod explanations;
mod gaps;
