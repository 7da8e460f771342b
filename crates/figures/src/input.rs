//! What a person types, checked in place: every problem with its field and a sentence, nothing typed is changed.

use format::{DateFault, NumberFault, normalize_input, read_date, read_number, unit};
use list::{Date, Indicator, IndicatorId, Measure, Quantity, Stage};

use super::{
    action::limits,
    figure::{Basis, Figure, FigureValue, Number, SourceUrl, Subject, Timestamp, UnknownFields, stage_code},
};

/// The fields of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormField {
    /// The number or stage.
    Value,
    /// The day.
    Date,
    /// The note.
    Note,
    /// The source's address.
    Source,
}

/// What is wrong with a field, in a sentence that says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputProblem {
    /// Beside which field it is shown.
    pub field: FormField,
    /// The sentence.
    pub message: String,
}

/// The form as it stands, read or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureDraft {
    /// The number with or without its unit; for a stage its code or its words.
    pub value_text: String,
    /// The day.
    pub date_text: String,
    /// What it rests on.
    pub basis: Basis,
    /// The note.
    pub note: String,
    /// The source's address; may be empty.
    pub source_text: String,
}

impl Default for FigureDraft {
    /// An empty form; an own assumption unless the reader says otherwise.
    fn default() -> Self {
        Self {
            value_text: String::new(),
            date_text: String::new(),
            basis: Basis::Assumed,
            note: String::new(),
            source_text: String::new(),
        }
    }
}

/// What the form asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ExpectedInput<'a> {
    /// A number for this measure.
    Amount(&'a Measure),
    /// How far it has come.
    Stage,
}

impl<'a> ExpectedInput<'a> {
    /// What a figure of this subject must be.
    pub fn of(indicator: &'a Indicator, subject: &Subject) -> Self {
        subject.measure(indicator).map_or(Self::Stage, Self::Amount)
    }
}

/// A figure this many times larger than both official numbers is a slip of the finger.
const ABSURD_FACTOR: f64 = 1_000.0;

/// Years a figure may describe.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

impl FigureDraft {
    /// The form for a figure that is there already.
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

    /// The value alone, for telling about it while the other fields are still empty.
    ///
    /// # Errors
    /// A sentence saying what is wrong with it.
    pub fn value(&self, asked: ExpectedInput) -> Result<FigureValue, String> {
        check_value(&self.value_text, asked)
    }

