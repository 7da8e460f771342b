//! Width and punctuation of Japanese keyboards.

/// Full-width ASCII and the ideographic space as half-width; other characters unchanged.
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        // Full-width ASCII has the same order as ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Half width, with 、 and 。 as the comma and the point that were meant.
pub(crate) fn normalize_char(c: char) -> char {
    match c {
        '、' => ',',
        '。' => '.',
        _ => half_width(c),
    }
}

/// [`half_width`], with 、 and 。 as comma and point, and trimmed.
pub fn normalize_input(text: &str) -> String {
    text.chars().map(normalize_char).collect::<String>().trim().to_owned()
}

/// Dashes, hyphens, minus signs, rules and the long vowel mark, which people often type for each other.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '‐'..='―' | '−' | '─' | '━' | 'ー')
}

/// A dash, or the triangle used in Japanese accounts.
pub(crate) fn is_minus(c: char) -> bool {
    is_dash(c) || matches!(c, '▲' | '△')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn input_is_normalized() {
        for (typed, normalized) in [
            ("４４　校", "44 校"),
            (" １，２３４．５ ", "1,234.5"),
            ("1、234。5", "1,234.5"),
            ("ＡＢ～", "AB~"),
            ("　", ""),
        ] {
            assert_eq!(normalize_input(typed), normalized);
        }
    }

    #[test]
    fn dashes() {
        assert!("-－‐‑‒–—―−─━ー".chars().all(is_dash));
        assert!(!"~▲一_".chars().any(is_dash));
        assert!("▲△−".chars().all(is_minus));
    }
}
