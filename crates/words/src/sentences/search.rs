use search::MatchedTerm;

use crate::text::search as text;

/// The heading of the page.
pub fn page_heading(query: &str) -> String {
    if query.is_empty() { text::site().to_owned() } else { text::heading(query) }
}

/// An excerpt of a longer text, with dots where it was cut.
pub fn excerpt(piece: &str, before: bool, after: bool) -> String {
    let dots = |cut: bool| if cut { "…" } else { "" };
    format!("{}{piece}{}", dots(before), dots(after))
}

/// The words that were found instead of a word.
pub fn through(word: &str, through: &MatchedTerm) -> String {
    match through {
        MatchedTerm::Synonym(found) | MatchedTerm::Reading(found) => format!("{word}→{found}"),
        MatchedTerm::NameReading => text::name_reading(word),
    }
}
