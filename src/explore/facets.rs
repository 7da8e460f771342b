//! Options, which rows belong to them, and their live counts.

use std::collections::BTreeMap;

use super::query::{Choice, Facet, OwnFigure, Query};
use crate::dataset::{Dataset, Date, LevelKind, Measurability, TargetKind};

/// One option as the screen shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    /// What choosing it means.
    pub choice: Choice,
    /// How many rows the list would have with this as the only chosen option of its facet, all else as it is.
    pub count: usize,
    /// True while it is chosen.
    pub chosen: bool,
}

/// A facet with all its options; those that find nothing say 0 instead of vanishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Its options in the order of the screen.
    pub options: Vec<FacetOption>,
}

/// The options of every facet.
#[derive(Debug, Clone, Default)]
pub(super) struct Options {
    /// Per facet in the order of [`Facet::ALL`].
    lists: [Vec<Choice>; Facet::ALL.len()],
    at: BTreeMap<Choice, u32>,
}

impl Options {
    /// Everything that is an option whether or not a row has it, and the days in time order.
    pub(super) fn fixed(dataset: &Dataset, days: impl Iterator<Item = Date>) -> Self {
        let mut days: Vec<Date> = days.collect();
        days.sort_unstable();
        let places = [
            Measurability::InCell,
            Measurability::InBracket,
            Measurability::None,
        ];
        let mut options = Self::default();
        let mut add = |choice| {
            options.position(choice);
        };
        dataset
            .goals
            .iter()
            .map(|goal| Choice::Goal(goal.id.clone()))
            .for_each(&mut add);
        dataset
            .plans
            .iter()
            .map(|plan| Choice::Plan(plan.id.clone()))
            .for_each(&mut add);
        TargetKind::ALL
            .map(Choice::Kind)
            .into_iter()
            .for_each(&mut add);
        places
            .map(Choice::Measurability)
            .into_iter()
            .for_each(&mut add);
        [LevelKind::Output, LevelKind::Outcome]
            .map(Choice::Level)
            .into_iter()
            .for_each(&mut add);
        OwnFigure::ALL
            .map(Choice::Own)
            .into_iter()
            .for_each(&mut add);
        days.into_iter().map(Choice::Due).for_each(&mut add);
        options
    }

    /// The position of an option within its facet; a new one goes to the end.
    pub(super) fn position(&mut self, choice: Choice) -> u32 {
        if let Some(at) = self.find(&choice) {
            return at;
        }
        let list = &mut self.lists[choice.facet() as usize]; // one list per variant
        let at = u32::try_from(list.len()).unwrap_or(u32::MAX);
        list.push(choice.clone());
        self.at.insert(choice, at);
        at
    }

    /// The position of a known option.
    pub(super) fn find(&self, choice: &Choice) -> Option<u32> {
        self.at.get(choice).copied()
    }

    pub(super) fn of(&self, facet: Facet) -> &[Choice] {
        &self.lists[facet as usize] // one list per variant
    }
}

/// The options of one facet each row belongs to: mostly one, more where measures have different units.
#[derive(Debug, Clone, Default)]
pub(super) struct Membership {
    options: Vec<u32>,
    /// Where each row ends in `options`.
    ends: Vec<u32>,
}

impl Membership {
    /// Puts the row that is being built into an option.
    pub(super) fn add(&mut self, option: u32) {
        let begun = self.ends.last().map_or(0, |&end| end as usize);
        let known = self
            .options
            .get(begun..)
            .is_some_and(|row| row.contains(&option));
        if !known {
            self.options.push(option);
        }
    }

    /// Ends the row that is being built.
    pub(super) fn end_row(&mut self) {
        self.ends
            .push(u32::try_from(self.options.len()).unwrap_or(u32::MAX));
    }

    /// Per row [`OwnFigure::With`] or [`OwnFigure::Without`], by their positions.
    pub(super) fn of_own(with: &[bool], options: &Options) -> Self {
        let position = |own| options.find(&Choice::Own(own));
        let mut members = Self::default();
        for &with in with {
            let own = if with {
                OwnFigure::With
            } else {
                OwnFigure::Without
            };
            position(own)
                .into_iter()
                .for_each(|option| members.add(option));
            members.end_row();
        }
        members
    }

    /// The options a row belongs to.
    pub(super) fn row(&self, row: usize) -> &[u32] {
        let begin = row
            .checked_sub(1)
            .and_then(|row| self.ends.get(row))
            .map_or(0, |&end| end as usize);
        let end = self.ends.get(row).map_or(begin, |&end| end as usize);
        self.options.get(begin..end).unwrap_or_default()
    }
}

/// The chosen options of one facet, and the counts of all.
pub(super) struct Tally<'a> {
    facet: Facet,
    options: &'a [Choice],
    members: &'a Membership,
    chosen: Vec<bool>,
    /// Whether any option is chosen: only then the facet narrows the list.
    active: bool,
    counts: Vec<usize>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(
        facet: Facet,
        options: &'a Options,
        members: &'a Membership,
        query: &Query,
    ) -> Self {
        let options = options.of(facet);
        let chosen: Vec<bool> = options
            .iter()
            .map(|choice| query.chosen.contains(choice))
            .collect();
        Self {
            facet,
            options,
            members,
            active: chosen.contains(&true),
            chosen,
            counts: vec![0; options.len()],
        }
    }

    pub(super) fn facet(&self) -> Facet {
        self.facet
    }

    /// True when the facet lets the row through.
    pub(super) fn admits(&self, row: usize) -> bool {
        let chosen = |&option: &u32| {
            self.chosen
                .get(option as usize)
                .is_some_and(|&chosen| chosen)
        };
        !self.active || self.members.row(row).iter().any(chosen)
    }

    /// Counts a row that text and all other facets let through.
    pub(super) fn count(&mut self, row: usize) {
        for &option in self.members.row(row) {
            if let Some(count) = self.counts.get_mut(option as usize) {
                *count += 1;
            }
        }
    }

    pub(super) fn finish(self) -> FacetCounts {
        let options = self.options.iter().zip(self.counts).zip(self.chosen);
        FacetCounts {
            facet: self.facet,
            options: options
                .map(|((choice, count), chosen)| FacetOption {
                    choice: choice.clone(),
                    count,
                    chosen,
                })
                .collect(),
        }
    }
}
