//! One own figure, its values, and its stored form.

use std::{cmp::Ordering, fmt};

use serde::{Deserialize, Serialize, Serializer};

pub use assess::Subject;
use list::{Date, IndicatorId, MeasureId, Stage};
use strum::IntoStaticStr;
use thiserror::Error;

use super::record::SortedFields;

/// Fields of another version of the app. They are written back.
pub use super::record::Fields as UnknownFields;

/// Milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// The later of this moment and the first one after `known`, so that an edit wins even after the clock was set
    /// back.
    pub fn after(self, known: Self) -> Self {
        self.max(Self(known.0.saturating_add(1)))
    }
}

/// The basis of an own figure (根拠).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Basis {
    /// 公表された実績.
    Published,
    /// 聞き取り.
    Heard,
    /// 自分の想定.
    #[default]
    Assumed,
}

impl Basis {
    /// In the order of the form.
    pub const ALL: [Self; 3] = [Self::Published, Self::Heard, Self::Assumed];

    /// The word in files and form values.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// The word for a stage in files and form values.
pub fn stage_code(stage: Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "not-started",
        Stage::Preparing => "preparing",
        Stage::Partial => "partial",
        Stage::Done => "done",
    }
}

pub fn stage_from_code(code: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| stage_code(*stage) == code)
}

/// A finite number with at most 15 significant digits, 6 decimals and an absolute value up to 10¹². Fifteen digits
/// survive any number of conversions between decimal text and binary; the screen shows six decimals.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "f64")]
pub struct Number(f64);

impl TryFrom<f64> for Number {
    type Error = &'static str;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("not a figure's number")
    }
}

impl Number {
    /// The largest absolute value.
    pub const LIMIT: f64 = 1e12;
    /// The smallest absolute value except 0.
    pub const SMALLEST: f64 = 1e-6;

    /// Rounds to the digits of [`Number`]; `None` for NaN, infinities and values outside the limits.
    pub fn new(value: f64) -> Option<Self> {
        if value == 0.0 {
            // Also turns -0 into 0, so that there is only one zero.
            return Some(Self(0.0));
        }
        if !(Self::SMALLEST..=Self::LIMIT).contains(&value.abs()) {
            return None;
        }
        let digits: f64 = format!("{value:.14e}").parse().ok()?;
        format!("{digits:.6}").parse().ok().map(Self)
    }

    pub fn get(self) -> f64 {
        self.0
    }
}

/// Without a fraction if the number is whole.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 {
            // Exact, because 10¹² is far below the limit of i64.
            to.serialize_i64(self.0 as i64)
        } else {
            to.serialize_f64(self.0)
        }
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// The web address of a source: `http` or `https`, with a host, without credentials, blanks or control characters. It
/// is used as an `href`, so no other text is allowed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct SourceUrl(String);

impl TryFrom<String> for SourceUrl {
    type Error = InvalidSource;

    fn try_from(text: String) -> Result<Self, InvalidSource> {
        Self::parse(&text)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not the address of a source: {self:?}")]
pub enum InvalidSource {
    Scheme,
    /// No host, or a character that is not allowed in an address.
    Shape,
    /// `user@host` shows one site and opens another.
    Credentials,
    TooLong,
}

impl SourceUrl {
    pub const MAX_CHARS: usize = 2_000;

    pub fn parse(text: &str) -> Result<Self, InvalidSource> {
        let (scheme, rest) = text.split_once("://").ok_or(InvalidSource::Scheme)?;
        if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            return Err(InvalidSource::Scheme);
        }
        if text.chars().count() > Self::MAX_CHARS {
            return Err(InvalidSource::TooLong);
        }
        let forbidden = |c: char| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c);
        if text.contains(forbidden) {
            return Err(InvalidSource::Shape);
        }
        let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
        if authority.contains('@') {
            return Err(InvalidSource::Credentials);
        }
        if authority.split(':').next().unwrap_or("").is_empty() {
            return Err(InvalidSource::Shape);
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureValue {
    Amount {
        measure: MeasureId,
        number: Number,
        /// The measure's unit when the figure was entered; a later edition may use another one.
        unit: String,
    },
    Stage(Stage),
}

/// For example `44校`, `1,234人`, `一部実施`.
impl fmt::Display for FigureValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount { number, unit, .. } => f.write_str(&format::quantity(number.get(), unit)),
            Self::Stage(stage) => f.write_str(format::stage_word(*stage)),
        }
    }
}

/// Identifies a figure of a scenario: at most one for each subject and day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureKey {
    pub indicator: IndicatorId,
    pub subject: Subject,
    pub date: Date,
}

/// The stored form of a key.
#[derive(Serialize)]
pub(super) struct KeyRecord<'k> {
    /// When the figure was removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Timestamp>,
    date: Date,
    indicator: &'k IndicatorId,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'k MeasureId>,
}

