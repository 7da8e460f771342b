//! Axes, marks and labels that all charts share.

use charming::{
    component::Axis,
    datatype::{CompositeValue, DataPointItem},
    element::{
        AxisLabel, AxisLine, AxisTick, AxisType, Formatter, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType,
        MarkLine, MarkLineData, MarkLineVariant, SplitLine, Symbol,
    },
    series::{Bar, Scatter},
};

use crate::{labels::plain, palette::Canvas, scale::AxisScale};

/// The size of all chart text in CSS pixels; nothing on the screen is smaller.
pub const FONT_PX: f64 = 14.0;
/// Room for the axis labels under the plot.
pub const AXIS_FOOT: f64 = 32.0;

/// The axis of numbers, without its steps.
pub fn value_axis(scale: AxisScale, suffix: &str, canvas: &Canvas) -> Axis {
    let p = &canvas.palette;
    Axis::new()
        .type_(AxisType::Value)
        .min(scale.min)
        .max(scale.max)
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .axis_label(
            AxisLabel::new()
                .color(p.text_muted)
                .font_size(FONT_PX)
                .formatter(Formatter::String(format!("{{value}}{suffix}"))),
        )
        .split_line(SplitLine::new().show(true).line_style(LineStyle::new().color(p.hairline).width(1.0)))
}

/// A mark at two coordinates, with its label and the text of its tooltip.
pub fn mark(x: f64, y: impl Into<CompositeValue>, label: &str, sentence: &str) -> DataPointItem {
    DataPointItem::new(vec![x.into(), y.into(), plain(label).into()]).name(plain(sentence))
}

/// A [`mark`] in a chart of rows.
pub fn row_mark(value: f64, row: usize, label: &str, sentence: &str) -> DataPointItem {
    mark(value, row as i64, label, sentence)
}

/// The label that a [`mark`] carries.
pub fn mark_label(position: LabelPosition, color: &str, font_px: f64) -> Label {
    Label::new().show(true).position(position).formatter("{@[2]}").color(color).font_size(font_px)
}

pub fn bars(name: &str, fill: &str, width: f64, marks: Vec<DataPointItem>) -> Bar {
    Bar::new().name(name).bar_width(width).item_style(ItemStyle::new().color(fill)).data(marks)
}

pub fn dots(name: &str, style: ItemStyle, size: f64, marks: Vec<DataPointItem>) -> Scatter {
    // An explicit opacity: ECharts draws scatter marks half transparent.
    Scatter::new().name(name).symbol(Symbol::Circle).symbol_size(size).item_style(style.opacity(1.0)).data(marks)
}

/// Lines across the whole plot at the given positions, each with its name at its start.
pub fn named_lines(style: LineStyle, z: f64, label: Label, lines: Vec<MarkLineData>) -> MarkLine {
    MarkLine::new()
        .silent(true)
        .z(z)
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(style)
        .label(label.show(true).position(LabelPosition::Start).formatter("{b}").font_size(FONT_PX))
        .data(lines.into_iter().map(MarkLineVariant::Simple).collect())
}

pub fn stroke(color: &str, width: f64, kind: LineStyleType) -> LineStyle {
    LineStyle::new().color(color).width(width).type_(kind)
}

/// Invisible marks with the labels of the bars.
pub fn end_labels(name: &str, marks: Vec<DataPointItem>, distance: f64, canvas: &Canvas) -> Scatter {
    // Not by opacity: the label would inherit it.
    dots(name, ItemStyle::new().color("transparent"), 1.0, marks)
        .label(mark_label(LabelPosition::Right, canvas.palette.text, FONT_PX).distance(distance))
}
