//! Texts of the marks of a drawing, for readers who step through them.

use serde_json::Value;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkDescription {
    pub series: usize,
    pub mark: usize,
    pub text: String,
}

/// The marks of a finished option that have a text: row by row if an axis names rows, else from left to right. Of marks
/// with the same text (a ring and its centre, a bar and its label) only the first is listed.
#[allow(clippy::indexing_slicing, reason = "a missing part of a JSON value reads as null")]
pub fn mark_descriptions(option: &Value) -> Vec<MarkDescription> {
    let by_row = ["xAxis", "yAxis"].iter().any(|axis| option[axis]["type"] == "category");
    let mut found: Vec<(f64, MarkDescription)> = Vec::new();
    for (series, content) in option["series"].as_array().into_iter().flatten().enumerate() {
        if content["silent"] == true {
            continue;
        }
        for (mark, item) in content["data"].as_array().into_iter().flatten().enumerate() {
            let Some(name) = item["name"].as_str() else {
                continue;
            };
            let text = name.replace('\n', "、");
            if found.iter().any(|(_, other)| other.text == text) {
                continue;
            }
            let place = if by_row { mark as f64 } else { item["value"][0].as_f64().unwrap_or(0.0) };
            found.push((place, MarkDescription { series, mark, text }));
        }
    }
    // A stable sort keeps the order of the series at the same position.
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    found.into_iter().map(|(_, mark)| mark).collect()
}
