//! Normalisation: one spelling for everything that a Japanese reader takes to be the same.
//!
//! Width (Ａ → a, ﾊﾞ → ば), kana (カ → か), case, dashes and long vowels (ー － ― → -), ligatures (㎡ → m2, ① → 1,
//! Ⅲ → iii) and variant kanji (髙 → 高) are unified; spaces, brackets, commas, middle dots and quotation marks are
//! dropped. The rules are short ranges and tables, because the Unicode tables would be larger than the rest of the search.
//!
//! Normalised text is kept in UTF-16 units: nearly every Japanese character is one unit, so a scan reads a third fewer
//! bytes than in UTF-8, and a surrogate pair never matches half of another.

use std::ops::Range;

use format::{half_width, is_dash};

use super::numbers::ROMAN_NUMERALS;

/// Follows each text of a `TextColumn`. Normalised text never contains it.
pub(super) const TEXT_END: u16 = 0;

/// A normalised text with the position of each unit in the original.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct NormalizedText {
    pub(super) units: Vec<u16>,
    /// For each unit the bytes of the original it stands for. Units share them where one character became several.
    origins: Vec<Range<usize>>,
}

impl NormalizedText {
    pub(super) fn new(text: &str) -> Self {
        let mut normalized = Self::default();
        for_each_normalized(text, |c, origin| {
            for &mut unit in c.encode_utf16(&mut [0; 2]) {
                normalized.units.push(unit);
                normalized.origins.push(origin.clone());
            }
        });
        normalized
    }

    /// The bytes of the original that became these units, at char boundaries. `None` for an empty or too long range.
    pub(super) fn origin(&self, units: Range<usize>) -> Option<Range<usize>> {
        let origins = self.origins.get(units)?;
        Some(origins.first()?.start..origins.last()?.end)
    }
}

pub fn normalize(text: &str) -> String {
    let mut normalized = String::with_capacity(text.len());
    for_each_normalized(text, |c, _| normalized.push(c));
    normalized
}

pub(super) fn append_normalized(units: &mut Vec<u16>, text: &str) {
    for_each_normalized(text, |c, _| units.extend_from_slice(c.encode_utf16(&mut [0; 2])));
}

/// Calls `emit` with every normalised character and the bytes of the original it stands for.
fn for_each_normalized(text: &str, mut emit: impl FnMut(char, Range<usize>)) {
    // One character is held back, because a voicing mark may follow it.
    let mut held: Option<(char, Range<usize>)> = None;
    for (start, original) in text.char_indices() {
        let bytes = start..start + original.len_utf8();
        let c = widen_half_width(original);
        if let Some(mark) = VoicingMark::of(c) {
            if let Some((base, origin)) = &mut held
                && let Some(voiced) = mark.apply(*base)
            {
                *base = voiced;
                origin.end = bytes.end;
            }
            continue;
        }
        let mut push = |c: char| {
            if let Some((before, origin)) = held.replace((c, bytes.clone())) {
                emit(before, origin);
            }
        };
        match expand_ligature(c) {
            Some(parts) => parts.chars().for_each(push),
            None => {
                if let Some(c) = simplify(c) {
                    push(c);
                }
            }
        }
    }
    if let Some((last, origin)) = held {
        emit(last, origin);
    }
}

/// A mark that changes the consonant of the kana before it.
#[derive(Clone, Copy)]
enum VoicingMark {
    /// ゛: か → が.
    Voiced,
    /// ゜: は → ぱ.
    SemiVoiced,
}

impl VoicingMark {
    /// Combining and free-standing marks alike.
    fn of(c: char) -> Option<Self> {
        match c {
            '\u{3099}' | '\u{309B}' => Some(Self::Voiced),
            '\u{309A}' | '\u{309C}' => Some(Self::SemiVoiced),
            _ => None,
        }
    }

