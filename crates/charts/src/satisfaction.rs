//! The numeric targets: satisfaction rates to be raised above a baseline.

use charming::{
    datatype::CompositeValue,
    element::{Color, ItemStyle, Symbol},
    series::{Bar, Scatter},
};
use list::{AsOf, Dataset, Goal, IndicatorId, NumericTarget};

use super::{
    Canvas, ChartView, DataTable, TableCell,
    bars::{AXIS_FOOT, BarRows, label_series, mark, sentence_tooltip, value_axis},
    labels,
    options::ChartOptions,
    scale::AxisScale,
};

/// A result of the same survey question, printed as an indicator's current value.
struct Later<'a> {
    indicator: &'a IndicatorId,
    rate: f64,
    as_of: &'a AsOf,
}

struct SatisfactionRow<'a> {
    goal: &'a Goal,
    target: &'a NumericTarget,
    later: Option<Later<'a>>,
}

impl SatisfactionRow<'_> {
    fn rate(&self) -> f64 {
        self.target.baseline.amount
    }

    /// Where the last mark of the row stands.
    fn end(&self) -> f64 {
        self.later.as_ref().map_or(self.rate(), |later| later.rate.max(self.rate()))
    }
}

/// All baselines from 0 to 100 %, highest first, with later results where the list prints one. `None` without any.
pub fn satisfaction_baselines(dataset: &Dataset, canvas: &Canvas) -> Option<ChartView> {
    let p = &canvas.palette;
    let mut rows: Vec<SatisfactionRow<'_>> = dataset
        .goals
        .iter()
        .flat_map(|goal| {
            goal.numeric_targets.iter().map(move |target| SatisfactionRow {
                goal,
                target,
                later: later(dataset, target),
            })
        })
        .filter(|row| row.rate().is_finite())
        .collect();
    // A stable sort: equal rates stay in printed order.
    rows.sort_by(|a, b| b.rate().total_cmp(&a.rate()));
    let (highest, lowest) = (rows.first()?, rows.last()?);
    let unit = highest.target.baseline.unit.clone();
    let rate = |value: f64| format!("{}{unit}", labels::one_decimal(value));
    let bare = labels::one_decimal;

    let layout = BarRows::new(rows.iter().map(|row| row.target.name.as_str()), 8.0, canvas);
    let sentence = |row: &SatisfactionRow<'_>| {
        let mut text = format!(
            "{}\n{}を上回る（{}）",
            row.target.name,
            rate(row.rate()),
            labels::as_of(&row.target.baseline_as_of)
        );
        if let Some(later) = &row.later {
            text.push_str(&format!("\nその後 {}（{}）", rate(later.rate), labels::as_of(later.as_of)));
        }
        text
    };
    let marks = |value: &dyn Fn(&SatisfactionRow<'_>) -> Option<f64>| -> Vec<_> {
        rows.iter().enumerate().filter_map(|(at, row)| Some(mark(value(row)?, at, "", &sentence(row)))).collect()
    };
    let labels = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let label = row.later.as_ref().map_or_else(
                || format!("{} →", bare(row.rate())),
                |later| format!("{} →　その後 {}", bare(row.rate()), bare(later.rate)),
            );
            mark(row.end(), at, &label, &sentence(row))
        })
        .collect();
    let dot = |fill: &str, size: f64| {
        Scatter::new().symbol(Symbol::Circle).symbol_size(size).item_style(
            ItemStyle::new()
                .color(Color::from(fill))
                .border_color(Color::from(p.official))
                .border_width(2.0)
                .opacity(1.0),
        )
    };
    let scale = AxisScale::percent(rows.iter().map(SatisfactionRow::end).chain([100.0]));
    // The longest label of the highest rows runs past 100 % only on a narrow screen.
    let right = if canvas.narrow { 96.0 } else { 48.0 };
    let chart = ChartOptions::new()
        .tooltip(sentence_tooltip())
        .grid(layout.grid(4.0, right))
        .x_axis(value_axis(scale, &unit, canvas))
        .y_axis(layout.axis(canvas))
        .series(
            Bar::new()
                .name("調査結果")
                .bar_width(CompositeValue::from(layout.bar))
                .item_style(ItemStyle::new().color(Color::from(p.official_soft)))
                .data(marks(&|row| Some(row.rate()))),
        )
        .series(dot(p.official, 9.0).name("上回るべき値").data(marks(&|row| Some(row.rate()))))
        .series(dot(p.surface, 9.0).name("その後の結果").data(marks(&|row| row.later.as_ref().map(|later| later.rate))))
        .series(label_series("値", labels, 10.0, canvas));

    let with_later: Vec<&SatisfactionRow<'_>> = rows.iter().filter(|row| row.later.is_some()).collect();
    let mut summary = format!(
        "{}の数値目標は、どれも調査結果からの上昇です。いまの値は、いちばん高い「{}」の{}から、いちばん低い「{}」の{}まであります。",
        rows.len(),
        highest.target.name,
        rate(highest.rate()),
        lowest.target.name,
        rate(lowest.rate())
    );
    if !with_later.is_empty() {
        let list: Vec<_> = with_later
            .iter()
            .filter_map(|row| {
                row.later
                    .as_ref()
                    .map(|later| format!("「{}」{}→{}", row.target.name, rate(row.rate()), rate(later.rate)))
            })
            .collect();
        summary.push_str(&format!("その後の結果が載っているのは{}件です（{}）。", with_later.len(), list.join("、")));
    }
    Some(ChartView {
        title: "満足度は、どこから上げるのか".to_owned(),
        unit: Some(unit.clone()),
        summary,
        note: Some(if with_later.is_empty() {
            "● は調査結果、→ はそこから上げるという目標です。".to_owned()
        } else {
            "● は調査結果、→ はそこから上げるという目標、○ は指標の表に載ったその後の結果です。".to_owned()
        }),
        table: table(&rows, &rate),
        extras: layout.extras(),
        height: layout.chart_height(4.0 + AXIS_FOOT),
        option: chart,
    })
}

