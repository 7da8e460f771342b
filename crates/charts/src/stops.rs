//! The marks of a drawing in the order they are read one by one.

use serde_json::Value;

/// One mark: where the drawing library finds it, and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Position of the series in the option.
    pub series: usize,
    /// Position of the mark in the series.
    pub mark: usize,
    /// The sentence, as the mark shows it when it is pointed at.
    pub words: String,
}

/// The marks of a finished option that say something: row by row where an axis names rows, else from left to right. Marks
/// that say the very same (a ring and its centre, a bar and its label) are one stop.
pub fn stops(option: &Value) -> Vec<Stop> {
    let is_category = |axis: &str| {
        let axis = &option[axis];
        let axis = axis.as_array().and_then(|axes| axes.first()).unwrap_or(axis);
        axis["type"] == "category"
    };
    let by_row = is_category("yAxis") || is_category("xAxis");
    let mut found: Vec<(f64, Stop)> = Vec::new();
    for (series, one) in option["series"].as_array().into_iter().flatten().enumerate() {
        if one["silent"] == true {
            continue;
        }
        for (mark, item) in one["data"].as_array().into_iter().flatten().enumerate() {
            let Some(name) = item["name"].as_str() else {
                continue;
            };
            let words = name.replace('\n', "、");
            if found.iter().any(|(_, stop)| stop.words == words) {
                continue;
            }
            #[allow(clippy::cast_precision_loss)]
            let place = if by_row { mark as f64 } else { item["value"][0].as_f64().unwrap_or(0.0) };
            found.push((place, Stop { series, mark, words }));
        }
    }
    // Stable: at one place the series keep their order.
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    found.into_iter().map(|(_, stop)| stop).collect()
}
