//! Scenarios side by side: how many indicators of each goal come to which status.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use assess::{Rollup, Status};
use charming::component::DecalItem;
use figures::{ScenarioColumn, SectionComparison};
use words::text::wording;

use crate::{
    decals,
    palette::{Canvas, Palette},
    stacked_bars::{Segment, StackedBars, StackedRow, count_cell},
    view::{ChartTable, ChartView, TableCell},
};

/// What an indicator can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StatusGroup {
    Judged(Status),
    CannotJudge,
    NoFigure,
}

impl StatusGroup {
    fn all() -> impl Iterator<Item = Self> {
        let rest = [Self::CannotJudge, Self::NoFigure];
        Status::ALL.into_iter().map(Self::Judged).chain(rest)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Judged(status) => wording::status(status),
            Self::CannotJudge => wording::cannot_judge(),
            Self::NoFigure => wording::no_figure(),
        }
    }

    fn glyph(self) -> &'static str {
        match self {
            Self::Judged(status) => wording::status_glyph(status),
            Self::CannotJudge => wording::cannot_judge_glyph(),
            Self::NoFigure => "",
        }
    }

    fn count(self, rollup: &Rollup) -> usize {
        match self {
            Self::Judged(status) => rollup.count(status),
            Self::CannotJudge => rollup.cannot_judge.len(),
            Self::NoFigure => rollup.without_figure,
        }
    }
}

/// Stacked bars: for each goal one per scenario. `None` without a goal.
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
            let full_name = format!("{goal_name}　{}", scenario.title());
            rows.push(StackedRow {
                // The goal is named at its first bar only.
                name: if at == 0 { full_name.clone() } else { scenario.title() },
                counts: counts(rollup),
                end_label: format!("{} / {}件", rollup.judged(), rollup.total),
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
        ends: "判定／全件数",
        sentence: |group, count, total| format!("{group}：{count}件 / {total}件"),
        hide_empty: true,
    }
    .draw();
    let mut summary = String::new();
    for (scenario, rollup) in scenarios.iter().zip(whole) {
        table_row("全体", scenario, rollup);
        summary.push_str(&format!("「{}」は、{}", scenario.name, words::rollup_sentence(rollup)));
    }
    let mut head = vec!["基本目標".to_owned(), "シナリオ".to_owned()];
    head.extend(groups.iter().map(|group| group.word().to_owned()));
    head.push("全件数".to_owned());
    Some(ChartView {
        title: "判定は、基本目標ごとにどう分かれるか".to_owned(),
        unit: Some("件".to_owned()),
        summary,
        note: Some(format!("右の数字は、判定のある件数 / 全件数です。{}。", wording::not_official())),
        table: ChartTable {
            caption: "基本目標とシナリオごとの、判定の件数".to_owned(), head, rows: table_rows
        },
        option,
        height,
    })
}

/// What is on its way is orange, what is not is grey, what cannot be judged is nearly empty. Patterns tell apart the
/// groups of one colour.
fn segment(group: StatusGroup, p: &Palette) -> Segment {
    use Status::*;
    let good = |pattern| (p.own, p.on_own, pattern);
    let middle = |pattern| (p.own_soft, p.text, pattern);
    let short = |pattern| (p.grey_mid, p.on_grey_mid, pattern);
    let bad = |pattern| (p.grey, p.on_grey, pattern);
    let up = |ink| decals::lines(FRAC_PI_4, 1.0, 6.0, ink);
    let down = |ink| decals::lines(-FRAC_PI_4, 1.0, 6.0, ink);
    let flat = |ink| decals::lines(0.0, 1.0, 5.0, ink);
    let upright = |ink| decals::lines(FRAC_PI_2, 1.0, 5.0, ink);
    let (fill, ink, pattern): (_, _, DecalItem) = match group {
        StatusGroup::Judged(status) => match status {
            Achieved => good(decals::plain()),
            OnTrack => good(up(p.surface)),
            WithinCeiling => good(down(p.surface)),
            Held => good(flat(p.surface)),
            AsDirected => good(upright(p.surface)),
            SlightlyBehind => middle(decals::plain()),
            Unchanged => middle(flat(p.own)),
            Underway => middle(up(p.own)),
            Behind => short(decals::plain()),
            NotAchieved => short(up(p.surface)),
            NotStarted => short(flat(p.surface)),
            Regressed => bad(decals::plain()),
            OverCeiling => bad(down(p.surface)),
            Dropped => bad(flat(p.surface)),
            Opposite => bad(upright(p.surface)),
        },
        StatusGroup::CannotJudge => (p.grey_soft, p.text, decals::dots(6.0, p.text_muted)),
        StatusGroup::NoFigure => (p.surface, p.text_muted, decals::plain()),
    };
    let border = if group == StatusGroup::NoFigure { p.text_muted } else { p.surface };
    let name = format!("{} {}", group.glyph(), group.word()).trim_start().to_owned();
    Segment { name, fill, ink, border, pattern }
}
