//! Reading a number out of the few words a cell prints around it: `計52校`, `年間2,100人`, `約6割`, `22.8%以下`.

use list::Extent;

/// What a printed piece of text says about one number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The number in the unit that follows it.
    pub amount: f64,
    /// 計 or 年間.
    pub extent: Option<Extent>,
    /// 約.
    pub approximate: bool,
    /// 以下.
    pub at_most: bool,
}

/// Why a piece of text cannot be read as one number in a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuantityError {
    /// There is no digit in it.
    NoNumber,
    /// Its digits, commas and points do not make a number (`1,23`, `4.`).
    Malformed,
    /// The number is not followed by the unit.
    OtherUnit,
    /// Something other than 以下 follows the unit.
    Trailing,
}

impl QuantityError {
    /// The reason for a reader of the fault list.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NoNumber => "数字がありません",
            Self::Malformed => "数字・コンマ・小数点の並びが数になっていません",
            Self::OtherUnit => "数のすぐあとに単位がありません",
            Self::Trailing => "単位のあとに「以下」以外のことばが続いています",
        }
    }
}

/// The half-width form of a digit, comma or point of either width.
const fn numeric(c: char) -> Option<char> {
    match c {
        '0'..='9' | ',' | '.' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        '，' => Some(','),
        '．' => Some('.'),
        _ => None,
    }
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// A run of digits with thousands commas and at most one decimal point.
fn amount(run: &str) -> Option<f64> {
    let (whole, fraction) = run.split_once('.').map_or((run, None), |(w, f)| (w, Some(f)));
    if fraction.is_some_and(|f| f.is_empty() || !f.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    if first.is_empty() || (grouped && first.len() > 3) || groups.any(|group| group.len() != 3) {
        return None;
    }
    run.replace(',', "").parse().ok()
}

/// Reads the first number of `printed`, which must be followed by `unit` and by nothing else but 以下.
///
/// Words before the number may name what is counted; 計, 年間 (or 年, as in 年3回), 約 and a minus sign are understood.
///
/// # Errors
/// [`QuantityError`] says what is missing.
pub fn read(printed: &str, unit: &str) -> Result<Reading, QuantityError> {
    let start = printed.find(is_digit).ok_or(QuantityError::NoNumber)?;
    let (before, rest) = printed.split_at(start);
    let end = rest.find(|c| numeric(c).is_none()).unwrap_or(rest.len());
    let (run, after) = rest.split_at(end);
    let run: String = run.chars().filter_map(numeric).collect();
    let mut amount = amount(&run).ok_or(QuantityError::Malformed)?;
    let tail = after.trim_start().strip_prefix(unit).ok_or(QuantityError::OtherUnit)?;
    let at_most = match tail {
        "" => false,
        "以下" => true,
        _ => return Err(QuantityError::Trailing),
    };
    let mut words = before.trim_end();
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
    Ok(Reading { amount, extent, approximate, at_most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_a_number() {
        let plain = Reading { amount: 0.0, extent: None, approximate: false, at_most: false };
        let total = Some(Extent::Total);
        let per_year = Some(Extent::PerYear);
        for (printed, unit, expected) in [
            ("計52校", "校", Reading { amount: 52.0, extent: total, ..plain }),
            ("導入計2か所", "か所", Reading { amount: 2.0, extent: total, ..plain }),
            ("年間2,100人", "人", Reading { amount: 2_100.0, extent: per_year, ..plain }),
            ("年間参加者数1,080人", "人", Reading { amount: 1_080.0, extent: per_year, ..plain }),
            ("年3回", "回", Reading { amount: 3.0, extent: per_year, ..plain }),
            ("約6割", "割", Reading { amount: 6.0, approximate: true, ..plain }),
            (
                "計約１，８００，０００件",
                "件",
                Reading { amount: 1_800_000.0, extent: total, approximate: true, ..plain },
            ),
            ("22.8%以下", "%", Reading { amount: 22.8, at_most: true, ..plain }),
            ("９９．５％", "％", Reading { amount: 99.5, ..plain }),
            ("定員16,599人", "人", Reading { amount: 16_599.0, ..plain }),
            ("▲3 件", "件", Reading { amount: -3.0, ..plain }),
            ("0台", "台", plain),
            ("120t-CO2", "t-CO2", Reading { amount: 120.0, ..plain }),
        ] {
            assert_eq!(read(printed, unit), Ok(expected), "{printed}");
        }
    }

    #[test]
    fn what_is_not_one_number_in_the_unit() {
        for (printed, unit, expected) in [
            ("充実", "校", QuantityError::NoNumber),
            ("", "", QuantityError::NoNumber),
            ("1,23人", "人", QuantityError::Malformed),
            ("1234,567人", "人", QuantityError::Malformed),
            ("4.人", "人", QuantityError::Malformed),
            ("1.2.3人", "人", QuantityError::Malformed),
            ("52校", "件", QuantityError::OtherUnit),
            ("10万人", "人", QuantityError::OtherUnit),
            ("年1回実施", "回", QuantityError::Trailing),
            ("8人、26人", "人", QuantityError::Trailing),
        ] {
            assert_eq!(read(printed, unit), Err(expected), "{printed}");
        }
    }
}
