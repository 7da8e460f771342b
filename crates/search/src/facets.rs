//! The options of each facet, which rows have them, and their live counts.

use std::collections::BTreeMap;

use list::{Dataset, Date, LevelKind, Measurability, TargetKind};
use strum::VariantArray;

use super::{
    query::{Choice, Facet, OwnFigure, Query},
    row_lists::RowLists,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    pub choice: Choice,
    /// How many rows would be found with this as the only chosen option of its facet, all else as it is.
    pub count: usize,
    pub chosen: bool,
}

/// A facet with all its options, including those that find nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    pub facet: Facet,
    /// In the order of the screen.
    pub options: Vec<FacetOption>,
}

pub(super) const FACET_COUNT: usize = Facet::VARIANTS.len();

/// The options of every facet. An option is identified by its position within its facet.
#[derive(Debug, Clone, Default)]
pub(super) struct OptionIndex {
    options: [Vec<Choice>; FACET_COUNT],
    positions: BTreeMap<Choice, u32>,
}

impl OptionIndex {
    /// The options that exist whether or not a row has them, and the days in chronological order.
    pub(super) fn new(dataset: &Dataset, days: impl Iterator<Item = Date>) -> Self {
        let mut days: Vec<Date> = days.collect();
        days.sort_unstable();
        let goals = dataset.goals.iter().map(|goal| Choice::Goal(goal.id.clone()));
        let plans = dataset.plans.iter().map(|plan| Choice::Plan(plan.id.clone()));
        let choices = goals
            .chain(plans)
            .chain(TargetKind::ALL.map(Choice::Kind))
            .chain(Measurability::VARIANTS.iter().copied().map(Choice::Measurability))
            .chain(LevelKind::VARIANTS.iter().copied().map(Choice::Level))
            .chain(OwnFigure::VARIANTS.iter().copied().map(Choice::Own))
            .chain(days.into_iter().map(Choice::Due));
        let mut index = Self::default();
        for choice in choices {
            index.find_or_add(choice);
        }
        index
    }

    #[allow(clippy::indexing_slicing, reason = "there is one place per variant")]
    pub(super) fn find_or_add(&mut self, choice: Choice) -> u32 {
        if let Some(position) = self.find(&choice) {
            return position;
        }
        let options = &mut self.options[choice.facet() as usize];
        let position = u32::try_from(options.len()).unwrap_or(u32::MAX);
        options.push(choice.clone());
        self.positions.insert(choice, position);
        position
    }

    pub(super) fn find(&self, choice: &Choice) -> Option<u32> {
        self.positions.get(choice).copied()
    }

    #[allow(clippy::indexing_slicing, reason = "there is one place per variant")]
    pub(super) fn of(&self, facet: Facet) -> &[Choice] {
        &self.options[facet as usize]
    }
}

/// For each row the positions of its options of one facet: usually one, more if its measures have different units.
pub(super) type RowOptions = RowLists<u32>;

/// Which conditions reject a row: a bit per facet, and one for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Rejections(u16);

impl Rejections {
    pub(super) const TEXT: Self = Self(1 << FACET_COUNT);

    pub(super) const fn by(facet: Facet) -> Self {
        Self(1 << facet as u16)
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// True when no condition except `other` rejects the row.
    pub(super) fn is_only(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

pub(super) struct FacetFilter<'a> {
    facet: Facet,
    options: &'a [Choice],
    rows: &'a RowOptions,
    chosen: Vec<bool>,
}

impl<'a> FacetFilter<'a> {
    pub(super) fn new(facet: Facet, options: &'a OptionIndex, rows: &'a RowOptions, query: &Query) -> Self {
        let options = options.of(facet);
        Self { facet, options, rows, chosen: options.iter().map(|choice| query.chosen.contains(choice)).collect() }
    }

    /// Rejects the rows that have none of the chosen options. A facet without chosen options rejects none.
    pub(super) fn reject(&self, rejections: &mut [Rejections]) {
        if !self.chosen.contains(&true) {
            return;
        }
        let is_chosen = |&option: &u32| self.chosen.get(option as usize).is_some_and(|&chosen| chosen);
        for (rejections, options) in rejections.iter_mut().zip(self.rows.iter()) {
            if !options.iter().any(is_chosen) {
                rejections.add(Rejections::by(self.facet));
            }
        }
    }

    /// Counts the rows that are rejected by nothing but this facet.
    pub(super) fn count(self, rejections: &[Rejections]) -> FacetCounts {
        let mut options: Vec<FacetOption> = self
            .options
            .iter()
            .zip(self.chosen)
            .map(|(choice, chosen)| FacetOption { choice: choice.clone(), count: 0, chosen })
            .collect();
        let by_this = Rejections::by(self.facet);
        for (rejections, row) in rejections.iter().zip(self.rows.iter()) {
            if rejections.is_only(by_this) {
                for &option in row {
                    if let Some(option) = options.get_mut(option as usize) {
                        option.count += 1;
                    }
                }
            }
        }
        FacetCounts { facet: self.facet, options }
    }
}
