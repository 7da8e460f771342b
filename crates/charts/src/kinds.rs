//! How many targets of each kind a goal has: the whole list in six bars.

use charming::{
    component::DecalItem,
    datatype::CompositeValue,
    element::{Color, ItemStyle, Label, LabelPosition},
    series::Bar,
};
use list::{Dataset, GoalId, TargetKind};
use words::wording;

use super::{
    Canvas, ChartView, DataTable, Palette, TableCell,
    bars::{AXIS_FOOT, BarRows, FONT_PX, label_series, mark, sentence_tooltip, value_axis},
    decals::{self, legend, legend_rows},
    options::ChartOptions,
    scale::AxisScale,
};

/// The kinds whose target states a number that decides.
const NUMBER_KINDS: [TargetKind; 3] = [TargetKind::Reach, TargetKind::Ceiling, TargetKind::Hold];

/// Stacked bars, one per goal, one segment per kind of target.
pub fn kinds_by_goal(dataset: &Dataset, canvas: &Canvas) -> ChartView {
    let p = &canvas.palette;
    let rows: Vec<KindRow> = dataset
        .goals
        .iter()
        .map(|goal| KindRow::count(dataset, &goal.id, &format!("{} {}", goal.numeral, goal.name)))
        .collect();
    let total_of = |kind: TargetKind| rows.iter().map(|row| row.of(kind)).sum::<u32>();
    let total: u32 = rows.iter().map(KindRow::total).sum();
    let kinds: Vec<TargetKind> = TargetKind::ALL.into_iter().filter(|kind| total_of(*kind) > 0).collect();

    let layout = BarRows::new(rows.iter().map(|row| row.name.as_str()), 26.0, canvas);
    let names: Vec<&str> = kinds.iter().map(|kind| wording::kind(*kind)).collect();
    let legend_rows = legend_rows(&names, canvas);
    let top = f64::from(legend_rows) * 26.0 + if canvas.narrow { 12.0 } else { 8.0 };
    let scale = AxisScale::from_zero(rows.iter().map(|row| f64::from(row.total())));
    let ends = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let label = format!("{} / {}件", row.numbers(), row.total());
            mark(
                f64::from(row.total()),
                at,
                &label,
                &format!("{}\n{}件のうち、数値の目標は{}件", row.name, row.total(), row.numbers()),
            )
        })
        .collect();

    let mut chart = ChartOptions::new()
        .tooltip(sentence_tooltip())
        .legend(legend(&names, canvas))
        .aria(decals::aria(kinds.iter().map(|kind| decal(*kind, p)).collect()))
        .grid(layout.grid(top, 84.0))
        .x_axis(value_axis(scale, "", canvas))
        .y_axis(layout.axis(canvas));
    for kind in &kinds {
        let (fill, ink) = colors(*kind, p);
        let data: Vec<_> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let count = row.of(*kind);
                let label = count.to_string();
                mark(
                    f64::from(count),
                    at,
                    if count == 0 { "" } else { &label },
                    &format!("{}\n{}：{count}件", row.name, wording::kind(*kind)),
                )
            })
            .collect();
        chart = chart.series(
            Bar::new()
                .name(wording::kind(*kind))
                .stack("kinds")
                .bar_width(CompositeValue::from(layout.bar))
                .item_style(
                    ItemStyle::new().color(Color::from(fill)).border_color(Color::from(p.surface)).border_width(1.0),
                )
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
    chart = chart.series(label_series("数値の目標／全件数", ends, 8.0, canvas));

    ChartView {
        title: "目標の種類は、基本目標ごとにどう違うか".to_owned(),
        unit: Some("件".to_owned()),
        summary: summary(total, &kinds, total_of),
        note: Some("右の数字は、数値で達成を確かめられる目標の件数 / 全件数です。".to_owned()),
        table: table(&rows, &kinds),
        extras: layout.extras(),
        height: layout.chart_height(top + AXIS_FOOT),
        option: chart,
    }
}

