//! Texts in addresses that are only valid with certain characters.

use search::displayable;

/// A section of a page: 1 to 40 characters of `a-z`, `0-9` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionId(String);

impl SectionId {
    pub fn parse(text: &str) -> Option<Self> {
        let is_allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        ((1..=40).contains(&text.len()) && text.bytes().all(is_allowed)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text of a link with a scenario: letters, digits, `.`, `-` and `_`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedText(String);

impl SharedText {
    /// The app's own links are at most half as long.
    pub const MAX_CHARS: usize = 20_000;

    pub fn parse(text: &str) -> Option<Self> {
        let is_allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
        ((1..=Self::MAX_CHARS).contains(&text.len()) && text.bytes().all(is_allowed)).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A decoded path that belongs to no page, without control characters. Only made by parsing an address, so it is never the
/// path of an existing page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPath(String);

impl UnknownPath {
    /// No page has a longer path.
    pub const MAX_CHARS: usize = 120;

    /// A longer path ends in `…`, so that the rest is never the address of another page.
    pub(crate) fn new(path: &str) -> Self {
        let mut shown = displayable(path, Self::MAX_CHARS);
        if path.chars().nth(Self::MAX_CHARS).is_some() {
            shown.pop();
            shown.push('…');
        }
        Self(shown)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
