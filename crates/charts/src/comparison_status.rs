//! Compares scenarios: the number of indicators of each goal by status.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use assess::{Rollup, Status};
use figures::{ScenarioColumn, SectionComparison};
use words::{
    StatusGroup,
    text::{
        charts::{self, status as text},
        wording,
    },
};

use crate::{
    decals,
    palette::{Canvas, Palette},
    stacked_bars::{BarSegment, StackedBars, StackedRow, count_cell},
    view::{ChartTable, ChartView, TableCell},
};

/// Stacked bars: one for each scenario and goal. `None` without a goal.
pub fn comparison_status(
    scenarios: &[ScenarioColumn],
    goals: &[SectionComparison<'_>],
    whole: &[Rollup],
    canvas: &Canvas,
) -> Option<ChartView> {
    let rollups = goals.iter().flat_map(|goal| &goal.rollups);
    let groups: Vec<StatusGroup> =
        StatusGroup::all().filter(|group| rollups.clone().any(|rollup| group.count(rollup) > 0)).collect();
    let counts = |rollup: &Rollup| -> Vec<usize> { groups.iter().map(|group| group.count(rollup)).collect() };
    let mut table_rows = Vec::new();
    let mut table_row = |group: &str, scenario: &ScenarioColumn, rollup: &Rollup| {
        let mut cells = vec![TableCell::words(group), TableCell::words(scenario.title())];
        cells.extend(counts(rollup).into_iter().chain([rollup.total]).map(count_cell));
        table_rows.push(cells);
    };
    let mut rows = Vec::new();
    for goal in goals {
        let goal_name = format!("{} {}", goal.goal.numeral, goal.goal.name);
        for (at, (scenario, rollup)) in scenarios.iter().zip(&goal.rollups).enumerate() {
            table_row(&goal_name, scenario, rollup);
            let full_name = text::row(&goal_name, scenario.title());
            rows.push(StackedRow {
                // The goal is named at its first bar only.
                name: if at == 0 { full_name.clone() } else { scenario.title() },
                counts: counts(rollup),
                end_label: text::end_label(rollup.judged(), rollup.total),
                end_sentence: format!("{full_name}\n{}", words::rollup_sentence(rollup)),
                full_name,
            });
        }
    }
    if rows.is_empty() {
        return None;
    }
    let (option, height) = StackedBars {
        canvas,
        segments: groups.iter().map(|group| segment(*group, &canvas.palette)).collect(),
        rows,
        stack: "outcomes",
        bar: 20.0,
        head: if canvas.narrow { 20.0 } else { 12.0 },
        label_room: 76.0,
        ends: text::end_labels(),
        sentence: |status, count, total| text::segment(status, count, total),
        hide_empty: true,
    }
    .draw();
    let mut summary = String::new();
    for (scenario, rollup) in scenarios.iter().zip(whole) {
        table_row(text::whole_list(), scenario, rollup);
        summary.push_str(&text::summary(&scenario.name, words::rollup_sentence(rollup)));
    }
    let mut head = text::first_columns().to_vec();
    head.extend(groups.iter().map(|group| group.word()).chain([text::total()]));
    Some(ChartView {
        title: text::title().to_owned(),
        unit: Some(charts::count_unit().to_owned()),
        summary,
        note: Some(text::note(wording::not_official())),
        table: ChartTable::new(text::caption(), &head, table_rows),
        option,
        height,
    })
}

/// Positive statuses are orange, negative ones grey, missing ones nearly white. Patterns distinguish groups of the same
/// colour.
fn segment(group: StatusGroup, p: &Palette) -> BarSegment {
    use Status::*;
    let (fill, ink) = match group {
        StatusGroup::Judged(Achieved | OnTrack | WithinCeiling | Held | AsDirected) => (p.own, p.on_own),
        StatusGroup::Judged(SlightlyBehind | Unchanged | Underway) => (p.own_soft, p.text),
        StatusGroup::Judged(Behind | NotAchieved | NotStarted) => (p.grey_mid, p.on_grey_mid),
        StatusGroup::Judged(Regressed | OverCeiling | Dropped | Opposite) => (p.grey, p.on_grey),
        StatusGroup::CannotJudge => (p.grey_soft, p.text),
        StatusGroup::NoFigure => (p.surface, p.text_muted),
    };
    let lines = if fill == p.own_soft { p.own } else { p.surface };
    let pattern = match group {
        StatusGroup::Judged(Achieved | SlightlyBehind | Behind | Regressed) | StatusGroup::NoFigure => decals::plain(),
        StatusGroup::Judged(OnTrack | Underway | NotAchieved) => decals::lines(FRAC_PI_4, 1.0, 6.0, lines),
        StatusGroup::Judged(WithinCeiling | OverCeiling) => decals::lines(-FRAC_PI_4, 1.0, 6.0, lines),
        StatusGroup::Judged(Held | Unchanged | NotStarted | Dropped) => decals::lines(0.0, 1.0, 5.0, lines),
        StatusGroup::Judged(AsDirected | Opposite) => decals::lines(FRAC_PI_2, 1.0, 5.0, lines),
        StatusGroup::CannotJudge => decals::dots(6.0, p.text_muted),
    };
    let border = if group == StatusGroup::NoFigure { p.text_muted } else { p.surface };
    let name = format!("{} {}", group.glyph(), group.word()).trim_start().to_owned();
    BarSegment { name, fill, ink, border, pattern }
}
