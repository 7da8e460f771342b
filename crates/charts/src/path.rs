//! One measure over time: from the current value ● to the target ◎, with the reader's own figures ◆ on the way.

use assess::{NumberRule, StatementValue};
use format::dates;
use list::{Dataset, Date, Indicator, Measure};

use crate::{
    labels,
    palette::Canvas,
    path_data::{OwnPoint, PathData},
    path_drawing,
    scale::AxisScale,
    view::{ChartTable, ChartView, TableCell},
};

/// The way from the current value to the target with the reader's figures on it. `None` where nothing can be drawn:
/// words are shown as stages, not as empty charts.
///
/// The axis of the numbers starts at 0, except for a number to keep or not to exceed whose values lie so close
/// together that nothing could be told apart; the summary then says where the axis starts.
pub fn indicator_path(
    dataset: &Dataset,
    indicator: &Indicator,
    measure: &Measure,
    own: &[OwnPoint],
    canvas: &Canvas,
) -> Option<ChartView> {
    const TITLE: &str = "目標までの道のり";
    let data = PathData::of(dataset, indicator, measure, own)?;
    let axis = axis(&data);
    let mut summary = summary(&data);
    if axis.min > 0.0 {
        summary.push_str(&format!("縦軸は0ではなく{}から始まります。", data.quantity(axis.min)));
    }
    let name = match data.scale.label.as_str() {
        "" => indicator.full_name(),
        label => format!("{}（{label}）", indicator.full_name()),
    };
    Some(ChartView {
        // Several numbers of an indicator are told apart by what is counted.
        title: if measure.label.is_empty() { TITLE.to_owned() } else { format!("{TITLE}：{}", measure.label) },
        unit: (!data.scale.unit.is_empty()).then(|| data.scale.unit.clone()),
        summary,
        note: Some(note(data.number).to_owned()),
        table: table(&name, &data),
        option: path_drawing::draw(&data, axis, canvas),
        height: path_drawing::HEIGHT,
    })
}

fn axis(data: &PathData<'_>) -> AxisScale {
    let values = data.amounts();
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let is_limit = matches!(data.number, NumberRule::Hold { .. } | NumberRule::Ceiling { .. });
    let is_percent = data.scale.unit == "%";
    if is_limit && low > 0.0 && high > low && (high - low) / high < 0.12 {
        let close = AxisScale::close(values);
        // A share cannot exceed the whole.
        let whole = if is_percent && high <= 100.0 { 100.0 } else { f64::INFINITY };
        return AxisScale { max: close.max.min(whole), ..close };
    }
    if is_percent {
        AxisScale::percent(values)
    } else {
        // A little air above the highest point.
        AxisScale::from_zero(values.into_iter().map(|value| value * 1.1))
    }
}

/// What the document asks for, by when, and where the reader's last figure stands. Conclusion first.
fn summary(data: &PathData<'_>) -> String {
    let mut text = words::gap_sentence(&data.rule);
    if !text.ends_with('。') {
        text.push('。');
    }
    let (from, due) = (dates::short(data.period().from), dates::short(data.period().due));
    text.push_str(&match data.current() {
        Some(_) => format!("現状値は{from}、目標は{due}の値です。"),
        None => format!("目標は{due}の値です。"),
    });
    let Some(last) = data.own.last() else { return text };
    text.push_str(&format!("想定値は{}（{}）", data.quantity(last.amount), dates::short(last.date)));
    if let Some(current) = data.current() {
        let apart = format::difference(current.amount, last.amount, &data.scale.unit);
        text.push_str(&match last.amount - current.amount {
            change if change > 0.0 => format!("で、現状値より{apart}多い値"),
            change if change < 0.0 => format!("で、現状値より{apart}少ない値"),
            _ => "で、現状値と同じ値".to_owned(),
        });
    }
    text + "です。"
}

/// How to read the marks.
fn note(number: NumberRule) -> &'static str {
    match number {
        NumberRule::Reach { .. } => "● 現状値、◎ 目標値。点線は、同じ速さで進んだ場合です。",
        NumberRule::Hold { .. } => "● 現状値、◎ 目標値。太い帯は、保つ水準です。",
        NumberRule::Ceiling { .. } => "太い線は上限で、灰色はこえてはいけない範囲です。",
        NumberRule::Direction { .. } => "点線は現状値の高さ、矢印は目標の向きです。矢印の長さに意味はありません。",
        NumberRule::TargetOnly { .. } => "点線は目標値の高さです。",
    }
}

fn table(name: &str, data: &PathData<'_>) -> ChartTable {
    let from_current = |amount: f64| {
        let current = data.current().map(|current| current.amount);
        let text = |current| labels::signed_difference(current, amount, &data.scale.unit);
        current.map(|current| TableCell::number(amount - current, text(current))).unwrap_or_default()
    };
    let row = |name: &str, day: Date, number: TableCell, difference: TableCell| {
        vec![TableCell::words(name), TableCell::words(dates::long(day)), number, difference]
    };
    let stated = |value: StatementValue| TableCell::number(value.amount, data.stated(value));
    let period = data.period();
    let target_name = if data.is_ceiling() { "上限（資料）" } else { "目標値（資料）" };
    let mut rows = Vec::new();
    rows.extend(data.current().map(|value| row("現状値（資料）", period.from, stated(value), TableCell::Empty)));
    if let NumberRule::Direction { .. } = data.number {
        let promise = TableCell::words(format!("{}（数値なし）", data.promise));
        rows.push(row(target_name, period.due, promise, TableCell::Empty));
    }
    rows.extend(data.target().map(|value| row(target_name, period.due, stated(value), from_current(value.amount))));
    rows.extend(data.own.iter().map(|point| {
        let number = TableCell::number(point.amount, data.quantity(point.amount));
        row(&format!("想定値（{}）", point.name()), point.date, number, from_current(point.amount))
    }));
    ChartTable {
        caption: format!("{name}：現状値、目標値、想定値"),
        head: ["値", "時点", "数値", "現状値との差"].map(str::to_owned).to_vec(),
        rows,
    }
}
