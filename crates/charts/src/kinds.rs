//! The number of targets of each kind, by goal.

use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};

use list::{Dataset, TargetKind};
use words::text::{
    charts::{self, kinds as text},
    common, wording,
};

use crate::{
    decals,
    palette::{Canvas, Palette},
    stacked_bars::{BarSegment, StackedBars, StackedRow, count_cell},
    view::{ChartTable, ChartView, TableCell},
};

/// Kinds whose target states a number.
const NUMBER_KINDS: [TargetKind; 3] = [TargetKind::Reach, TargetKind::Ceiling, TargetKind::Hold];

/// Stacked bars, one per goal, one segment per kind of target.
pub fn kinds_by_goal(dataset: &Dataset, canvas: &Canvas) -> ChartView {
    let count = |kind| dataset.indicators.iter().filter(|indicator| indicator.kind == kind).count();
    let kinds: Vec<TargetKind> = TargetKind::ALL.into_iter().filter(|kind| count(*kind) > 0).collect();
    let mut table_rows = Vec::new();
    let rows = dataset.goals.iter().map(|goal| {
        let name = format!("{} {}", goal.numeral, goal.name);
        let of_goal: Vec<TargetKind> = dataset.indicators_of_goal(&goal.id).map(|indicator| indicator.kind).collect();
        let counts: Vec<usize> =
            kinds.iter().map(|kind| of_goal.iter().filter(|other| *other == kind).count()).collect();
        let numbers = of_goal.iter().filter(|kind| NUMBER_KINDS.contains(kind)).count();
        let total = of_goal.len();
        let mut cells = vec![TableCell::words(&name)];
        cells.extend(counts.iter().chain([&numbers, &total]).map(|count| count_cell(*count)));
        table_rows.push(cells);
        StackedRow {
            name: name.clone(),
            counts,
            end_label: text::end_label(numbers, total),
            end_sentence: text::end_sentence(&name, total, numbers),
            full_name: name,
        }
    });
    let (option, height) = StackedBars {
        canvas,
        rows: rows.collect(),
        segments: kinds.iter().map(|kind| segment(*kind, &canvas.palette)).collect(),
        stack: "kinds",
        bar: 26.0,
        head: if canvas.narrow { 12.0 } else { 8.0 },
        label_room: 84.0,
        ends: text::end_labels(),
        sentence: |kind, count, _| text::segment(kind, count),
        hide_empty: false,
    }
    .draw();
    let mut head = vec![text::goal()];
    head.extend(kinds.iter().map(|kind| wording::kind(*kind)).chain(text::totals().iter().copied()));
    ChartView {
        title: text::title().to_owned(),
        unit: Some(charts::count_unit().to_owned()),
        summary: summary(&kinds, count),
        note: Some(text::note().to_owned()),
        table: ChartTable::new(text::caption(), &head, table_rows),
        option,
        height,
    }
}

/// Green for targets with a number, greys for directions and words.
fn segment(kind: TargetKind, p: &Palette) -> BarSegment {
    let (fill, ink, pattern) = match kind {
        TargetKind::Reach => (p.official, p.on_official, decals::plain()),
        TargetKind::Ceiling => (p.official_soft, p.text, decals::lines(0.0, 2.0, 5.0, p.official)),
        TargetKind::Hold => (p.official_soft, p.text, decals::lines(FRAC_PI_2, 2.0, 6.0, p.official)),
        TargetKind::Direction => (p.grey, p.on_grey, decals::lines(-FRAC_PI_4, 1.0, 7.0, p.grey_mid)),
        TargetKind::Extend => (p.grey_mid, p.on_grey_mid, decals::lines(FRAC_PI_4, 1.0, 5.0, p.grey_soft)),
        TargetKind::Milestone => (p.grey_soft, p.text, decals::plain()),
    };
    BarSegment { name: wording::kind(kind).to_owned(), fill, ink, border: p.surface, pattern }
}

fn summary(kinds: &[TargetKind], count: impl Fn(TargetKind) -> usize) -> String {
    // The numbers of targets with and without a number, by kind.
    let part = |numeric: bool| {
        let part = kinds.iter().filter(|kind| NUMBER_KINDS.contains(kind) == numeric);
        let list: Vec<String> = part.clone().map(|kind| text::kind_count(wording::kind(*kind), count(*kind))).collect();
        (part.map(|kind| count(*kind)).sum::<usize>(), list.join(common::separator()))
    };
    let ((numbers, number_list), (others, other_list)) = (part(true), part(false));
    let total = numbers + others;
    let text = if numbers > 0 { text::numbers(total, numbers, number_list) } else { text::no_numbers(total) };
    if others > 0 { text + &text::others(others, other_list) } else { text }
}
