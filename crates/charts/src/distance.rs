//! The differences between targets and current values, in per cent of the current values.

use assess::{NumberRule, StatementValue, number_rule};
use charming::{
    datatype::DataPointItem,
    element::{ItemStyle, LabelPosition},
};
use format::unit::is_share;
use list::{Indicator, Measure, Quantity, TargetKind};
use words::text::charts::{self, distance as text};

use crate::{
    labels,
    marks::{FONT_PX, bars, dots, end_labels, mark_label, row_mark},
    options::to_json,
    palette::Canvas,
    row_chart::{NARROW_NAME, RowChart},
    scale::{AxisScale, bounds, text_width, widest, wrap},
    view::{ChartTable, ChartView, TableCell},
};

const BAR: f64 = 16.0;

/// Why a measure has no bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NotComparable {
    NoTarget,
    NoCurrent,
    OtherUnit,
    /// The current value is 0, so there is no percentage of it.
    FromZero,
    /// The measure is a share itself: a percentage of a percentage would be misleading.
    Share,
    /// The target requires no change.
    Ceiling,
}

impl NotComparable {
    fn text(self) -> &'static str {
        match self {
            Self::NoTarget => text::reason::no_target(),
            Self::NoCurrent => text::reason::no_current(),
            Self::OtherUnit => text::reason::other_unit(),
            Self::FromZero => text::reason::from_zero(),
            Self::Share => text::reason::share(),
            Self::Ceiling => text::reason::ceiling(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChangeUnit {
    /// In per cent: bars from 0. One large change makes the small ones hard to distinguish.
    #[default]
    Percent,
    /// As a multiple: marks on a logarithmic axis, which has no 0 for a bar to start from.
    Times,
}

impl ChangeUnit {
    fn suffix(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Times => charts::times_unit(),
        }
    }
}

struct DistanceChange<'a> {
    from: StatementValue,
    to: StatementValue,
    unit: &'a str,
    /// In per cent of `from`, with one decimal like the labels.
    percent: f64,
}

impl<'a> DistanceChange<'a> {
    fn of(kind: TargetKind, measure: &'a Measure) -> Result<Self, NotComparable> {
        let target = measure.target.as_ref().ok_or(NotComparable::NoTarget)?;
        let current = measure.current.as_ref().ok_or(NotComparable::NoCurrent)?;
        if current.unit != target.unit {
            return Err(NotComparable::OtherUnit);
        }
        let (from, to) = match number_rule(kind, measure) {
            Some(NumberRule::Reach { from, to }) => (from, to),
            Some(NumberRule::Hold { level, .. }) => (level, level),
            Some(NumberRule::Ceiling { .. }) => return Err(NotComparable::Ceiling),
            Some(NumberRule::Direction { .. }) | None => return Err(NotComparable::NoTarget),
            Some(NumberRule::TargetOnly { .. }) => return Err(NotComparable::NoCurrent),
        };
        if is_share(&target.unit) {
            return Err(NotComparable::Share);
        }
        let percent = ((to.amount - from.amount) / from.amount.abs() * 1000.0).round() / 10.0;
        if !percent.is_finite() {
            return Err(NotComparable::FromZero);
        }
        Ok(Self { from, to, unit: &target.unit, percent })
    }

    /// `37 → 52校`.
    fn range_text(&self) -> String {
        text::from_to(format::exact(self.from.amount), format::quantity(self.to.amount, self.unit))
    }

    fn percent_text(&self) -> String {
        format::signed_percent(self.percent / 100.0)
    }

    fn has_times(&self) -> bool {
        self.from.amount > 0.0 && self.to.amount > 0.0
    }

    /// The multiple of the current value. Only valid if [`Self::has_times`].
    fn times(&self) -> f64 {
        self.to.amount / self.from.amount
    }

    fn times_text(&self) -> String {
        text::times(format::number(self.times()))
    }

