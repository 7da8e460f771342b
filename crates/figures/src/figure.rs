//! One own figure and the values it is made of.

use std::{cmp::Ordering, collections::BTreeMap, fmt};

use serde::{Serialize, Serializer};
use serde_json::Value;

pub use assess::Subject;
use list::{Date, IndicatorId, MeasureId, Stage};

/// Fields we do not know, kept as they came so that another version's data survives us.
pub type UnknownFields = BTreeMap<String, Value>;

/// A moment in milliseconds since 1970-01-01 UTC, always handed in by the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// This moment, or the first one after `known` when the clock stands at or before it.
    ///
    /// Edits stamped this way win over everything already seen even after the clock was set back.
    pub fn after(self, known: Self) -> Self {
        self.max(Self(known.0.saturating_add(1)))
    }
}

/// What an own figure rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// 公表された実績.
    Published,
    /// 聞き取り.
    Heard,
    /// 自分の想定.
    Assumed,
}

impl Basis {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Published, Self::Heard, Self::Assumed];

    /// The words on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Published => "公表された実績",
            Self::Heard => "聞き取り",
            Self::Assumed => "自分の想定",
        }
    }

    /// The word in files and form values.
    pub fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Heard => "heard",
            Self::Assumed => "assumed",
        }
    }

    /// Reads [`Basis::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
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

/// Reads [`stage_code`].
pub fn stage_from_code(code: &str) -> Option<Stage> {
    Stage::ALL.into_iter().find(|stage| stage_code(*stage) == code)
}

/// A finite number of at most 15 significant digits, 6 decimals and 10¹² in size.
///
/// Fifteen digits are what decimal text and binary number exchange without loss in both directions, so a number is the
/// same after any count of saves and loads; six decimals are what the screen shows.
#[derive(Debug, Clone, Copy)]
pub struct Number(f64);

impl Number {
    /// The largest size.
    pub const LIMIT: f64 = 1e12;
    /// The smallest size that is not zero.
    pub const SMALLEST: f64 = 1e-6;

    /// Rounds to the digits above; `None` for NaN, infinities and sizes outside the limits.
    pub fn new(value: f64) -> Option<Self> {
        if value == 0.0 {
            // Also turns -0 into 0, which would otherwise be a second zero.
            return Some(Self(0.0));
        }
        if !(Self::SMALLEST..=Self::LIMIT).contains(&value.abs()) {
            return None;
        }
        let digits: f64 = format!("{value:.14e}").parse().ok()?;
        format!("{digits:.6}").parse().ok().map(Self)
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// Without a fraction where it has none.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 {
            // Exact: |self| ≤ 10¹² lies far inside i64.
            to.serialize_i64(self.0 as i64)
        } else {
            to.serialize_f64(self.0)
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
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

/// A web address of a source: `http` or `https`, with a host, without credentials, blanks or control characters.
///
/// It ends in an `href`, so nothing else may ever become one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceUrl(String);

/// Why a text is not a [`SourceUrl`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidSource {
    /// Not `http://` or `https://`.
    Scheme,
    /// No host, or a character that has no place in an address.
    Shape,
    /// `user@host`: shows one site and opens another.
    Credentials,
    /// More than [`SourceUrl::MAX_CHARS`].
    TooLong,
}

impl fmt::Display for InvalidSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => "出典のURLは http:// または https:// で始めてください",
            Self::Shape => "出典のURLに使えない文字があるか、サイト名がありません（例：https://www.example.jp/）",
            Self::Credentials => "出典のURLにユーザー名（@の前の部分）は書けません",
            Self::TooLong => "出典のURLは2,000字までです",
        })
    }
}

impl std::error::Error for InvalidSource {}

impl SourceUrl {
    /// The longest address, in characters.
    pub const MAX_CHARS: usize = 2_000;

    /// Reads an address.
    ///
    /// # Errors
    /// [`InvalidSource`] names what is wrong.
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

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a figure says: a number for one measure, or how far something has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureValue {
    /// A number.
    Amount {
        /// Of which measure.
        measure: MeasureId,
        /// The number in `unit`.
        number: Number,
        /// The measure's unit when it was entered: a later edition may count in another one.
        unit: String,
    },
    /// A stage, for what is done rather than counted.
    Stage(Stage),
}

/// The value in words: `44校`, `1,234人`, `一部実施`.
impl fmt::Display for FigureValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount { number, unit, .. } => f.write_str(&format::quantity(number.get(), unit)),
            Self::Stage(stage) => f.write_str(format::stage_word(*stage)),
        }
    }
}

/// Which figure of a scenario: there is at most one for an indicator's subject on a day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// What of it.
    pub subject: Subject,
    /// The day the figure describes.
    pub date: Date,
}

/// An own figure (想定値).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The indicator it belongs to.
    pub indicator: IndicatorId,
    /// What it says.
    pub value: FigureValue,
    /// The day it describes.
    pub date: Date,
    /// What it rests on.
    pub basis: Basis,
    /// A note; may be empty. Text only, never markup.
    pub note: String,
    /// Where it comes from.
    pub source: Option<SourceUrl>,
    /// When it was last edited.
    pub edited: Timestamp,
    /// Unknown fields.
    pub extra: UnknownFields,
}

impl Figure {
    /// What it follows.
    pub fn subject(&self) -> Subject {
        match &self.value {
            FigureValue::Amount { measure, .. } => Subject::Measure(measure.clone()),
            FigureValue::Stage(_) => Subject::Stage,
        }
    }

    /// Which figure it is.
    pub fn key(&self) -> FigureKey {
        FigureKey { indicator: self.indicator.clone(), subject: self.subject(), date: self.date }
    }

    /// True when both say the same, whenever they were edited.
    pub fn has_same_content(&self, other: &Self) -> bool {
        self.indicator == other.indicator
            && self.value == other.value
            && self.date == other.date
            && self.basis == other.basis
            && self.note == other.note
            && self.source == other.source
            && self.extra == other.extra
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_fifteen_digits_and_refuse_what_json_cannot_hold() {
        for (given, kept) in
            [(44.0, 44.0), (-0.0, 0.0), (0.1 + 0.2, 0.3), (1e12, 1e12), (-45.5, -45.5), (2.0 / 3.0, 0.666_667)]
        {
            let number = Number::new(given).map(Number::get);
            assert_eq!(number.map(f64::to_bits), Some(f64::to_bits(kept)), "{given}");
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
