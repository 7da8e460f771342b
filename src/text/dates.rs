//! Days as they stand on the screen: by era, and where there is room with the western year.

use crate::dataset::Date;

/// The first day of an era and its name, latest first.
const ERAS: [(&str, (i32, u8, u8)); 3] = [
    ("令和", (2019, 5, 1)),
    ("平成", (1989, 1, 8)),
    ("昭和", (1926, 12, 25)),
];

/// The year of an era: 元年 for the first.
fn era_year(name: &str, number: i32) -> String {
    if number == 1 {
        format!("{name}元年")
    } else {
        format!("{name}{number}年")
    }
}

/// The year a day lies in, by era; before 昭和 by the western calendar.
fn year_of_day(date: Date) -> String {
    let day = (date.year(), date.month(), date.day());
    ERAS.iter().find(|(_, start)| day >= *start).map_or_else(
        || format!("{}年", date.year()),
        |(name, start)| era_year(name, date.year() - start.0 + 1),
    )
}

/// The fiscal year that begins in April of `year`, by the era most of it lies in: 2019 is 令和元年度.
fn fiscal_year(year: i32) -> String {
    ERAS.iter().find(|(_, start)| year >= start.0).map_or_else(
        || format!("{year}年"),
        |(name, start)| era_year(name, year - start.0 + 1),
    ) + "度"
}

/// True for the last day of its month.
pub(crate) fn is_month_end(date: Date) -> bool {
    Date::from_ymd(date.year(), date.month(), date.day() + 1).is_err()
}

/// The day by era, as short as it can be said: `令和3年度末`, `令和3年9月末`, `令和4年4月1日`.
#[must_use]
pub fn short(date: Date) -> String {
    if (date.month(), date.day()) == (3, 31) {
        format!("{}末", fiscal_year(date.year() - 1))
    } else if is_month_end(date) {
        format!("{}{}月末", year_of_day(date), date.month())
    } else {
        format!("{}{}月{}日", year_of_day(date), date.month(), date.day())
    }
}

/// The day by era with the western day behind it: `令和3年度末（2022年3月31日）`.
#[must_use]
pub fn long(date: Date) -> String {
    format!(
        "{}（{}年{}月{}日）",
        short(date),
        date.year(),
        date.month(),
        date.day()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_by_era() {
        for ((y, m, d), shown) in [
            ((2022, 3, 31), "令和3年度末"),
            ((2024, 3, 31), "令和5年度末"),
            ((2020, 3, 31), "令和元年度末"),
            ((2019, 3, 31), "平成30年度末"),
            ((1989, 3, 31), "昭和63年度末"),
            ((2021, 9, 30), "令和3年9月末"),
            ((2024, 2, 29), "令和6年2月末"),
            ((2022, 4, 1), "令和4年4月1日"),
            ((2019, 4, 30), "平成31年4月末"),
            ((2019, 5, 1), "令和元年5月1日"),
            ((1989, 1, 7), "昭和64年1月7日"),
            ((1989, 1, 8), "平成元年1月8日"),
            ((1900, 1, 2), "1900年1月2日"),
        ] {
            assert_eq!(short(Date::from_ymd(y, m, d).unwrap()), shown);
        }
        let end = Date::from_ymd(2023, 3, 31).unwrap();
        assert_eq!(long(end), "令和4年度末（2023年3月31日）");
    }
}
