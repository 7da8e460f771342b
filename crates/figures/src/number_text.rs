//! A number as people type it: full-width digits, commas, a unit after it.

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberFault {
    /// Nothing but blanks.
    Empty,
    /// No number, or more than one.
    NotANumber,
    /// Commas that do not part thousands: 12,5 or 1,23,456.
    Grouping,
    /// More digits than a number holds exactly.
    TooManyDigits,
}

/// One character in the form the reading below knows.
///
/// A Japanese keyboard leaves full-width signs behind, and in its kana mode 、 and 。 where a comma and a point were meant.
fn folded(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '，' | '、' => ',',
        '．' | '。' => '.',
        // The full-width copies of ASCII stand in the same order.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// The signs people type for a hyphen or a minus: the kana mode's long vowel, and the triangle of Japanese accounts too.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '−' | '‐' | '‑' | '–' | '—' | 'ー' | '▲' | '△')
}

/// Width and blanks evened out: for units, dates and choices.
pub fn fold(text: &str) -> String {
    text.chars().map(folded).collect::<String>().trim().to_owned()
}

/// Most digits that binary and decimal exchange without loss.
const MAX_DIGITS: usize = 15;

/// Reads a number and what follows it (a unit, perhaps empty, blanks trimmed).
pub fn read_number(text: &str) -> Result<(f64, String), NumberFault> {
    let text = fold(text);
    if text.is_empty() {
        return Err(NumberFault::Empty);
    }
    let (negative, unsigned) = match text.strip_prefix(is_dash) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let unsigned = unsigned.trim_start();
    let end = unsigned.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(unsigned.len());
    let (number, unit) = unsigned.split_at(end);
    // Digits further on mean two numbers (3/4, 10~20, 1e5), of which none may be picked silently.
    if unit.contains(char::is_numeric) {
        return Err(NumberFault::NotANumber);
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(fraction) {
        return Err(NumberFault::NotANumber);
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let rest: Vec<&str> = groups.collect();
    if !all_digits(first) || !rest.iter().all(|group| all_digits(group)) {
        return Err(NumberFault::NotANumber);
    }
    let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
    if !grouped {
        return Err(NumberFault::Grouping);
    }
    let digits = format!("{}{}.{fraction}", first, rest.concat());
    let significant = digits.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit);
    if significant.count() > MAX_DIGITS {
        return Err(NumberFault::TooManyDigits);
    }
    let amount: f64 = digits.parse().map_err(|_| NumberFault::NotANumber)?;
    Ok((if negative { -amount } else { amount }, unit.trim().to_owned()))
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
    fn what_is_no_number_says_how() {
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
}
