//! How far the targets lie from the current values, in per cent of the current value.

use charming::{
    datatype::CompositeValue,
    element::{Color, ItemStyle},
    series::Bar,
};

use crate::{
    assess::{NumberRule, Stated, number_rule, unit::is_share},
    dataset::{Indicator, Measure, TargetKind},
    text::format,
};

use super::{
    Canvas, Cell, ChartView, DataTable,
    bars::{
        AXIS_FOOT, FONT_PX, NARROW_NAME, Rows, label_series, mark, sentence_tooltip, value_axis,
    },
    options::Options,
    scale::{Scale, text_width, wrap},
    words,
};

/// Why a measure is not among the bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// The target states no number.
    NoTarget,
    /// The current value states no number.
    NoCurrent,
    /// The two sides count in different units.
    OtherUnit,
    /// The current value is 0: nothing can be a percentage of it.
    FromZero,
    /// The measure is a share itself: a percentage of a percentage would mislead.
    Share,
    /// The target is a ceiling: it asks for no change.
    Ceiling,
}

impl NotComparable {
    /// The reason in Japanese.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::NoTarget => "目標値に数値がありません",
            Self::NoCurrent => "現状値に数値がありません",
            Self::OtherUnit => "現状値と目標値の単位が違います",
            Self::FromZero => "現状値が0のため、割合にできません",
            Self::Share => "割合の指標なので、差だけを示します",
            Self::Ceiling => "上限を守る目標です",
        }
    }
}

/// Where a measure should go.
struct Change<'a> {
    from: Stated,
    to: Stated,
    unit: &'a str,
    /// In per cent of `from`, as exact as the labels say it: one decimal.
    percent: f64,
}

impl<'a> Change<'a> {
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
        Ok(Self {
            from,
            to,
            unit: &target.unit,
            percent,
        })
    }

    /// `37 → 52校`.
    fn way(&self) -> String {
        format!(
            "{} → {}",
            format::exact(self.from.amount),
            format::quantity(self.to.amount, self.unit)
        )
    }

    fn written(&self) -> String {
        format::signed_percent(self.percent / 100.0)
    }
}

/// One measure with its name.
struct Row<'a> {
    name: String,
    measure: &'a Measure,
    outcome: Result<Change<'a>, NotComparable>,
}

impl<'a> Row<'a> {
    fn of(indicator: &'a Indicator, measure: &'a Measure) -> Self {
        let name = if measure.label.is_empty() {
            indicator.full_name()
        } else {
            format!("{}（{}）", indicator.full_name(), measure.label)
        };
        Self {
            name,
            measure,
            outcome: Change::of(indicator.kind, measure),
        }
    }
}

