//! Charts of named rows: horizontal bars, marks and labels on one axis of numbers.

use charming::{
    component::{Axis, DecalItem, Grid},
    element::{AxisLabel, AxisLine, AxisTick, AxisType},
};
use serde_json::{Value, json};

use crate::{
    decals::{legend, legend_height, pattern_list},
    labels::plain,
    marks::{AXIS_FOOT, FONT_PX, value_axis},
    options::{ChartOptions, patched, to_json},
    palette::Canvas,
    scale::{AxisScale, text_width, widest, wrap},
};

/// The maximum width of the column of names left of the bars.
const NAME_COLUMN_MAX: f64 = 300.0;
/// The maximum width of a name above a bar.
pub const NARROW_NAME: f64 = 340.0;
/// Space between the names and the bars.
const NAME_GAP: f64 = 12.0;

/// All lengths are CSS pixels.
pub struct RowChart<'a> {
    pub canvas: &'a Canvas,
    /// From top to bottom. A name that is too long is wrapped or cut.
    pub names: Vec<String>,
    pub bar: f64,
    /// Name and pattern of each series in the legend.
    pub legend: Vec<(String, DecalItem)>,
    /// Space between the legend, if any, and the plot.
    pub head: f64,
    /// Space right of the plot.
    pub label_room: f64,
    pub scale: AxisScale,
    /// Suffix of each number of the axis.
    pub suffix: &'a str,
    /// A line at each doubling instead of equal steps.
    pub logarithmic: bool,
}

impl RowChart<'_> {
    /// The drawing and its height. On a narrow canvas names are above the bars, which keep the width of a phone.
    pub fn draw(self, series: Vec<Value>) -> (ChartOptions, u32) {
        let narrow = self.canvas.narrow;
        let names: Vec<String> = self
            .names
            .iter()
            .map(|name| if narrow { wrap(&plain(name), NARROW_NAME, FONT_PX, 1) } else { in_two_lines(&plain(name)) })
            .collect();
        let lines = names.iter().flat_map(|name| name.lines());
        let left = if narrow { 4.0 } else { widest(lines, FONT_PX) + NAME_GAP };
        let row = match names.iter().any(|name| name.contains('\n')) {
            _ if narrow => FONT_PX + self.bar + 26.0,
            true => 46.0,
            false => (self.bar + 18.0).max(30.0),
        };
        let rows = row * names.len() as f64;
        let keys: Vec<&str> = self.legend.iter().map(|(name, _)| name.as_str()).collect();
        let top = self.head + legend_height(&keys, self.canvas);
        // Half a mark more if marks can be on the axis.
        let left = if self.logarithmic { left + 8.0 } else { left };
        let grid = Grid::new().left(left).top(top).right(self.label_room).bottom(AXIS_FOOT);
        let numbers = value_axis(self.scale, self.suffix, self.canvas);
        let numbers = if self.logarithmic {
            patched(to_json(&numbers), json!({ "type": "log", "logBase": 2 }))
        } else {
            to_json(&numbers.interval(self.scale.step))
        };
        let mut option = ChartOptions::new(&grid, numbers, self.name_axis(names), series);
        if !keys.is_empty() {
            let patterns = self.legend.iter().map(|(_, pattern)| pattern.clone()).collect();
            option = option.with(json!({ "legend": legend(&keys, self.canvas), "aria": pattern_list(patterns) }));
        }
        let height = (rows + top + AXIS_FOOT).round() as u32;
        (option, height)
    }

    fn name_axis(&self, names: Vec<String>) -> Value {
        let axis = Axis::new()
            .type_(AxisType::Category)
            .inverse(true)
            .data(names)
            .axis_line(AxisLine::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .axis_label(AxisLabel::new().color(self.canvas.palette.text).font_size(FONT_PX).interval(0.0));
        let above = if self.canvas.narrow {
            let lift = self.bar / 2.0 + 5.0;
            json!({ "inside": true, "margin": 0, "verticalAlign": "bottom", "padding": [0, 0, lift, 0] })
        } else {
            json!({})
        };
        patched(to_json(&axis), json!({ "axisLabel": above }))
    }
}

/// A name in one line if it fits, else in two of about the same length.
fn in_two_lines(name: &str) -> String {
    let width = text_width(name, FONT_PX);
    if width <= NAME_COLUMN_MAX {
        name.to_owned()
    } else {
        wrap(name, (width / 2.0 + FONT_PX).min(NAME_COLUMN_MAX), FONT_PX, 2)
    }
}
