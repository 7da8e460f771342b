//! What the reader asks for: the whole state of the explorer as one value.

use std::collections::BTreeSet;

use list::{Date, GoalId, LevelKind, Measurability, PlanId, TargetKind};

/// Everything that decides what the explorer shows. Two equal queries over the same list show the same page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words searched for; all of them must be found.
    pub text: SearchText,
    /// The chosen options. Within one facet any of them suffices, all facets must be met.
    pub chosen: BTreeSet<Choice>,
    /// The order of the rows.
    pub sort: Sort,
    /// The form of the result; `None` leaves it to the width of the screen.
    pub view: Option<View>,
    /// What the table shows beside number and name.
    pub columns: Columns,
    /// How close its rows stand.
    pub density: Density,
}

impl Query {
    /// The query that chooses this option and nothing else: what a link from a chart or a legend leads to.
    pub fn only(choice: Choice) -> Self {
        Self { chosen: BTreeSet::from([choice]), ..Self::default() }
    }

    /// True when neither text nor facets narrow the list.
    pub fn shows_all(&self) -> bool {
        self.chosen.is_empty() && self.text.is_blank()
    }

    /// Chooses the option, or lets go of it.
    pub fn toggle(&mut self, choice: Choice) {
        if !self.chosen.remove(&choice) {
            self.chosen.insert(choice);
        }
    }

    /// Lets go of every option of one facet.
    pub fn clear(&mut self, facet: Facet) {
        self.chosen.retain(|choice| choice.facet() != facet);
    }

    /// Lets go of text and facets; order and view stay.
    pub fn reset(&mut self) {
        self.chosen.clear();
        self.text = SearchText::default();
    }
}

/// What stands in the search box: at most [`SearchText::MAX`] characters, no control characters. Spaces are kept, so
/// that typing on is never disturbed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchText(String);

impl SearchText {
    /// The most characters that are kept. No name in a list is nearly as long.
    pub const MAX: usize = 200;

    /// Takes any text: control characters become spaces, what is beyond the limit is cut off.
    pub fn new(text: &str) -> Self {
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        Self(text.chars().take(Self::MAX).map(plain).collect())
    }

    /// The text as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True when there is nothing but space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// A unit as the dataset writes it: 1 to 40 characters, no control characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnitName(String);

impl UnitName {
    /// `None` for an empty or too long text or one with control characters.
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=40).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        fits.then(|| Self(text.to_owned()))
    }

    /// The unit.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the reader's active scenario has a figure for an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OwnFigure {
    /// あり.
    With,
    /// なし.
    Without,
}

impl OwnFigure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::With, Self::Without];
}

/// Something the list can be narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// 基本目標.
    Goal,
    /// 戦略計画.
    Plan,
    /// 目標の種類.
    Kind,
    /// Whether the target states a number, and where.
    Measurability,
    /// Output or outcome, by our classification.
    Level,
    /// Whether an own figure stands beside it.
    Own,
    /// The day the target is due.
    Due,
    /// The units of its measures. An indicator may have several, or none.
    Unit,
}

impl Facet {
    /// All facets in the order of the screen.
    pub const ALL: [Self; 8] =
        [Self::Goal, Self::Plan, Self::Kind, Self::Measurability, Self::Level, Self::Own, Self::Due, Self::Unit];
}

/// One option of one facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Choice {
    /// Indicators whose plan serves this goal.
    Goal(GoalId),
    /// Indicators of this plan.
    Plan(PlanId),
    /// Indicators whose target is of this kind.
    Kind(TargetKind),
    /// Indicators whose target states its number there, or nowhere.
    Measurability(Measurability),
    /// Output or outcome indicators.
    Level(LevelKind),
    /// Indicators with or without an own figure.
    Own(OwnFigure),
    /// Indicators due on this day.
    Due(Date),
    /// Indicators with a measure in this unit.
    Unit(UnitName),
}

impl Choice {
    /// The facet it belongs to.
    pub fn facet(&self) -> Facet {
        match self {
            Self::Goal(_) => Facet::Goal,
            Self::Plan(_) => Facet::Plan,
            Self::Kind(_) => Facet::Kind,
            Self::Measurability(_) => Facet::Measurability,
            Self::Level(_) => Facet::Level,
            Self::Own(_) => Facet::Own,
            Self::Due(_) => Facet::Due,
            Self::Unit(_) => Facet::Unit,
        }
    }
}

