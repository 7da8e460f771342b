//! Scenarios side by side: how many indicators of each goal come to which status.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use assess::{Rollup, Status};
use charming::{
    component::DecalItem,
    datatype::CompositeValue,
    element::{Color, ItemStyle, Label, LabelPosition},
    series::Bar,
};
use figures::{ScenarioColumn, SectionComparison};
use words::wording;

use super::{
    Canvas, ChartView, DataTable, Palette, TableCell,
    bars::{AXIS_FOOT, BarRows, FONT_PX, label_series, mark, sentence_tooltip, value_axis},
    decals::{self, legend, legend_rows},
    options::ChartOptions,
    scale::AxisScale,
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
            Self::CannotJudge => wording::CANNOT_JUDGE,
            Self::NoFigure => wording::NO_FIGURE,
        }
    }

    fn glyph(self) -> &'static str {
        match self {
            Self::Judged(status) => wording::status_glyph(status),
            Self::CannotJudge => wording::CANNOT_JUDGE_GLYPH,
            Self::NoFigure => "",
        }
    }

    fn key(self) -> String {
        format!("{} {}", self.glyph(), self.word()).trim_start().to_owned()
    }

    fn count(self, rollup: &Rollup) -> usize {
        match self {
            Self::Judged(status) => rollup.count(status),
            Self::CannotJudge => rollup.cannot_judge.len(),
            Self::NoFigure => rollup.without_figure,
        }
    }

    /// Area, text on it, and pattern: what is on its way in orange, what is not in grey, what nobody says nearly empty.
    /// Within an area of one colour the patterns tell apart.
    fn look(self, p: &Palette) -> (&'static str, &'static str, DecalItem) {
        use Status::*;
        let good = |decal| (p.own, p.on_own, decal);
        let middle = |decal| (p.own_soft, p.text, decal);
        let short = |decal| (p.grey_mid, p.on_grey_mid, decal);
        let bad = |decal| (p.grey, p.on_grey, decal);
        let up = |ink| decals::lines(FRAC_PI_4, 1.0, 6.0, ink);
        let down = |ink| decals::lines(-FRAC_PI_4, 1.0, 6.0, ink);
        let flat = |ink| decals::lines(0.0, 1.0, 5.0, ink);
        let upright = |ink| decals::lines(FRAC_PI_2, 1.0, 5.0, ink);
        match self {
            Self::Judged(Achieved) => good(decals::plain()),
            Self::Judged(OnTrack) => good(up(p.surface)),
            Self::Judged(WithinCeiling) => good(down(p.surface)),
            Self::Judged(Held) => good(flat(p.surface)),
            Self::Judged(AsDirected) => good(upright(p.surface)),
            Self::Judged(SlightlyBehind) => middle(decals::plain()),
            Self::Judged(Unchanged) => middle(flat(p.own)),
            Self::Judged(Underway) => middle(up(p.own)),
            Self::Judged(Behind) => short(decals::plain()),
            Self::Judged(NotAchieved) => short(up(p.surface)),
            Self::Judged(NotStarted) => short(flat(p.surface)),
            Self::Judged(Regressed) => bad(decals::plain()),
            Self::Judged(OverCeiling) => bad(down(p.surface)),
            Self::Judged(Dropped) => bad(flat(p.surface)),
            Self::Judged(Opposite) => bad(upright(p.surface)),
            Self::CannotJudge => (p.grey_soft, p.text, decals::dots(6.0, p.text_muted)),
            Self::NoFigure => (p.surface, p.text_muted, decals::plain()),
        }
    }
}

