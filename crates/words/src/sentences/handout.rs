use search::Shift;

use crate::{separated, text::handout as text};

/// Ids of the address that the list does not have.
pub fn unknown(ids: &[String]) -> String {
    text::unknown_ids(separated(ids))
}

/// Moves an indicator.
pub fn move_indicator(name: &str, shift: Shift) -> String {
    match shift {
        Shift::Earlier => text::shift::earlier(name),
        Shift::Later => text::shift::later(name),
    }
}

/// First line of every page: the edition and the day it was made.
pub fn page_head(document: &str, published: &str, made: Option<&str>) -> String {
    text::running_head(document, published, made.map_or_else(String::new, text::made_on))
}
