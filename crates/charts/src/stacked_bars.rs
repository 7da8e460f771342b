//! Counts of one group per row, stacked by category.

use charming::{
    component::DecalItem,
    element::{ItemStyle, LabelPosition},
};

use crate::{
    marks::{FONT_PX, bars, end_labels, mark_label, row_mark},
    options::{ChartOptions, to_json},
    palette::Canvas,
    row_chart::RowChart,
    scale::AxisScale,
    view::TableCell,
};

pub struct BarSegment {
    pub name: String,
    pub fill: &'static str,
    /// Text on `fill`.
    pub ink: &'static str,
    pub border: &'static str,
    pub pattern: DecalItem,
}

pub struct StackedRow {
    /// The label beside the bar.
    pub name: String,
    /// The first line of each tooltip.
    pub full_name: String,
    /// One for each [`BarSegment`].
    pub counts: Vec<usize>,
    /// The label after the bar.
    pub end_label: String,
    pub end_sentence: String,
}

impl StackedRow {
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

pub struct StackedBars<'a> {
    pub canvas: &'a Canvas,
    pub segments: Vec<BarSegment>,
    pub rows: Vec<StackedRow>,
    pub stack: &'static str,
    pub bar: f64,
    pub head: f64,
    pub label_room: f64,
    /// The name of the series of end labels.
    pub ends: &'static str,
    /// The second line of a segment's tooltip, from its name, its count and the total of the row.
    pub sentence: fn(&str, usize, usize) -> String,
    pub hide_empty: bool,
}

impl StackedBars<'_> {
    pub fn draw(self) -> (ChartOptions, u32) {
        let stack = |at: usize, segment: &BarSegment| {
            let marks = self.rows.iter().enumerate().map(|(place, row)| {
                let count = row.counts.get(at).copied().unwrap_or_default();
                let label = if count == 0 { String::new() } else { count.to_string() };
                let sentence = format!("{}\n{}", row.full_name, (self.sentence)(&segment.name, count, row.total()));
                let mark = row_mark(amount(count), place, &label, &sentence);
                if count == 0 && self.hide_empty { mark.item_style(ItemStyle::new().opacity(0.0)) } else { mark }
            });
            let label = mark_label(LabelPosition::Inside, segment.ink, FONT_PX)
                .background_color(segment.fill)
                .padding((1.0, 2.0, 0.0, 2.0));
            let style = ItemStyle::new().color(segment.fill).border_color(segment.border).border_width(1.0);
            to_json(
                &bars(&segment.name, segment.fill, self.bar, marks.collect())
                    .stack(self.stack)
                    .item_style(style)
                    .label(label),
            )
        };
        let mut series: Vec<_> = self.segments.iter().enumerate().map(|(at, segment)| stack(at, segment)).collect();
        let ends = self.rows.iter().enumerate();
        let ends = ends.map(|(at, row)| row_mark(amount(row.total()), at, &row.end_label, &row.end_sentence));
        series.push(to_json(&end_labels(self.ends, ends.collect(), 8.0, self.canvas)));
        let scale = AxisScale::from_zero(self.rows.iter().map(|row| amount(row.total())));
        RowChart {
            canvas: self.canvas,
            names: self.rows.into_iter().map(|row| row.name).collect(),
            bar: self.bar,
            legend: self.segments.into_iter().map(|segment| (segment.name, segment.pattern)).collect(),
            head: self.head,
            label_room: self.label_room,
            scale,
            suffix: "",
            logarithmic: false,
        }
        .draw(series)
    }
}

pub fn count_cell(count: usize) -> TableCell {
    TableCell::number(amount(count), count.to_string())
}
fn amount(count: usize) -> f64 {
    count as f64
}
