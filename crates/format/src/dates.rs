//! Days with Japanese eras and fiscal years, as they are shown and as people write them.

use list::Date;

use crate::width::{is_dash, normalize_char};

/// A Japanese era.
struct Era {
    name: &'static str,
    /// The letter used in forms instead of the name.
    letter: char,
    /// The western year of its year 1.
    first_year: i32,
    /// The first day: year, month, day.
    first_day: (i32, u8, u8),
}

/// Earliest first. 明治 is used only since 1873, when Japan adopted the Gregorian calendar.
const ERAS: [Era; 5] = [
    Era { name: "明治", letter: 'M', first_year: 1868, first_day: (1873, 1, 1) },
    Era { name: "大正", letter: 'T', first_year: 1912, first_day: (1912, 7, 30) },
    Era { name: "昭和", letter: 'S', first_year: 1926, first_day: (1926, 12, 25) },
    Era { name: "平成", letter: 'H', first_year: 1989, first_day: (1989, 1, 8) },
    Era { name: "令和", letter: 'R', first_year: 2019, first_day: (2019, 5, 1) },
];

/// A year in the era of one of its days: 令和5, 令和元; the western year before 1873.
fn era_year(year: i32, month: u8, day: u8) -> String {
    match ERAS.iter().rev().find(|era| era.first_day <= (year, month, day)) {
        None => year.to_string(),
        Some(era) if era.first_year == year => format!("{}元", era.name),
        Some(era) => format!("{}{}", era.name, year - era.first_year + 1),
    }
}

/// The day itself, even at the end of a month or year: `令和4年3月31日`.
pub fn day(date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{}年{month}月{day}日", era_year(year, month, day))
}

/// The fiscal year of a day: `令和5年度`. It has the era of its May: the year that began in April 2019, still 平成31年, is
/// 令和元年度, and the one that ended in 平成元年 is 昭和63年度.
pub fn fiscal_year(date: Date) -> String {
    format!("{}年度", era_year(date.fiscal_year(), 5, 1))
}

/// The day in its shortest form: `令和3年度末`, `令和3年9月末`, `令和4年4月1日`.
pub fn short(date: Date) -> String {
    if date.is_fiscal_year_end() {
        format!("{}末", fiscal_year(date))
    } else if date.is_month_end() {
        format!("{}年{}月末", era_year(date.year(), date.month(), date.day()), date.month())
    } else {
        day(date)
    }
}

/// [`short`] followed by the western day: `令和3年度末（2022年3月）`, `令和4年4月1日（2022年4月1日）`.
pub fn long(date: Date) -> String {
    let (year, month) = (date.year(), date.month());
    let day = if date.is_month_end() { String::new() } else { format!("{}日", date.day()) };
    format!("{}（{year}年{month}月{day}）", short(date))
}

/// Why a text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    Empty,
    NotADate,
    /// A western year, month and day that do not exist.
    NoSuchDay(i32, u8, u8),
}

/// Reads a day in any common notation: 2023-03-31, 2023/3/31, 2023.3.31, 2023年3月31日, 令和5年3月31日, R5.3.31, 令和3年9月末,
/// 令和4年度末 (also without 末: its last day), 元 for 1, digits and signs of either width, spaces anywhere.
///
/// A year number after the end of its era is accepted (平成33年度末 is 2022-03-31), because documents are printed before
/// eras end. A day before the beginning of its era is rejected.
pub fn read_date(text: &str) -> Result<Date, DateFault> {
    let plain = |c| if is_dash(c) { '-' } else { c };
    let text: String = text.chars().map(normalize_char).filter(|c| !c.is_whitespace()).map(plain).collect();
    if text.is_empty() {
        return Err(DateFault::Empty);
    }
    let era = ERAS.iter().find_map(|era| {
        let letters = [era.letter, era.letter.to_ascii_lowercase()];
        Some((era, text.strip_prefix(era.name).or_else(|| text.strip_prefix(letters))?))
    });
    let (year, rest) = read_year(era.map_or(&text, |(_, rest)| rest)).ok_or(DateFault::NotADate)?;
    let Some((era, _)) = era else {
        // 元 and short years need an era.
        return if year < 1000 { Err(DateFault::NotADate) } else { read_day_of_year(year, rest) };
    };
    read_day_of_year(era.first_year + year - 1, rest)
        .ok()
        .filter(|date| year > 0 && (date.year(), date.month(), date.day()) >= era.first_day)
        .ok_or(DateFault::NotADate)
}

/// Removes a number of 1 to 4 digits, or 元 for 1, from the front.
fn read_year(text: &str) -> Option<(i32, &str)> {
    if let Some(rest) = text.strip_prefix('元') {
        return Some((1, rest));
    }
    let (digits, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    (digits.len() <= 4).then(|| Some((digits.parse().ok()?, rest)))?
}

/// Reads the part after the year: 年度末, 年9月末, 年3月31日, -3-31, /3/31 or .3.31.
fn read_day_of_year(year: i32, text: &str) -> Result<Date, DateFault> {
    if let "年度" | "年度末" = text {
        return Date::fiscal_year_end(year).map_err(|_| DateFault::NotADate);
    }
    let parts = match text.strip_prefix('年') {
        Some(rest) => rest.split_once('月').map(|(month, day)| (month, day.strip_suffix('日').unwrap_or(day))),
        None => ['-', '/', '.'].iter().find_map(|sign| text.strip_prefix(*sign)?.split_once(*sign)),
    };
    // One or two digits.
    let small = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() <= 2 && !text.starts_with('+'));
    let (month, day) = parts.ok_or(DateFault::NotADate)?;
    let month = small(month).ok_or(DateFault::NotADate)?;
    if day == "末" && text.starts_with('年') {
        return Date::month_end(year, month).map_err(|_| DateFault::NotADate);
    }
    let day = small(day).ok_or(DateFault::NotADate)?;
    Date::from_ymd(year, month, day).map_err(|_| DateFault::NoSuchDay(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_by_era() {
        for ((y, m, d), shown) in [
            ((2022, 3, 31), "令和3年度末（2022年3月）"),
            ((2020, 3, 31), "令和元年度末（2020年3月）"),
            ((2019, 3, 31), "平成30年度末（2019年3月）"),
            ((1989, 3, 31), "昭和63年度末（1989年3月）"),
            ((2021, 9, 30), "令和3年9月末（2021年9月）"),
            ((2024, 2, 29), "令和6年2月末（2024年2月）"),
            ((2022, 4, 1), "令和4年4月1日（2022年4月1日）"),
            ((2019, 4, 30), "平成31年4月末（2019年4月）"),
            ((2019, 5, 1), "令和元年5月1日（2019年5月1日）"),
        ] {
            let date = Date::from_ymd(y, m, d).unwrap();
            assert_eq!(long(date), shown);
            assert!(shown.starts_with(&short(date)));
        }
    }
}
