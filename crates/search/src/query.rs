//! What the reader asks for: the whole state of the explorer as one value.

use std::collections::BTreeSet;

use list::{Date, GoalId, LevelKind, Measurability, PlanId, TargetKind};
use strum::{EnumDiscriminants, EnumString, IntoStaticStr, VariantArray};

use super::bounded_text::BoundedText;

/// What the explorer shows. Two equal queries over the same list show the same page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Every word must be found.
    pub text: SearchText,
    /// An indicator must match one of the chosen options of each facet with chosen options.
    pub chosen: BTreeSet<Choice>,
    pub sort: Sort,
    /// `None` lets the width of the screen decide.
    pub view: Option<View>,
    pub columns: VisibleColumns,
    pub density: Density,
}

impl Query {
    /// The query with this option alone, for links from charts and legends.
    pub fn only(choice: Choice) -> Self {
        Self { chosen: BTreeSet::from([choice]), ..Self::default() }
    }

    pub fn shows_all(&self) -> bool {
        self.chosen.is_empty() && self.text.is_blank()
    }

    pub fn toggle(&mut self, choice: Choice) {
        if !self.chosen.remove(&choice) {
            self.chosen.insert(choice);
        }
    }

    pub fn clear(&mut self, facet: Facet) {
        self.chosen.retain(|choice| choice.facet() != facet);
    }

    /// Removes text and facets; order and view stay.
    pub fn reset(&mut self) {
        self.chosen.clear();
        self.text = SearchText::default();
    }
}

/// The content of the search box. No name in a list is nearly as long as the limit.
pub type SearchText = BoundedText<200>;

/// A unit as the dataset writes it: 1 to 40 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitName(String);

impl UnitName {
    pub fn new(text: &str) -> Option<Self> {
        let is_valid = (1..=40).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        is_valid.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the reader's active scenario has a figure for an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum OwnFigure {
    With,
    Without,
}

/// One option of one facet. Its [`Facet`] is the kind of option; facets are declared in the order of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, EnumDiscriminants)]
#[strum_discriminants(name(Facet), derive(Hash, PartialOrd, Ord, VariantArray))]
#[strum_discriminants(doc = "A property by which the list can be narrowed, in the order of the screen.")]
pub enum Choice {
    /// Indicators whose plan belongs to this goal.
    Goal(GoalId),
    Plan(PlanId),
    Kind(TargetKind),
    /// Where the target states its number.
    Measurability(Measurability),
    Level(LevelKind),
    Own(OwnFigure),
    Due(Date),
    /// Indicators with a measure in this unit. An indicator may have several units, or none.
    Unit(UnitName),
}

impl Choice {
    pub fn facet(&self) -> Facet {
        self.into()
    }
}

/// The order of the rows. Rows that are equal by it keep the printed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Sort {
    pub key: SortKey,
    /// Rows without a value come last in both orders.
    pub order: SortOrder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum SortKey {
    /// The best match first; the printed order while nothing is searched for.
    #[default]
    Relevance,
    Printed,
    /// By normalised characters: kana in kana order, kanji by code point, since the document prints no readings.
    Name,
    /// The plan's position in the document.
    Plan,
    /// What is missing to the target, relative to the current value.
    Gap,
    Due,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SortOrder {
    #[default]
    Ascending,
    Descending,
}

/// In the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum View {
    Table,
    Cards,
    Matrix,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantArray)]
pub enum Density {
    #[default]
    #[strum(serialize = "wide")]
    Comfortable,
    #[strum(serialize = "dense")]
    Dense,
}

/// A column of the table that can be hidden, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum TableColumn {
    Plan,
    Kind,
    /// As printed.
    Current,
    /// The track, with the distance in short.
    Track,
    /// As printed.
    Target,
    Due,
    Level,
    Own,
}

/// The visible columns beside number and name, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VisibleColumns(u16);

impl VisibleColumns {
    pub const NONE: Self = Self(0);

    pub fn has(self, column: TableColumn) -> bool {
        self.0 & (1 << column as u16) != 0
    }

    pub fn toggled(self, column: TableColumn) -> Self {
        Self(self.0 ^ (1 << column as u16))
    }

    pub fn iter(self) -> impl Iterator<Item = TableColumn> {
        TableColumn::VARIANTS.iter().copied().filter(move |column| self.has(*column))
    }
}

impl FromIterator<TableColumn> for VisibleColumns {
    fn from_iter<I: IntoIterator<Item = TableColumn>>(columns: I) -> Self {
        Self(columns.into_iter().fold(0, |bits, column| bits | (1 << column as u16)))
    }
}

impl Default for VisibleColumns {
    fn default() -> Self {
        [TableColumn::Current, TableColumn::Track, TableColumn::Target, TableColumn::Own].into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unit_names_are_bounded_and_plain() {
        assert_eq!(UnitName::new("か所").as_ref().map(UnitName::as_str), Some("か所"));
        assert!(UnitName::new(&"人".repeat(40)).is_some());
        for refused in [String::new(), "人".repeat(41), "人\u{7}".to_owned()] {
            assert_eq!(UnitName::new(&refused), None);
        }
    }

    #[test]
    fn options_are_chosen_and_cleared() {
        let mut query = Query::only(Choice::Level(LevelKind::Output));
        query.toggle(Choice::Kind(TargetKind::Hold));
        query.toggle(Choice::Kind(TargetKind::Reach));
        query.toggle(Choice::Kind(TargetKind::Hold));
        assert_eq!(query.chosen, BTreeSet::from([Choice::Level(LevelKind::Output), Choice::Kind(TargetKind::Reach)]));
        query.clear(Facet::Kind);
        assert_eq!(query, Query::only(Choice::Level(LevelKind::Output)));
        assert!(!query.shows_all());
        query.sort.key = SortKey::Gap;
        query.reset();
        assert!(query.shows_all());
        assert_eq!(query.sort.key, SortKey::Gap);
    }
}
