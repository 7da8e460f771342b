//! The option object of one drawing, made from `charming`'s parts.
//!
//! `charming::Chart` would link the code of every series type. Written part by part, only the used series are linked
//! (measured: about a tenth of the whole program). Fields that `charming` lacks are merged as JSON.

use charming::component::Grid;
use serde::Serialize;
use serde_json::{Value, json};

/// An option of ECharts, except for what [`crate::finish`] adds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartOptions(Value);

impl ChartOptions {
    /// Later series are drawn over earlier ones.
    pub fn new(grid: &Grid, x_axis: Value, y_axis: Value, series: Vec<Value>) -> Self {
        let axis = |axis| patched(axis, json!({ "axisLabel": { "lineHeight": 18 } }));
        let series: Vec<Value> =
            series.into_iter().map(|series| patched(series, json!({ "cursor": "default" }))).collect();
        let grid = to_json(grid);
        Self(json!({ "grid": grid, "xAxis": axis(x_axis), "yAxis": axis(y_axis), "series": series }))
    }

    pub(crate) fn with(self, patch: Value) -> Self {
        Self(patched(self.0, patch))
    }

    pub(crate) fn into_json(self) -> Value {
        self.0
    }
}

/// Parts of `charming` always serialise. If one did not, the test that looks for null values would fail.
pub fn to_json(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}

/// Merges objects field by field; other values are replaced by the patch.
pub fn patched(value: Value, patch: Value) -> Value {
    match (value, patch) {
        (Value::Object(mut fields), Value::Object(patch)) => {
            for (key, patch) in patch {
                let old = fields.remove(&key).unwrap_or_default();
                fields.insert(key, patched(old, patch));
            }
            Value::Object(fields)
        }
        (_, patch) => patch,
    }
}
