//! Checks typed text. Every problem is reported with its field; the text is not changed.

use format::{DateFault, NumberFault, normalize_input, read_date, read_number, unit};
use list::{Date, Indicator, IndicatorId, Measure, Quantity, Stage};

use super::{
    action::limits,
    figure::{
        Basis, Figure, FigureValue, InvalidSource, Number, SourceUrl, Subject, Timestamp, UnknownFields, stage_code,
    },
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormField {
    Value,
    Date,
    Note,
    Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputProblem {
    pub field: FormField,
    pub fault: InputFault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputFault {
    NoStage,
    UnknownStage,
    /// Not a number; with an example of a valid one.
    Number {
        fault: NumberFault,
        example: String,
    },
    UnexpectedUnit {
        typed: String,
    },
    WrongUnit {
        unit: String,
        typed: String,
    },
    /// Below 0, although no official number is.
    Negative,
    /// More than [`ABSURD_FACTOR`] times the largest official number.
    FarAboveOfficial {
        official: String,
    },
    /// More than [`Number::LIMIT`].
    TooLarge,
    /// Less than [`Number::SMALLEST`].
    TooSmall,
    Date(DateFault),
    Year,
    NoteTooLong {
        chars: usize,
    },
    Source(InvalidSource),
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureDraft {
    /// The number with or without its unit; for a stage its code or word.
    pub value_text: String,
    pub date_text: String,
    pub basis: Basis,
    pub note: String,
    /// May be empty.
    pub source_text: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ExpectedInput<'a> {
    Amount(&'a Measure),
    Stage,
}

impl<'a> ExpectedInput<'a> {
    pub fn of(indicator: &'a Indicator, subject: &Subject) -> Self {
        subject.measure(indicator).map_or(Self::Stage, Self::Amount)
    }
}

/// A figure larger than both official numbers by this factor is treated as a typing error.
const ABSURD_FACTOR: f64 = 1_000.0;

pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

impl FigureDraft {
    pub fn of(figure: &Figure) -> Self {
        Self {
            value_text: match &figure.value {
                FigureValue::Amount { number, .. } => format::exact(number.get()),
                FigureValue::Stage(stage) => stage_code(*stage).to_owned(),
            },
            date_text: figure.date.iso(),
            basis: figure.basis,
            note: figure.note.clone(),
            source_text: figure.source.as_ref().map_or_else(String::new, |url| url.as_str().to_owned()),
        }
    }

    /// The value alone, to report problems while the other fields are still empty.
    pub fn value(&self, expected: ExpectedInput) -> Result<FigureValue, InputFault> {
        match expected {
            ExpectedInput::Stage => check_stage(&self.value_text).map(FigureValue::Stage),
            ExpectedInput::Amount(measure) => check_amount(&self.value_text, measure)
                .map(|number| FigureValue::Amount { measure: measure.id.clone(), number, unit: measure.unit.clone() }),
        }
    }

    /// The figure, or one problem for each invalid field, in the order of the form.
    pub fn check(
        &self,
        indicator: &IndicatorId,
        expected: ExpectedInput,
        now: Timestamp,
    ) -> Result<Figure, Vec<InputProblem>> {
        let mut problems = Vec::new();
        let value = ok_or_report(&mut problems, FormField::Value, self.value(expected));
        let date = ok_or_report(&mut problems, FormField::Date, check_date(&self.date_text));
        let note = ok_or_report(&mut problems, FormField::Note, check_note(&self.note));
        let source = ok_or_report(&mut problems, FormField::Source, check_source(&self.source_text));
        match (value, date, note, source) {
            (Some(value), Some(date), Some(note), Some(source)) => Ok(Figure {
                indicator: indicator.clone(),
                value,
                date,
                basis: self.basis,
                note,
                source,
                edited: now,
                extra: UnknownFields::new(),
            }),
            _ => Err(problems),
        }
    }
}

fn ok_or_report<T>(problems: &mut Vec<InputProblem>, field: FormField, result: Result<T, InputFault>) -> Option<T> {
    result.map_err(|fault| problems.push(InputProblem { field, fault })).ok()
}

fn check_stage(text: &str) -> Result<Stage, InputFault> {
    let text = normalize_input(text);
    let is_meant = |stage: &Stage| text == stage_code(*stage) || text == format::stage_word(*stage);
    let fault = || if text.is_empty() { InputFault::NoStage } else { InputFault::UnknownStage };
    Stage::ALL.into_iter().find(is_meant).ok_or_else(fault)
}

fn check_amount(text: &str, measure: &Measure) -> Result<Number, InputFault> {
    let unit = &measure.unit;
    let (amount, typed) = read_number(text).map_err(|fault| InputFault::Number { fault, example: example(measure) })?;
    // The unit must be equal: converting 50% to 5割 silently would surprise more than a problem report.
    let same = typed.is_empty()
        || typed == normalize_input(unit)
        || (unit::convert(1.0, &typed, unit) == Some(1.0) && unit::convert(1.0, unit, &typed) == Some(1.0));
    if !same {
        return Err(match unit.is_empty() {
            true => InputFault::UnexpectedUnit { typed },
            false => InputFault::WrongUnit { unit: unit.clone(), typed },
        });
    }
    let official = [&measure.current, &measure.target];
    let official: Vec<f64> = official.into_iter().flatten().map(|quantity: &Quantity| quantity.amount).collect();
    if amount < 0.0 && official.iter().all(|official| *official >= 0.0) {
        return Err(InputFault::Negative);
    }
    let largest = official.iter().fold(0.0_f64, |largest, official| largest.max(official.abs()));
    if largest > 0.0 && amount.abs() > ABSURD_FACTOR * largest {
        return Err(InputFault::FarAboveOfficial { official: format::quantity(largest, unit) });
    }
    let fault = || if amount.abs() > 1.0 { InputFault::TooLarge } else { InputFault::TooSmall };
    Number::new(amount).ok_or_else(fault)
}

/// An example of a valid number: the target, or else the current value, or else some number with the unit.
fn example(measure: &Measure) -> String {
    let official = measure.target.as_ref().or(measure.current.as_ref());
    format::quantity(official.map_or(10.0, |quantity| quantity.amount), &measure.unit)
}

/// Whether a figure is a share above 100%: possible, but probably a typing error.
pub fn exceeds_whole(value: &FigureValue) -> bool {
    let FigureValue::Amount { number, unit, .. } = value else { return false };
    let percent = unit::is_share(unit).then(|| unit::convert(number.get(), unit, "%")).flatten();
    percent.is_some_and(|percent| percent > 100.0)
}

/// Reads a day in any common notation.
pub fn check_date(text: &str) -> Result<Date, InputFault> {
    let date = read_date(text).map_err(InputFault::Date)?;
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(InputFault::Year) }
}

fn check_note(text: &str) -> Result<String, InputFault> {
    let chars = text.chars().count();
    if chars > limits::TEXT_CHARS {
        return Err(InputFault::NoteTooLong { chars });
    }
    // Control characters come from pasted text; they are invisible and break files.
    let shown = |c: &char| !c.is_control() || *c == '\n' || *c == '\t';
    Ok(text.chars().filter(shown).collect::<String>().trim().to_owned())
}

fn check_source(text: &str) -> Result<Option<SourceUrl>, InputFault> {
    match text.trim() {
        "" => Ok(None),
        address => SourceUrl::parse(address).map(Some).map_err(InputFault::Source),
    }
}
