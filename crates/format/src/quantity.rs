//! A number among the few words that a cell prints around it: `計52校`, `年間2,100人`, `約6割`, `22.8%以下`.

use list::Extent;

use crate::{number_text::read_digits, width::half_width};

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PrintedQuantity {
    /// In the unit that follows it.
    pub amount: f64,
    /// 計 or 年間.
    pub extent: Option<Extent>,
    /// 約.
    pub approximate: bool,
    /// 以下.
    pub at_most: bool,
}

/// Why a printed text is not one number with a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuantityFault {
    NoNumber,
    /// Digits, commas and points that do not make a number (`1,23`, `4.`).
    Malformed,
    /// The number is not followed by the unit.
    OtherUnit,
    /// Something other than 以下 follows the unit.
    Trailing,
}

/// Reads the first number of `printed`, which must be followed by `unit` and by nothing else except 以下.
///
/// Words before the number may name what is counted; 計, 年間 (or 年, as in 年3回), 約 and a minus sign are understood.
pub fn read_quantity(printed: &str, unit: &str) -> Result<PrintedQuantity, QuantityFault> {
    let is_digit = |c: char| half_width(c).is_ascii_digit();
    let is_numeric = |c: char| matches!(half_width(c), '0'..='9' | ',' | '.');
    let start = printed.find(is_digit).ok_or(QuantityFault::NoNumber)?;
    let (before, rest) = printed.split_at(start);
    let (digits, after) = rest.split_at(rest.find(|c| !is_numeric(c)).unwrap_or(rest.len()));
    let digits: String = digits.chars().map(half_width).collect();
    let mut amount = read_digits(&digits).map_err(|_| QuantityFault::Malformed)?;
    let at_most = match after.trim_start().strip_prefix(unit).ok_or(QuantityFault::OtherUnit)? {
        "" => false,
        "以下" => true,
        _ => return Err(QuantityFault::Trailing),
    };
    let mut words = before.trim_end();
    // Not every dash is a minus here, because the word before the number may end with a long vowel.
    if let Some(rest) = words.strip_suffix(['-', '−', '－', '▲', '△']) {
        amount = -amount;
        words = rest;
    }
    let approximate = words.ends_with('約');
    let words = words.trim_end_matches('約');
    let extent = if words.ends_with('計') {
        Some(Extent::Total)
    } else if words.starts_with("年間") || words.ends_with("年間") || words.ends_with('年') {
        Some(Extent::PerYear)
    } else {
        None
    };
    Ok(PrintedQuantity { amount, extent, approximate, at_most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_with_words_around_the_number() {
        let plain = PrintedQuantity { amount: 0.0, extent: None, approximate: false, at_most: false };
        let total = Some(Extent::Total);
        let per_year = Some(Extent::PerYear);
        for (printed, unit, expected) in [
            ("計52校", "校", PrintedQuantity { amount: 52.0, extent: total, ..plain }),
            ("導入計2か所", "か所", PrintedQuantity { amount: 2.0, extent: total, ..plain }),
            ("年間2,100人", "人", PrintedQuantity { amount: 2_100.0, extent: per_year, ..plain }),
            ("年間参加者数1,080人", "人", PrintedQuantity { amount: 1_080.0, extent: per_year, ..plain }),
            ("年3回", "回", PrintedQuantity { amount: 3.0, extent: per_year, ..plain }),
            ("約6割", "割", PrintedQuantity { amount: 6.0, approximate: true, ..plain }),
            (
                "計約１，８００，０００件",
                "件",
                PrintedQuantity { amount: 1_800_000.0, extent: total, approximate: true, ..plain },
            ),
            ("22.8%以下", "%", PrintedQuantity { amount: 22.8, at_most: true, ..plain }),
            ("９９．５％", "％", PrintedQuantity { amount: 99.5, ..plain }),
            ("定員16,599人", "人", PrintedQuantity { amount: 16_599.0, ..plain }),
            ("▲3 件", "件", PrintedQuantity { amount: -3.0, ..plain }),
            ("0台", "台", plain),
            ("120t-CO2", "t-CO2", PrintedQuantity { amount: 120.0, ..plain }),
        ] {
            assert_eq!(read_quantity(printed, unit), Ok(expected), "{printed}");
        }
    }

    #[test]
    fn what_is_not_one_number_in_the_unit() {
        for (printed, unit, expected) in [
            ("充実", "校", QuantityFault::NoNumber),
            ("", "", QuantityFault::NoNumber),
            ("1,23人", "人", QuantityFault::Malformed),
            ("1234,567人", "人", QuantityFault::Malformed),
            ("4.人", "人", QuantityFault::Malformed),
            ("1.2.3人", "人", QuantityFault::Malformed),
            ("52校", "件", QuantityFault::OtherUnit),
            ("10万人", "人", QuantityFault::OtherUnit),
            ("年1回実施", "回", QuantityFault::Trailing),
            ("8人、26人", "人", QuantityFault::Trailing),
        ] {
            assert_eq!(read_quantity(printed, unit), Err(expected), "{printed}");
        }
    }
}
