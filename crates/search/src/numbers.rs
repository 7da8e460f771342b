//! Other ways of writing a number of the list: 二十二, 計画二十二, 22計画, 指標9の2, 戦略計画9, 目標3.

/// Words before a number. A word comes before its own prefixes.
const PREFIXES: [(&str, NumberedThing); 9] = [
    ("戦略計画", NumberedThing::Plan),
    ("計画", NumberedThing::Plan),
    ("基本目標", NumberedThing::Goal),
    ("目標", NumberedThing::Goal),
    ("指標", NumberedThing::Indicator),
    ("kpi", NumberedThing::Indicator),
    ("no.", NumberedThing::Any),
    ("no", NumberedThing::Any),
    ("第", NumberedThing::Any),
];
/// Words after a number.
const SUFFIXES: [(&str, NumberedThing); 5] = [
    ("番目", NumberedThing::Any),
    ("番", NumberedThing::Any),
    ("戦略計画", NumberedThing::Plan),
    ("計画", NumberedThing::Plan),
    ("指標", NumberedThing::Indicator),
];
/// From 1. Goals are printed with them.
pub(super) const ROMAN_NUMERALS: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum NumberedThing {
    Plan,
    Goal,
    Indicator,
    Any,
}

/// True for a word that belongs to a number after it: 「計画 9」 is searched as 「計画9」.
pub(super) fn is_number_prefix(normalized: &str) -> bool {
    PREFIXES.iter().any(|(word, _)| *word == normalized)
}

/// True for a word that starts with a number or is a Roman numeral.
pub(super) fn starts_with_number(normalized: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || kanji_digit(c).is_some() || c == '十';
    ROMAN_NUMERALS.contains(&normalized) || normalized.starts_with(is_number)
}

/// How the list writes this number; `None` for a word that is no number or is written this way already.
pub(super) fn as_printed(normalized: &str) -> Option<String> {
    let (prefix, rest) = strip(normalized, &PREFIXES, |text, word| text.strip_prefix(word));
    let (suffix, core) = strip(rest, &SUFFIXES, |text, word| text.strip_suffix(word));
    let thing = prefix.filter(|thing| *thing != NumberedThing::Any).or(suffix).or(prefix);
    // 9-2, 9の2, 9.2 and 9_2.
    let printed = if let Some((plan, row)) = core.split_once(['-', 'の', '.', '_', '/', '~']) {
        format!("{}-{}", parse_number(plan)?, parse_number(row)?)
    } else {
        match thing {
            Some(NumberedThing::Goal) if ROMAN_NUMERALS.contains(&core) => core.to_owned(),
            Some(NumberedThing::Goal) => {
                (*ROMAN_NUMERALS.get(usize::from(parse_number(core)?).checked_sub(1)?)?).to_owned()
            }
            Some(NumberedThing::Plan) => format!("計画{}", parse_number(core)?),
            Some(NumberedThing::Indicator | NumberedThing::Any) | None => parse_number(core)?.to_string(),
        }
    };
    (printed != normalized).then_some(printed)
}

/// Removes the first of the words that is there.
fn strip<'t>(
    text: &'t str,
    words: &[(&str, NumberedThing)],
    remove: impl Fn(&'t str, &str) -> Option<&'t str>,
) -> (Option<NumberedThing>, &'t str) {
    words.iter().find_map(|(word, thing)| Some((Some(*thing), remove(text, word)?))).unwrap_or((None, text))
}

/// 0 to 999 in ASCII digits, or 1 to 99 in kanji.
fn parse_number(text: &str) -> Option<u16> {
    if (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    let positive = |c: char| kanji_digit(c).filter(|digit| *digit > 0);
    Some(match text.chars().collect::<Vec<_>>()[..] {
        ['十'] => 10,
        ['十', ones] => 10 + positive(ones)?,
        [tens, '十'] => positive(tens)? * 10,
        [tens, '十', ones] => positive(tens)? * 10 + positive(ones)?,
        [ones] => positive(ones)?,
        [tens, ones] => positive(tens)? * 10 + kanji_digit(ones)?,
        _ => return None,
    })
}

fn kanji_digit(c: char) -> Option<u16> {
    (0..).zip("〇一二三四五六七八九".chars()).find_map(|(value, digit)| (digit == c).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_recognised_in_every_notation() {
        for (normalized, printed) in [
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
            assert_eq!(as_printed(normalized).as_deref(), printed, "{normalized}");
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
            assert_eq!(as_printed(&kanji), Some(number.to_string()), "{kanji}");
        }
    }
}