/// The counts of one goal, in the order of [`TargetKind::ALL`].
struct KindRow {
    name: String,
    counts: [u32; 6],
}

impl KindRow {
    fn count(dataset: &Dataset, goal: &GoalId, name: &str) -> Self {
        let mut counts = [0; 6];
        for indicator in dataset.indicators_of_goal(goal) {
            for (slot, kind) in counts.iter_mut().zip(TargetKind::ALL) {
                *slot += u32::from(kind == indicator.kind);
            }
        }
        Self { name: name.to_owned(), counts }
    }

    fn of(&self, kind: TargetKind) -> u32 {
        self.counts.into_iter().zip(TargetKind::ALL).filter(|(_, k)| *k == kind).map(|(count, _)| count).sum()
    }

    fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn numbers(&self) -> u32 {
        NUMBER_KINDS.into_iter().map(|kind| self.of(kind)).sum()
    }
}

/// Area and text colour: green where a number decides, greys for directions and words.
fn colors(kind: TargetKind, p: &Palette) -> (&'static str, &'static str) {
    match kind {
        TargetKind::Reach => (p.official, p.on_official),
        TargetKind::Ceiling | TargetKind::Hold => (p.official_soft, p.text),
        TargetKind::Direction => (p.grey, p.on_grey),
        TargetKind::Extend => (p.grey_mid, p.on_grey_mid),
        TargetKind::Milestone => (p.grey_soft, p.text),
    }
}

/// A pattern per kind, so that the segments stay apart without colour.
fn decal(kind: TargetKind, p: &Palette) -> DecalItem {
    match kind {
        TargetKind::Reach | TargetKind::Milestone => decals::plain(),
        TargetKind::Ceiling => decals::lines(0.0, 2.0, 5.0, p.official),
        TargetKind::Hold => decals::lines(std::f64::consts::FRAC_PI_2, 2.0, 6.0, p.official),
        TargetKind::Direction => decals::lines(-std::f64::consts::FRAC_PI_4, 1.0, 7.0, p.grey_mid),
        TargetKind::Extend => decals::lines(std::f64::consts::FRAC_PI_4, 1.0, 5.0, p.grey_soft),
    }
}

fn summary(total: u32, kinds: &[TargetKind], total_of: impl Fn(TargetKind) -> u32) -> String {
    let list = |wanted: bool| {
        kinds
            .iter()
            .filter(|kind| NUMBER_KINDS.contains(kind) == wanted)
            .map(|kind| format!("{}{}件", wording::kind(*kind), total_of(*kind)))
            .collect::<Vec<_>>()
            .join("、")
    };
    let numbers: u32 = NUMBER_KINDS.into_iter().map(&total_of).sum();
    let mut text = format!("{total}の指標のうち、数値で達成を確かめられる目標は{numbers}件です");
    if numbers > 0 {
        text.push_str(&format!("（{}）", list(true)));
    }
    text.push('。');
    if total > numbers {
        text.push_str(&format!("残る{}件は、方向やことばで書かれています（{}）。", total - numbers, list(false)));
    }
    text
}

fn table(rows: &[KindRow], kinds: &[TargetKind]) -> DataTable {
    let count = |n: u32| TableCell::number(f64::from(n), n.to_string());
    let mut head = vec!["基本目標".to_owned()];
    head.extend(kinds.iter().map(|kind| wording::kind(*kind).to_owned()));
    head.extend(["数値の目標".to_owned(), "全件数".to_owned()]);
    let rows = rows
        .iter()
        .map(|row| {
            let mut cells = vec![TableCell::words(row.name.clone())];
            cells.extend(kinds.iter().map(|kind| count(row.of(*kind))));
            cells.extend([count(row.numbers()), count(row.total())]);
            cells
        })
        .collect();
    DataTable { caption: "基本目標ごとの、目標の種類の件数".to_owned(), head, rows }
}