    /// `None` for characters without a voiced form.
    fn apply(self, base: char) -> Option<char> {
        let step = match (self, base) {
            (Self::Voiced, 'う') => return Some('ゔ'),
            // Unvoiced and voiced kana alternate; unvoiced ones have odd code points up to ち and even ones after っ.
            (Self::Voiced, 'か'..='ち') if u32::from(base) % 2 == 1 => 1,
            (Self::Voiced, 'つ' | 'て' | 'と' | 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ') => 1,
            (Self::SemiVoiced, 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ') => 2,
            _ => return None,
        };
        char::from_u32(u32::from(base) + step)
    }
}

/// Full-width forms of half-width kana and punctuation, U+FF61 to U+FF9F in order. Already hiragana.
const HALF_WIDTH: &str = "。「」、・をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん\u{3099}\u{309A}";

/// Half-width kana to hiragana, full-width ASCII to ASCII.
fn widen_half_width(c: char) -> char {
    match c {
        '\u{FF61}'..='\u{FF9F}' => HALF_WIDTH.chars().nth((u32::from(c) - 0xFF61) as usize).unwrap_or(c),
        _ => half_width(c),
    }
}

/// The character it is searched as; `None` if it is dropped.
fn simplify(c: char) -> Option<char> {
    match c {
        '\0'..=' ' | '\u{7F}'..='\u{A0}' | '\u{AD}' => None,
        '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | '\'' | '`' | ',' => None,
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '\u{21}'..='\u{7E}' => Some(c),
        // Middle dots and bullets.
        '·' | '•' | '‧' | '∙' | '・' => None,
        // Spaces of other widths, joiners, direction marks and variation selectors.
        '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{2060}' | '\u{3000}' => None,
        '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0100}'..='\u{E01EF}' => None,
        // Quotation marks, brackets, commas and full stops.
        '‘'..='‟' | '、' | '。' | '〈'..='】' | '〔'..='〛' | '〝'..='〟' => None,
        c if is_dash(c) => Some('-'),
        '〜' | '∼' => Some('~'),
        'ヵ' | 'ゕ' => Some('か'),
        'ヶ' | 'ゖ' => Some('け'),
        'ァ'..='ヴ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60),
        _ => Some(common_kanji(c)),
    }
}

/// The common form of a variant kanji; such variants occur in names of people and places.
fn common_kanji(c: char) -> char {
    match c {
        '髙' => '高',
        '\u{FA11}' | '嵜' => '崎',
        '嶋' | '嶌' => '島',
        '濱' | '濵' => '浜',
        '邊' | '邉' => '辺',
        '齋' | '齊' | '斉' => '斎',
        '澤' => '沢',
        '廣' => '広',
        '國' => '国',
        '學' => '学',
        '縣' => '県',
        '區' => '区',
        '會' => '会',
        '德' => '徳',
        '惠' => '恵',
        '豐' => '豊',
        '圓' => '円',
        '榮' => '栄',
        '櫻' => '桜',
        '瀧' => '滝',
        '龍' => '竜',
        '籠' => '篭',
        '曾' => '曽',
        '檜' => '桧',
        '藪' => '薮',
        '\u{FA10}' => '塚',
        '\u{FA12}' => '晴',
        '\u{FA19}' => '神',
        '\u{FA1A}' => '祥',
        '\u{FA1B}' => '福',
        '\u{FA26}' => '都',
        '\u{FA57}' => '練',
        _ => c,
    }
}

/// What a character that stands for several others is searched as.
fn expand_ligature(c: char) -> Option<&'static str> {
    const NUMBERS: [&str; 20] =
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20"];
    let entry = |table: &[&'static str], first: char| table.get((u32::from(c) - u32::from(first)) as usize).copied();
    match c {
        '①'..='⑳' => entry(&NUMBERS, '①'),
        '⑴'..='⒇' => entry(&NUMBERS, '⑴'),
        'Ⅰ'..='Ⅻ' => entry(&ROMAN_NUMERALS, 'Ⅰ'),
        'ⅰ'..='ⅻ' => entry(&ROMAN_NUMERALS, 'ⅰ'),
        '²' => Some("2"),
        '³' => Some("3"),
        '㎡' => Some("m2"),
        '㎥' => Some("m3"),
        '㎞' => Some("km"),
        '㎢' => Some("km2"),
        '㎝' => Some("cm"),
        '㎜' => Some("mm"),
        '㎏' => Some("kg"),
        '㌔' => Some("きろ"),
        '㍍' => Some("め-とる"),
        '㌶' => Some("へくた-る"),
        '㌧' => Some("とん"),
        '㌫' => Some("ぱ-せんと"),
        '№' => Some("no"),
        '℡' => Some("tel"),
        '㈱' => Some("株"),
        '㈲' => Some("有"),
        '㋿' => Some("令和"),
        '㍻' => Some("平成"),
        '㍼' => Some("昭和"),
        '㍽' => Some("大正"),
        '㍾' => Some("明治"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn different_spellings_have_one_normalized_form() {
        for (written, normalized) in [
            ("ＩＣＴ", "ict"),
            ("ＫＰＩ（％）", "kpi%"),
            ("ﾊﾞｽ", "ばす"),
            ("バス", "ばす"),
            ("ハ\u{3099}ス", "ばす"),
            ("ﾊﾟﾄﾛｰﾙ", "ぱとろ-る"),
            ("パトロール", "ぱとろ-る"),
            ("ｶﾞｷﾞｸﾞｹﾞｺﾞｻﾞｼﾞｽﾞｾﾞｿﾞ", "がぎぐげござじずぜぞ"),
            ("ﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞ", "だぢづでどばびぶべぼ"),
            ("ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟｳﾞｧ", "ぱぴぷぺぽゔぁ"),
            ("ッチュヮンヴ", "っちゅゎんゔ"),
            ("ｦｧｯｰｱﾝ", "をぁっ-あん"),
            ("９－２", "9-2"),
            ("9ー2", "9-2"),
            ("9−2", "9-2"),
            ("9―2", "9-2"),
            ("計画 ９", "計画9"),
            ("2,100人", "2100人"),
            ("２，１００人", "2100人"),
            ("94.4％", "94.4%"),
            ("1ヶ所 1ケ所 1ヵ所 1カ所", "1け所1け所1か所1か所"),
            ("「子ども・若者」〔79校〕", "子ども若者79校"),
            ("あ、い。『う』【え】", "あいうえ"),
            ("延長㎞・㎡", "延長kmm2"),
            ("①⑳Ⅲⅳ", "120iiiiv"),
            ("髙\u{FA11}", "高崎"),
            ("神\u{E0100}", "神"),
            ("㍍メートル", "め-とるめ-とる"),
            ("か゛ん゛", "がん"),
            ("゛か", "か"),
            ("𠮷野", "𠮷野"),
            ("", ""),
            ("\u{3000} \t\n\0", ""),
        ] {
            assert_eq!(normalize(written), normalized, "{written}");
        }
    }

    #[test]
    fn origins_cover_whole_characters() {
        let text = "（ﾊﾞｽ）9㎡";
        let normalized = NormalizedText::new(text);
        let units: Vec<u16> = "ばす9m2".encode_utf16().collect();
        assert_eq!(normalized.units, units);
        let original = |range| normalized.origin(range).and_then(|bytes| text.get(bytes));
        assert_eq!(original(0..1), Some("ﾊﾞ"));
        assert_eq!(original(0..2), Some("ﾊﾞｽ"));
        assert_eq!(original(1..3), Some("ｽ）9"));
        assert_eq!(original(3..4), Some("㎡"));
        assert_eq!(original(4..5), Some("㎡"));
        assert_eq!(original(2..2), None);
        assert_eq!(original(4..6), None);
    }

    proptest! {
        #[test]
        fn normalizing_twice_changes_nothing(text in any::<String>()) {
            let once = normalize(&text);
            prop_assert_eq!(normalize(&once), once);
        }

        #[test]
        fn string_units_and_normalized_text_agree(text in any::<String>()) {
            let string: Vec<u16> = normalize(&text).encode_utf16().collect();
            let mut appended = Vec::new();
            append_normalized(&mut appended, &text);
            let normalized = NormalizedText::new(&text);
            prop_assert_eq!(&appended, &string);
            prop_assert_eq!(&normalized.units, &string);
            prop_assert!(!normalized.units.contains(&TEXT_END));
            for at in 0..normalized.units.len() {
                let bytes = normalized.origin(at..at + 1).expect("in range");
                prop_assert!(text.get(bytes).is_some());
            }
        }
    }
}
