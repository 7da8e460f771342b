//! What the horizontal bar charts share.

use charming::{
    component::{Axis, Grid},
    datatype::{CompositeValue, DataPointItem},
    element::{
        AxisLabel, AxisLine, AxisTick, AxisType, Color, Formatter, ItemStyle, Label, LabelPosition, LineStyle,
        SplitLine, Symbol, Tooltip, Trigger,
    },
    series::Scatter,
};

use super::{
    Canvas, ChartExtras,
    labels::plain,
    scale::{AxisScale, text_width, wrap},
};

/// The size of all chart text in CSS pixels; nothing on the screen is smaller.
pub const FONT_PX: f64 = 14.0;
/// Room for the axis labels under the plot.
pub const AXIS_FOOT: f64 = 32.0;
/// The widest column of names left of the bars.
const NAME_COLUMN_MAX: f64 = 300.0;
/// The widest name above a bar.
pub const NARROW_NAME: f64 = 340.0;
/// Between the names and the bars.
const NAME_GAP: f64 = 12.0;

/// The measures of a chart of named rows.
pub struct BarRows {
    /// Names as drawn: broken into lines or cut where too long. The table has them whole.
    pub names: Vec<String>,
    /// Room left of the plot.
    pub left: f64,
    /// The height of all rows.
    pub height: f64,
    /// Thickness of a bar.
    pub bar: f64,
    extra: Option<ChartExtras>,
}

impl BarRows {
    /// Lays out the names for the canvas: left of the bars, or above them where it is narrow.
    pub fn new<'a>(names: impl Iterator<Item = &'a str> + Clone, bar: f64, canvas: &Canvas) -> Self {
        if canvas.narrow {
            let names: Vec<_> = names.map(|name| wrap(&plain(name), NARROW_NAME, FONT_PX, 1)).collect();
            let height = (FONT_PX + bar + 26.0) * names.len() as f64;
            return Self {
                names,
                left: 4.0,
                height,
                bar,
                extra: Some(ChartExtras::NamesAboveBars { lift: bar / 2.0 + 5.0 }),
            };
        }
        let names: Vec<_> = names.map(|name| in_two_lines(&plain(name))).collect();
        let widest =
            names.iter().flat_map(|name| name.lines()).map(|line| text_width(line, FONT_PX)).fold(0.0, f64::max);
        let row = if names.iter().any(|name| name.contains('\n')) { 46.0 } else { (bar + 18.0).max(30.0) };
        let height = row * names.len() as f64;
        Self { names, left: widest + NAME_GAP, height, bar, extra: None }
    }

    /// The height of a chart with `more` pixels above and below the rows together.
    pub fn chart_height(&self, more: f64) -> u32 {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few thousand pixels, never negative"
        )]
        let px = (self.height + more).round() as u32;
        px
    }

    /// What the drawing needs beyond the option.
    pub fn extras(&self) -> Vec<ChartExtras> {
        self.extra.iter().cloned().collect()
    }

    /// The axis with the names, first row on top.
    pub fn axis(&self, canvas: &Canvas) -> Axis {
        Axis::new()
            .type_(AxisType::Category)
            .inverse(true)
            .data(self.names.clone())
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .axis_label(AxisLabel::new().color(Color::from(canvas.palette.text)).font_size(FONT_PX).interval(0.0))
    }

    /// The frame of the plot with room on the right for labels.
    pub fn grid(&self, top: f64, right: f64) -> Grid {
        Grid::new().left(self.left).top(top).right(right).bottom(AXIS_FOOT)
    }
}

/// A name in one line where the column holds it, else in two of about the same length.
fn in_two_lines(name: &str) -> String {
    let width = text_width(name, FONT_PX);
    if width <= NAME_COLUMN_MAX {
        name.to_owned()
    } else {
        let half = (width / 2.0 + FONT_PX).min(NAME_COLUMN_MAX);
        wrap(name, half, FONT_PX, 2)
    }
}

/// The axis with the numbers; `suffix` is written behind each.
pub fn value_axis(scale: AxisScale, suffix: &str, canvas: &Canvas) -> Axis {
    let p = &canvas.palette;
    Axis::new()
        .type_(AxisType::Value)
        .min(scale.min)
        .max(scale.max)
        .interval(scale.step)
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .axis_label(
            AxisLabel::new()
                .color(Color::from(p.text_muted))
                .font_size(FONT_PX)
                .formatter(Formatter::String(format!("{{value}}{suffix}"))),
        )
        .split_line(SplitLine::new().show(true).line_style(LineStyle::new().color(Color::from(p.hairline)).width(1.0)))
}

/// One mark of a row: its number, its row, the label drawn at it, and the sentence shown when it is pointed at.
pub fn mark(value: f64, row: usize, label: &str, sentence: &str) -> DataPointItem {
    #[allow(clippy::cast_possible_wrap, reason = "row numbers are far below 2^63")]
    let row = row as i64;
    DataPointItem::new(vec![CompositeValue::from(value), CompositeValue::from(row), CompositeValue::from(plain(label))])
        .name(plain(sentence))
}

/// The label of a [`mark`], drawn to the right of it.
pub fn mark_label(color: &str, distance: f64) -> Label {
    Label::new()
        .show(true)
        .position(LabelPosition::Right)
        .distance(distance)
        .formatter("{@[2]}")
        .color(Color::from(color))
        .font_size(FONT_PX)
}

/// Invisible points that carry the labels behind the bars.
pub fn label_series(name: &str, points: Vec<DataPointItem>, distance: f64, canvas: &Canvas) -> Scatter {
    Scatter::new()
        .name(name)
        .symbol(Symbol::Circle)
        .symbol_size(1.0)
        // Not by opacity: the label would inherit it.
        .item_style(ItemStyle::new().color(Color::from("transparent")).opacity(1.0))
        .label(mark_label(canvas.palette.text, distance))
        .data(points)
}

/// A tooltip with the sentence of the mark under the pointer.
pub fn sentence_tooltip() -> Tooltip {
    Tooltip::new().trigger(Trigger::Item).formatter("{b}")
}