/// The current value of an indicator that asks the same question as the target.
fn later<'a>(dataset: &'a Dataset, target: &NumericTarget) -> Option<Later<'a>> {
    dataset.indicators.iter().find_map(|indicator| {
        indicator.related.iter().find(|related| related.same_question && related.target == target.id)?;
        let current = indicator.measures.iter().find_map(|measure| measure.current.as_ref())?;
        (current.unit == target.baseline.unit && current.amount.is_finite()).then(|| Later {
            indicator: &indicator.id,
            rate: current.amount,
            as_of: indicator.current.as_of.as_ref().unwrap_or(&dataset.default_current),
        })
    })
}

fn table(rows: &[SatisfactionRow<'_>], rate: &dyn Fn(f64) -> String) -> DataTable {
    let rows = rows
        .iter()
        .map(|row| {
            let later = row.later.as_ref();
            vec![
                TableCell::words(row.target.name.clone()),
                TableCell::words(format!("{} {}", row.goal.numeral, row.goal.name)),
                TableCell::number(row.rate(), rate(row.rate())),
                TableCell::words(labels::as_of(&row.target.baseline_as_of)),
                later.map_or(TableCell::Empty, |l| TableCell::number(l.rate, rate(l.rate))),
                later.map_or(TableCell::Empty, |l| {
                    TableCell::words(format!("{}（指標{}）", labels::as_of(l.as_of), l.indicator))
                }),
            ]
        })
        .collect();
    DataTable {
        caption: "数値目標：上回るべき調査結果と、その後の結果".to_owned(),
        head: ["施策", "基本目標", "上回るべき値", "時点", "その後の結果", "その時点"].map(str::to_owned).to_vec(),
        rows,
    }
}