/// Bars for the measures of `indicators` whose two sides can be compared, largest change first. `whose` names what the
/// indicators belong to, e.g. a plan. `None` when no measure can be compared.
#[must_use]
pub fn distance_to_target<'a>(
    whose: &str,
    indicators: impl IntoIterator<Item = &'a Indicator>,
    canvas: &Canvas,
) -> Option<ChartView> {
    let indicators: Vec<&Indicator> = indicators.into_iter().collect();
    let rows: Vec<Row<'_>> = indicators
        .iter()
        .flat_map(|indicator| {
            indicator
                .measures
                .iter()
                .map(|measure| Row::of(indicator, measure))
        })
        .collect();
    let mut drawn: Vec<(&str, &Change<'_>)> = rows
        .iter()
        .filter_map(|row| Some((row.name.as_str(), row.outcome.as_ref().ok()?)))
        .collect();
    // A stable sort: equal changes stay in printed order.
    drawn.sort_by(|a, b| b.1.percent.abs().total_cmp(&a.1.percent.abs()));
    let (first_name, first) = *drawn.first()?;

    let titles: Vec<String> = drawn
        .iter()
        .map(|(name, change)| {
            if canvas.narrow {
                narrow_title(name, change)
            } else {
                (*name).to_owned()
            }
        })
        .collect();
    let layout = Rows::new(titles.iter().map(String::as_str), 16.0, canvas);
    let labels: Vec<String> = drawn
        .iter()
        .map(|(_, change)| {
            let percent = if change.percent == 0.0 {
                "維持".to_owned()
            } else {
                change.written()
            };
            if canvas.narrow {
                percent
            } else {
                format!("{percent}　{}", change.way())
            }
        })
        .collect();
    let sentences: Vec<String> = drawn
        .iter()
        .map(|(name, change)| format!("{name}\n{}\n{}", change.way(), change.written()))
        .collect();
    let rows_of = |value: &dyn Fn(&Change<'_>) -> f64, label: &dyn Fn(usize) -> String| -> Vec<_> {
        drawn
            .iter()
            .zip(&sentences)
            .enumerate()
            .map(|(at, ((_, change), sentence))| mark(value(change), at, &label(at), sentence))
            .collect()
    };
    let bars = rows_of(&|change| change.percent, &|_| String::new());
    // Labels stand right of the bar; right of the zero line where the bar goes left.
    let ends = rows_of(&|change| change.percent.max(0.0), &|at| {
        labels.get(at).cloned().unwrap_or_default()
    });
    let right = labels
        .iter()
        .map(|label| text_width(label, FONT_PX))
        .fold(0.0, f64::max)
        + 16.0;
    let scale = Scale::from_zero(drawn.iter().map(|(_, change)| change.percent));
    let chart = Options::new()
        .tooltip(sentence_tooltip())
        .grid(layout.grid(4.0, right))
        .x_axis(value_axis(scale, "%", canvas))
        .y_axis(layout.axis(canvas))
        .series(
            Bar::new()
                .name("現状値に対する変化")
                .bar_width(CompositeValue::from(layout.bar))
                .item_style(ItemStyle::new().color(Color::from(canvas.palette.official)))
                .data(bars),
        )
        .series(label_series("変化", ends, 8.0, canvas));

    let comparable = indicators
        .iter()
        .filter(|indicator| {
            indicator
                .measures
                .iter()
                .any(|measure| Change::of(indicator.kind, measure).is_ok())
        })
        .count();
    let mut summary = if first.percent == 0.0 {
        "どの指標も、いまの値を保つ目標です。".to_owned()
    } else {
        format!(
            "いちばん大きな変化を求めているのは「{first_name}」の{}（{}）です。",
            first.written(),
            first.way()
        )
    };
    summary.push_str(&format!(
        "{}の指標のうち、この方法でくらべられるのは{comparable}件です。",
        indicators.len()
    ));
    let shares = rows
        .iter()
        .filter(|row| row.outcome.as_ref().err() == Some(&NotComparable::Share))
        .count();
    if shares > 0 {
        summary.push_str(&format!(
            "割合で示された{shares}件は、差を表に載せています。"
        ));
    }
    Some(ChartView {
        title: "目標まで、いまの値からどれだけ変えるか".to_owned(),
        unit: Some("%".to_owned()),
        summary,
        note: Some(
            "現状値に対する増減の割合です。違うものを数えているので、棒が長いほど大事という意味ではありません。".to_owned(),
        ),
        table: table(whose, &drawn, &rows),
        extras: layout.extras(),
        height: layout.chart_height(4.0 + AXIS_FOOT),
        option: chart,
    })
}

/// Name and numbers in one line of a phone; a long name gives way to the numbers.
fn narrow_title(name: &str, change: &Change<'_>) -> String {
    let way = format!("　{}", change.way());
    format!(
        "{}{way}",
        wrap(
            name,
            NARROW_NAME - FONT_PX - text_width(&way, FONT_PX),
            FONT_PX,
            1
        )
    )
}

/// The bars from top to bottom, then what has none, with the reason.
fn table(whose: &str, drawn: &[(&str, &Change<'_>)], rows: &[Row<'_>]) -> DataTable {
    let stated = |stated: &Stated, unit: &str| {
        Cell::number(stated.amount, format::quantity(stated.amount, unit))
    };
    let difference = |from: f64, to: f64, unit: &str| {
        Cell::number(to - from, words::signed_difference(from, to, unit))
    };
    let bars = drawn.iter().map(|(name, change)| {
        vec![
            Cell::words(*name),
            stated(&change.from, change.unit),
            stated(&change.to, change.unit),
            difference(change.from.amount, change.to.amount, change.unit),
            Cell::number(change.percent, change.written()),
        ]
    });
    let others = rows.iter().filter_map(|row| {
        let reason = *row.outcome.as_ref().err()?;
        let side = |quantity: &Option<crate::dataset::Quantity>| {
            quantity.as_ref().map_or(Cell::Empty, |q| {
                let at_most = if q.at_most { "以下" } else { "" };
                Cell::number(
                    q.amount,
                    format!("{}{at_most}", format::quantity(q.amount, &q.unit)),
                )
            })
        };
        let apart = match (&row.measure.current, &row.measure.target) {
            (Some(a), Some(b)) if a.unit == b.unit => difference(a.amount, b.amount, &b.unit),
            _ => Cell::Empty,
        };
        Some(vec![
            Cell::words(row.name.clone()),
            side(&row.measure.current),
            side(&row.measure.target),
            apart,
            Cell::words(reason.text()),
        ])
    });
    DataTable {
        caption: format!("{whose}：現状値から目標値までの変化"),
        head: ["指標", "現状値", "目標値", "差", "現状値に対する変化"]
            .map(str::to_owned)
            .to_vec(),
        rows: bars.chain(others).collect(),
    }
}
