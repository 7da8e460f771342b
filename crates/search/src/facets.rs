//! OptionCounts, which rows belong to them, and their live counts.

use std::collections::BTreeMap;

use list::{Dataset, Date, LevelKind, Measurability, TargetKind};

use super::{
    query::{Choice, Facet, OwnFigure, Query},
    row_lists::RowLists,
};

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
pub(super) struct OptionCounts {
    /// Per facet in the order of [`Facet::ALL`].
    lists: [Vec<Choice>; Facet::ALL.len()],
    at: BTreeMap<Choice, u32>,
}

impl OptionCounts {
    /// Everything that is an option whether or not a row has it, and the days in time order.
    pub(super) fn fixed(dataset: &Dataset, days: impl Iterator<Item = Date>) -> Self {
        let mut days: Vec<Date> = days.collect();
        days.sort_unstable();
        let places = [Measurability::InCell, Measurability::InBracket, Measurability::None];
        let mut options = Self::default();
        let mut add = |choice| {
            options.position(choice);
        };
        dataset.goals.iter().map(|goal| Choice::Goal(goal.id.clone())).for_each(&mut add);
        dataset.plans.iter().map(|plan| Choice::Plan(plan.id.clone())).for_each(&mut add);
        TargetKind::ALL.map(Choice::Kind).into_iter().for_each(&mut add);
        places.map(Choice::Measurability).into_iter().for_each(&mut add);
        [LevelKind::Output, LevelKind::Outcome].map(Choice::Level).into_iter().for_each(&mut add);
        OwnFigure::ALL.map(Choice::Own).into_iter().for_each(&mut add);
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
pub(super) type Membership = RowLists<u32>;

impl Membership {
    /// Puts the row that is being built into an option.
    pub(super) fn add(&mut self, option: u32) {
        if !self.open_row().contains(&option) {
            self.items_mut().push(option);
        }
    }

    /// Per row [`OwnFigure::With`] or [`OwnFigure::Without`], by their positions.
    pub(super) fn of_own(with: &[bool], options: &OptionCounts) -> Self {
        let position = |own| options.find(&Choice::Own(own));
        let (yes, no) = (position(OwnFigure::With), position(OwnFigure::Without));
        let mut members = Self::default();
        for &with in with {
            members.items_mut().extend(if with { yes } else { no });
            members.end_row();
        }
        members
    }
}

/// Which conditions refuse a row: a bit per facet in the order of [`Facet::ALL`], and one for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Refusal(u16);

impl Refusal {
    /// The text refuses.
    pub(super) const TEXT: Self = Self(1 << Facet::ALL.len());

    /// The facet refuses.
    pub(super) const fn by(facet: Facet) -> Self {
        Self(1 << facet as u16)
    }

    /// Adds another refusal.
    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// True when nothing refuses, whatever the other one says.
    pub(super) fn is_at_most(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// One facet of a query: what is chosen and how the rows spread over its options.
pub(super) struct FacetView<'a> {
    facet: Facet,
    options: &'a [Choice],
    members: &'a Membership,
    chosen: Vec<bool>,
}

impl<'a> FacetView<'a> {
    pub(super) fn new(facet: Facet, options: &'a OptionCounts, members: &'a Membership, query: &Query) -> Self {
        let options = options.of(facet);
        let is_chosen = |choice| query.chosen.contains(choice);
        Self { facet, options, members, chosen: options.iter().map(is_chosen).collect() }
    }

    /// Notes the rows that are in none of the chosen options. Without a choice the facet refuses none.
    pub(super) fn refuse(&self, rows: &mut [Refusal]) {
        if !self.chosen.contains(&true) {
            return;
        }
        let chosen = |&option: &u32| self.chosen.get(option as usize).is_some_and(|&chosen| chosen);
        for (refusal, members) in rows.iter_mut().zip(self.members.iter()) {
            if !members.iter().any(chosen) {
                refusal.add(Refusal::by(self.facet));
            }
        }
    }

    /// Counts the rows that text and all other facets let through.
    pub(super) fn count(self, rows: &[Refusal]) -> FacetCounts {
        let mut counts = vec![0; self.options.len()];
        let by_me = Refusal::by(self.facet);
        for (refusal, members) in rows.iter().zip(self.members.iter()) {
            if refusal.is_at_most(by_me) {
                for &option in members {
                    if let Some(count) = counts.get_mut(option as usize) {
                        *count += 1;
                    }
                }
            }
        }
        let options = self.options.iter().zip(counts).zip(self.chosen);
        let option =
            |((choice, count), chosen): ((&Choice, usize), bool)| FacetOption { choice: choice.clone(), count, chosen };
        FacetCounts { facet: self.facet, options: options.map(option).collect() }
    }
}
