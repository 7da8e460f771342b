//! Notations of numbers and days that only charts use.

use format::dates;
use list::{AsOf, Date};

/// A difference with its sign: `+7校`, `-3人`, `+1.0ポイント`, `±0校`.
pub fn signed_difference(from: f64, to: f64, unit: &str) -> String {
    let sign = match to - from {
        change if change > 0.0 => "+",
        change if change < 0.0 => "-",
        _ => "±",
    };
    format!("{sign}{}", format::difference(from, to, unit))
}

/// The short western month under the Japanese day of an axis: `2022.3`.
pub fn month_western(date: Date) -> String {
    format!("{}.{}", date.year(), date.month())
}

/// The day of a value, as printed if the cell prints one.
pub fn as_of(as_of: &AsOf) -> String {
    if as_of.printed.is_empty() { dates::short(as_of.date) } else { as_of.printed.clone() }
}

/// A rate with exactly one decimal, so that a column of rates is aligned: `76.0`.
pub fn one_decimal(rate: f64) -> String {
    format::percent(rate / 100.0).trim_end_matches('%').to_owned()
}

/// A text of a reader or of the dataset, made safe for the drawing's templates, where braces are placeholders.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '{' => '｛',
            '}' => '｝',
            c if c.is_control() && c != '\n' => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_carry_their_sign() {
        assert_eq!(signed_difference(37.0, 44.0, "校"), "+7校");
        assert_eq!(signed_difference(22.8, 21.8, "%"), "-1.0ポイント");
        assert_eq!(signed_difference(5.0, 5.0, "校"), "±0校");
        assert_eq!(one_decimal(76.0), "76.0");
        assert_eq!(one_decimal(46.4), "46.4");
    }

    #[test]
    fn texts_cannot_contain_templates() {
        assert_eq!(plain("{b}{c}\t<b>"), "｛b｝｛c｝ <b>");
    }
}
