//! Sentences about gaps and assessments.

#![cfg(test)]
#![cfg(not(target_arch = "wasm32"))]

mod descriptions;
mod examples;
mod explanations;
mod gaps;
mod properties;
