//! Japanese eras and fiscal years: telling them from a day, and reading days that people and documents write with them.

use super::date::{Date, InvalidDate};

/// A Japanese era.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Era {
    /// 明治; told only from 1873 on, when Japan took over the Gregorian calendar.
    Meiji,
    /// 大正.
    Taisho,
    /// 昭和.
    Showa,
    /// 平成.
    Heisei,
    /// 令和.
    Reiwa,
}

impl Era {
    /// All eras, earliest first.
    pub const ALL: [Self; 5] = [Self::Meiji, Self::Taisho, Self::Showa, Self::Heisei, Self::Reiwa];

    /// The name, e.g. 令和.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Meiji => "明治",
            Self::Taisho => "大正",
            Self::Showa => "昭和",
            Self::Heisei => "平成",
            Self::Reiwa => "令和",
        }
    }

    /// The letter forms write instead of the name, e.g. R.
    pub const fn letter(self) -> char {
        match self {
            Self::Meiji => 'M',
            Self::Taisho => 'T',
            Self::Showa => 'S',
            Self::Heisei => 'H',
            Self::Reiwa => 'R',
        }
    }

    /// The western year of its year 1.
    pub const fn first_year(self) -> i32 {
        match self {
            Self::Meiji => 1868,
            Self::Taisho => 1912,
            Self::Showa => 1926,
            Self::Heisei => 1989,
            Self::Reiwa => 2019,
        }
    }

    /// The first day told with it, as (year, month, day).
    const fn first_day(self) -> (i32, u8, u8) {
        match self {
            Self::Meiji => (1873, 1, 1),
            Self::Taisho => (1912, 7, 30),
            Self::Showa => (1926, 12, 25),
            Self::Heisei => (1989, 1, 8),
            Self::Reiwa => (2019, 5, 1),
        }
    }

    /// The era of a day; `None` before 1873.
    fn on(day: (i32, u8, u8)) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|era| era.first_day() <= day)
    }

    /// 令和5, 令和元.
    fn with_number(self, western_year: i32) -> String {
        match western_year - self.first_year() + 1 {
            1 => format!("{}元", self.name()),
            number => format!("{}{number}", self.name()),
        }
    }
}

impl Date {
    /// The last day of a fiscal year (年度), 31 March of the year after the one it is named for.
    ///
    /// # Errors
    /// [`InvalidDate`] for a year outside 1…9998.
    pub fn fiscal_year_end(year: i32) -> Result<Self, InvalidDate> {
        // Years near the bounds of i32 must become an error, not an overflow.
        Self::from_ymd(year.saturating_add(1), 3, 31)
    }

    /// The fiscal year a day lies in, by the year in which it began (April to March).
    pub fn fiscal_year(self) -> i32 {
        if self.month() >= 4 { self.year() } else { self.year() - 1 }
    }

    /// True for 31 March.
    pub fn is_fiscal_year_end(self) -> bool {
        (self.month(), self.day()) == (3, 31)
    }

    /// True for the last day of its month.
    pub fn is_month_end(self) -> bool {
        Self::from_ymd(self.year(), self.month(), self.day() + 1).is_err()
    }

    /// The last day of a month.
    ///
    /// # Errors
    /// [`InvalidDate`] when there is no such month.
    pub fn month_end(year: i32, month: u8) -> Result<Self, InvalidDate> {
        (28..=31)
            .rev()
            .find_map(|day| Self::from_ymd(year, month, day).ok())
            .ok_or_else(|| InvalidDate(format!("{year}年{month}月")))
    }

    /// The era and the year in it, 1 for 元年; `None` before 1873.
    pub fn era_year(self) -> Option<(Era, i32)> {
        let era = Era::on((self.year(), self.month(), self.day()))?;
        Some((era, self.year() - era.first_year() + 1))
    }

    /// The day with its era: 令和6年3月31日; with the western year before 1873.
    pub fn japanese(self) -> String {
        let year = self.era_year().map_or_else(|| self.year().to_string(), |(era, _)| era.with_number(self.year()));
        format!("{year}年{}月{}日", self.month(), self.day())
    }

