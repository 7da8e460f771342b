//! The drawing of [`super::indicator_path`]: axes, what the document states in green, the reader's figures in orange.

use assess::{MeasureScale, NumberRule, Rule};
use charming::{
    component::{Axis, Grid},
    element::{
        AreaStyle, AxisLabel, AxisLine, AxisLineStyle, AxisTick, AxisType, Color, Label, LabelAlign, LabelPosition,
        LineStyle, LineStyleType, MarkLine, MarkLineData, MarkLineVariant, OriginPosition, SplitLine, Symbol,
        TextStyle,
    },
    series::Line,
};
use format::dates;
use list::Better;
use serde::Serialize;
use serde_json::Value;

use super::{
    Canvas, ChartExtras,
    bars::{AXIS_FOOT, FONT_PX, sentence_tooltip, value_axis},
    labels,
    options::{self, ChartOptions},
    path::{OwnPoint, current, target},
    path_marks::{LABEL_PX, dot, label, line, point, way},
    path_time::{DAY_PX, Time},
    path_words,
    scale::{AxisScale, text_width},
};

/// The height of the chart in CSS pixels.
pub const HEIGHT: u32 = 320;
/// Room over the plot for the unit and for labels above the highest point.
const HEAD: f64 = 36.0;
/// The least width of the plot: decides which days get a label.
const PLOT_WIDE: f64 = 380.0;
const PLOT_NARROW: f64 = 230.0;
/// The size of the arrow of a direction.
const ARROW_PX: f64 = 34.0;
/// A slim arrow in a square box.
const ARROW_UP: &str = "path://M10 24V6.8L4.4 12.4L3 11L11 3L19 11L17.6 12.4L12 6.8V24Z M0 3H0.01 M22 24H21.99";
const ARROW_DOWN: &str = "path://M10 0V17.2L4.4 11.6L3 13L11 21L19 13L17.6 11.6L12 17.2V0Z M0 0H0.01 M22 21H21.99";

/// The finished drawing.
pub struct RenderedChart {
    /// The option.
    pub chart: ChartOptions,
    /// What it needs beyond.
    pub extras: Vec<ChartExtras>,
}

/// Draws the path; `promise` is what stands at the arrow of a direction, `own` is in order of time.
pub fn draw(
    rule: &Rule,
    counted: &MeasureScale,
    number: NumberRule,
    promise: &str,
    own: &[&OwnPoint],
    axis: AxisScale,
    canvas: &Canvas,
) -> RenderedChart {
    let time = Time::new(rule.period, own);
    let mut drawing =
        Drawing { canvas, time, counted, number, promise, own, axis, series: Vec::new(), extras: Vec::new() };
    drawing.days();
    drawing.background();
    drawing.direction();
    drawing.current();
    drawing.target();
    drawing.own_figures();
    let mut chart = drawing.frame();
    for series in std::mem::take(&mut drawing.series) {
        chart = chart.series(series);
    }
    RenderedChart { chart, extras: drawing.extras }
}

/// The chart while it is drawn.
struct Drawing<'a> {
    canvas: &'a Canvas,
    time: Time,
    counted: &'a MeasureScale,
    number: NumberRule,
    promise: &'a str,
    own: &'a [&'a OwnPoint],
    axis: AxisScale,
    series: Vec<Value>,
    extras: Vec<ChartExtras>,
}

