//! How far the targets lie from the current values, in per cent of the current value.

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
    scale::{AxisScale, text_width, wrap},
    view::{ChartTable, ChartView, TableCell},
};

/// Why a measure is not among the bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    NoTarget,
    NoCurrent,
    OtherUnit,
    /// The current value is 0: nothing can be a percentage of it.
    FromZero,
    /// The measure is a share itself: a percentage of a percentage would mislead.
    Share,
    /// The target is a ceiling: it asks for no change.
    Ceiling,
    /// One of the numbers is not above 0, so that one is no multiple of the other.
    NotPositive,
}

impl NotComparable {
    pub fn text(self) -> &'static str {
        match self {
            Self::NoTarget => text::reason::no_target(),
            Self::NoCurrent => text::reason::no_current(),
            Self::OtherUnit => text::reason::other_unit(),
            Self::FromZero => text::reason::from_zero(),
            Self::Share => text::reason::share(),
            Self::Ceiling => text::reason::ceiling(),
            Self::NotPositive => text::reason::not_positive(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChangeUnit {
    /// Of the current value: bars from 0. One large change makes the small ones hard to tell apart.
    #[default]
    Percent,
    /// A multiple of the current value on a logarithmic axis. Drawn as marks, because such an axis has no 0 that a bar
    /// could start from.
    Times,
}

impl ChangeUnit {
    fn suffix(self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Times => charts::times_unit(),
        }
    }

    fn note(self) -> &'static str {
        match self {
            Self::Percent => text::note_percent(),
            Self::Times => text::note_times(),
        }
    }
}

/// Where a measure should go.
struct DistanceChange<'a> {
    from: StatementValue,
    to: StatementValue,
    unit: &'a str,
    /// In per cent of `from`, as exact as the labels say it: one decimal.
    percent: f64,
}

impl<'a> DistanceChange<'a> {
    /// # Errors
    /// The reason why the measure has no bar.
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
    fn way(&self) -> String {
        text::way(format::exact(self.from.amount), format::quantity(self.to.amount, self.unit))
    }

    fn percent_text(&self) -> String {
        format::signed_percent(self.percent / 100.0)
    }

    /// How many times the current value; `None` where one of the numbers is not above 0.
    fn times(&self) -> Option<f64> {
        (self.from.amount > 0.0 && self.to.amount > 0.0).then(|| self.to.amount / self.from.amount)
    }

    fn times_text(&self) -> String {
        self.times()
            .map_or_else(|| NotComparable::NotPositive.text().to_owned(), |times| text::times(format::number(times)))
    }

    /// What the mark of `name` says when it is pointed at.
    fn sentence(&self, name: &str, unit: ChangeUnit) -> String {
        let (way, percent) = (self.way(), self.percent_text());
        match unit {
            ChangeUnit::Percent => text::percent_sentence(name, way, percent),
            ChangeUnit::Times => text::times_sentence(name, way, self.times_text(), percent),
        }
    }
}

/// One measure with its name.
struct DistanceRow<'a> {
    name: String,
    measure: &'a Measure,
    outcome: Result<DistanceChange<'a>, NotComparable>,
}

impl<'a> DistanceRow<'a> {
    fn of(indicator: &'a Indicator, measure: &'a Measure) -> Self {
        let name = if measure.label.is_empty() {
            indicator.full_name()
        } else {
            text::measure(indicator.full_name(), &measure.label)
        };
        Self { name, measure, outcome: DistanceChange::of(indicator.kind, measure) }
    }
}

