//! Reads numbers as people type and print them: full-width digits, commas, a unit after the number.

use crate::width::{is_minus, normalize_input};

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    Empty,
    /// No number, or more than one.
    NotANumber,
    /// Commas that do not separate thousands: 12,5 or 1,23,456.
    Grouping,
    /// More digits than an `f64` holds exactly.
    TooManyDigits,
}

/// The maximum number of digits that survive conversion between decimal and binary.
const MAX_DIGITS: usize = 15;

/// Reads a number and the unit after it (trimmed, may be empty).
pub fn read_number(text: &str) -> Result<(f64, String), NumberFault> {
    let text = normalize_input(text);
    if text.is_empty() {
        return Err(NumberFault::Empty);
    }
    let (negative, unsigned) = match text.strip_prefix(is_minus) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let unsigned = unsigned.trim_start();
    let end = unsigned.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(unsigned.len());
    let (number, unit) = unsigned.split_at(end);
    // More digits mean a second number (3/4, 10~20, 1e5), and neither may be chosen silently.
    if unit.contains(char::is_numeric) {
        return Err(NumberFault::NotANumber);
    }
    let amount = read_digits(number)?;
    let significant = number.trim_start_matches(['0', '.', ',']).bytes().filter(u8::is_ascii_digit);
    if significant.count() > MAX_DIGITS {
        return Err(NumberFault::TooManyDigits);
    }
    Ok((if negative { -amount } else { amount }, unit.trim().to_owned()))
}

/// Reads ASCII digits with thousands commas and at most one decimal point.
pub(crate) fn read_digits(number: &str) -> Result<f64, NumberFault> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(fraction) || !whole.split(',').all(all_digits) {
        return Err(NumberFault::NotANumber);
    }
    if let Some((first, rest)) = whole.split_once(',')
        && (first.len() > 3 || rest.split(',').any(|group| group.len() != 3))
    {
        return Err(NumberFault::Grouping);
    }
    number.replace(',', "").parse().map_err(|_| NumberFault::NotANumber)
}

/// The number of decimals of a number, at most `most`.
pub fn decimals(number: f64, most: u8) -> u8 {
    let is_whole = |scaled: f64| (scaled - scaled.round()).abs() < 1e-6;
    (0..most).find(|places| is_whole(number * 10_f64.powi(i32::from(*places)))).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        for (typed, amount, unit) in [
            ("44", 44.0, ""),
            ("４４", 44.0, ""),
            (" 44 校 ", 44.0, "校"),
            ("４４　校", 44.0, "校"),
            ("1,234人", 1234.0, "人"),
            ("１，２３４人", 1234.0, "人"),
            ("1、234", 1234.0, ""),
            ("45.5％", 45.5, "%"),
            ("４５．５", 45.5, ""),
            ("45。5", 45.5, ""),
            ("-3", -3.0, ""),
            ("－３", -3.0, ""),
            ("▲3", -3.0, ""),
            ("3センター", 3.0, "センター"),
            ("+3", 3.0, ""),
            ("0", 0.0, ""),
            ("007", 7.0, ""),
            ("0.000001", 0.000_001, ""),
            ("2万人", 2.0, "万人"),
            ("999,999,999,999", 999_999_999_999.0, ""),
        ] {
            assert_eq!(read_number(typed), Ok((amount, unit.to_owned())), "{typed}");
        }
    }

    #[test]
    fn faults_of_numbers() {
        for (typed, fault) in [
            ("", NumberFault::Empty),
            (" 　\t", NumberFault::Empty),
            ("校", NumberFault::NotANumber),
            ("約44校", NumberFault::NotANumber),
            ("四十四", NumberFault::NotANumber),
            ("3/4", NumberFault::NotANumber),
            ("10～20", NumberFault::NotANumber),
            ("1e5", NumberFault::NotANumber),
            ("1.2.3", NumberFault::NotANumber),
            ("5.", NumberFault::NotANumber),
            (".5", NumberFault::NotANumber),
            ("1,", NumberFault::NotANumber),
            ("--3", NumberFault::NotANumber),
            ("NaN", NumberFault::NotANumber),
            ("inf", NumberFault::NotANumber),
            ("12,5", NumberFault::Grouping),
            ("1234,567", NumberFault::Grouping),
            ("1,23,456", NumberFault::Grouping),
            ("1234567890123456", NumberFault::TooManyDigits),
            ("0.12345678901234567", NumberFault::TooManyDigits),
        ] {
            assert_eq!(read_number(typed), Err(fault), "{typed}");
        }
    }

    #[test]
    fn decimals_of_numbers() {
        for (number, most, expected) in [(52.0, 6, 0), (22.8, 6, 1), (0.125, 6, 3), (0.125, 2, 2), (1.0 / 3.0, 6, 6)] {
            assert_eq!(decimals(number, most), expected, "{number}");
        }
    }
}
