//! 配布資料: what a hand-out holds and how it is set, as its address has it.

use form_urlencoded::Serializer;
use list::IndicatorId;

use super::{
    ordered_selection::OrderedSelection,
    url::{Ignored, read_pairs},
};

/// Everything that decides what a hand-out shows, but for the reader's own figures, which no address carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handout {
    /// The indicators, in the order shown.
    pub of: OrderedSelection<{ Handout::MAX }>,
    /// What stands over them.
    pub title: HandoutTitle,
    /// Whether own figures stand beside the official values.
    pub own: OwnShown,
    /// How the paper lies.
    pub paper: Paper,
}

impl Handout {
    /// The most indicators; more than any list of today has.
    pub const MAX: usize = 200;

    /// A hand-out of some indicators.
    pub fn of<'i>(ids: impl IntoIterator<Item = &'i IndicatorId>, title: &str) -> Self {
        Self { of: OrderedSelection::of(ids), title: HandoutTitle::new(title), ..Self::default() }
    }

    /// The query string without its `?`; empty for an empty hand-out.
    pub fn encode(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        for id in self.of.iter() {
            pairs.append_pair("of", id.as_str());
        }
        if !self.title.as_str().is_empty() {
            pairs.append_pair("title", self.title.as_str());
        }
        if self.own != OwnShown::default() {
            pairs.append_pair("own", self.own.code());
        }
        if self.paper != Paper::default() {
            pairs.append_pair("paper", self.paper.code());
        }
        pairs.finish()
    }

    /// Reads a query string without its `?`. Of a key that may stand only once, the first counts.
    pub fn decode(query: &str) -> (Self, Vec<Ignored>) {
        let mut of = OrderedSelection::default();
        let (mut title, mut own, mut paper) = (None, None, None);
        let ignored = read_pairs(query, |key, value| match key {
            "of" => IndicatorId::parse(value).is_ok_and(|id| of.add(id)),
            "title" => title.is_none() && title.replace(HandoutTitle::new(value)).is_none(),
            "own" => own.is_none() && OwnShown::from_code(value).is_some_and(|found| own.replace(found).is_none()),
            "paper" => paper.is_none() && Paper::from_code(value).is_some_and(|found| paper.replace(found).is_none()),
            _ => false,
        });
        let handout = Self {
            of,
            title: title.unwrap_or_default(),
            own: own.unwrap_or_default(),
            paper: paper.unwrap_or_default(),
        };
        (handout, ignored)
    }
}

/// What stands over a hand-out: at most [`HandoutTitle::MAX`] characters, no control characters. Spaces are kept, so that
/// typing on is never disturbed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandoutTitle(String);

impl HandoutTitle {
    /// The most characters that are kept: two lines of a page.
    pub const MAX: usize = 80;

    /// Takes any text: control characters become spaces, what is beyond the limit is cut off.
    pub fn new(text: &str) -> Self {
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        Self(text.chars().take(Self::MAX).map(plain).collect())
    }

    /// The text as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How much of the reader's own is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OwnShown {
    /// Nothing.
    Nothing,
    /// Figures with what follows from them.
    #[default]
    Figures,
    /// Notes and sources as well.
    WithNotes,
}

impl OwnShown {
    /// All, the least first.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Figures, Self::WithNotes];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nothing => "no",
            Self::Figures => "figures",
            Self::WithNotes => "notes",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 縦.
    #[default]
    Portrait,
    /// 横.
    Landscape,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Portrait, Self::Landscape];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Portrait => "portrait",
            Self::Landscape => "landscape",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies::any_handout;

    #[test]
    fn the_first_of_a_setting_counts_and_the_rest_is_told() {
        let (handout, ignored) =
            Handout::decode("of=3-1&title=A%0AB&of=x!&own=notes&own=no&paper=square&paper=landscape&title=C&y=1");
        assert_eq!(handout.encode(), "of=3-1&title=A+B&own=notes&paper=landscape");
        assert_eq!(ignored.len(), 5);
        assert_eq!(Handout::default().encode(), "");
    }

    #[test]
    fn a_title_has_an_end() {
        let title = HandoutTitle::new(&"長".repeat(500));
        assert_eq!(title.as_str().chars().count(), HandoutTitle::MAX);
    }

    proptest! {
        #[test]
        fn reading_undoes_writing(handout in any_handout()) {
            let written = handout.encode();
            prop_assert!(written.is_ascii());
            prop_assert_eq!(Handout::decode(&written), (handout, Vec::new()));
        }
    }
}
