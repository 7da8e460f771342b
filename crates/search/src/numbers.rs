//! The other ways of writing a number of the list: 二十二, 計画二十二, 22計画, 指標9の2, 戦略計画9, 目標3.

/// Words before a number, the longer of two that begin alike first.
const BEFORE: [(&str, Of); 9] = [
    ("戦略計画", Of::Plan),
    ("計画", Of::Plan),
    ("基本目標", Of::Goal),
    ("目標", Of::Goal),
    ("指標", Of::Indicator),
    ("kpi", Of::Indicator),
    ("no.", Of::Any),
    ("no", Of::Any),
    ("第", Of::Any),
];
/// Words after a number.
const AFTER: [(&str, Of); 5] =
    [("番目", Of::Any), ("番", Of::Any), ("戦略計画", Of::Plan), ("計画", Of::Plan), ("指標", Of::Indicator)];
/// How goals are numbered in print, from 1.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// What a number is said to be of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Plan,
    Goal,
    Indicator,
    Any,
}

/// True for a word that asks for the number after it: 「計画 9」 is 「計画9」.
pub(super) fn stands_before_number(folded: &str) -> bool {
    BEFORE.iter().any(|(word, _)| *word == folded)
}

/// True where a word begins with a number, or is a goal's numeral.
pub(super) fn begins_with_number(folded: &str) -> bool {
    let roman = ROMAN.contains(&folded);
    roman || folded.chars().next().is_some_and(|c| c.is_ascii_digit() || digit(c).is_some() || c == '十')
}

/// The way the list writes a folded word that is a number of something; `None` where it is no such word, or is written
/// that way already.
pub(super) fn as_listed(folded: &str) -> Option<String> {
    let (before, rest) = strip(folded, &BEFORE, |text, word| text.strip_prefix(word));
    let (after, core) = strip(rest, &AFTER, |text, word| text.strip_suffix(word));
    let of = before.filter(|of| *of != Of::Any).or(after).or(before);
    let listed = if let Some((plan, row)) = two_parts(core) {
        format!("{}-{}", number(plan)?, number(row)?)
    } else {
        match of {
            Some(Of::Goal) if ROMAN.contains(&core) => core.to_owned(),
            Some(Of::Goal) => (*ROMAN.get(usize::from(number(core)?).checked_sub(1)?)?).to_owned(),
            Some(Of::Plan) => format!("計画{}", number(core)?),
            Some(Of::Indicator | Of::Any) | None => number(core)?.to_string(),
        }
    };
    (listed != folded).then_some(listed)
}

/// Takes the first of the words off that is there.
fn strip<'t>(
    text: &'t str,
    words: &[(&str, Of)],
    take: impl Fn(&'t str, &str) -> Option<&'t str>,
) -> (Option<Of>, &'t str) {
    words.iter().find_map(|(word, of)| Some((Some(*of), take(text, word)?))).unwrap_or((None, text))
}

/// The parts of 9-2, 9の2, 9.2 and 9_2.
fn two_parts(core: &str) -> Option<(&str, &str)> {
    core.split_once(['-', 'の', '.', '_', '/', '~'])
}

/// 0 to 999 in digits, or 1 to 99 in kanji.
fn number(text: &str) -> Option<u16> {
    if (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { one(tens)? };
            let ones = if ones.is_empty() { 0 } else { one(ones)? };
            (tens > 0 && (ones > 0 || text.ends_with('十'))).then_some(tens * 10 + ones)
        }
        None => {
            let mut digits = text.chars().map(digit);
            let (first, second) = (digits.next()??, digits.next());
            match (second, digits.next()) {
                (None, None) => (first > 0).then_some(first),
                (Some(second), None) => (first > 0).then_some(first * 10 + second?),
                _ => None,
            }
        }
    }
}

fn one(text: &str) -> Option<u16> {
    let mut chars = text.chars();
    let value = digit(chars.next()?)?;
    chars.next().is_none().then_some(value)
}

fn digit(c: char) -> Option<u16> {
    const DIGITS: &str = "〇一二三四五六七八九";
    DIGITS.chars().position(|d| d == c).and_then(|at| u16::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_written() {
        for (folded, listed) in [
            ("二十二", Some("22")),
            ("十", Some("10")),
            ("十五", Some("15")),
            ("九十九", Some("99")),
            ("二二", Some("22")),
            ("九", Some("9")),
            ("百", None),
            ("十十", None),
            ("一般", None),
            ("〇", None),
            ("22計画", Some("計画22")),
            ("二十二計画", Some("計画22")),
            ("計画二十二", Some("計画22")),
            ("戦略計画9", Some("計画9")),
            ("計画9", None),
            ("第9計画", Some("計画9")),
            ("指標9-2", Some("9-2")),
            ("指標9", Some("9")),
            ("9-2", None),
            ("9の2", Some("9-2")),
            ("九の二", Some("9-2")),
            ("9.2", Some("9-2")),
            ("計画9-2", Some("9-2")),
            ("kpi9-2", Some("9-2")),
            ("no.9-2", Some("9-2")),
            ("目標3", Some("iii")),
            ("基本目標三", Some("iii")),
            ("基本目標iii", Some("iii")),
            ("目標13", None),
            ("計画", None),
            ("保育所", None),
            ("", None),
            ("-", None),
            ("22.8%", None),
        ] {
            assert_eq!(as_listed(folded).as_deref(), listed, "{folded}");
        }
        for number in 1..=99u16 {
            let digits: Vec<char> = "〇一二三四五六七八九".chars().collect();
            let (tens, ones) = (usize::from(number / 10), usize::from(number % 10));
            let mut kanji = String::new();
            if tens > 1 {
                kanji.push(digits[tens]);
            }
            if tens > 0 {
                kanji.push('十');
            }
            if ones > 0 {
                kanji.push(digits[ones]);
            }
            assert_eq!(as_listed(&kanji), Some(number.to_string()), "{kanji}");
        }
    }
}