    /// The tooltip of the mark of `name`.
    fn sentence(&self, name: &str, unit: ChangeUnit) -> String {
        let (range_text, percent) = (self.range_text(), self.percent_text());
        match unit {
            ChangeUnit::Percent => text::percent_sentence(name, range_text, percent),
            ChangeUnit::Times => text::times_sentence(name, range_text, self.times_text(), percent),
        }
    }
}

struct DistanceRow<'a> {
    name: String,
    measure: &'a Measure,
    outcome: Result<DistanceChange<'a>, NotComparable>,
}

/// Bars (or marks, see [`ChangeUnit`]) for the comparable measures of `indicators`, largest change first. `owner` is
/// what the indicators belong to, e.g. a plan. `None` if no measure can be compared.
pub fn distance_to_target<'a>(
    owner: &str,
    indicators: impl IntoIterator<Item = &'a Indicator>,
    unit: ChangeUnit,
    canvas: &Canvas,
) -> Option<ChartView> {
    let indicators: Vec<&Indicator> = indicators.into_iter().collect();
    let mut rows: Vec<DistanceRow<'_>> = Vec::new();
    for indicator in &indicators {
        rows.extend(indicator.measures.iter().map(|measure| DistanceRow {
            name: indicator.name_with(measure),
            measure,
            outcome: DistanceChange::of(indicator.kind, measure),
        }));
    }
    let mut drawn: Vec<(&str, &DistanceChange<'_>)> = rows
        .iter()
        .filter_map(|row| Some((row.name.as_str(), row.outcome.as_ref().ok()?)))
        .filter(|(_, change)| unit == ChangeUnit::Percent || change.has_times())
        .collect();
    // A stable sort: equal changes stay in printed order.
    drawn.sort_by(|a, b| b.1.percent.abs().total_cmp(&a.1.percent.abs()));
    let (first_name, first) = *drawn.first()?;

    let label = |change: &DistanceChange<'_>| {
        let change_text = match unit {
            _ if change.percent == 0.0 => text::hold().to_owned(),
            ChangeUnit::Percent => change.percent_text(),
            ChangeUnit::Times => change.times_text(),
        };
        if canvas.narrow { change_text } else { text::label(change_text, change.range_text()) }
    };
    let marks = |place: &dyn Fn(&DistanceChange<'_>) -> (f64, String)| -> Vec<DataPointItem> {
        let rows = drawn.iter().enumerate();
        rows.map(|(at, (name, change))| {
            let (value, label) = place(change);
            row_mark(value, at, &label, &change.sentence(name, unit))
        })
        .collect()
    };
    let p = &canvas.palette;
    let (scale, series) = match unit {
        ChangeUnit::Percent => {
            let bar = bars(text::percent_series(), p.official, BAR, marks(&|change| (change.percent, String::new())));
            // Labels are right of the bar, or right of the zero line if the bar goes left.
            let ends = marks(&|change| (change.percent.max(0.0), label(change)));
            let labels = end_labels(text::percent_labels(), ends, 8.0, canvas);
            let scale = AxisScale::from_zero(drawn.iter().map(|(_, change)| change.percent));
            (scale, vec![to_json(&bar), to_json(&labels)])
        }
        ChangeUnit::Times => {
            let marks = marks(&|change| (change.times(), label(change)));
            let dots = dots(text::times_series(), ItemStyle::new().color(p.official), 12.0, marks);
            let label = mark_label(LabelPosition::Right, p.text, FONT_PX).distance(8.0);
            (doublings(drawn.iter().map(|(_, change)| change.times())), vec![to_json(&dots.label(label))])
        }
    };
    let labels = drawn.iter().map(|(_, change)| label(change));
    let title = |&(name, change): &(&str, &DistanceChange<'_>)| {
        if canvas.narrow { narrow_title(name, change) } else { name.to_owned() }
    };
    let (option, height) = RowChart {
        canvas,
        names: drawn.iter().map(title).collect(),
        bar: BAR,
        legend: Vec::new(),
        head: 4.0,
        label_room: widest(labels, FONT_PX) + 16.0,
        scale,
        suffix: unit.suffix(),
        logarithmic: unit == ChangeUnit::Times,
    }
    .draw(series);

    let comparable = indicators.iter().filter(|indicator| {
        indicator.measures.iter().any(|measure| DistanceChange::of(indicator.kind, measure).is_ok())
    });
    let mut summary = if first.percent == 0.0 {
        text::all_hold().to_owned()
    } else {
        text::largest(first_name, first.percent_text(), first.range_text())
    };
    summary += &text::comparable(indicators.len(), comparable.count());
    let shares = rows.iter().filter(|row| row.outcome.as_ref().err() == Some(&NotComparable::Share)).count();
    if shares > 0 {
        summary += &text::shares(shares);
    }
    let note = if unit == ChangeUnit::Times { text::note_times() } else { text::note_percent() };
    Some(ChartView {
        title: text::title().to_owned(),
        unit: Some(unit.suffix().to_owned()),
        summary,
        note: Some(note.to_owned()),
        table: table(owner, &drawn, &rows),
        option,
        height,
    })
}