/// Bars (or marks, see [`ChangeUnit`]) for the measures of `indicators` whose two sides can be compared, largest change
/// first. `owner` names what the indicators belong to, e.g. a plan. `None` when no measure can be compared.
pub fn distance_to_target<'a>(
    owner: &str,
    indicators: impl IntoIterator<Item = &'a Indicator>,
    unit: ChangeUnit,
    canvas: &Canvas,
) -> Option<ChartView> {
    let indicators: Vec<&Indicator> = indicators.into_iter().collect();
    let rows: Vec<DistanceRow<'_>> = indicators
        .iter()
        .flat_map(|indicator| indicator.measures.iter().map(|measure| DistanceRow::of(indicator, measure)))
        .collect();
    let mut drawn: Vec<(&str, &DistanceChange<'_>)> = rows
        .iter()
        .filter_map(|row| Some((row.name.as_str(), row.outcome.as_ref().ok()?)))
        .filter(|(_, change)| unit == ChangeUnit::Percent || change.times().is_some())
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
        if canvas.narrow { change_text } else { text::label(change_text, change.way()) }
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
    let bar = 16.0;
    let times = |change: &DistanceChange<'_>| change.times().unwrap_or(1.0);
    let (scale, series) = match unit {
        ChangeUnit::Percent => (
            AxisScale::from_zero(drawn.iter().map(|(_, change)| change.percent)),
            vec![
                to_json(&bars(
                    text::percent_series(),
                    p.official,
                    bar,
                    marks(&|change| (change.percent, String::new())),
                )),
                // Labels stand right of the bar; right of the zero line where the bar goes left.
                to_json(&end_labels(
                    text::percent_labels(),
                    marks(&|change| (change.percent.max(0.0), label(change))),
                    8.0,
                    canvas,
                )),
            ],
        ),
        ChangeUnit::Times => {
            let style = ItemStyle::new().color(p.official);
            let dots = dots(text::times_series(), style, 12.0, marks(&|change| (times(change), label(change))));
            let label = mark_label(LabelPosition::Right, p.text, FONT_PX).distance(8.0);
            (doublings(drawn.iter().map(|(_, change)| times(change))), vec![to_json(&dots.label(label))])
        }
    };
    let widest_label = drawn.iter().map(|(_, change)| text_width(&label(change), FONT_PX)).fold(0.0, f64::max);
    let (option, height) = RowChart {
        canvas,
        names: drawn
            .iter()
            .map(|(name, change)| if canvas.narrow { narrow_title(name, change) } else { (*name).to_owned() })
            .collect(),
        bar,
        legend: Vec::new(),
        head: 4.0,
        label_room: widest_label + 16.0,
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
        text::largest(first_name, first.percent_text(), first.way())
    };
    summary += &text::comparable(indicators.len(), comparable.count());
    let shares = rows.iter().filter(|row| row.outcome.as_ref().err() == Some(&NotComparable::Share)).count();
    if shares > 0 {
        summary += &text::shares(shares);
    }
    Some(ChartView {
        title: text::title().to_owned(),
        unit: Some(unit.suffix().to_owned()),
        summary,
        note: Some(unit.note().to_owned()),
        table: table(owner, &drawn, &rows),
        option,
        height,
    })
}

/// An axis of doublings that holds all of these multiples, 1 among them.
fn doublings(times: impl Iterator<Item = f64>) -> AxisScale {
    let (low, high) = times.fold((1.0_f64, 1.0_f64), |(low, high), one| (low.min(one), high.max(one)));
    let end = |exponent: f64| 2.0_f64.powf(exponent);
    let (min, max) = (low.log2().floor(), high.log2().ceil());
    AxisScale {
        min: end(min),
        // Nothing to span: one doubling.
        max: end(if max > min { max } else { min + 1.0 }),
        step: 1.0,
    }
}

/// Name and numbers in one line of a phone; a long name gives way to the numbers.
fn narrow_title(name: &str, change: &DistanceChange<'_>) -> String {
    let way = text::narrow_way(change.way());
    format!("{}{way}", wrap(name, NARROW_NAME - FONT_PX - text_width(&way, FONT_PX), FONT_PX, 1))
}

/// The bars from top to bottom, then what has none, with the reason.
fn table(owner: &str, drawn: &[(&str, &DistanceChange<'_>)], rows: &[DistanceRow<'_>]) -> ChartTable {
    let stated =
        |stated: &StatementValue, unit: &str| TableCell::number(stated.amount, format::quantity(stated.amount, unit));
    let difference =
        |from: f64, to: f64, unit: &str| TableCell::number(to - from, labels::signed_difference(from, to, unit));
    let bars = drawn.iter().map(|(name, change)| {
        vec![
            TableCell::words(*name),
            stated(&change.from, change.unit),
            stated(&change.to, change.unit),
            difference(change.from.amount, change.to.amount, change.unit),
            TableCell::number(change.percent, change.percent_text()),
            change.times().map_or(TableCell::Empty, |times| TableCell::number(times, change.times_text())),
        ]
    });
    let others = rows.iter().filter_map(|row| {
        let reason = *row.outcome.as_ref().err()?;
        let side = |quantity: &Option<Quantity>| {
            quantity.as_ref().map_or(TableCell::Empty, |q| {
                let quantity = format::quantity(q.amount, &q.unit);
                TableCell::number(q.amount, if q.at_most { text::at_most(quantity) } else { quantity })
            })
        };
        let apart = match (&row.measure.current, &row.measure.target) {
            (Some(a), Some(b)) if a.unit == b.unit => difference(a.amount, b.amount, &b.unit),
            _ => TableCell::Empty,
        };
        Some(vec![
            TableCell::words(&row.name),
            side(&row.measure.current),
            side(&row.measure.target),
            apart,
            TableCell::words(reason.text()),
            TableCell::Empty,
        ])
    });
    ChartTable::new(text::caption(owner), text::head(), bars.chain(others).collect())
}
