//! Scenarios side by side: the progress of each figure, one bar for each scenario.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use charming::{
    component::DecalItem,
    element::{Label, LabelPosition, LineStyleType, MarkLine, MarkLineData},
};
use figures::{ComparisonCell, ComparisonRow, Mark, ScenarioColumn};
use words::text::{charts::progress as text, common};

use crate::{
    decals,
    labels::plain,
    marks::{FONT_PX, bars, mark_label, named_lines, row_mark, stroke},
    options::to_json,
    palette::{Canvas, Palette},
    row_chart::RowChart,
    scale::{AxisScale, bounds},
    view::{ChartTable, ChartView, TableCell},
};

/// The maximum number of groups of bars; the table has all of them.
const MAX_GROUPS: usize = 16;
/// The height of a bar and of its label.
const BAR: f64 = 17.0;
/// Bars are cut off at these percentages; their labels always state the real one.
const LOWEST: f64 = -100.0;
const HIGHEST: f64 = 200.0;

fn pattern(mark: Mark, ink: &str) -> DecalItem {
    match mark {
        Mark::Diamond => decals::plain(),
        Mark::Triangle => decals::lines(FRAC_PI_4, 1.0, 5.0, ink),
        Mark::Square => decals::lines(-FRAC_PI_4, 1.0, 5.0, ink),
        Mark::Star => decals::dots(5.0, ink),
        Mark::Cross => decals::lines(0.0, 1.5, 3.5, ink),
        Mark::Hexagon => decals::lines(FRAC_PI_2, 1.5, 5.0, ink),
    }
}

fn percent(cell: &ComparisonCell) -> Option<f64> {
    cell.assessment.progress.map(|progress| progress * 100.0)
}

fn percent_text(percent: f64) -> String {
    format::share(percent / 100.0)
}

fn figure_text(cell: &ComparisonCell) -> Option<String> {
    cell.figure.as_ref().map(|figure| figure.value.to_string())
}

fn row_name(row: &ComparisonRow<'_>) -> String {
    format!("{} {}", row.indicator.id, row.name())
}

/// Bars for the rows in which a figure has a progress, in the given order. `None` if there are none.
pub fn comparison_progress<'r, 'd: 'r>(
    scenarios: &[ScenarioColumn],
    rows: impl IntoIterator<Item = &'r ComparisonRow<'d>>,
    canvas: &Canvas,
) -> Option<ChartView> {
    let rows: Vec<&ComparisonRow<'_>> =
        rows.into_iter().filter(|row| row.cells.iter().any(|cell| percent(cell).is_some())).collect();
    let drawn = rows.get(..MAX_GROUPS).unwrap_or(&rows);
    if drawn.is_empty() {
        return None;
    }
    let p = &canvas.palette;
    let mut is_cut = false;
    let mut series = Vec::new();
    for (at, scenario) in scenarios.iter().enumerate() {
        let marks = drawn.iter().enumerate().filter_map(|(place, row)| {
            let cell = row.cells.get(at)?;
            let value = percent(cell)?;
            let end = value.clamp(LOWEST, HIGHEST);
            let arrow = if value > end { " →" } else { "" };
            let arrow = if value < end { " ←" } else { arrow };
            is_cut |= !arrow.is_empty();
            let share = percent_text(value);
            let label = format!("{} {share}{arrow}", scenario.mark.glyph());
            let figure = figure_text(cell).unwrap_or_default();
            let sentence = text::sentence(row.name(), &scenario.name, figure, share);
            Some(row_mark(end, place, &label, &sentence))
        });
        let label = mark_label(LabelPosition::Right, p.text, FONT_PX).distance(6.0).background_color(p.surface);
        let title = plain(&scenario.title());
        let bars = bars(&title, p.mark(scenario.mark), BAR - 4.0, marks.collect()).bar_gap("30%").label(label);
        series.push(to_json(&if at == 0 { bars.mark_line(target_line(p)) } else { bars }));
    }
    let shares = drawn.iter().flat_map(|row| row.cells.iter().filter_map(percent));
    let scale = AxisScale::from_zero(shares.map(|value| value.clamp(LOWEST, HIGHEST)).chain([100.0]));
    let bar = BAR * scenarios.len() as f64;
    let key = |scenario: &ScenarioColumn| (plain(&scenario.title()), pattern(scenario.mark, p.surface));
    let (option, height) = RowChart {
        canvas,
        names: drawn.iter().map(|row| row_name(row)).collect(),
        bar,
        legend: scenarios.iter().map(key).collect(),
        // Space for the name of the target line.
        head: 22.0,
        label_room: 84.0,
        scale,
        suffix: "%",
        logarithmic: false,
    }
    .draw(series);
    let mut note = text::note().to_owned();
    if is_cut {
        note += text::note_cut();
    }
    if rows.len() > drawn.len() {
        note += &text::note_rest(drawn.len(), rows.len() - drawn.len());
    }
    Some(ChartView {
        title: text::title().to_owned(),
        unit: Some("%".to_owned()),
        summary: summary(scenarios, &rows),
        note: Some(note),
        table: table(scenarios, &rows),
        option,
        height,
    })
}

/// The official target at 100 %.
fn target_line(p: &Palette) -> MarkLine {
    let line = MarkLineData::new().x_axis(100.0).name(text::target());
    // Behind the bars and their labels.
    named_lines(
        stroke(p.official, 2.5, LineStyleType::Solid),
        1.0,
        Label::new().distance(4.0).color(p.official),
        vec![line],
    )
}

fn summary(scenarios: &[ScenarioColumn], rows: &[&ComparisonRow<'_>]) -> String {
    let count = text::count(rows.len());
    // The widest gap; the first one if several are equal.
    let mut widest: Option<(f64, &ComparisonRow<'_>)> = None;
    for row in rows {
        let gap = bounds(row.cells.iter().filter_map(percent)).map_or(0.0, |(low, high)| high - low);
        if gap > widest.map_or(0.0, |(gap, _)| gap) {
            widest = Some((gap, row));
        }
    }
    let Some((_, row)) = widest else {
        return count + text::no_difference();
    };
    let each: Vec<String> = scenarios
        .iter()
        .zip(&row.cells)
        .filter_map(|(scenario, cell)| Some(text::scenario_share(&scenario.name, percent_text(percent(cell)?))))
        .collect();
    count + &text::widest(row_name(row), each.join(common::separator()))
}

fn table(scenarios: &[ScenarioColumn], rows: &[&ComparisonRow<'_>]) -> ChartTable {
    let columns = scenarios.iter().map(ScenarioColumn::title);
    let columns: Vec<_> = columns.flat_map(|title| [text::figure_column(&title), text::share_column(&title)]).collect();
    let head: Vec<&str> = text::first_columns().iter().copied().chain(columns.iter().map(String::as_str)).collect();
    let rows = rows.iter().map(|row| {
        let mut cells = [row_name(row), row.current(), row.target()].map(TableCell::words).to_vec();
        for cell in &row.cells {
            let share = percent(cell).map(|value| TableCell::number(value, percent_text(value)));
            cells.extend([figure_text(cell).map(TableCell::words).unwrap_or_default(), share.unwrap_or_default()]);
        }
        cells
    });
    ChartTable::new(text::caption(), &head, rows.collect())
}