/// An axis of doublings that contains all of these multiples and 1.
fn doublings(times: impl Iterator<Item = f64>) -> AxisScale {
    let (low, high) = bounds(times.chain([1.0])).unwrap_or((1.0, 1.0));
    let (min, max) = (low.log2().floor(), high.log2().ceil());
    // No range: one doubling.
    let max = if max > min { max } else { min + 1.0 };
    AxisScale { min: min.exp2(), max: max.exp2(), step: 1.0 }
}

/// Name and numbers in one line on a phone; a long name is shortened.
fn narrow_title(name: &str, change: &DistanceChange<'_>) -> String {
    let range_text = text::narrow_from_to(change.range_text());
    format!("{}{range_text}", wrap(name, NARROW_NAME - FONT_PX - text_width(&range_text, FONT_PX), FONT_PX, 1))
}

/// The bars from top to bottom, then the measures without one, with the reason.
fn table(owner: &str, drawn: &[(&str, &DistanceChange<'_>)], rows: &[DistanceRow<'_>]) -> ChartTable {
    let stated = |amount: f64, unit: &str| TableCell::number(amount, format::quantity(amount, unit));
    let difference =
        |from: f64, to: f64, unit: &str| TableCell::number(to - from, labels::signed_difference(from, to, unit));
    let bars = drawn.iter().map(|(name, change)| {
        let (from, to, unit) = (change.from.amount, change.to.amount, change.unit);
        let times = change.has_times().then(|| TableCell::number(change.times(), change.times_text()));
        vec![
            TableCell::words(*name),
            stated(from, unit),
            stated(to, unit),
            difference(from, to, unit),
            TableCell::number(change.percent, change.percent_text()),
            times.unwrap_or_default(),
        ]
    });
    let others = rows.iter().filter_map(|row| {
        let reason = row.outcome.as_ref().err()?;
        let side = |quantity: &Quantity| match format::quantity(quantity.amount, &quantity.unit) {
            text if quantity.at_most => TableCell::number(quantity.amount, text::at_most(text)),
            text => TableCell::number(quantity.amount, text),
        };
        let (current, target) = (row.measure.current.as_ref(), row.measure.target.as_ref());
        let apart = current.zip(target).filter(|(from, to)| from.unit == to.unit);
        Some(vec![
            TableCell::words(&row.name),
            current.map(side).unwrap_or_default(),
            target.map(side).unwrap_or_default(),
            apart.map(|(from, to)| difference(from.amount, to.amount, &to.unit)).unwrap_or_default(),
            TableCell::words(reason.text()),
            TableCell::Empty,
        ])
    });
    ChartTable::new(text::caption(owner), text::head(), bars.chain(others).collect())
}