    /// The fiscal year a day lies in: 令和5年度. It carries the era of its May: the year that began as 平成31年 in April
    /// 2019 is 令和元年度, and the one that ended in 平成元年 is 昭和63年度.
    pub fn japanese_fiscal_year(self) -> String {
        let year = self.fiscal_year();
        Era::on((year, 5, 1)).map_or_else(|| format!("{year}年度"), |era| format!("{}年度", era.with_number(year)))
    }

    /// As documents say it, both calendars: 令和5年度末（2024年3月） for 31 March, else 令和3年9月30日（2021年9月30日）.
    pub fn japanese_and_western(self) -> String {
        if self.is_fiscal_year_end() {
            format!("{}末（{}年3月）", self.japanese_fiscal_year(), self.year())
        } else {
            format!("{}（{}年{}月{}日）", self.japanese(), self.year(), self.month(), self.day())
        }
    }

    /// Reads a day as people write it: 2023-03-31, 2023/3/31, 2023.3.31, 2023年3月31日, 令和5年3月31日, R5.3.31,
    /// 令和3年9月末, 令和4年度末 (also without 末: its last day), 元年 for 1, digits and signs of either width, spaces
    /// anywhere.
    ///
    /// A year number past the end of its era is counted on (平成33年度末 is 2022-03-31): documents are printed before
    /// eras end. A day before its era began is refused.
    ///
    /// # Errors
    /// [`InvalidDate`] with the text for anything else.
    pub fn parse_japanese(text: &str) -> Result<Self, InvalidDate> {
        let invalid = || InvalidDate(text.trim().chars().take(40).collect());
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
        read(&plain).ok_or_else(invalid)
    }
}

/// Digits, signs and letters of full width in half width.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - '！' as u32 + '!' as u32).unwrap_or(c),
        '−' | 'ー' | '―' | '‐' => '-',
        _ => c,
    }
}

/// Takes a number of 1 to 4 digits, or 元 for 1, off the front.
fn number(text: &str) -> Option<(i32, &str)> {
    if let Some(rest) = text.strip_prefix('元') {
        return Some((1, rest));
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if (1..=4).contains(&end) { Some((digits.parse().ok()?, rest)) } else { None }
}

fn read(text: &str) -> Option<Date> {
    let era = Era::ALL.into_iter().find_map(|era| {
        let rest = text.strip_prefix(era.name()).or_else(|| {
            text.strip_prefix(era.letter()).or_else(|| text.strip_prefix(era.letter().to_ascii_lowercase()))
        })?;
        Some((era, rest))
    });
    let (year, rest) = number(era.map_or(text, |(_, rest)| rest))?;
    let year = match era {
        Some((era, _)) if year > 0 => era.first_year() + year - 1,
        Some(_) => return None,
        // 元 and short years need an era.
        None if text.starts_with('元') || year < 1000 => return None,
        None => year,
    };
    let date = match rest {
        "年度" | "年度末" => Date::fiscal_year_end(year).ok()?,
        _ => month_and_day(year, rest)?,
    };
    let day = (date.year(), date.month(), date.day());
    match era {
        Some((era, _)) if day < era.first_day() => None,
        _ => Some(date),
    }
}

/// The rest of a date after its year: 年3月31日, 年9月末, -3-31, /3/31 or .3.31.
fn month_and_day(year: i32, text: &str) -> Option<Date> {
    let (month, day) = if let Some(rest) = text.strip_prefix('年') {
        let (month, rest) = rest.split_once('月')?;
        if rest == "末" {
            return Date::month_end(year, small(month)?).ok();
        }
        (month, rest.strip_suffix('日')?)
    } else {
        let sign = text.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
        text.get(1..)?.split_once(sign)?
    };
    Date::from_ymd(year, small(month)?, small(day)?).ok()
}

/// One or two digits.
fn small(text: &str) -> Option<u8> {
    if (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}
