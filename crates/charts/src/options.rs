//! The option of one drawing, put together from `charming`'s parts.
//!
//! `charming::Chart` would do the same, but it knows every series type there is, and their code with it; each part
//! written on its own brings only what our charts draw with (measured: about a tenth of the whole program).

use charming::{
    component::{Aria, Axis, Grid, Legend},
    element::Tooltip,
};
use serde::Serialize;
use serde_json::{Map, Value};

/// An option as the drawing library takes it, but for what [`super::finish`] adds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartOptions(Map<String, Value>);

impl ChartOptions {
    /// An empty drawing.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is said about a point under the pointer.
    pub fn tooltip(self, tooltip: Tooltip) -> Self {
        self.with("tooltip", &tooltip)
    }

    /// The key to the colours.
    pub fn legend(self, legend: Legend) -> Self {
        self.with("legend", &legend)
    }

    /// The place of the axes.
    pub fn grid(self, grid: Grid) -> Self {
        self.with("grid", &grid)
    }

    /// The axis along the bottom.
    pub fn x_axis(self, axis: Axis) -> Self {
        self.with("xAxis", &axis)
    }

    /// The axis along the side.
    pub fn y_axis(self, axis: Axis) -> Self {
        self.with("yAxis", &axis)
    }

    /// Patterns instead of colours alone.
    pub fn aria(self, aria: Aria) -> Self {
        self.with("aria", &aria)
    }

    /// One more series, drawn over those before it.
    pub fn series(mut self, series: impl Serialize) -> Self {
        let series = json(&series);
        match self.0.get_mut("series") {
            Some(Value::Array(all)) => all.push(series),
            _ => {
                self.0.insert("series".to_owned(), Value::Array(vec![series]));
            }
        }
        self
    }

    /// The option as JSON.
    pub fn to_json(&self) -> Map<String, Value> {
        self.0.clone()
    }

    fn with(mut self, name: &str, part: &impl Serialize) -> Self {
        self.0.insert(name.to_owned(), json(part));
        self
    }
}

/// `charming`'s parts are plain structs with text keys, which always become JSON; were one ever not to, the drawing
/// would lack it, and the test that looks for empty values would say so.
pub(super) fn json(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}
