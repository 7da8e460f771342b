//! Patterns, so that areas stay apart without colour, and the key to them.

use charming::{
    component::{Aria, Decal, DecalItem, Legend},
    datatype::CompositeValue,
    element::{Color, Symbol, TextStyle},
};

use super::{Canvas, bars::FONT_PX, scale::text_width};

const KEY_WIDTH: f64 = 22.0;
const KEY_GAP: f64 = 14.0;

/// An area without a pattern.
pub fn plain() -> DecalItem {
    DecalItem::new().symbol(Symbol::None)
}

/// Parallel lines: `on` pixels of ink, `off` pixels without.
pub fn lines(rotation: f64, on: f64, off: f64, ink: &str) -> DecalItem {
    DecalItem::new()
        .symbol(Symbol::Rect)
        .symbol_size(1.0)
        .color(Color::from(ink))
        .dash_array_x(CompositeValue::from(vec![1, 0]))
        .dash_array_y(CompositeValue::from(vec![on, off]))
        .rotation(rotation)
}

/// Scattered dots.
pub fn dots(every: f64, ink: &str) -> DecalItem {
    DecalItem::new()
        .symbol(Symbol::Circle)
        .symbol_size(0.8)
        .color(Color::from(ink))
        .dash_array_x(CompositeValue::from(vec![3.0, every]))
        .dash_array_y(CompositeValue::from(vec![3.0, every]))
}

/// One pattern for each series, in their order.
pub fn aria(decals: Vec<DecalItem>) -> Aria {
    Aria::new().enabled(true).decal(Decal::new().show(true).decals(decals))
}

/// The key over the plot.
pub fn legend(names: &[&str], canvas: &Canvas) -> Legend {
    Legend::new()
        .data(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
        .left(0)
        .top(0)
        .item_gap(KEY_GAP)
        .item_width(KEY_WIDTH)
        .item_height(14.0)
        .text_style(TextStyle::new().color(Color::from(canvas.palette.text)).font_size(FONT_PX))
}

/// How many lines the key takes.
pub fn legend_rows(names: &[&str], canvas: &Canvas) -> u32 {
    let width = if canvas.narrow { 350.0 } else { 640.0 };
    let mut rows = 1;
    let mut used = 0.0;
    for name in names {
        let item = KEY_WIDTH + 5.0 + text_width(name, FONT_PX) + KEY_GAP;
        if used > 0.0 && used + item > width {
            rows += 1;
            used = 0.0;
        }
        used += item;
    }
    rows
}
