//! The content and layout of a hand-out (配布資料), as its address has it.

use form_urlencoded::Serializer;
use list::IndicatorId;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    bounded_text::BoundedText,
    ordered_selection::OrderedSelection,
    query_string::{IgnoredParameter, parse_parameters, set_once},
};

/// What a hand-out shows, except for the reader's own figures, which are in no address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handout {
    pub of: OrderedSelection<{ Handout::MAX }>,
    pub title: HandoutTitle,
    pub own: FigureDetail,
    pub paper: PaperOrientation,
}

impl Handout {
    /// More indicators than any list has.
    pub const MAX: usize = 200;

    pub fn of<'i>(ids: impl IntoIterator<Item = &'i IndicatorId>, title: &str) -> Self {
        Self { of: OrderedSelection::of(ids), title: HandoutTitle::new(title), ..Self::default() }
    }

    /// The query string without the `?`; empty for an empty hand-out.
    pub fn encode(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        for id in self.of.iter() {
            pairs.append_pair("of", id.as_str());
        }
        if !self.title.as_str().is_empty() {
            pairs.append_pair("title", self.title.as_str());
        }
        if self.own != FigureDetail::default() {
            pairs.append_pair("own", self.own.into());
        }
        if self.paper != PaperOrientation::default() {
            pairs.append_pair("paper", self.paper.into());
        }
        pairs.finish()
    }

    /// Reads a query string without the `?`. The first occurrence of a key counts, except for indicators.
    pub fn decode(query: &str) -> (Self, Vec<IgnoredParameter>) {
        let mut of = OrderedSelection::default();
        let (mut title, mut own, mut paper) = (None, None, None);
        let ignored = parse_parameters(query, |key, value| match key {
            "of" => IndicatorId::parse(value).is_ok_and(|id| of.add(id)),
            "title" => set_once(&mut title, Some(HandoutTitle::new(value))),
            "own" => set_once(&mut own, value.parse().ok()),
            "paper" => set_once(&mut paper, value.parse().ok()),
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

/// At most two lines of a page.
pub type HandoutTitle = BoundedText<80>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, IntoStaticStr, VariantArray)]
pub enum FigureDetail {
    #[strum(serialize = "no")]
    Nothing,
    #[default]
    #[strum(serialize = "figures")]
    Figures,
    #[strum(serialize = "notes")]
    WithNotes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum PaperOrientation {
    #[default]
    Portrait,
    Landscape,
}