impl Drawing<'_> {
    /// Adds a series and tells its place.
    fn add(&mut self, series: impl Serialize) -> usize {
        self.series.push(options::json(&series));
        self.series.len() - 1
    }

    /// True for a height whose label below it would run into the days under the axis.
    fn is_low(&self, value: f64) -> bool {
        value < self.axis.min + (self.axis.max - self.axis.min) * 0.15
    }

    /// The plot and its two axes.
    fn frame(&self) -> ChartOptions {
        let p = &self.canvas.palette;
        let widest_tick = [self.axis.min, self.axis.max]
            .into_iter()
            .map(|end| text_width(&format::number(end), FONT_PX))
            .fold(0.0, f64::max);
        let left = (widest_tick + 14.0).max(50.0);
        // The target's label stands right of the plot; the label of the last day sticks out by half its width.
        let label = self.target_text().lines().map(|line| text_width(line, LABEL_PX)).fold(0.0, f64::max);
        let right = (label + 24.0).max(DAY_PX / 2.0);
        let time = Axis::new()
            .type_(AxisType::Value)
            .min(-0.03 * self.time.last)
            .max(self.time.last)
            .axis_label(AxisLabel::new().show(false))
            .axis_tick(AxisTick::new().show(false))
            .axis_line(AxisLine::new().show(true).line_style(AxisLineStyle::new().color((1.0, p.text_muted))))
            .split_line(SplitLine::new().show(false));
        let unit = TextStyle::new().color(Color::from(p.text_muted)).font_size(FONT_PX).align("right");
        ChartOptions::new()
            .tooltip(sentence_tooltip())
            .grid(Grid::new().left(left).top(HEAD).right(right).bottom(AXIS_FOOT + 22.0))
            .x_axis(time)
            .y_axis(
                value_axis(self.axis, "", self.canvas).name(labels::plain(&self.counted.unit)).name_text_style(unit),
            )
    }

    /// The days, as upright hairlines with their names under the axis.
    fn days(&mut self) {
        let p = self.canvas.palette;
        let plot = if self.canvas.narrow { PLOT_NARROW } else { PLOT_WIDE };
        let days = self
            .time
            .labelled(self.own, plot)
            .into_iter()
            .map(|day| {
                let name = format!("{}\n{}", dates::short(day), labels::month_western(day));
                MarkLineVariant::Simple(MarkLineData::new().x_axis(self.time.x(day)).name(name))
            })
            .collect();
        let label = Label::new()
            .show(true)
            .position(LabelPosition::Start)
            .distance(8.0)
            .formatter("{b}")
            .color(Color::from(p.text))
            .font_size(FONT_PX);
        let lines = MarkLine::new()
            .silent(true)
            .z(0.0)
            .symbol(vec![Symbol::None, Symbol::None])
            .line_style(LineStyle::new().color(Color::from(p.hairline)).width(1.0).type_(LineStyleType::Solid))
            .label(label)
            .data(days);
        let at = self.add(Line::new().name("時点").silent(true).z(1).mark_line(lines));
        self.extras.push(ChartExtras::MarkLabelLineHeight { series: at, px: 20.0 });
    }

    /// The line or area the points stand on.
    fn background(&mut self) {
        let p = self.canvas.palette;
        let (from, due, last) = (self.time.x(self.time.period.from), self.time.due(), self.time.last);
        let dashed = LineStyle::new().color(Color::from(p.official)).width(2.0).type_(LineStyleType::Dashed);
        let solid = |color: &str, width: f64| {
            LineStyle::new().color(Color::from(color)).width(width).type_(LineStyleType::Solid)
        };
        let level = |x1: f64, x2: f64, y: f64| way([(x1, y), (x2, y)]);
        let series = match self.number {
            NumberRule::Reach { from: a, to } => {
                line("同じ速さで進んだ場合", dashed).data(way([(from, a.amount), (due, to.amount)]))
            }
            NumberRule::Hold { level: kept, .. } => {
                line("保つ水準", solid(p.official_soft, 14.0)).data(level(from, due, kept.amount))
            }
            NumberRule::Ceiling { limit, .. } => line("上限", solid(p.official, 3.0))
                .area_style(AreaStyle::new().color(Color::from(p.grey_soft)).origin(OriginPosition::End).opacity(0.35))
                .data(level(0.0, last, limit.amount)),
            NumberRule::Direction { from: a, .. } => line("現状値の高さ", dashed).data(level(from, last, a.amount)),
            NumberRule::TargetOnly { to, .. } => line("目標値の高さ", dashed).data(level(0.0, last, to.amount)),
        };
        self.add(series);
    }

    /// An arrow at the due day, where the target is a direction.
    fn direction(&mut self) {
        let NumberRule::Direction { from, better } = self.number else {
            return;
        };
        let p = self.canvas.palette;
        let (arrow, side) = match better {
            Better::Higher => (ARROW_UP, -0.5),
            Better::Lower => (ARROW_DOWN, 0.5),
        };
        let text = self.promise;
        let data = vec![point(
            self.time.due(),
            from.amount,
            text,
            &format!("目標：{text}（数値なし）\n{}", dates::long(self.time.period.due)),
        )];
        let label = label(LabelPosition::Right, p.official).distance(2.0);
        let at = self.add(
            dot(p.official, p.official, ARROW_PX)
                .symbol(Symbol::Custom(arrow.to_owned()))
                .name("目標の向き")
                .label(label)
                .data(data),
        );
        self.extras.push(ChartExtras::SymbolOffset { series: at, x: 0.0, y: side * ARROW_PX });
    }

    fn current(&mut self) {
        let Some(stated) = current(self.number) else {
            return;
        };
        let p = self.canvas.palette;
        let text = words::stated_label(stated, self.counted);
        let sentence = format!("現状値 {text}\n{}", dates::long(self.time.period.from));
        let data = vec![point(self.time.x(self.time.period.from), stated.amount, &text, &sentence)];
        self.add(dot(p.official, p.official, 13.0).name("現状値").label(self.current_label(stated.amount)).data(data));
    }

    /// The label keeps off the lines that leave the point, and off the days under the axis.
    fn current_label(&self, value: f64) -> Label {
        let p = self.canvas.palette;
        let own_falls = self.own.first().is_some_and(|point| point.amount < value);
        let falls = match self.number {
            NumberRule::Reach { to, .. } => to.amount < value,
            NumberRule::Direction { better, .. } => better == Better::Lower,
            NumberRule::Hold { .. } | NumberRule::Ceiling { .. } | NumberRule::TargetOnly { .. } => own_falls,
        };
        match (self.is_low(value), falls) {
            // From the foot of the chart a line can only rise: beside the point is free.
            (true, false) => label(LabelPosition::Right, p.official).distance(12.0),
            (true, true) | (false, true) => {
                label(LabelPosition::Top, p.official).align(LabelAlign::Left).offset((6.0, 0.0)).distance(10.0)
            }
            (false, false) => label(LabelPosition::Bottom, p.official).align(LabelAlign::Left).distance(10.0),
        }
    }

    /// What stands beside the target: in two lines where it is narrow and the days below leave room.
    fn target_text(&self) -> String {
        if let NumberRule::Direction { .. } = self.number {
            return self.promise.to_owned();
        }
        let Some(stated) = target(self.number) else {
            return String::new();
        };
        let name = if matches!(self.number, NumberRule::Ceiling { .. }) { "上限" } else { "目標" };
        let gap = if self.canvas.narrow && !self.is_low(stated.amount) { "\n" } else { " " };
        format!("{name}{gap}{}", words::stated_label(stated, self.counted))
    }

    fn target(&mut self) {
        let Some(stated) = target(self.number) else {
            return;
        };
        let p = self.canvas.palette;
        let text = self.target_text();
        let sentence = format!("{}\n{}", text.replace('\n', " "), dates::long(self.time.period.due));
        let (x, y) = (self.time.due(), stated.amount);
        let label = label(LabelPosition::Right, p.official).distance(8.0);
        self.add(
            dot(p.surface, p.official, 17.0).name("目標値").label(label).data(vec![point(x, y, &text, &sentence)]),
        );
        self.add(dot(p.official, p.official, 5.0).name("目標値の中心").data(vec![point(x, y, "", &sentence)]));
    }

    /// Diamonds, joined by a line from the current value on.
    fn own_figures(&mut self) {
        let p = self.canvas.palette;
        let (Some(first), Some(last)) = (self.own.first(), self.own.last()) else {
            return;
        };
        let start = current(self.number)
            .filter(|_| first.date > self.time.period.from)
            .map(|stated| (self.time.x(self.time.period.from), stated.amount));
        let joined: Vec<(f64, f64)> =
            start.into_iter().chain(self.own.iter().map(|own| (self.time.x(own.date), own.amount))).collect();
        if joined.len() > 1 {
            let style = LineStyle::new().color(Color::from(p.own)).width(2.5).type_(LineStyleType::Solid);
            self.add(line("想定値のうつり", style).data(way(joined)));
        }
        // Where many figures crowd, only the last one keeps its label.
        let all = self.own.len() <= if self.canvas.narrow { 3 } else { 5 };
        let count = self.own.len();
        let (mut kept, mut tried) = (Vec::new(), Vec::new());
        for (at, own) in self.own.iter().enumerate() {
            let number = format::quantity(own.amount, &self.counted.unit);
            let text = match (own.kept, at + 1 == count, all) {
                (false, ..) => format!("試し {number}"),
                (true, true, _) => format!("想定 {number}"),
                (true, false, true) => number.clone(),
                (true, false, false) => String::new(),
            };
            let sentence = format!("{} {number}\n{}", path_words::own_name(own), dates::long(own.date));
            let point = point(self.time.x(own.date), own.amount, &text, &sentence);
            if own.kept { &mut kept } else { &mut tried }.push(point);
        }
        let above_target = target(self.number).is_some_and(|target| last.amount > target.amount);
        let position =
            if above_target || self.is_low(last.amount) { LabelPosition::Top } else { LabelPosition::Bottom };
        let align = if self.time.x(last.date) > self.time.last * 0.75 { LabelAlign::Right } else { LabelAlign::Center };
        let label = label(position, p.own).align(align).distance(10.0);
        for (name, fill, data) in [("想定値", p.own, kept), ("試している値", p.surface, tried)] {
            if !data.is_empty() {
                self.add(dot(fill, p.own, 15.0).symbol(Symbol::Diamond).name(name).label(label.clone()).data(data));
            }
        }
    }
}
