//! The time axis of the path of an indicator.

use assess::Period;
use list::Date;

use crate::path_data::OwnPoint;

/// The width of a day's label in CSS pixels.
pub const DAY_PX: f64 = 100.0;

/// The days of the chart, as offsets from the first one.
pub struct TimeAxis {
    pub period: Period,
    origin: Date,
    pub last: f64,
}

impl TimeAxis {
    /// From the first to the last day of the period and all figures.
    pub fn new(period: Period, own: &[&OwnPoint]) -> Self {
        let all = || [period.from, period.due].into_iter().chain(own.iter().map(|point| point.date));
        let origin = all().min().unwrap_or(period.from);
        let end = all().max().unwrap_or(period.due);
        // A single day gets a year of room, so that there is a time axis at all.
        let last = if end == origin { 365 } else { end.days_since(origin) };
        Self { period, origin, last: f64::from(last) }
    }

    pub fn x(&self, date: Date) -> f64 {
        f64::from(date.days_since(self.origin))
    }

    pub fn due(&self) -> f64 {
        self.x(self.period.due)
    }

    /// The days with a label: start, due day and own figures first, then ends of fiscal years, as long as they fit.
    pub fn labelled(&self, own: &[&OwnPoint], plot: f64) -> Vec<Date> {
        let apart = DAY_PX / plot * self.last;
        let fiscal_ends = (0..=40).filter_map(|years| Date::from_ymd(self.origin.year() + years, 3, 31).ok());
        let wanted = [self.period.from, self.period.due]
            .into_iter()
            .chain(own.iter().rev().map(|point| point.date))
            .chain(fiscal_ends);
        let mut chosen: Vec<Date> = Vec::new();
        for day in wanted {
            let x = self.x(day);
            if (0.0..=self.last).contains(&x) && chosen.iter().all(|other| (self.x(*other) - x).abs() >= apart) {
                chosen.push(day);
            }
        }
        chosen.sort();
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    fn time(from: &str, due: &str, own: &[OwnPoint]) -> TimeAxis {
        let period = Period { from: day(from), due: day(due) };
        TimeAxis::new(period, &own.iter().collect::<Vec<_>>())
    }

    #[test]
    fn days_are_labelled_if_they_fit() {
        let two_years = time("2022-03-31", "2024-03-31", &[]);
        let names = |plot: f64| two_years.labelled(&[], plot).iter().map(|day| day.year()).collect::<Vec<_>>();
        assert_eq!(names(400.0), [2022, 2023, 2024]);
        assert_eq!(names(150.0), [2022, 2024]);
        assert_eq!(names(50.0), [2022], "a tiny plot keeps the first day");
        assert_eq!(two_years.due(), 731.0);
    }

    #[test]
    fn a_single_day_and_a_reversed_period_have_a_time_axis() {
        let single = time("2022-03-31", "2022-03-31", &[]);
        assert!(single.last > 0.0 && single.due() == 0.0);
        let reversed = time("2024-03-31", "2022-03-31", &[]);
        assert_eq!((reversed.due(), reversed.last), (0.0, 731.0));
    }

    #[test]
    fn figures_outside_the_period_extend_the_axis() {
        let own = [OwnPoint { date: day("2030-03-31"), amount: 1.0, label: String::new(), is_saved: true }];
        let wide = time("2022-03-31", "2024-03-31", &own);
        assert_eq!(wide.last, wide.x(day("2030-03-31")));
    }
}
