//! Calendar dates and their Japanese era form.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, written `YYYY-MM-DD` in files.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(time::Date);

/// Why a text or a triple of numbers is not a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidDate(pub String);

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "「{}」は日付ではありません（例：2024-03-31）", self.0)
    }
}

impl std::error::Error for InvalidDate {}

impl Date {
    /// The day of a year (1…9999), month and day of month.
    ///
    /// # Errors
    /// [`InvalidDate`] when the calendar has no such day.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Result<Self, InvalidDate> {
        let invalid = || InvalidDate(format!("{year:04}-{month:02}-{day:02}"));
        if !(1..=9999).contains(&year) {
            return Err(invalid());
        }
        let month_name = time::Month::try_from(month).map_err(|_| invalid())?;
        time::Date::from_calendar_date(year, month_name, day).map(Self).map_err(|_| invalid())
    }

    /// Reads exactly `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`InvalidDate`] for any other shape or a day that does not exist.
    pub fn parse_iso(text: &str) -> Result<Self, InvalidDate> {
        let invalid = || InvalidDate(text.chars().take(40).collect());
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(invalid());
        }
        let digits = |range: std::ops::Range<usize>| -> Result<u16, InvalidDate> {
            let part = &bytes[range];
            if part.iter().all(u8::is_ascii_digit) {
                Ok(part.iter().fold(0, |n, b| n * 10 + u16::from(b - b'0')))
            } else {
                Err(invalid())
            }
        };
        let (year, month, day) = (digits(0..4)?, digits(5..7)?, digits(8..10)?);
        let month = u8::try_from(month).map_err(|_| invalid())?;
        let day = u8::try_from(day).map_err(|_| invalid())?;
        Self::from_ymd(i32::from(year), month, day).map_err(|_| invalid())
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }

    /// The western year, 1…9999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1…12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1…31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Whole days from `earlier` to `self`; negative when `self` comes first.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0.to_julian_day() - earlier.0.to_julian_day()
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

impl TryFrom<String> for Date {
    type Error = InvalidDate;
    fn try_from(text: String) -> Result<Self, InvalidDate> {
        Self::parse_iso(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.iso()
    }
}
