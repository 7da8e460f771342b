//! Days as they stand on the screen: by era, and where there is room with the western year.

use list::Date;

/// The day by era, as short as it can be said: `令和3年度末`, `令和3年9月末`, `令和4年4月1日`.
pub fn short(date: Date) -> String {
    if date.is_fiscal_year_end() {
        return format!("{}末", date.japanese_fiscal_year());
    }
    let day = date.japanese();
    match day.split_once('月') {
        Some((month, _)) if date.is_month_end() => format!("{month}月末"),
        _ => day,
    }
}

/// The day by era with the western one behind it: `令和3年度末（2022年3月）`, `令和4年4月1日（2022年4月1日）`.
pub fn long(date: Date) -> String {
    let (year, month) = (date.year(), date.month());
    let day = if date.is_month_end() { String::new() } else { format!("{}日", date.day()) };
    format!("{}（{year}年{month}月{day}）", short(date))
}

/// The day itself by era, never as the end of something: `令和4年3月31日`.
pub fn day(date: Date) -> String {
    date.japanese()
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
