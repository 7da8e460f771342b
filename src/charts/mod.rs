//! Charts: what they show is decided in [`spec`] and tested natively; `echarts` is the one place that draws.

#[cfg(target_arch = "wasm32")]
pub mod echarts;
pub mod spec;
pub mod take;
pub mod track;
