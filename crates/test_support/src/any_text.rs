//! Random texts.

use proptest::{collection::SizeRange, prelude::*};

/// A text of any characters, including control characters, line ends, direction marks and characters of every plane. A
/// pattern such as `\PC*`, which `any::<String>()` uses, has no control characters, and `.` has no line ends.
pub fn any_text(chars: impl Into<SizeRange>) -> impl Strategy<Value = String> {
    let character = prop_oneof![
        4 => any::<char>(),
        1 => (0_u8..0x80).prop_map(char::from),
        1 => prop::sample::select(vec![
            '\0', '\u{7f}', '\r', '\n', '\t', '"', '\'', '\\', '\u{85}', '\u{a0}', '\u{200b}', '\u{202e}', '\u{2028}',
            '\u{3000}', '\u{d7ff}', '\u{e000}', '\u{feff}', '\u{fffd}', '\u{ffff}', '\u{10ffff}',
        ]),
    ];
    prop::collection::vec(character, chars).prop_map(String::from_iter)
}
