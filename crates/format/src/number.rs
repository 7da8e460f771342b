//! Numbers as they are shown on the screen.
//!
//! Negative numbers have the ASCII hyphen-minus: spreadsheets read it as a number, and every font has it. No function
//! here returns `NaN`, `inf` or `-0`.

use crate::number_text::decimals;

/// Shown if there is no number.
pub const NO_NUMBER: &str = "—";

/// The error of computed numbers, in units of the last decimal that is shown.
const SLACK: f64 = 1e-7;

/// Rounds half up, by the amount without its sign. Computed numbers are a little above or below the decimal number that
/// they stand for, so what is almost half is half.
fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    let scaled = value.abs() * scale;
    // Beyond, an `f64` has no such decimals.
    let is_exact = scaled < 1e15;
    if is_exact { (scaled + 0.5 + SLACK).floor().copysign(value) / scale } else { value }
}

/// With exactly `decimals` decimals, rounded half up, and thousands separated by commas.
fn fixed(value: f64, decimals: u8) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let digits = format!("{:.*}", usize::from(decimals), rounded(value, decimals.into()).abs());
    let (whole, fraction) =
        digits.split_once('.').map_or((digits.as_str(), None), |(whole, fraction)| (whole, Some(fraction)));
    let is_zero = digits.bytes().all(|b| matches!(b, b'0' | b'.'));
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0.0 && !is_zero {
        out.push('-');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// With at most `decimals` decimals, without trailing zeros.
fn trimmed(value: f64, decimals: u8) -> String {
    let text = fixed(value, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A computed number: at most two decimals, no trailing zeros, thousands commas. A number too small for two decimals is
/// shown as by [`exact`] instead of 0.
pub fn number(value: f64) -> String {
    if value != 0.0 && value.abs() < 0.005 { exact(value) } else { trimmed(value, 2) }
}

/// A stated number (printed or entered): at most six decimals, so that 51.999 is never shown as 52.
pub fn exact(value: f64) -> String {
    let text = trimmed(value, 6);
    if text == "0" && value != 0.0 {
        // Numbers below a millionth need not be distinguished, but they must not be shown as zero.
        if value > 0.0 { "0.000001未満".to_owned() } else { "-0.000001以内".to_owned() }
    } else {
        text
    }
}

/// [`number`], prefixed with 約 if two decimals are not exact: `7.5`, `約0.67`.
pub fn number_or_about(value: f64) -> String {
    if (rounded(value, 2) - value).abs() > 1e-9 * value.abs().max(1.0) {
        format!("約{}", number(value))
    } else {
        number(value)
    }
}

/// A ratio as a percentage with one decimal: 0.4 is `40.0%`.
pub fn percent(ratio: f64) -> String {
    let text = fixed(ratio * 100.0, 1);
    if text == NO_NUMBER { text } else { text + "%" }
}

/// A change as a percentage with sign and one decimal: `+40.5%`, `-25.0%`, `±0.0%`.
pub fn signed_percent(ratio: f64) -> String {
    let text = percent(ratio);
    if text == NO_NUMBER || text.starts_with('-') {
        text
    } else if text == "0.0%" {
        "±0.0%".to_owned()
    } else {
        format!("+{text}")
    }
}

/// With exactly `decimals` decimals. A number below one of the `limits`, which have at most as many decimals, is never shown
/// as the limit.
pub fn below_limits(value: f64, decimals: u8, limits: &[f64]) -> String {
    let shown = rounded(value, decimals.into());
    let crossed = limits.iter().find(|limit| value < **limit - SLACK && shown >= **limit);
    fixed(crossed.map_or(shown, |limit| limit - 0.1_f64.powi(decimals.into())), decimals)
}

/// The progress towards a target. Like [`percent`], but a value below the whole is never shown as `100.0%`.
pub fn share(ratio: f64) -> String {
    if ratio.is_finite() { below_limits(ratio * 100.0, 1, &[100.0]) + "%" } else { NO_NUMBER.to_owned() }
}

/// A stated number with its unit: `52校`, `22.8%`.
pub fn quantity(amount: f64, unit: &str) -> String {
    exact(amount) + unit
}

/// The difference of two stated numbers without sign: `15校`. Percentages differ in ポイント and keep as many decimals as
/// the more precise one (22.8% and 21.8% differ by `1.0ポイント`).
pub fn difference(from: f64, to: f64, unit: &str) -> String {
    let amount = (to - from).abs();
    if unit == "%" {
        let text = fixed(amount, decimals(from, 2).max(decimals(to, 2)));
        let lost = amount != 0.0 && text.bytes().all(|b| matches!(b, b'0' | b'.'));
        let text = if lost { exact(amount) } else { text };
        text + "ポイント"
    } else {
        number(amount) + unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (value, shown) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.5, "7.5"),
            (37.0, "37"),
            (100.0, "100"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (215_000.0, "215,000"),
            (1_800_000.0, "1,800,000"),
            (-1234.5, "-1,234.5"),
            (-100.0, "-100"),
            (2.0 / 3.0, "0.67"),
            (0.1 + 0.2, "0.3"),
            (0.004, "0.004"),
            (-0.001, "-0.001"),
            (1e-9, "0.000001未満"),
            (f64::NAN, "—"),
            (f64::INFINITY, "—"),
            (f64::NEG_INFINITY, "—"),
        ] {
            assert_eq!(number(value), shown, "{value}");
        }
        assert_eq!(exact(51.999), "51.999");
        assert_eq!(exact(-1e-9), "-0.000001以内");
        assert_eq!(number_or_about(7.5), "7.5");
        assert_eq!(number_or_about(1.0 / 3.0), "約0.33");
    }

    #[test]
    fn percentages() {
        assert_eq!(percent(7.0 / 15.0), "46.7%");
        assert_eq!(percent(-0.000_01), "0.0%");
        assert_eq!(percent(f64::NAN), "—");
        assert_eq!(signed_percent(15.0 / 37.0), "+40.5%");
        assert_eq!(signed_percent(-0.25), "-25.0%");
        assert_eq!(signed_percent(-0.0), "±0.0%");
        assert_eq!(signed_percent(f64::INFINITY), "—");
        assert_eq!(share(0.9999), "99.9%");
        assert_eq!(share(1.0), "100.0%");
    }

    #[test]
    fn numbers_are_rounded_half_up_like_the_decimal_numbers_that_they_stand_for() {
        for (value, decimals, shown) in [
            (1.25, 1, "1.3"),
            (256.25, 1, "256.3"),
            (-1.25, 1, "-1.3"),
            (0.05, 1, "0.1"),
            (1.005, 2, "1.01"),
            (2.675, 2, "2.68"),
            (0.015, 2, "0.02"),
            (1.24, 1, "1.2"),
            (1.249_999, 1, "1.2"),
            (0.5, 0, "1"),
            (123_456_789_012_345.0, 1, "123,456,789,012,345.0"),
        ] {
            assert_eq!(fixed(value, decimals), shown, "{value}");
        }
        assert_eq!(percent((2_105.0 - 2_100.0) / 400.0), "1.3%");
        assert_eq!(percent(0.201_5 - 0.001), "20.1%", "0.2005, computed");
    }

    #[test]
    fn a_number_below_a_limit_is_not_shown_as_the_limit() {
        for (value, shown) in [
            (0.949_9, "0.94"),
            (0.95, "0.95"),
            (0.949_999_999_9, "0.95"),
            (0.946, "0.94"),
            (0.944, "0.94"),
            (0.6, "0.60"),
            (0.599, "0.59"),
            (1.068, "1.07"),
            (0.994, "0.99"),
            (-0.31, "-0.31"),
            (-0.001, "-0.01"),
            (0.0, "0.00"),
        ] {
            assert_eq!(below_limits(value, 2, &[0.0, 0.6, 0.95]), shown, "{value}");
        }
        assert_eq!(share(0.999_5), "99.9%");
        assert_eq!(share(2.562_5), "256.3%");
        assert_eq!(share(f64::NAN), "—");
    }

    #[test]
    fn quantities_and_differences() {
        assert_eq!(quantity(16_599.0, "人"), "16,599人");
        assert_eq!(quantity(22.8, "%"), "22.8%");
        assert_eq!(difference(37.0, 52.0, "校"), "15校");
        assert_eq!(difference(52.0, 37.0, "校"), "15校");
        assert_eq!(difference(21.8, 22.8, "%"), "1.0ポイント");
        assert_eq!(difference(94.0, 100.0, "%"), "6ポイント");
        assert_eq!(difference(94.001, 94.0, "%"), "0.001ポイント");
        assert_eq!(difference(6.0, 7.0, "割"), "1割");
    }
}