    /// The figure, or everything that is wrong with the form.
    ///
    /// # Errors
    /// One [`InputProblem`] for each field that cannot be taken, in the order of the form.
    pub fn check(
        &self,
        indicator: &IndicatorId,
        asked: ExpectedInput,
        now: Timestamp,
    ) -> Result<Figure, Vec<InputProblem>> {
        let mut problems = Vec::new();
        let value = keep(&mut problems, FormField::Value, check_value(&self.value_text, asked));
        let date = keep(&mut problems, FormField::Date, check_date(&self.date_text));
        let note = keep(&mut problems, FormField::Note, check_note(&self.note));
        let source = keep(&mut problems, FormField::Source, check_source(&self.source_text));
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

/// Passes a value on and notes a problem.
fn keep<T>(problems: &mut Vec<InputProblem>, field: FormField, result: Result<T, String>) -> Option<T> {
    result.map_err(|message| problems.push(InputProblem { field, message })).ok()
}

fn check_value(text: &str, asked: ExpectedInput) -> Result<FigureValue, String> {
    match asked {
        ExpectedInput::Stage => check_stage(text).map(FigureValue::Stage),
        ExpectedInput::Amount(measure) => check_amount(text, measure).map(|number| FigureValue::Amount {
            measure: measure.id.clone(),
            number,
            unit: measure.unit.clone(),
        }),
    }
}

fn check_stage(text: &str) -> Result<Stage, String> {
    let text = normalize_input(text);
    let is_meant = |stage: &Stage| text == stage_code(*stage) || text == format::stage_word(*stage);
    Stage::ALL.into_iter().find(is_meant).ok_or_else(|| {
        let words = Stage::ALL.map(|stage| format!("「{}」", format::stage_word(stage)));
        if text.is_empty() {
            "どの段階かを選んでください。".to_owned()
        } else {
            format!("段階は{}のどれかを選んでください。", words.concat())
        }
    })
}

fn check_amount(text: &str, measure: &Measure) -> Result<Number, String> {
    let unit = &measure.unit;
    let example = example(measure);
    let (amount, typed_unit) = read_number(text).map_err(|fault| match fault {
        NumberFault::Empty => format!("数を入力してください（例：{example}）。"),
        NumberFault::NotANumber => {
            format!("数として読めません。数を一つだけ入力してください（例：{example}）。")
        }
        NumberFault::Grouping => {
            "コンマは3桁ごとの区切りに、小数点はピリオドにしてください（例：1,234.5）。".to_owned()
        }
        NumberFault::TooManyDigits => "桁が多すぎます。15桁までで入力してください。".to_owned(),
    })?;
    // The unit must be the very same: turning 50% into 5割 silently would surprise more than the sentence does.
    let same = typed_unit.is_empty()
        || typed_unit == normalize_input(unit)
        || (unit::convert(1.0, &typed_unit, unit) == Some(1.0) && unit::convert(1.0, unit, &typed_unit) == Some(1.0));
    if !same {
        return Err(match unit.is_empty() {
            true => format!("この指標の数には単位がありません。「{typed_unit}」を除いて入力してください。"),
            false => {
                format!("単位が違います。ここでは「{unit}」の数を入力してください（入力は「{typed_unit}」）。")
            }
        });
    }
    let official = [&measure.current, &measure.target];
    let official: Vec<f64> = official.into_iter().flatten().map(|quantity: &Quantity| quantity.amount).collect();
    if amount < 0.0 && official.iter().all(|official| *official >= 0.0) {
        return Err("0以上の数を入力してください。".to_owned());
    }
    let largest = official.iter().fold(0.0_f64, |largest, official| largest.max(official.abs()));
    if largest > 0.0 && amount.abs() > ABSURD_FACTOR * largest {
        let official = format::quantity(largest, unit);
        return Err(format!("大きすぎる数です。公式の数（{official}）の1,000倍までを入力してください。"));
    }
    Number::new(amount).ok_or_else(|| {
        if amount.abs() > 1.0 {
            "大きすぎる数です。1兆までの数を入力してください。".to_owned()
        } else {
            "小さすぎる数です。小数点以下は6桁までで入力してください。".to_owned()
        }
    })
}

/// A number the reader could type: the target, else the current value, else something with the unit.
fn example(measure: &Measure) -> String {
    let official = measure.target.as_ref().or(measure.current.as_ref());
    format::quantity(official.map_or(10.0, |quantity| quantity.amount), &measure.unit)
}

/// Something about a figure that is possible but looks like a slip: to be shown beside the field, not refused.
pub fn caution(value: &FigureValue) -> Option<String> {
    let FigureValue::Amount { number, unit, .. } = value else {
        return None;
    };
    let percent = unit::is_share(unit).then(|| unit::convert(number.get(), unit, "%")).flatten()?;
    (percent > 100.0).then(|| "全体（100%）を超えています。このままでよいか確かめてください。".to_owned())
}

/// Reads a day as people write it.
///
/// # Errors
/// A sentence saying what is wrong with the text.
pub fn check_date(text: &str) -> Result<Date, String> {
    let date = read_date(text).map_err(|fault| match fault {
        DateFault::Empty => "いつの数かを入力してください（例：2024-03-31）。".to_owned(),
        DateFault::NotADate => "日付として読めません。2024-03-31 や 令和5年度末 のように入力してください。".to_owned(),
        DateFault::NoSuchDay(year, month, day) => format!("{year}年{month}月{day}日という日はありません。"),
    })?;
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err("1900年から2199年までの日付を入力してください。".to_owned())
    }
}

fn check_note(text: &str) -> Result<String, String> {
    let length = text.chars().count();
    if length > limits::TEXT_CHARS {
        return Err(format!("メモは2,000字までです（いまは{}字）。", format::exact(length as f64)));
    }
    // Control characters come in by pasting; they cannot be seen and break files.
    let shown = |c: &char| !c.is_control() || *c == '\n' || *c == '\t';
    Ok(text.chars().filter(shown).collect::<String>().trim().to_owned())
}

fn check_source(text: &str) -> Result<Option<SourceUrl>, String> {
    match text.trim() {
        "" => Ok(None),
        address => SourceUrl::parse(address).map(Some).map_err(|fault| format!("{fault}。")),
    }
}
