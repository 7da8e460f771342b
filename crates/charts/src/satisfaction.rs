//! The numeric targets: satisfaction rates to be raised above a baseline.

use charming::{datatype::DataPointItem, element::ItemStyle};
use list::{AsOf, Dataset, Goal, IndicatorId, NumericTarget};
use words::text::{charts::satisfaction as text, common};

use crate::{
    labels,
    marks::{bars, dots, end_labels, row_mark},
    options::to_json,
    palette::Canvas,
    row_chart::RowChart,
    scale::AxisScale,
    view::{ChartTable, ChartView, TableCell},
};

/// A result of the same survey question, printed as the current value of an indicator.
struct LaterResult<'a> {
    indicator: &'a IndicatorId,
    rate: f64,
    as_of: &'a AsOf,
}

struct SatisfactionRow<'a> {
    goal: &'a Goal,
    target: &'a NumericTarget,
    rate: f64,
    later: Option<LaterResult<'a>>,
}

/// All baselines from 0 to 100 %, highest first, with later results if the list prints any. `None` without targets.
pub fn satisfaction_baselines(dataset: &Dataset, canvas: &Canvas) -> Option<ChartView> {
    let mut rows: Vec<SatisfactionRow<'_>> = Vec::new();
    for goal in &dataset.goals {
        rows.extend(goal.numeric_targets.iter().map(|target| {
            let later = later_result(dataset, target);
            SatisfactionRow { goal, target, rate: target.baseline.amount, later }
        }));
    }
    rows.retain(|row| row.rate.is_finite());
    // A stable sort keeps equal rates in printed order.
    rows.sort_by(|a, b| b.rate.total_cmp(&a.rate));
    let (highest, lowest) = (rows.first()?, rows.last()?);
    let unit = highest.target.baseline.unit.clone();
    let bare = labels::one_decimal;
    let rate = |value: f64| format!("{}{unit}", bare(value));

    let sentence = |row: &SatisfactionRow<'_>| {
        let baseline = labels::as_of(&row.target.baseline_as_of);
        let sentence = text::sentence(&row.target.name, rate(row.rate), baseline);
        match &row.later {
            Some(later) => text::later_sentence(sentence, rate(later.rate), labels::as_of(later.as_of)),
            None => sentence,
        }
    };
    let marks = |place: &dyn Fn(&SatisfactionRow<'_>) -> Option<(f64, String)>| -> Vec<DataPointItem> {
        let rows = rows.iter().enumerate();
        rows.filter_map(|(at, row)| {
            let (value, label) = place(row)?;
            Some(row_mark(value, at, &label, &sentence(row)))
        })
        .collect()
    };
    let baselines = || marks(&|row| Some((row.rate, String::new())));
    let later = marks(&|row| Some((row.later.as_ref()?.rate, String::new())));
    let labels = marks(&|row| {
        Some(match &row.later {
            None => (row.rate, text::baseline_label(bare(row.rate))),
            Some(later) => (later.rate.max(row.rate), text::later_label(bare(row.rate), bare(later.rate))),
        })
    });
    let p = &canvas.palette;
    let dot = |fill| ItemStyle::new().color(fill).border_color(p.official).border_width(2.0);
    let bar = 8.0;
    let ends = rows.iter().flat_map(|row| [Some(row.rate), row.later.as_ref().map(|later| later.rate)]).flatten();
    let scale = AxisScale::percent(ends.chain([100.0]));
    let (option, height) = RowChart {
        canvas,
        names: rows.iter().map(|row| row.target.name.clone()).collect(),
        bar,
        legend: Vec::new(),
        head: 4.0,
        // The longest label of the highest rows exceeds 100 % only on a narrow screen.
        label_room: if canvas.narrow { 96.0 } else { 48.0 },
        scale,
        suffix: &unit,
        logarithmic: false,
    }
    .draw(vec![
        to_json(&bars(text::bars(), p.official_soft, bar, baselines())),
        to_json(&dots(text::baselines(), dot(p.official), 9.0, baselines())),
        to_json(&dots(text::later_results(), dot(p.surface), 9.0, later)),
        to_json(&end_labels(text::labels(), labels, 10.0, canvas)),
    ]);

    let (high, low) = (rate(highest.rate), rate(lowest.rate));
    let mut summary = text::summary(rows.len(), &highest.target.name, high, &lowest.target.name, low);
    let with_later: Vec<String> = rows
        .iter()
        .filter_map(|row| Some(text::later_item(&row.target.name, rate(row.rate), rate(row.later.as_ref()?.rate))))
        .collect();
    if !with_later.is_empty() {
        summary += &text::later_summary(with_later.len(), with_later.join(common::separator()));
    }
    let note = if with_later.is_empty() { text::note() } else { text::note_with_later() };
    let table = table(&rows, &rate);
    Some(ChartView {
        title: text::title().to_owned(),
        unit: Some(unit),
        summary,
        note: Some(note.to_owned()),
        table,
        option,
        height,
    })
}

/// The current value of an indicator that asks the same question as the target.
fn later_result<'a>(dataset: &'a Dataset, target: &NumericTarget) -> Option<LaterResult<'a>> {
    dataset.indicators.iter().find_map(|indicator| {
        indicator.related.iter().find(|related| related.same_question && related.target == target.id)?;
        let current = indicator.measures.iter().find_map(|measure| measure.current.as_ref())?;
        (current.unit == target.baseline.unit && current.amount.is_finite()).then(|| LaterResult {
            indicator: &indicator.id,
            rate: current.amount,
            as_of: indicator.current.as_of.as_ref().unwrap_or(&dataset.default_current),
        })
    })
}

fn table(rows: &[SatisfactionRow<'_>], rate: &dyn Fn(f64) -> String) -> ChartTable {
    let rows = rows.iter().map(|row| {
        let (result, day) = row.later.as_ref().map_or_else(Default::default, |later| {
            let day = text::later_day(labels::as_of(later.as_of), later.indicator);
            (TableCell::number(later.rate, rate(later.rate)), TableCell::words(day))
        });
        vec![
            TableCell::words(&row.target.name),
            TableCell::words(format!("{} {}", row.goal.numeral, row.goal.name)),
            TableCell::number(row.rate, rate(row.rate)),
            TableCell::words(labels::as_of(&row.target.baseline_as_of)),
            result,
            day,
        ]
    });
    ChartTable::new(text::caption(), text::head(), rows.collect())
}
