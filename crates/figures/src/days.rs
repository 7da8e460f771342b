//! The usual days of figures: the ends of the fiscal years until a target is due.

use list::{Dataset, Date};

/// Maximum number of days offered: the last ones before the due day, and the due day.
const OFFERED: usize = 4;

/// The ends of the fiscal years after `from` and before `due`, then `due` itself.
pub fn year_ends(from: Date, due: Date) -> Vec<Date> {
    let mut ends: Vec<Date> = (from.year()..=due.year())
        .filter_map(|year| Date::from_ymd(year, 3, 31).ok())
        .filter(|end| *end > from && *end < due)
        .collect();
    ends.push(due);
    ends.split_off(ends.len().saturating_sub(OFFERED))
}

/// The same for the whole list: from the usual day of current values to the usual due day.
pub fn usual_days(dataset: &Dataset) -> Vec<Date> {
    year_ends(dataset.default_current.date, dataset.default_target.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn year_ends_until_the_due_day() {
        let day = |text: &str| Date::parse_iso(text).unwrap();
        for (from, due, ends) in [
            ("2022-03-31", "2024-03-31", &["2023-03-31", "2024-03-31"][..]),
            ("2021-04-01", "2024-04-01", &["2022-03-31", "2023-03-31", "2024-03-31", "2024-04-01"]),
            ("2022-03-31", "2022-09-30", &["2022-09-30"]),
            ("2015-03-31", "2024-03-31", &["2021-03-31", "2022-03-31", "2023-03-31", "2024-03-31"]),
            ("2024-03-31", "2024-03-31", &["2024-03-31"]),
        ] {
            let ends: Vec<Date> = ends.iter().map(|end| day(end)).collect();
            assert_eq!(year_ends(day(from), day(due)), ends, "{from} {due}");
        }
    }
}
