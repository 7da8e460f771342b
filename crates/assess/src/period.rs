//! The time between the official current value and the day the target is due.

use list::{Dataset, Date, Indicator};

/// From the day of the official current value to the day the target is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The day of the official current value (t0).
    pub from: Date,
    /// The day the target is due (tT). A dataset may print one that is not after `from`.
    pub due: Date,
}

impl Period {
    /// The days that the indicator's cells name, or else the dataset's defaults.
    pub fn of(dataset: &Dataset, indicator: &Indicator) -> Self {
        Self { from: dataset.current_as_of(indicator).date, due: dataset.target_as_of(indicator).date }
    }

    /// The position of a figure's day. A due day that is not after `from` counts as due at once.
    pub fn timing(&self, date: Option<Date>) -> Timing {
        match date {
            None => Timing::Undated,
            Some(date) if date < self.from => Timing::BeforeBaseline,
            Some(date) if date > self.due => Timing::AfterDue,
            Some(date) if date == self.due => Timing::OnDue,
            Some(date) if date == self.from => Timing::OnBaseline,
            Some(_) => Timing::Within,
        }
    }

    /// How much of the period has passed on a day; `None` before the period and for a period without length.
    pub fn elapsed(&self, date: Date) -> Option<Elapsed> {
        let (days, of) = (date.days_since(self.from), self.due.days_since(self.from));
        (days >= 0 && of > 0).then_some(Elapsed { days, of })
    }

    pub fn span(&self) -> Option<Span> {
        Span::between(self.from, self.due)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Timing {
    Undated,
    BeforeBaseline,
    OnBaseline,
    Within,
    OnDue,
    AfterDue,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Elapsed {
    /// Days since the period began, 0 or more; more than `of` after the due day.
    pub days: i32,
    /// Days of the whole period, 1 or more.
    pub of: i32,
}

impl Elapsed {
    /// The share of the period that has passed, 0…1.
    pub fn ratio(self) -> f64 {
        (f64::from(self.days) / f64::from(self.of)).clamp(0.0, 1.0)
    }
}

/// A length of time, at least a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Whole days, 1 or more.
    pub days: i32,
    /// Whole months, if both ends are on the same day of the month or both at the end of a month.
    pub months: Option<i32>,
}

impl Span {
    /// The time from one day to a later one.
    pub fn between(from: Date, to: Date) -> Option<Self> {
        let days = to.days_since(from);
        if days <= 0 {
            return None;
        }
        let month = |date: Date| date.year() * 12 + i32::from(date.month());
        let even = from.day() == to.day() || (from.is_month_end() && to.is_month_end());
        let months = (even && month(to) > month(from)).then(|| month(to) - month(from));
        Some(Self { days, months })
    }

    /// The length in years, above 0: whole months count as twelfths, days as parts of 365.25.
    pub fn years(self) -> f64 {
        self.months.map_or_else(|| f64::from(self.days) / 365.25, |months| f64::from(months) / 12.0)
    }

    /// The number of years, if the length is a whole number of years.
    pub fn whole_years(self) -> Option<i32> {
        self.months.filter(|months| months % 12 == 0).map(|months| months / 12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn spans() {
        for (from, to, days, months) in [
            ("2022-03-31", "2024-03-31", 731, Some(24)),
            ("2021-04-01", "2024-04-01", 1096, Some(36)),
            ("2022-03-31", "2022-09-30", 183, Some(6)),
            ("2021-09-30", "2024-03-31", 913, Some(30)),
            ("2022-04-01", "2024-03-31", 730, None),
            ("2022-02-28", "2024-02-29", 731, Some(24)),
        ] {
            let span = Span::between(day(from), day(to)).unwrap();
            assert_eq!((span.days, span.months), (days, months));
        }
        assert_eq!(Span::between(day("2022-03-31"), day("2022-03-31")), None);
        assert_eq!(Span::between(day("2022-03-31"), day("2022-03-30")), None);
    }

    #[test]
    fn timings() {
        let period = Period { from: day("2022-03-31"), due: day("2024-03-31") };
        for (date, timing) in [
            ("2022-03-30", Timing::BeforeBaseline),
            ("2022-03-31", Timing::OnBaseline),
            ("2022-04-01", Timing::Within),
            ("2024-03-30", Timing::Within),
            ("2024-03-31", Timing::OnDue),
            ("2024-04-01", Timing::AfterDue),
        ] {
            assert_eq!(period.timing(Some(day(date))), timing, "{date}");
        }
        assert_eq!(period.timing(None), Timing::Undated);
        let elapsed = period.elapsed(day("2023-03-31")).unwrap();
        assert_eq!((elapsed.days, elapsed.of), (365, 731));
        assert_eq!(period.elapsed(day("2030-03-31")).unwrap().ratio(), 1.0);
        assert_eq!(period.elapsed(day("2022-03-30")), None);
    }

    #[test]
    fn a_due_day_that_is_not_later_is_due_at_once() {
        let period = Period { from: day("2022-03-31"), due: day("2022-03-31") };
        assert_eq!(period.timing(Some(day("2022-03-31"))), Timing::OnDue);
        assert_eq!(period.elapsed(day("2022-04-01")), None);
        assert_eq!(period.span(), None);
    }
}
