//! The drawing of [`crate::indicator_path`]: axes, the official values in green, the reader's figures in orange.

use assess::NumberRule;
use charming::{
    component::{Axis, Grid},
    datatype::{CompositeValue, DataPointItem},
    element::{
        AreaStyle, AxisLabel, AxisLine, AxisLineStyle, AxisTick, AxisType, ItemStyle, Label, LabelAlign, LabelPosition,
        LineStyle, LineStyleType, MarkLineData, OriginPosition, SplitLine, Symbol, TextStyle,
    },
    series::{Line, Scatter},
};
use format::dates;
use list::Better;
use serde_json::{Value, json};
use words::text::charts::path as text;

use crate::{
    labels,
    marks::{AXIS_FOOT, FONT_PX, dots, mark, mark_label, named_lines, stroke, value_axis},
    options::{ChartOptions, patched, to_json},
    palette::{Canvas, Palette},
    path_data::PathData,
    path_time::{DAY_PX, TimeAxis},
    scale::{AxisScale, widest},
};

// All lengths are CSS pixels.
pub const HEIGHT: u32 = 320;
/// Space above the plot for the unit and for labels above the highest point.
const HEAD: f64 = 36.0;
/// The minimum width of the plot; decides which days get a label.
const PLOT_WIDE: f64 = 380.0;
const PLOT_NARROW: f64 = 230.0;
const LABEL_PX: f64 = 15.0;
const ARROW_PX: f64 = 34.0;
/// A slim arrow in a square box.
const ARROW_UP: &str = "path://M10 24V6.8L4.4 12.4L3 11L11 3L19 11L17.6 12.4L12 6.8V24Z M0 3H0.01 M22 24H21.99";
const ARROW_DOWN: &str = "path://M10 0V17.2L4.4 11.6L3 13L11 21L19 13L17.6 11.6L12 17.2V0Z M0 0H0.01 M22 21H21.99";

pub fn draw(data: &PathData<'_>, axis: AxisScale, canvas: &Canvas) -> ChartOptions {
    let drawing = PathDrawing { p: &canvas.palette, canvas, data, axis, time: TimeAxis::new(data.period(), &data.own) };
    let mut series = vec![drawing.days(), drawing.background()];
    series.extend(drawing.direction());
    series.extend(drawing.current());
    series.extend(drawing.target());
    series.extend(drawing.own_figures());
    drawing.frame(series)
}

struct PathDrawing<'a> {
    p: &'a Palette,
    canvas: &'a Canvas,
    data: &'a PathData<'a>,
    axis: AxisScale,
    time: TimeAxis,
}

