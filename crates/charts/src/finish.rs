//! From a [`ChartView`] to the JSON that the drawing library takes: the one place that writes options the `charming`
//! types cannot express, and the rules every chart obeys.
//!
//! The JSON holds no functions: labels are written beforehand or by template strings, since the page's
//! security policy forbids evaluating text as code.

use serde_json::{Map, Value, json};

use super::{palette::Palette, view::ChartView};

/// Options of one chart that `charming` has no field for.
#[derive(Debug, Clone, PartialEq)]
pub enum ChartExtras {
    /// The row names of the category axis stand above their bars instead of left of them, so that bars keep the whole
    /// width of a phone. `lift` is the distance of the text's foot from the middle of the row, in pixels.
    NamesAboveBars {
        /// Pixels from the middle of the row up.
        lift: f64,
    },
    /// The axis of the numbers is logarithmic, with a line at each doubling.
    LogarithmicToTwo,
    /// The symbols of one series are moved by pixels: right and down.
    SymbolOffset {
        /// Position of the series in the option.
        series: usize,
        /// To the right.
        x: f64,
        /// Down.
        y: f64,
    },
    /// The labels of the mark lines of one series have this line height.
    MarkLabelLineHeight {
        /// Position of the series in the option.
        series: usize,
        /// In pixels.
        px: f64,
    },
}

/// May the drawing move?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Animation {
    /// Short transitions.
    Full,
    /// None, as the reader's system asks.
    Reduced,
}

/// How long a transition takes, in milliseconds.
const TRANSITION_MS: u32 = 250;

/// The system's Japanese fonts, as in the page itself.
const FONTS: &str = "-apple-system, BlinkMacSystemFont, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', 'Yu Gothic', Meiryo, sans-serif";

/// The complete option.
pub fn finish(view: &ChartView, palette: &Palette, motion: Animation) -> Value {
    let mut option = view.option.to_json();
    let root = &mut option;

    root.insert("animation".into(), json!(motion == Animation::Full));
    root.insert("animationDuration".into(), json!(TRANSITION_MS));
    root.insert("animationDurationUpdate".into(), json!(TRANSITION_MS));
    root.insert("backgroundColor".into(), json!("transparent"));
    root.insert("textStyle".into(), json!({ "fontFamily": FONTS, "color": palette.text, "fontSize": 14 }));
    // An HTML tooltip would need inline styles, which the security policy forbids; this one is drawn.
    merge(
        root,
        "tooltip",
        &json!({
            "renderMode": "richText",
            "confine": true,
            "backgroundColor": palette.surface,
            "borderColor": palette.text_muted,
            "borderWidth": 1,
            "padding": [8, 12],
            "textStyle": { "color": palette.text, "fontSize": 14, "lineHeight": 22 },
            "axisPointer": { "type": "none" },
        }),
    );
    // The page describes the chart itself; the library must not put its own words over it.
    merge(root, "aria", &json!({ "enabled": true, "label": { "enabled": true, "description": description(view) } }));
    // A click in the legend would hide rows that the sentence and the table still count.
    if root.contains_key("legend") {
        merge(root, "legend", &json!({ "selectedMode": false }));
    }
    for series in root.get_mut("series").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(series) = series.as_object_mut() {
            series.insert("cursor".into(), json!("default"));
        }
    }
    for key in ["xAxis", "yAxis"] {
        if let Some(Value::Object(axis)) = first(root, key) {
            merge(axis, "axisLabel", &json!({ "lineHeight": 18 }));
        }
    }
    for extra in &view.extras {
        apply(root, extra);
    }
    Value::Object(option)
}

/// What a screen reader says for the drawing.
pub fn description(view: &ChartView) -> String {
    format!("{}。{}", view.title, view.summary)
}

fn apply(root: &mut Map<String, Value>, extra: &ChartExtras) {
    match *extra {
        ChartExtras::NamesAboveBars { lift } => {
            let label = json!({ "inside": true, "margin": 0, "verticalAlign": "bottom", "padding": [0, 0, lift, 0] });
            if let Some(Value::Object(axis)) = first(root, "yAxis") {
                merge(axis, "axisLabel", &label);
            }
        }
        ChartExtras::LogarithmicToTwo => {
            if let Some(Value::Object(axis)) = first(root, "xAxis") {
                axis.insert("type".into(), json!("log"));
                axis.insert("logBase".into(), json!(2));
                axis.remove("interval");
            }
        }
        ChartExtras::SymbolOffset { series, x, y } => {
            if let Some(Value::Object(series)) = nth(root, "series", series) {
                series.insert("symbolOffset".into(), json!([x, y]));
            }
        }
        ChartExtras::MarkLabelLineHeight { series, px } => {
            let label = json!({ "lineHeight": px });
            if let Some(Value::Object(series)) = nth(root, "series", series)
                && let Some(Value::Object(line)) = series.get_mut("markLine")
            {
                merge(line, "label", &label);
            }
        }
    }
}

/// The entry at `key`, or the first one where it is a list.
fn first<'a>(root: &'a mut Map<String, Value>, key: &str) -> Option<&'a mut Value> {
    match root.get_mut(key)? {
        Value::Array(list) => list.first_mut(),
        single => Some(single),
    }
}

fn nth<'a>(root: &'a mut Map<String, Value>, key: &str, at: usize) -> Option<&'a mut Value> {
    root.get_mut(key)?.as_array_mut()?.get_mut(at)
}

/// Writes the fields of `patch` into the object at `key`, keeping its other fields; makes it where there is none.
fn merge(root: &mut Map<String, Value>, key: &str, patch: &Value) {
    let entry = root.entry(key).or_insert_with(|| json!({}));
    match (entry, patch) {
        (Value::Object(old), Value::Object(new)) => old.extend(new.clone()),
        (entry, _) => *entry = patch.clone(),
    }
}