/// Stacked bars: for each goal one per scenario. `None` without a goal.
pub fn sides_status(
    heads: &[ScenarioColumn],
    goals: &[SectionComparison<'_>],
    whole: &[Rollup],
    canvas: &Canvas,
) -> Option<ChartView> {
    let p = &canvas.palette;
    let bars: Vec<(String, &Rollup)> = goals
        .iter()
        .flat_map(|goal| {
            heads.iter().zip(&goal.rollups).map(move |(head, rollup)| {
                let name = format!("{} {}　{}", goal.goal.numeral, goal.goal.name, head.title());
                (name, rollup)
            })
        })
        .collect();
    if bars.is_empty() {
        return None;
    }
    let outcomes: Vec<StatusGroup> =
        StatusGroup::all().filter(|outcome| bars.iter().any(|(_, rollup)| outcome.count(rollup) > 0)).collect();
    let keys: Vec<String> = outcomes.iter().map(|outcome| outcome.key()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    // The goal is named at its first bar only; the sentence of each bar names it again.
    let names: Vec<String> = goals
        .iter()
        .flat_map(|goal| {
            heads.iter().enumerate().map(move |(at, head)| {
                let scenario = head.title();
                if at == 0 { format!("{} {}　{scenario}", goal.goal.numeral, goal.goal.name) } else { scenario }
            })
        })
        .collect();
    let layout = BarRows::new(names.iter().map(String::as_str), 20.0, canvas);
    let top = f64::from(legend_rows(&keys, canvas)) * 26.0 + if canvas.narrow { 20.0 } else { 12.0 };
    let scale = AxisScale::from_zero(bars.iter().map(|(_, rollup)| count(rollup.total)));
    let mut chart = ChartOptions::new()
        .tooltip(sentence_tooltip())
        .legend(legend(&keys, canvas))
        .aria(decals::aria(outcomes.iter().map(|outcome| outcome.look(p).2).collect()))
        .grid(layout.grid(top, 76.0))
        .x_axis(value_axis(scale, "", canvas))
        .y_axis(layout.axis(canvas));
    for (outcome, key) in outcomes.iter().zip(&keys) {
        let (fill, ink, _) = outcome.look(p);
        let data: Vec<_> = bars
            .iter()
            .enumerate()
            .map(|(at, (name, rollup))| {
                let counted = outcome.count(rollup);
                let label = if counted == 0 { String::new() } else { counted.to_string() };
                let sentence = format!("{name}\n{key}：{counted}件 / {}件", rollup.total);
                let segment = mark(count(counted), at, &label, &sentence);
                if counted == 0 {
                    // Even the border of nothing would show.
                    segment.item_style(ItemStyle::new().opacity(0.0))
                } else {
                    segment
                }
            })
            .collect();
        let style = ItemStyle::new().color(Color::from(fill)).border_width(1.0);
        let border = if *outcome == StatusGroup::NoFigure { p.text_muted } else { p.surface };
        chart = chart.series(
            Bar::new()
                .name(*key)
                .stack("outcomes")
                .bar_width(CompositeValue::from(layout.bar))
                .item_style(style.border_color(Color::from(border)))
                .label(
                    Label::new()
                        .show(true)
                        .position(LabelPosition::Inside)
                        .formatter("{@[2]}")
                        .color(Color::from(ink))
                        .font_size(FONT_PX)
                        .background_color(Color::from(fill))
                        .padding((1.0, 2.0, 0.0, 2.0)),
                )
                .data(data),
        );
    }
    let ends = bars
        .iter()
        .enumerate()
        .map(|(at, (name, rollup))| {
            let label = format!("{} / {}件", rollup.judged(), rollup.total);
            let sentence = format!("{name}\n{}", words::rollup_sentence(rollup));
            mark(count(rollup.total), at, &label, &sentence)
        })
        .collect();
    chart = chart.series(label_series("判定／全件数", ends, 8.0, canvas));
    let summary: Vec<String> = heads
        .iter()
        .zip(whole)
        .map(|(head, rollup)| format!("「{}」は、{}", head.name, words::rollup_sentence(rollup)))
        .collect();
    Some(ChartView {
        title: "判定は、基本目標ごとにどう分かれるか".to_owned(),
        unit: Some("件".to_owned()),
        summary: summary.concat(),
        note: Some(format!("右の数字は、判定のある件数 / 全件数です。{}。", wording::NOT_OFFICIAL)),
        table: table(heads, goals, whole, &outcomes),
        extras: layout.extras(),
        height: layout.chart_height(top + AXIS_FOOT),
        option: chart,
    })
}

#[allow(clippy::cast_precision_loss, reason = "counts of indicators are far below 2^53")]
fn count(count: usize) -> f64 {
    count as f64
}

fn table(
    heads: &[ScenarioColumn],
    goals: &[SectionComparison<'_>],
    whole: &[Rollup],
    outcomes: &[StatusGroup],
) -> DataTable {
    let number = |n: usize| TableCell::number(count(n), n.to_string());
    let row = |group: String, head: &ScenarioColumn, rollup: &Rollup| {
        let mut cells = vec![TableCell::words(group), TableCell::words(head.title())];
        cells.extend(outcomes.iter().map(|outcome| number(outcome.count(rollup))));
        cells.push(number(rollup.total));
        cells
    };
    let by_goal = goals.iter().flat_map(|goal| {
        heads
            .iter()
            .zip(&goal.rollups)
            .map(move |(head, rollup)| row(format!("{} {}", goal.goal.numeral, goal.goal.name), head, rollup))
    });
    let all = heads.iter().zip(whole).map(|(head, rollup)| row("全体".to_owned(), head, rollup));
    let mut head = vec!["基本目標".to_owned(), "シナリオ".to_owned()];
    head.extend(outcomes.iter().map(|outcome| outcome.word().to_owned()));
    head.push("全件数".to_owned());
    DataTable {
        caption: "基本目標とシナリオごとの、判定の件数".to_owned(), head, rows: by_goal.chain(all).collect()
    }
}