impl FigureKey {
    pub(super) fn to_record(&self, removed: Option<Timestamp>) -> KeyRecord<'_> {
        KeyRecord { at: removed, date: self.date, indicator: &self.indicator, measure: self.subject.measure_id() }
    }
}

impl Serialize for FigureKey {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.to_record(None).serialize(to)
    }
}

/// An own figure (想定値).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub indicator: IndicatorId,
    pub value: FigureValue,
    pub date: Date,
    pub basis: Basis,
    /// May be empty. Text only, never markup.
    pub note: String,
    pub source: Option<SourceUrl>,
    pub edited: Timestamp,
    pub extra: UnknownFields,
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.write(to, &self.extra, Some(self.edited))
    }
}

impl Figure {
    /// Writes the figure with these unknown fields and this moment.
    pub(super) fn write<S>(&self, to: S, extra: &UnknownFields, edited: Option<Timestamp>) -> Result<S::Ok, S::Error>
    where
        S: Serializer,
    {
        let (measure, amount, unit, stage) = match &self.value {
            FigureValue::Amount { measure, number, unit } => (Some(measure), Some(*number), Some(unit), None),
            FigureValue::Stage(stage) => (None, None, None, Some(stage_code(*stage))),
        };
        let mut fields = SortedFields::begin(to, extra)?;
        fields.add_some("amount", amount)?;
        fields.add("basis", &self.basis)?;
        fields.add("date", &self.date)?;
        fields.add_some("edited", edited)?;
        fields.add("indicator", &self.indicator)?;
        fields.add_some("measure", measure)?;
        fields.add_some("note", Some(&self.note).filter(|note| !note.is_empty()))?;
        fields.add_some("source", self.source.as_ref())?;
        fields.add_some("stage", stage)?;
        fields.add_some("unit", unit)?;
        fields.end()
    }

    pub fn subject(&self) -> Subject {
        match &self.value {
            FigureValue::Amount { measure, .. } => Subject::Measure(measure.clone()),
            FigureValue::Stage(_) => Subject::Stage,
        }
    }

    pub fn key(&self) -> FigureKey {
        FigureKey { indicator: self.indicator.clone(), subject: self.subject(), date: self.date }
    }

    /// Everything except `edited`.
    fn content(&self) -> impl PartialEq {
        let Self { indicator, value, date, basis, note, source, edited: _, extra } = self;
        (indicator, value, date, basis, note, source, extra)
    }

    pub fn has_same_content(&self, other: &Self) -> bool {
        self.content() == other.content()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_fifteen_digits_and_refuse_what_json_cannot_hold() {
        for (given, expected) in
            [(44.0, 44.0), (-0.0, 0.0), (0.1 + 0.2, 0.3), (1e12, 1e12), (-45.5, -45.5), (2.0 / 3.0, 0.666_667)]
        {
            let number = Number::new(given).map(Number::get);
            assert_eq!(number.map(f64::to_bits), Some(f64::to_bits(expected)), "{given}");
        }
        for refused in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1.0001e12, 1e-7, f64::MIN_POSITIVE] {
            assert_eq!(Number::new(refused), None, "{refused}");
        }
    }

    #[test]
    fn only_web_addresses_are_sources() {
        for good in [
            "https://www.example.jp/",
            "HTTP://example.jp:8080/a?b=c#d",
            "https://例え.jp/資料",
            "https://example.jp/a@b",
        ] {
            assert_eq!(SourceUrl::parse(good).as_ref().map(SourceUrl::as_str), Ok(good));
        }
        for (bad, why) in [
            ("javascript:alert(1)", InvalidSource::Scheme),
            ("javascript://example.jp/%0aalert(1)", InvalidSource::Scheme),
            ("data:text/html,x", InvalidSource::Scheme),
            (" https://example.jp/", InvalidSource::Scheme),
            ("www.example.jp", InvalidSource::Scheme),
            ("", InvalidSource::Scheme),
            ("https://", InvalidSource::Shape),
            ("https:///path", InvalidSource::Shape),
            ("https://:80/", InvalidSource::Shape),
            ("https://example.jp/a b", InvalidSource::Shape),
            ("https://example.jp/\u{0}", InvalidSource::Shape),
            ("https://example.jp\\@evil.example/", InvalidSource::Shape),
            ("https://www.example.jp@evil.example/", InvalidSource::Credentials),
        ] {
            assert_eq!(SourceUrl::parse(bad), Err(why), "{bad}");
        }
        let long = format!("https://example.jp/{}", "a".repeat(SourceUrl::MAX_CHARS));
        assert_eq!(SourceUrl::parse(&long), Err(InvalidSource::TooLong));
    }

    #[test]
    fn a_clock_set_back_still_moves_forward() {
        assert_eq!(Timestamp(5).after(Timestamp(9)), Timestamp(10));
        assert_eq!(Timestamp(50).after(Timestamp(9)), Timestamp(50));
        assert_eq!(Timestamp(1).after(Timestamp(u64::MAX)), Timestamp(u64::MAX));
    }
}
