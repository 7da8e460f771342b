//! One measure over time: from the current value ● to the target ◎, with the reader's own figures ◆.

use assess::{NumberRule, StatementValue};
use format::dates;
use list::{Dataset, Date, Indicator, Measure};
use words::text::charts::path as text;

use crate::{
    labels,
    palette::Canvas,
    path_data::{OwnPoint, PathData},
    path_drawing,
    scale::{AxisScale, bounds},
    view::{ChartTable, ChartView, TableCell},
};

/// The path from the current value to the target with the reader's figures. `None` if nothing can be drawn, because
/// words are stages. The axis of numbers starts at 0, except if the values of a number to keep or not to exceed are too
/// close together to be distinguished; the summary then states where the axis starts.
pub fn indicator_path(
    dataset: &Dataset,
    indicator: &Indicator,
    measure: &Measure,
    own: &[OwnPoint],
    canvas: &Canvas,
) -> Option<ChartView> {
    let data = PathData::of(dataset, indicator, measure, own)?;
    let axis = axis(&data);
    let mut summary = summary(&data);
    if axis.min > 0.0 {
        summary += &text::axis_start(data.quantity(axis.min));
    }
    Some(ChartView {
        // Several numbers of an indicator are distinguished by what is counted.
        title: match measure.label.as_str() {
            "" => text::title().to_owned(),
            label => text::title_of(label),
        },
        unit: (!data.scale.unit.is_empty()).then(|| data.scale.unit.clone()),
        summary,
        note: Some(text::note(data.number).to_owned()),
        table: table(&indicator.name_with(measure), &data),
        option: path_drawing::draw(&data, axis, canvas),
        height: path_drawing::HEIGHT,
    })
}

fn axis(data: &PathData<'_>) -> AxisScale {
    let values = data.amounts();
    let (low, high) = bounds(values.iter().copied()).unwrap_or_default();
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
        // Some space above the highest point.
        AxisScale::from_zero(values.into_iter().map(|value| value * 1.1))
    }
}

/// What the document requires by when, and the position of the reader's last figure. Conclusion first.
fn summary(data: &PathData<'_>) -> String {
    let mut summary = words::gap_sentence(&data.rule);
    if !summary.ends_with('。') {
        summary.push('。');
    }
    let day = dates::short;
    let period = data.period();
    summary += &match data.current() {
        Some(_) => text::days_of(day(period.from), day(period.due)),
        None => text::due_of(day(period.due)),
    };
    let Some(last) = data.own.last() else { return summary };
    let (value, last_day) = (data.quantity(last.amount), day(last.date));
    let Some(current) = data.current() else {
        return summary + &text::last(value, last_day);
    };
    let apart = format::difference(current.amount, last.amount, &data.scale.unit);
    summary
        + &match last.amount - current.amount {
            change if change > 0.0 => text::last_above(value, last_day, apart),
            change if change < 0.0 => text::last_below(value, last_day, apart),
            _ => text::last_same(value, last_day),
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
    let target_name = if data.is_ceiling() { text::ceiling_row() } else { text::target_row() };
    let mut rows = Vec::new();
    rows.extend(data.current().map(|value| row(text::current_row(), period.from, stated(value), TableCell::Empty)));
    if let NumberRule::Direction { .. } = data.number {
        let promise = TableCell::words(text::no_number(&data.promise));
        rows.push(row(target_name, period.due, promise, TableCell::Empty));
    }
    rows.extend(data.target().map(|value| row(target_name, period.due, stated(value), from_current(value.amount))));
    rows.extend(data.own.iter().map(|point| {
        let number = TableCell::number(point.amount, data.quantity(point.amount));
        row(&text::own_row(point.name()), point.date, number, from_current(point.amount))
    }));
    ChartTable::new(text::caption(name), text::head(), rows)
}
