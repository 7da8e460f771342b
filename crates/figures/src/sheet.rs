//! All figures of a scenario in one grid: a row for each indicator and subject, a column for each day.

use assess::subjects;
use format::normalize_input;
use list::{Dataset, Date, Indicator, Stage};

use super::{
    figure::{Figure, FigureKey, FigureValue, Subject, Timestamp},
    input::{ExpectedInput, FigureDraft, InputProblem},
    model::Scenario,
};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SheetRow {
    /// The position of the indicator in the list.
    pub indicator: usize,
    pub subject: Subject,
}

impl SheetRow {
    pub fn key(&self, indicator: &Indicator, date: Date) -> FigureKey {
        FigureKey { indicator: indicator.id.clone(), subject: self.subject.clone(), date }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellEdit {
    /// The cell has this value already.
    Same,
    Set(Box<Figure>),
    Removed(FigureKey),
}

pub fn lines(dataset: &Dataset, indicators: &[usize]) -> Vec<SheetRow> {
    let of = |&at: &usize| {
        let subjects = dataset.indicators.get(at).map(subjects).unwrap_or_default();
        subjects.into_iter().map(move |subject| SheetRow { indicator: at, subject })
    };
    indicators.iter().flat_map(of).collect()
}

/// The number of figures on days without a column, and these days.
pub fn hidden(scenario: &Scenario, days: &[Date]) -> (usize, Vec<Date>) {
    let mut others: Vec<Date> =
        scenario.figures().map(|figure| figure.date).filter(|day| !days.contains(day)).collect();
    let count = others.len();
    others.sort_unstable();
    others.dedup();
    (count, others)
}

/// The text of a figure in a cell; [`enter`] reads it back unchanged.
pub fn cell_text(indicator: &Indicator, figure: &Figure) -> String {
    match &figure.value {
        FigureValue::Stage(stage) => format::stage_word(*stage).to_owned(),
        FigureValue::Amount { unit, .. } => {
            let number = FigureDraft::of(figure).value_text;
            // A figure from an edition with another unit shows its unit.
            match figure.measure(indicator) {
                Some(measure) if measure.unit != *unit => format!("{number}{unit}"),
                _ => number,
            }
        }
    }
}

/// Reads a cell. Only the value comes from the text; basis, note and source of an existing figure stay.
pub fn enter(
    old: Option<&Figure>,
    indicator: &Indicator,
    subject: &Subject,
    day: Date,
    text: &str,
    now: Timestamp,
) -> Result<CellEdit, Vec<InputProblem>> {
    if normalize_input(text).is_empty() {
        return Ok(old.map_or(CellEdit::Same, |figure| CellEdit::Removed(figure.key())));
    }
    if old.is_some_and(|figure| cell_text(indicator, figure) == text) {
        return Ok(CellEdit::Same);
    }
    let expected = ExpectedInput::of(indicator, subject);
    let draft = FigureDraft {
        value_text: match expected {
            ExpectedInput::Stage => stage_word(text),
            ExpectedInput::Amount(_) => text.to_owned(),
        },
        date_text: day.iso(),
        ..FigureDraft::default()
    };
    let new = draft.check(&indicator.id, expected, now)?;
    match old {
        Some(old) if old.value == new.value => Ok(CellEdit::Same),
        Some(old) => Ok(CellEdit::Set(Box::new(Figure { value: new.value, edited: now, ..old.clone() }))),
        None => Ok(CellEdit::Set(Box::new(new))),
    }
}

/// The word for a stage, for common spellings in tables; any other text unchanged.
fn stage_word(text: &str) -> String {
    let text = normalize_input(text);
    let stage = match text.as_str() {
        "済" | "済み" | "完了" | "実施" | "実施済" | "達成" => Stage::Done,
        "一部" | "一部実施済み" | "一部実施済" | "一部完了" => Stage::Partial,
        "準備" | "準備中" | "検討" | "検討中" | "検討・準備中" => Stage::Preparing,
        "未" | "未実施" | "未定" => Stage::NotStarted,
        _ => return text,
    };
    format::stage_word(stage).to_owned()
}
