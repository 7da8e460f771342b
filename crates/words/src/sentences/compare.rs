use search::{ComparedIndicators, Shift};

use crate::{separated, text::compare as text};

/// Ids of the address that the list does not have.
pub fn unknown(ids: &[String]) -> String {
    text::unknown_ids(separated(ids))
}

/// Moves a column.
pub fn move_column(name: &str, shift: Shift) -> String {
    match shift {
        Shift::Earlier => text::shift::earlier(name),
        Shift::Later => text::shift::later(name),
    }
}

/// The button that compares the rows of a plan.
pub fn plan(count: usize) -> String {
    if count > ComparedIndicators::MAX {
        text::compare_first(ComparedIndicators::MAX)
    } else {
        text::compare_all(count)
    }
}

/// What the picker of indicators found.
pub fn picked(count: usize, shown: usize) -> String {
    match count {
        0 => text::picker::none_found().to_owned(),
        _ if count > shown => text::picker::found_more(count, shown),
        _ => text::picker::found_all(count),
    }
}
