//! Numbers as they are shown on the screen.
//!
//! Negative numbers have the ASCII hyphen-minus: spreadsheets read it as a number, and every font has it. No function
//! here returns `NaN`, `inf` or `-0`.

use crate::number_text::decimals;

/// Shown if there is no number.
pub const NO_NUMBER: &str = "—";

/// With exactly `decimals` decimals and thousands separated by commas.
fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let digits = format!("{:.decimals$}", value.abs());
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
fn trimmed(value: f64, decimals: usize) -> String {
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
    let rounded = (value * 100.0).round() / 100.0;
    if (rounded - value).abs() > 1e-9 * value.abs().max(1.0) { format!("約{}", number(value)) } else { number(value) }
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

/// The progress towards a target. Like [`percent`], but a value below the whole is never rounded up to `100.0%`.
pub fn share(ratio: f64) -> String {
    let text = percent(ratio);
    if ratio < 1.0 && text == "100.0%" { "99.9%".to_owned() } else { text }
}

/// A pace with two decimals, truncated and not rounded: a pace shown as 0.95 is never below 0.95.
pub fn pace(value: f64) -> String {
    fixed((value * 100.0 + 1e-7).floor() / 100.0, 2)
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
        let text = fixed(amount, decimals(from, 2).max(decimals(to, 2)).into());
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
    fn a_pace_is_truncated_not_rounded() {
        assert_eq!(pace(0.949_9), "0.94");
        assert_eq!(pace(0.95), "0.95");
        assert_eq!(pace(0.6), "0.60");
        assert_eq!(pace(-0.0), "0.00");
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
