//! The marks of the path of an indicator.

use charming::{
    datatype::{CompositeValue, DataPointItem},
    element::{Color, ItemStyle, Label, LabelPosition, LineStyle, Symbol},
    series::{Line, Scatter},
};

use super::labels;

/// The size of the labels at the marks, in CSS pixels.
pub const LABEL_PX: f64 = 15.0;

/// A line without points.
pub fn line(name: &str, style: LineStyle) -> Line {
    Line::new().name(name).symbol(Symbol::None).show_symbol(false).silent(true).z(1).line_style(style)
}

/// Its points.
pub fn way(points: impl IntoIterator<Item = (f64, f64)>) -> Vec<CompositeValue> {
    points.into_iter().map(|(x, y)| CompositeValue::from(vec![x, y])).collect()
}

/// One mark: where it stands, the label drawn at it, and the sentence shown when it is pointed at.
pub fn point(x: f64, y: f64, label: &str, sentence: &str) -> DataPointItem {
    DataPointItem::new(vec![
        CompositeValue::from(x),
        CompositeValue::from(y),
        CompositeValue::from(labels::plain(label)),
    ])
    .name(labels::plain(sentence))
}

/// A round mark.
pub fn dot(fill: &str, border: &str, size: f64) -> Scatter {
    let width = if fill == border { 0.0 } else { 2.5 };
    Scatter::new().symbol(Symbol::Circle).symbol_size(size).item_style(
        ItemStyle::new().color(Color::from(fill)).border_color(Color::from(border)).border_width(width).opacity(1.0),
    )
}

/// The label of a mark.
pub fn label(position: LabelPosition, color: &str) -> Label {
    Label::new()
        .show(true)
        .position(position)
        .formatter("{@[2]}")
        .color(Color::from(color))
        .font_size(LABEL_PX)
        .font_weight("bold")
}
