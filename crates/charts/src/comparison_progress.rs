//! Scenarios side by side: how much of the way to its target each figure has come, a bar for each scenario.

use std::f64::consts::FRAC_PI_4;

use charming::{
    component::DecalItem,
    datatype::CompositeValue,
    element::{
        Color, ItemStyle, Label, LabelPosition, LineStyle, LineStyleType, MarkLine, MarkLineData, MarkLineVariant,
        Symbol,
    },
    series::Bar,
};
use figures::{ComparisonCell, ComparisonRow, Mark, ScenarioColumn};

use super::{
    Canvas, ChartView, DataTable, Palette, TableCell,
    bars::{AXIS_FOOT, BarRows, FONT_PX, mark, mark_label, sentence_tooltip, value_axis},
    decals::{self, legend, legend_rows},
    labels::plain,
    options::ChartOptions,
    scale::AxisScale,
};

/// More groups of bars than this are too many to look at; the table has them all.
const MAX_GROUPS: usize = 16;
/// Room for one scenario's bar: its label is as high.
const BAR: f64 = 17.0;
/// Bars are drawn to these shares of the way at most, in per cent; their labels always say the true one.
const LOWEST: f64 = -100.0;
const HIGHEST: f64 = 200.0;
/// Room for the label of a bar.
const LABEL_ROOM: f64 = 84.0;
/// Room for the name of the target line.
const LINE_ROOM: f64 = 22.0;

/// The pattern of a scenario's bars.
pub(super) fn decal(mark: Mark, p: &Palette) -> DecalItem {
    let ink = p.surface;
    match mark {
        Mark::Diamond => decals::plain(),
        Mark::Triangle => decals::lines(FRAC_PI_4, 1.0, 5.0, ink),
        Mark::Square => decals::lines(-FRAC_PI_4, 1.0, 5.0, ink),
        Mark::Star => decals::dots(5.0, ink),
        Mark::Cross => decals::lines(0.0, 1.5, 3.5, ink),
        Mark::Hexagon => decals::lines(2.0 * FRAC_PI_4, 1.5, 5.0, ink),
    }
}

/// A figure's share of the way in per cent.
fn percent(side: &ComparisonCell) -> Option<f64> {
    side.assessment.progress.map(|progress| progress * 100.0)
}

fn written(percent: f64) -> String {
    format::share(percent / 100.0)
}

/// Bars for those of `rows` in which a figure has a share of the way, in the order given. `None` where there is none.
pub fn sides_progress<'r, 'd: 'r>(
    heads: &[ScenarioColumn],
    rows: impl IntoIterator<Item = &'r ComparisonRow<'d>>,
    canvas: &Canvas,
) -> Option<ChartView> {
    let all: Vec<&ComparisonRow<'_>> =
        rows.into_iter().filter(|row| row.sides.iter().any(|side| percent(side).is_some())).collect();
    let drawn: Vec<&ComparisonRow<'_>> = all.iter().copied().take(MAX_GROUPS).collect();
    if drawn.is_empty() {
        return None;
    }
    #[allow(clippy::cast_precision_loss, reason = "at most four")]
    let group = BAR * heads.len() as f64;
    let names: Vec<String> = drawn.iter().map(|row| format!("{} {}", row.indicator.id, row.name())).collect();
    let layout = BarRows::new(names.iter().map(String::as_str), group, canvas);
    let titles: Vec<String> = heads.iter().map(|head| plain(&head.title())).collect();
    let keys: Vec<&str> = titles.iter().map(String::as_str).collect();
    let top = f64::from(legend_rows(&keys, canvas)) * 26.0 + LINE_ROOM;
    let scale = AxisScale::from_zero(
        drawn
            .iter()
            .flat_map(|row| row.sides.iter().filter_map(percent))
            .map(|value| value.clamp(LOWEST, HIGHEST))
            .chain([100.0]),
    );
    let p = &canvas.palette;
    let mut chart = ChartOptions::new()
        .tooltip(sentence_tooltip())
        .legend(legend(&keys, canvas))
        .aria(decals::aria(heads.iter().map(|head| decal(head.mark, p)).collect()))
        .grid(layout.grid(top, LABEL_ROOM))
        .x_axis(value_axis(scale, "%", canvas))
        .y_axis(layout.axis(canvas));
    let mut clipped = false;
    for (at, (head, title)) in heads.iter().zip(&titles).enumerate() {
        let color = p.mark(head.mark);
        let data = drawn
            .iter()
            .enumerate()
            .filter_map(|(place, row)| {
                let side = row.sides.get(at)?;
                let value = percent(side)?;
                let end = value.clamp(LOWEST, HIGHEST);
                let arrow = if value > end {
                    " →"
                } else if value < end {
                    " ←"
                } else {
                    ""
                };
                clipped |= !arrow.is_empty();
                let label = format!("{} {}{arrow}", head.mark.glyph(), written(value));
                let figure = side.figure.as_ref().map(|figure| figure.value.to_string()).unwrap_or_default();
                let sentence = format!("{}\n{}：{figure}\n目標までの{}", row.name(), head.name, written(value));
                Some(mark(end, place, &label, &sentence))
            })
            .collect::<Vec<_>>();
        let mut bar = Bar::new()
            .name(title.as_str())
            .bar_width(CompositeValue::from(BAR - 4.0))
            .bar_gap(CompositeValue::from("30%"))
            .item_style(ItemStyle::new().color(Color::from(color)))
            .label(mark_label(p.text, 6.0).background_color(Color::from(p.surface)))
            .data(data);
        if at == 0 {
            bar = bar.mark_line(target_line(p));
        }
        chart = chart.series(bar);
    }
    let mut note = "公式の現状値を0%、公式の目標値を100%としたときの、想定値の位置です。違うものを数えているので、指標どうしの平均はとりません。".to_owned();
    if clipped {
        note.push_str("端をこえる棒は → や ← で示し、正しい割合を書き添えています。");
    }
    if all.len() > drawn.len() {
        note.push_str(&format!(
            "グラフは初めの{}件です。残りの{}件は表にあります。",
            drawn.len(),
            all.len() - drawn.len()
        ));
    }
    Some(ChartView {
        title: "目標までの道のりを、想定ではどこまで進むか".to_owned(),
        unit: Some("%".to_owned()),
        summary: summary(heads, &all),
        note: Some(note),
        table: table(heads, &all),
        extras: layout.extras(),
        height: layout.chart_height(top + AXIS_FOOT),
        option: chart,
    })
}