/// The order of the rows. Rows that are equal by it keep the printed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Sort {
    /// What is compared.
    pub key: SortKey,
    /// Which end comes first. Rows without a value come last either way.
    pub order: SortOrder,
}

/// What rows are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SortKey {
    /// The best match first; the printed order while nothing is searched for.
    #[default]
    Relevance,
    /// The order of the document.
    Printed,
    /// The name by its folded characters: kana in kana order, kanji by code point, since no reading is printed.
    Name,
    /// The plan's place in the document.
    Plan,
    /// What is still missing, in per cent of the current value.
    Gap,
    /// The day the target is due.
    Due,
}

impl SortKey {
    /// All keys in the order of the screen.
    pub const ALL: [Self; 6] = [Self::Relevance, Self::Printed, Self::Name, Self::Plan, Self::Gap, Self::Due];
}

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SortOrder {
    /// The first, smallest or earliest.
    #[default]
    Ascending,
    /// The last, largest or latest.
    Descending,
}

/// The form of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// 表.
    Table,
    /// カード.
    Cards,
    /// 基本目標 × 目標の種類, as counts.
    Matrix,
}

impl View {
    /// All views in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Table, Self::Cards, Self::Matrix];
}

/// How close the rows of the table stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Density {
    /// ゆったり.
    #[default]
    Comfortable,
    /// つめて.
    Dense,
}

/// A column of the table that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableColumn {
    /// 戦略計画.
    Plan,
    /// 目標の種類.
    Kind,
    /// 現状値 as printed.
    Current,
    /// The track, with the distance in short.
    Track,
    /// 目標値 as printed.
    Target,
    /// The day the target is due.
    Due,
    /// Output or outcome.
    Level,
    /// The reader's own figure.
    Own,
}

impl TableColumn {
    /// All, in the order of the table.
    pub const ALL: [Self; 8] =
        [Self::Plan, Self::Kind, Self::Current, Self::Track, Self::Target, Self::Due, Self::Level, Self::Own];
}

/// The chosen columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Columns(u16);

impl Columns {
    /// Number and name alone.
    pub const NONE: Self = Self(0);

    /// Whether a column is chosen.
    pub fn has(self, column: TableColumn) -> bool {
        self.0 & (1 << column as u16) != 0
    }

    /// With the column where it was missing, without it where it was there.
    pub fn toggled(self, column: TableColumn) -> Self {
        Self(self.0 ^ (1 << column as u16))
    }

    /// The chosen ones in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = TableColumn> {
        TableColumn::ALL.into_iter().filter(move |column| self.has(*column))
    }
}

impl FromIterator<TableColumn> for Columns {
    fn from_iter<I: IntoIterator<Item = TableColumn>>(columns: I) -> Self {
        let bits = columns.into_iter().map(|column| 1 << column as u16);
        Self(bits.fold(0, |all, bit| all | bit))
    }
}

/// What the document prints, the way between, and the reader's own.
impl Default for Columns {
    fn default() -> Self {
        [TableColumn::Current, TableColumn::Track, TableColumn::Target, TableColumn::Own].into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn search_text_is_bounded_and_plain() {
        assert_eq!(SearchText::new("保育 所 ").as_str(), "保育 所 ");
        assert_eq!(SearchText::new("a\u{0}b\nc\u{9b}").as_str(), "a b c ");
        assert_eq!(SearchText::new(&"あ".repeat(999)).as_str().chars().count(), SearchText::MAX);
        assert!(SearchText::new(" \u{3000}\t").is_blank());
        assert!(!SearchText::new(" 所").is_blank());
    }

    #[test]
    fn unit_names_are_bounded_and_plain() {
        assert_eq!(UnitName::new("か所").as_ref().map(UnitName::as_str), Some("か所"));
        assert!(UnitName::new(&"人".repeat(40)).is_some());
        for refused in [String::new(), "人".repeat(41), "人\u{7}".to_owned()] {
            assert_eq!(UnitName::new(&refused), None);
        }
    }

    #[test]
    fn choosing_and_letting_go() {
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