impl PathDrawing<'_> {
    /// True if a label below this height would overlap the days under the axis.
    fn is_low(&self, value: f64) -> bool {
        value < self.axis.min + (self.axis.max - self.axis.min) * 0.15
    }

    fn frame(&self, series: Vec<Value>) -> ChartOptions {
        let tick = widest([self.axis.min, self.axis.max].map(format::number), FONT_PX);
        // The target's label is right of the plot; the label of the last day extends beyond the plot by half its width.
        let label = widest(self.target_text().lines(), LABEL_PX);
        let grid = Grid::new()
            .left((tick + 14.0).max(50.0))
            .top(HEAD)
            .right((label + 24.0).max(DAY_PX / 2.0))
            .bottom(AXIS_FOOT + 22.0);
        let time = Axis::new()
            .type_(AxisType::Value)
            .min(-0.03 * self.time.last)
            .max(self.time.last)
            .axis_label(AxisLabel::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .axis_line(AxisLine::new().show(true).line_style(AxisLineStyle::new().color((1.0, self.p.text_muted))))
            .split_line(SplitLine::new().show(false));
        let numbers = value_axis(self.axis, "", self.canvas)
            .interval(self.axis.step)
            .name(labels::plain(&self.data.scale.unit))
            .name_text_style(TextStyle::new().color(self.p.text_muted).font_size(FONT_PX).align("right"));
        ChartOptions::new(&grid, to_json(&time), to_json(&numbers), series)
    }

    fn days(&self) -> Value {
        let plot = if self.canvas.narrow { PLOT_NARROW } else { PLOT_WIDE };
        let days = self.time.labelled(&self.data.own, plot).into_iter().map(|day| {
            let name = format!("{}\n{}", dates::short(day), labels::month_western(day));
            MarkLineData::new().x_axis(self.time.x(day)).name(name)
        });
        let style = stroke(self.p.hairline, 1.0, LineStyleType::Solid);
        let lines = named_lines(style, 0.0, Label::new().distance(8.0).color(self.p.text), days.collect());
        let series = Line::new().name(text::days()).silent(true).z(1).mark_line(lines);
        patched(to_json(&series), json!({ "markLine": { "label": { "lineHeight": 20.0 } } }))
    }

    fn background(&self) -> Value {
        let p = self.p;
        let (from, due, last) = (self.time.x(self.time.period.from), self.time.due(), self.time.last);
        let dashed = || stroke(p.official, 2.0, LineStyleType::Dashed);
        let solid = |color, width| stroke(color, width, LineStyleType::Solid);
        let level = |x1: f64, x2: f64, y: f64| [(x1, y), (x2, y)];
        to_json(&match self.data.number {
            NumberRule::Reach { from: a, to } => {
                line(text::pace_line(), dashed(), [(from, a.amount), (due, to.amount)])
            }
            NumberRule::Hold { level: held, .. } => {
                line(text::hold_line(), solid(p.official_soft, 14.0), level(from, due, held.amount))
            }
            NumberRule::Ceiling { limit, .. } => {
                let above = AreaStyle::new().color(p.grey_soft).origin(OriginPosition::End).opacity(0.35);
                line(text::ceiling_line(), solid(p.official, 3.0), level(0.0, last, limit.amount)).area_style(above)
            }
            NumberRule::Direction { from: a, .. } => line(text::current_line(), dashed(), level(from, last, a.amount)),
            NumberRule::TargetOnly { to, .. } => line(text::target_line(), dashed(), level(0.0, last, to.amount)),
        })
    }

    /// An arrow at the due day, if the target is a direction.
    fn direction(&self) -> Option<Value> {
        let NumberRule::Direction { from, better } = self.data.number else {
            return None;
        };
        let (arrow, side) = match better {
            Better::Higher => (ARROW_UP, -0.5),
            Better::Lower => (ARROW_DOWN, 0.5),
        };
        let promise = &self.data.promise;
        let sentence = text::direction_sentence(promise, dates::long(self.time.period.due));
        let at = mark(self.time.due(), from.amount, promise, &sentence);
        let series = self
            .official_mark(text::direction(), self.p.official, ARROW_PX, at)
            .symbol(Symbol::Custom(arrow.to_owned()))
            .label(label(LabelPosition::Right, self.p.official).distance(2.0));
        Some(patched(to_json(&series), json!({ "symbolOffset": [0.0, side * ARROW_PX] })))
    }

    fn current(&self) -> Option<Value> {
        let stated = self.data.current()?;
        let value = self.data.stated(stated);
        let day = self.time.period.from;
        let sentence = text::current_sentence(&value, dates::long(day));
        let at = mark(self.time.x(day), stated.amount, &value, &sentence);
        let series = self.official_mark(text::current(), self.p.official, 13.0, at);
        Some(to_json(&series.label(self.current_label(stated.amount))))
    }

    /// The label avoids the lines from the point, and the days under the axis.
    fn current_label(&self, value: f64) -> Label {
        let falls = match self.data.number {
            NumberRule::Reach { to, .. } => to.amount < value,
            NumberRule::Direction { better, .. } => better == Better::Lower,
            NumberRule::Hold { .. } | NumberRule::Ceiling { .. } | NumberRule::TargetOnly { .. } => {
                self.data.own.first().is_some_and(|point| point.amount < value)
            }
        };
        let label = |position| label(position, self.p.official);
        match (self.is_low(value), falls) {
            // From the bottom of the chart a line can only rise, so the space beside the point is free.
            (true, false) => label(LabelPosition::Right).distance(12.0),
            (_, true) => label(LabelPosition::Top).align(LabelAlign::Left).offset((6.0, 0.0)).distance(10.0),
            (false, false) => label(LabelPosition::Bottom).align(LabelAlign::Left).distance(10.0),
        }
    }

    /// The label of the target: in two lines if the chart is narrow and there is room above the days.
    fn target_text(&self) -> String {
        let Some(stated) = self.data.target() else {
            return self.data.promise.clone();
        };
        let gap = if self.canvas.narrow && !self.is_low(stated.amount) { "\n" } else { " " };
        let value = self.data.stated(stated);
        if self.data.is_ceiling() { text::ceiling_label(gap, value) } else { text::target_label(gap, value) }
    }

    /// A ring and its centre.
    fn target(&self) -> Vec<Value> {
        let Some(stated) = self.data.target() else {
            return Vec::new();
        };
        let target = self.target_text();
        let sentence = format!("{}\n{}", target.replace('\n', " "), dates::long(self.time.period.due));
        let at = |label: &str| mark(self.time.due(), stated.amount, label, &sentence);
        let ring = self.official_mark(text::target(), self.p.surface, 17.0, at(&target));
        let centre = self.official_mark(text::target_centre(), self.p.official, 5.0, at(""));
        vec![to_json(&ring.label(label(LabelPosition::Right, self.p.official).distance(8.0))), to_json(&centre)]
    }

    fn official_mark(&self, name: &str, fill: &str, size: f64, at: DataPointItem) -> Scatter {
        dots(name, style(fill, self.p.official), size, vec![at])
    }

    /// Diamonds, connected by a line from the current value.
    fn own_figures(&self) -> Vec<Value> {
        let (own, p) = (&self.data.own, self.p);
        let (Some(first), Some(last)) = (own.first(), own.last()) else {
            return Vec::new();
        };
        let start_day = self.time.period.from;
        let start = self.data.current().filter(|_| first.date > start_day);
        let start = start.map(|stated| (self.time.x(start_day), stated.amount));
        let points = own.iter().map(|own| (self.time.x(own.date), own.amount));
        let joined: Vec<(f64, f64)> = start.into_iter().chain(points).collect();
        let mut series = Vec::new();
        if joined.len() > 1 {
            series.push(to_json(&line(text::own_line(), stroke(p.own, 2.5, LineStyleType::Solid), joined)));
        }
        // If there are many figures close together, only the last one has a label.
        let all = own.len() <= if self.canvas.narrow { 3 } else { 5 };
        let marks = |is_saved: bool| -> Vec<DataPointItem> {
            let points = own.iter().enumerate().filter(|(_, own)| own.is_saved == is_saved);
            points
                .map(|(at, point)| {
                    let number = self.data.quantity(point.amount);
                    let label = match (is_saved, at + 1 == own.len()) {
                        (false, _) => text::tried_label(&number),
                        (true, true) => text::own_label(&number),
                        (true, false) if all => number.clone(),
                        (true, false) => String::new(),
                    };
                    let sentence = text::own_sentence(point.name(), number, dates::long(point.date));
                    mark(self.time.x(point.date), point.amount, &label, &sentence)
                })
                .collect()
        };
        let above_target = self.data.target().is_some_and(|target| last.amount > target.amount);
        let on_top = above_target || self.is_low(last.amount);
        let position = if on_top { LabelPosition::Top } else { LabelPosition::Bottom };
        let align = if self.time.x(last.date) > self.time.last * 0.75 { LabelAlign::Right } else { LabelAlign::Center };
        let label = label(position, p.own).align(align).distance(10.0);
        for (name, fill, marks) in
            [(text::own_marks(), p.own, marks(true)), (text::tried_marks(), p.surface, marks(false))]
        {
            if !marks.is_empty() {
                let dots = dots(name, style(fill, p.own), 15.0, marks);
                series.push(to_json(&dots.symbol(Symbol::Diamond).label(label.clone())));
            }
        }
        series
    }
}

/// A line without marks.
fn line(name: &str, style: LineStyle, points: impl IntoIterator<Item = (f64, f64)>) -> Line {
    let points = points.into_iter().map(|(x, y)| CompositeValue::from(vec![x, y])).collect();
    Line::new().name(name).symbol(Symbol::None).show_symbol(false).silent(true).z(1).line_style(style).data(points)
}

/// Hollow if `fill` is not the colour of the border.
fn style(fill: &str, border: &str) -> ItemStyle {
    ItemStyle::new().color(fill).border_color(border).border_width(if fill == border { 0.0 } else { 2.5 })
}

fn label(position: LabelPosition, color: &str) -> Label {
    mark_label(position, color, LABEL_PX).font_weight("bold")
}
