//! Patterns that distinguish areas without colour, and their legend.

use charming::{
    component::{Aria, Decal, DecalItem, Legend},
    datatype::CompositeValue,
    element::{Symbol, TextStyle},
};
use serde_json::{Value, json};

use crate::{
    marks::FONT_PX,
    options::{patched, to_json},
    palette::Canvas,
    scale::text_width,
};

const KEY_WIDTH: f64 = 22.0;
const KEY_GAP: f64 = 14.0;
const LINE_HEIGHT: f64 = 26.0;

pub fn plain() -> DecalItem {
    DecalItem::new().symbol(Symbol::None)
}

/// Parallel lines: `on` pixels of ink, `off` pixels without.
pub fn lines(rotation: f64, on: f64, off: f64, ink: &str) -> DecalItem {
    DecalItem::new()
        .symbol(Symbol::Rect)
        .symbol_size(1.0)
        .color(ink)
        .dash_array_x(CompositeValue::from(vec![1, 0]))
        .dash_array_y(CompositeValue::from(vec![on, off]))
        .rotation(rotation)
}

pub fn dots(every: f64, ink: &str) -> DecalItem {
    let dashes = CompositeValue::from(vec![3.0, every]);
    DecalItem::new()
        .symbol(Symbol::Circle)
        .symbol_size(0.8)
        .color(ink)
        .dash_array_x(dashes.clone())
        .dash_array_y(dashes)
}

/// One pattern for each series, in their order.
pub fn pattern_list(patterns: Vec<DecalItem>) -> Value {
    to_json(&Aria::new().enabled(true).decal(Decal::new().show(true).decals(patterns)))
}

/// Above the plot. A click in the legend must not hide rows that summary and table still count.
pub fn legend(names: &[&str], canvas: &Canvas) -> Value {
    let legend = Legend::new()
        .data(names.to_vec())
        .left(0)
        .top(0)
        .item_gap(KEY_GAP)
        .item_width(KEY_WIDTH)
        .item_height(14.0)
        .text_style(TextStyle::new().color(canvas.palette.text).font_size(FONT_PX));
    patched(to_json(&legend), json!({ "selectedMode": false }))
}

/// The height in CSS pixels that the legend needs, 0 without names.
pub fn legend_height(names: &[&str], canvas: &Canvas) -> f64 {
    let width = if canvas.narrow { 350.0 } else { 640.0 };
    let (mut lines, mut used) = (0.0, f64::INFINITY);
    for name in names {
        let item = KEY_WIDTH + 5.0 + text_width(name, FONT_PX) + KEY_GAP;
        if used + item > width {
            lines += 1.0;
            used = 0.0;
        }
        used += item;
    }
    lines * LINE_HEIGHT
}
