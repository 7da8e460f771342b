//! The days figures are mostly about: the ends of the fiscal years on the way to a target.

use list::{Dataset, Date};

/// How many days are offered at most: the last ones before and at the due day.
const OFFERED: usize = 4;

/// The ends of the fiscal years after `from`, up to `due`; at least `due` itself.
pub fn year_ends(from: Date, due: Date) -> Vec<Date> {
    let mut ends: Vec<Date> = (from.year()..=due.year())
        .filter_map(|year| Date::from_ymd(year, 3, 31).ok())
        .filter(|end| *end > from && *end < due)
        .collect();
    ends.push(due);
    ends.split_off(ends.len().saturating_sub(OFFERED))
}

/// The same for a whole list: from the day most current values describe to the day most targets are due.
pub fn usual_days(dataset: &Dataset) -> Vec<Date> {
    year_ends(dataset.default_current.date, dataset.default_target.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn year_ends_on_the_way() {
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
