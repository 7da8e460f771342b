//! Japanese eras and western days in both directions, around the days on which eras change.

#![cfg(test)]
#![cfg(not(target_arch = "wasm32"))]

use format::{DateFault, dates, read_date};
use list::Date;
use proptest::prelude::*;
use test_support::{any_text, small_list};

fn day(iso: &str) -> Date {
    Date::parse_iso(iso).unwrap()
}

#[test]
fn days_around_era_changes_are_written_and_read() {
    for (iso, japanese) in [
        ("1873-01-01", "明治6年1月1日"),
        ("1912-07-29", "明治45年7月29日"),
        ("1912-07-30", "大正元年7月30日"),
        ("1926-12-24", "大正15年12月24日"),
        ("1926-12-25", "昭和元年12月25日"),
        ("1989-01-07", "昭和64年1月7日"),
        ("1989-01-08", "平成元年1月8日"),
        ("2019-04-30", "平成31年4月30日"),
        ("2019-05-01", "令和元年5月1日"),
        ("2024-03-31", "令和6年3月31日"),
    ] {
        assert_eq!(dates::day(day(iso)), japanese);
        assert_eq!(read_date(japanese), Ok(day(iso)));
    }
    assert_eq!(dates::day(day("1872-12-31")), "1872年12月31日");
}

#[test]
fn fiscal_years() {
    for (iso, fiscal, japanese) in [
        ("1989-01-07", 1988, "昭和63年度"),
        ("1989-03-31", 1988, "昭和63年度"),
        ("1989-04-01", 1989, "平成元年度"),
        ("2019-03-31", 2018, "平成30年度"),
        ("2019-04-01", 2019, "令和元年度"),
        ("2020-03-31", 2019, "令和元年度"),
        ("2022-03-31", 2021, "令和3年度"),
        ("2022-04-01", 2022, "令和4年度"),
    ] {
        assert_eq!((day(iso).fiscal_year(), dates::fiscal_year(day(iso)).as_str()), (fiscal, japanese), "{iso}");
    }
    assert_eq!(Date::fiscal_year_end(2023), Ok(day("2024-03-31")));
    assert!(Date::fiscal_year_end(i32::MAX).is_err());
    assert_eq!(dates::long(day("2024-03-31")), "令和5年度末（2024年3月）");
    assert_eq!(dates::long(day("2021-04-01")), "令和3年4月1日（2021年4月1日）");
    assert_eq!(Date::month_end(2024, 2), Ok(day("2024-02-29")));
    assert!(Date::month_end(2024, 13).is_err());
    assert!(day("2023-02-28").is_month_end() && !day("2024-02-28").is_month_end());
}

#[test]
fn usual_spellings_are_read() {
    for (text, iso) in [
        ("2023-03-31", "2023-03-31"),
        ("2023/3/31", "2023-03-31"),
        ("２０２３．３．３１", "2023-03-31"),
        (" 2023年 3月 31日 ", "2023-03-31"),
        ("令和5年3月31日", "2023-03-31"),
        ("令和　５年３月３１日", "2023-03-31"),
        ("R5.3.31", "2023-03-31"),
        ("r5/3/31", "2023-03-31"),
        ("Ｒ５－３－３１", "2023-03-31"),
        ("H31.4.30", "2019-04-30"),
        ("S64-1-7", "1989-01-07"),
        ("令和元年5月1日", "2019-05-01"),
        ("令和4年度末", "2023-03-31"),
        ("令和4年度", "2023-03-31"),
        ("令和元年度末", "2020-03-31"),
        ("2022年度末", "2023-03-31"),
        ("平成30年度末", "2019-03-31"),
        ("令和3年9月末", "2021-09-30"),
        ("令和6年2月末", "2024-02-29"),
        ("2024-02-29", "2024-02-29"),
        ("2023年3月31", "2023-03-31"),
        ("2023。3。31", "2023-03-31"),
    ] {
        assert_eq!(read_date(text).map(Date::iso).unwrap_or_default(), iso, "{text}");
    }
}

#[test]
fn other_texts_are_refused() {
    for text in [
        "",
        "きのう",
        "2023-02-29",
        "2023-13-01",
        "令和5年2月30日",
        "令和0年5月1日",
        "元年5月1日",
        "5年3月31日",
        "23-3-31",
        "2023-3/31",
        "2023-3",
        "令和",
        "R",
        "令和元年4月30日",
        "平成元年1月7日",
        "明治5年12月31日",
        "令和5年3月31日ごろ",
        "2023-003-31",
        "99999-01-01",
        "令和9999年1月1日",
        "令和5年末",
        "2023年度前",
        "−",
    ] {
        assert!(read_date(text).is_err(), "{text}");
    }
    assert_eq!(read_date(" "), Err(DateFault::Empty));
    assert_eq!(read_date("2023年2月29日"), Err(DateFault::NoSuchDay(2023, 2, 29)));
    assert_eq!(read_date("令和5年2月30日"), Err(DateFault::NotADate));
}

#[test]
fn years_after_the_end_of_their_era() {
    // Documents of 2018 have targets for 平成33年度末, which became 令和3年度.
    assert_eq!(read_date("平成33年度末"), Ok(day("2022-03-31")));
    assert_eq!(read_date("平成33年3月31日"), Ok(day("2021-03-31")));
    let list = small_list();
    assert_eq!(list.default_target.printed, "平成33年度末", "shown as printed");
    assert_eq!(list.default_target.date, day("2022-03-31"));
    assert_eq!(dates::long(list.default_target.date), "令和3年度末（2022年3月）", "and in today's years");
}

proptest! {
    #[test]
    fn any_day_reads_back(year in 1000_i32..=9999, month in 1_u8..=12, day in 1_u8..=31) {
        if let Ok(date) = Date::from_ymd(year, month, day) {
            prop_assert_eq!(read_date(&dates::day(date)), Ok(date));
            prop_assert_eq!(read_date(&date.iso()), Ok(date));
            let end = Date::fiscal_year_end(date.fiscal_year());
            prop_assert!(end.is_err() || end.unwrap() >= date);
            if date.year() > 1873 && date.is_fiscal_year_end() {
                prop_assert_eq!(read_date(&format!("{}末", dates::fiscal_year(date))), Ok(date));
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any_text(0..30), numbers in "[RHS令和平成元0-9年月日度末./-]{0,16}") {
        for text in [text, numbers] {
            if let Ok(date) = read_date(&text) {
                prop_assert!(Date::parse_iso(&date.iso()).is_ok());
            }
        }
    }
}
