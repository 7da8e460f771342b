//! One measure over time: from the current value ● to the target ◎, with the reader's own figures ◆ on the way.

use assess::{MeasureScale, NumberRule, Rule, RuleForm, StatementValue};
use format::dates;
use list::{Dataset, Date, Indicator, Measure};

use super::{Canvas, ChartView, DataTable, TableCell, labels, path_drawing, path_words, scale};

/// A figure of the reader for the measure.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnPoint {
    /// The day it describes.
    pub date: Date,
    /// In the measure's unit.
    pub amount: f64,
    /// Whose figure it is, e.g. the scenario's name; only ever shown as text.
    pub label: String,
    /// False for one that is only being tried; it is drawn hollow.
    pub kept: bool,
}

/// The current value, where it is a number. A number to be held is both.
pub(super) fn current(number: NumberRule) -> Option<StatementValue> {
    match number {
        NumberRule::Reach { from, .. } | NumberRule::Direction { from, .. } => Some(from),
        NumberRule::Hold { level, .. } => Some(level),
        NumberRule::Ceiling { current, .. } => current,
        NumberRule::TargetOnly { .. } => None,
    }
}

/// The target, where it is a number.
pub(super) fn target(number: NumberRule) -> Option<StatementValue> {
    match number {
        NumberRule::Reach { to, .. } | NumberRule::TargetOnly { to, .. } => Some(to),
        NumberRule::Hold { level, .. } => Some(level),
        NumberRule::Ceiling { limit, .. } => Some(limit),
        NumberRule::Direction { .. } => None,
    }
}

/// The way from the current value to the target with the reader's figures on it.
///
/// `None` where the target says nothing about a number of this measure, or where its two sides count in different
/// units: words are shown as stages, not as empty charts.
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
    if let (Some(current), Some(target)) = (&measure.current, &measure.target)
        && current.unit != target.unit
    {
        return None;
    }
    let rule = Rule::for_measure(dataset, indicator, measure);
    let RuleForm::Number(counted, number) = &rule.form else {
        return None;
    };
    let number = *number;
    let mut own: Vec<&OwnPoint> = own.iter().filter(|point| point.amount.is_finite()).collect();
    own.sort_by_key(|point| point.date);

    let axis = axis(number, counted, &own);
    let promise = match number {
        NumberRule::Direction { better, .. } => path_words::promise(indicator, better, counted),
        _ => String::new(),
    };
    let drawing = path_drawing::draw(&rule, counted, number, &promise, &own, axis, canvas);
    let mut summary = path_words::summary(&rule, counted, number, &own);
    if axis.min > 0.0 {
        summary.push_str(&format!("縦軸は0ではなく{}から始まります。", format::quantity(axis.min, &counted.unit)));
    }
    let what = if counted.label.is_empty() {
        indicator.full_name()
    } else {
        format!("{}（{}）", indicator.full_name(), counted.label)
    };
    Some(ChartView {
        title: title(measure),
        unit: (!counted.unit.is_empty()).then(|| counted.unit.clone()),
        summary,
        note: Some(path_words::note(number).to_owned()),
        table: table(&what, &rule, counted, number, &promise, &own),
        option: drawing.chart,
        extras: drawing.extras,
        height: path_drawing::HEIGHT,
    })
}

fn axis(number: NumberRule, counted: &MeasureScale, own: &[&OwnPoint]) -> scale::AxisScale {
    let values: Vec<f64> = [current(number), target(number)]
        .into_iter()
        .flatten()
        .map(|stated| stated.amount)
        .chain(own.iter().map(|point| point.amount))
        .collect();
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let keeps = matches!(number, NumberRule::Hold { .. } | NumberRule::Ceiling { .. });
    let percent = counted.unit == "%";
    if keeps && low > 0.0 && high > low && (high - low) / high < 0.12 {
        let close = scale::AxisScale::close(values);
        // A share cannot exceed the whole.
        let whole = if percent && high <= 100.0 { 100.0 } else { f64::INFINITY };
        return scale::AxisScale { max: close.max.min(whole), ..close };
    }
    if percent {
        scale::AxisScale::percent(values)
    } else {
        // A little air above the highest point.
        scale::AxisScale::from_zero(values.into_iter().map(|value| value * 1.1))
    }
}

fn table(
    what: &str,
    rule: &Rule,
    counted: &MeasureScale,
    number: NumberRule,
    promise: &str,
    own: &[&OwnPoint],
) -> DataTable {
    let unit = &counted.unit;
    let base = current(number).map(|stated| stated.amount);
    let from_base = |value: f64| {
        base.map_or(TableCell::Empty, |base| {
            TableCell::number(value - base, labels::signed_difference(base, value, unit))
        })
    };
    let stated = |name: &str, day: Date, stated: StatementValue, difference: TableCell| {
        vec![
            TableCell::words(name),
            TableCell::words(dates::long(day)),
            TableCell::number(stated.amount, words::stated_label(stated, counted)),
            difference,
        ]
    };
    let mut rows = Vec::new();
    rows.extend(current(number).map(|value| stated("現状値（資料）", rule.period.from, value, TableCell::Empty)));
    if let NumberRule::Direction { .. } = number {
        rows.push(vec![
            TableCell::words("目標値（資料）"),
            TableCell::words(dates::long(rule.period.due)),
            TableCell::words(format!("{}（数値なし）", promise)),
            TableCell::Empty,
        ]);
    }
    rows.extend(target(number).map(|value| {
        let name =
            if matches!(number, NumberRule::Ceiling { .. }) { "上限（資料）" } else { "目標値（資料）" };
        stated(name, rule.period.due, value, from_base(value.amount))
    }));
    rows.extend(own.iter().map(|point| {
        vec![
            TableCell::words(format!("想定値（{}）", path_words::own_name(point))),
            TableCell::words(dates::long(point.date)),
            TableCell::number(point.amount, format::quantity(point.amount, unit)),
            from_base(point.amount),
        ]
    }));
    DataTable {
        caption: format!("{what}：現状値、目標値、想定値"),
        head: ["値", "時点", "数値", "現状値との差"].map(str::to_owned).to_vec(),
        rows,
    }
}

/// What the chart shows; an indicator with several numbers has a chart for each, told apart by what is counted.
fn title(measure: &Measure) -> String {
    const WAY: &str = "目標までの道のり";
    if measure.label.is_empty() { WAY.to_owned() } else { format!("{WAY}：{}", measure.label) }
}