/// The official target, at the end of every way.
fn target_line(p: &Palette) -> MarkLine {
    MarkLine::new()
        .silent(true)
        // Behind the bars and their labels.
        .z(1.0)
        .symbol(vec![Symbol::None, Symbol::None])
        .line_style(LineStyle::new().color(Color::from(p.official)).width(2.5).type_(LineStyleType::Solid))
        .label(
            Label::new()
                .show(true)
                // The rows run downwards, so a line starts at the top.
                .position(LabelPosition::Start)
                .distance(4.0)
                .formatter("{b}")
                .color(Color::from(p.official))
                .font_size(FONT_PX),
        )
        .data(vec![MarkLineVariant::Simple(MarkLineData::new().x_axis(100.0).name("◎ 公式の目標"))])
}

fn summary(heads: &[ScenarioColumn], rows: &[&ComparisonRow<'_>]) -> String {
    let mut text = format!("割合を計算できる想定値があるのは{}件です。", rows.len());
    // The widest gap; the first of equals.
    let mut widest: Option<(f64, &ComparisonRow<'_>)> = None;
    for row in rows {
        let shares: Vec<f64> = row.sides.iter().filter_map(percent).collect();
        let high = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let low = shares.iter().copied().fold(f64::INFINITY, f64::min);
        let gap = high - low;
        if shares.len() > 1 && gap > widest.map_or(0.0, |(gap, _)| gap) {
            widest = Some((gap, row));
        }
    }
    match widest {
        Some((_, row)) => {
            let each: Vec<String> = heads
                .iter()
                .zip(&row.sides)
                .filter_map(|(head, side)| Some(format!("「{}」{}", head.name, written(percent(side)?))))
                .collect();
            text.push_str(&format!(
                "いちばん差があるのは「{} {}」で、{}です。",
                row.indicator.id,
                row.name(),
                each.join("、")
            ));
        }
        None => text.push_str("シナリオのあいだに割合の差はありません。"),
    }
    text
}

fn table(heads: &[ScenarioColumn], rows: &[&ComparisonRow<'_>]) -> DataTable {
    let mut head = vec!["指標".to_owned(), "公式 現状値".to_owned(), "公式 目標値".to_owned()];
    for one in heads {
        head.push(format!("{} 想定値", one.title()));
        head.push(format!("{} 目標までの割合", one.title()));
    }
    let rows = rows
        .iter()
        .map(|row| {
            let mut cells = vec![
                TableCell::words(format!("{} {}", row.indicator.id, row.name())),
                TableCell::words(row.current()),
                TableCell::words(row.target()),
            ];
            for side in &row.sides {
                cells.push(
                    side.figure.as_ref().map_or(TableCell::Empty, |figure| TableCell::words(figure.value.to_string())),
                );
                cells.push(percent(side).map_or(TableCell::Empty, |value| TableCell::number(value, written(value))));
            }
            cells
        })
        .collect();
    DataTable {
        caption: "シナリオごとの想定値と、公式の現状値から目標値までに占める割合".to_owned(), head, rows
    }
}
