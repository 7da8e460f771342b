//! Calendar days and fiscal years.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the Gregorian calendar, written `YYYY-MM-DD` in files.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(time::Date);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such day")]
pub struct InvalidDate;

impl Date {
    /// `year` is 1…9999.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Result<Self, InvalidDate> {
        if !(1..=9999).contains(&year) {
            return Err(InvalidDate);
        }
        let month = time::Month::try_from(month).map_err(|_| InvalidDate)?;
        time::Date::from_calendar_date(year, month, day).map(Self).map_err(|_| InvalidDate)
    }

    /// Reads exactly `YYYY-MM-DD`.
    pub fn parse_iso(text: &str) -> Result<Self, InvalidDate> {
        fn digits<N: std::str::FromStr>(text: Option<&str>) -> Result<N, InvalidDate> {
            let digits = text.filter(|text| text.bytes().all(|b| b.is_ascii_digit()));
            digits.and_then(|digits| digits.parse().ok()).ok_or(InvalidDate)
        }
        if text.len() != 10 || text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
            return Err(InvalidDate);
        }
        Self::from_ymd(digits(text.get(..4))?, digits(text.get(5..7))?, digits(text.get(8..))?)
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        self.0.to_string()
    }

    /// 1…9999.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// 1…12.
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

    /// The last day of a fiscal year (年度), 31 March of the year after the one it is named for.
    pub fn fiscal_year_end(year: i32) -> Result<Self, InvalidDate> {
        // Years near the limits of i32 must give an error, not overflow.
        Self::from_ymd(year.saturating_add(1), 3, 31)
    }

    /// The fiscal year of a day: the year in which it began (April to March).
    pub fn fiscal_year(self) -> i32 {
        if self.month() >= 4 { self.year() } else { self.year() - 1 }
    }

    pub fn is_fiscal_year_end(self) -> bool {
        (self.month(), self.day()) == (3, 31)
    }

    pub fn month_end(year: i32, month: u8) -> Result<Self, InvalidDate> {
        (28..=31).rev().find_map(|day| Self::from_ymd(year, month, day).ok()).ok_or(InvalidDate)
    }

    pub fn is_month_end(self) -> bool {
        Self::from_ymd(self.year(), self.month(), self.day() + 1).is_err()
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
