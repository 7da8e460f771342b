//! Finding.

use crate::explore::Through;

/// Label.
pub const LABEL: &str = "指標をさがす";
/// Placeholder.
pub const PLACEHOLDER: &str = "名前、計画、ことばで探す";
/// Before the examples.
pub const EXAMPLES: &str = "たとえば";
/// Before the suggestions.
pub const PERHAPS: &str = "もしかして：";

/// A suggestion and how much it finds.
#[must_use]
pub fn suggestion(text: &str, count: usize) -> String {
    format!("{text}（{count}件）")
}

/// What was found instead of a word.
#[must_use]
pub fn through(word: &str, through: &Through) -> String {
    match through {
        Through::Synonym(found) | Through::Reading(found) => format!("{word}→{found}"),
        Through::NameReading => format!("{word}（名前のよみ）"),
    }
}
