//! The numbers of a slider for a measure: round steps around the stated numbers.

use list::Measure;

use super::figure::Number;

/// A finger cannot select more positions than this.
const MOST_POSITIONS: f64 = 200.0;

/// Evenly spaced numbers in the measure's unit around the official numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SliderScale {
    /// The step is this times ten to the power of `exponent`: 1, 2 or 5.
    mantissa: i64,
    exponent: i32,
    /// The first number, in steps.
    first: i64,
    /// The number of steps from the first number to the last.
    pub last_position: u32,
}

impl SliderScale {
    /// `None` if the document states no number. The range extends beyond the official numbers on both sides by their
    /// difference, or by the number itself if there is only one. It does not go below 0, and a share does not exceed
    /// the whole, unless an official number does. Steps are not finer than the printed digits.
    pub fn of(measure: &Measure) -> Option<Self> {
        let official = [&measure.current, &measure.target].into_iter().flatten().map(|quantity| quantity.amount);
        let low = official.clone().reduce(f64::min)?;
        let high = official.clone().reduce(f64::max)?;
        let digits = official.map(|number| format::decimals(number, 6)).max()?;
        let finest = 10_f64.powi(-i32::from(digits));
        let apart = if high > low { high - low } else { high.abs() };
        let room = apart.max(10.0 * finest);
        let mut from = low - room;
        let mut to = high + room;
        if low >= 0.0 {
            from = from.max(0.0);
        }
        if measure.unit == "%" && high <= 100.0 {
            to = to.min(100.0);
        }
        let (mantissa, exponent) = step_at_least(((to - from) / MOST_POSITIONS).max(finest));
        let unit = |steps: f64| steps / length(mantissa, exponent);
        let first = (unit(from) + 1e-9).floor() as i64;
        let last = (unit(to) - 1e-9).ceil() as i64;
        Some(Self {
            mantissa,
            exponent,
            first,
            last_position: u32::try_from(last - first).ok().filter(|count| *count > 0)?,
        })
    }

    /// The number at a position; positions beyond the end give the last number.
    pub fn value(self, position: u32) -> f64 {
        let steps = self.first + i64::from(position.min(self.last_position));
        let units = (steps * self.mantissa) as f64;
        // Dividing by a power of ten gives the number nearest to the decimal; multiplying by 0.1 would not.
        let value =
            if self.exponent < 0 { units / 10_f64.powi(-self.exponent) } else { units * 10_f64.powi(self.exponent) };
        Number::new(value).map_or(value, Number::get)
    }

    pub fn position(self, value: f64) -> u32 {
        let steps = (value / length(self.mantissa, self.exponent)).round() - self.first as f64;
        // The cast saturates and turns NaN into 0.
        (steps.max(0.0) as u32).min(self.last_position)
    }
}

fn length(mantissa: i64, exponent: i32) -> f64 {
    mantissa as f64 * 10_f64.powi(exponent)
}

/// The smallest of 1, 2, 5, 10, 20 … that is not below `least`, which is positive.
fn step_at_least(least: f64) -> (i64, i32) {
    let exponent = (least.log10() + 1e-9).floor() as i32;
    [1, 2, 5]
        .into_iter()
        .find(|&mantissa| length(mantissa, exponent) >= least * (1.0 - 1e-9))
        .map_or((1, exponent + 1), |mantissa| (mantissa, exponent))
}
