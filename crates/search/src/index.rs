//! The list, prepared once for finding: folded texts, options and orders.

use std::{cmp::Ordering, collections::BTreeMap};

use assess::{NoGap, Period, Rule, gap};
use list::{Dataset, Date, Indicator, IndicatorId, Readings};

use super::{
    column::Column,
    facets::{Membership, OptionCounts},
    lexicon::{Lexicon, LexiconTerm},
    query::{Choice, Facet, SortKey, UnitName},
    suggestions::pieces,
};

/// A dataset prepared for [`super::explore`]. Rows are positions in [`Dataset::indicators`].
#[derive(Debug, Clone)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    /// Per row: the id.
    pub(super) ids: Column,
    /// Per row: name and group heading.
    pub(super) names: Column,
    /// Per row: the lines of both statements.
    pub(super) statements: Column,
    /// Per plan: label and name.
    pub(super) plans: Column,
    /// Per goal: its name.
    pub(super) goals: Column,
    /// Per goal: its numeral.
    pub(super) numerals: Column,
    /// Per row: how its heading and name are read.
    pub(super) name_readings: Column,
    /// Per plan: how its name is read.
    pub(super) plan_readings: Column,
    /// Per goal: how its name is read.
    pub(super) goal_readings: Column,
    /// The words names are made of, each once, for guessing what was meant.
    pub(super) pieces: Vec<LexiconTerm>,
    /// What can be chosen.
    pub(super) options: OptionCounts,
    /// Per facet in the order of [`Facet::ALL`]: the options each row belongs to. Empty for [`Facet::Own`], which
    /// belongs to the reader and not to the list.
    pub(super) members: [Membership; Facet::ALL.len()],
    /// Per row: the position of its plan.
    row_plans: Vec<Option<usize>>,
    /// Per plan: the position of its goal.
    plan_goals: Vec<Option<usize>>,
    orders: Orders,
    row_of: BTreeMap<IndicatorId, usize>,
}

/// Per row its place in an order; rows that are equal by it share one.
#[derive(Debug, Clone)]
struct Orders {
    name: Vec<Option<u32>>,
    gap: Vec<Option<u32>>,
    due: Vec<Option<u32>>,
}

impl Index {
    /// Prepares a dataset. Costs one pass over its texts and three sorts.
    pub fn new(dataset: &Dataset, lexicon: Lexicon) -> Self {
        let indicators = &dataset.indicators;
        let goal_at = positions(dataset.goals.iter().map(|goal| &goal.id));
        let plan_at = positions(dataset.plans.iter().map(|plan| &plan.id));
        let plan_goals = dataset.plans.iter().map(|plan| goal_at.get(&plan.goal).copied()).collect();
        let mut options =
            OptionCounts::fixed(dataset, indicators.iter().map(|indicator| Period::of(dataset, indicator).due));
        let mut members: [Membership; Facet::ALL.len()] = Default::default();
        for indicator in indicators {
            let own = [
                Choice::Plan(indicator.plan.clone()),
                Choice::Kind(indicator.kind),
                Choice::Measurability(indicator.measurability()),
                Choice::Level(indicator.level.kind),
                Choice::Due(Period::of(dataset, indicator).due),
            ];
            let plan = dataset.plan_of(indicator);
            let goal = plan.map(|plan| Choice::Goal(plan.goal.clone()));
            let units = indicator.measures.iter().filter_map(|measure| UnitName::new(&measure.unit));
            for choice in own.into_iter().chain(goal).chain(units.map(Choice::Unit)) {
                let facet = choice.facet();
                let option = options.position(choice);
                if let Some(members) = members.get_mut(facet as usize) {
                    members.add(option);
                }
            }
            members.iter_mut().for_each(Membership::end_row);
        }
        let names = column(indicators, |i| [Some(i.name.as_str()), i.group.as_deref()].into_iter().flatten());
        let read = &lexicon.names;
        Self {
            name_readings: column(indicators, |i| spoken(&read.indicators, i.id.as_str())),
            plan_readings: column(&dataset.plans, |plan| spoken(&read.plans, plan.id.as_str())),
            goal_readings: column(&dataset.goals, |goal| spoken(&read.goals, goal.id.as_str())),
            pieces: pieces(dataset),
            lexicon,
            ids: column(indicators, |i| [i.id.as_str()]),
            statements: column(indicators, |i| i.current.lines.iter().chain(&i.target.lines).map(String::as_str)),
            plans: column(&dataset.plans, |plan| [plan.label.as_str(), plan.name.as_str()]),
            goals: column(&dataset.goals, |goal| [goal.name.as_str()]),
            numerals: column(&dataset.goals, |goal| [goal.numeral.as_str()]),
            options,
            members,
            row_plans: indicators.iter().map(|i| plan_at.get(&i.plan).copied()).collect(),
            plan_goals,
            orders: Orders {
                name: ranks(indicators.len(), |row| Some(names.row(row)), |a, b| a.cmp(b)),
                gap: ranks(indicators.len(), |row| relative_gap(dataset, indicators.get(row)?), f64::total_cmp),
                due: ranks(indicators.len(), |row| Some(Period::of(dataset, indicators.get(row)?).due), Date::cmp),
            },
            names,
            row_of: indicators.iter().enumerate().map(|(row, i)| (i.id.clone(), row)).collect(),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.row_plans.len()
    }

    /// True for a list without indicators.
    pub fn is_empty(&self) -> bool {
        self.row_plans.is_empty()
    }

    /// The row of an indicator.
    pub fn row_of(&self, id: &IndicatorId) -> Option<usize> {
        self.row_of.get(id).copied()
    }

    /// All options of a facet in the order of the screen: goals and plans as printed, days in time order, units as they
    /// first appear.
    pub fn options(&self, facet: Facet) -> &[Choice] {
        self.options.of(facet)
    }

    /// The position of a row's plan; none beyond the last row.
    pub fn plan_at(&self, row: usize) -> Option<usize> {
        self.row_plans.get(row).copied().flatten()
    }

    /// The position of a plan's goal.
    pub(super) fn goal_of(&self, plan: usize) -> Option<usize> {
        self.plan_goals.get(plan).copied().flatten()
    }

    /// What a row is sorted by, small first; `None` where it has no such value.
    pub(super) fn sort_value(&self, row: usize, key: SortKey) -> Option<u32> {
        let place = |order: &[Option<u32>]| order.get(row).copied().flatten();
        match key {
            SortKey::Relevance | SortKey::Printed => u32::try_from(row).ok(),
            SortKey::Plan => self.plan_at(row).and_then(|plan| u32::try_from(plan).ok()),
            SortKey::Name => place(&self.orders.name),
            SortKey::Gap => place(&self.orders.gap),
            SortKey::Due => place(&self.orders.due),
        }
    }
}

/// The parts of a record's reading, none where it has no reading.
pub(super) fn spoken<'a>(readings: &'a Readings, id: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    readings.get(id).into_iter().flat_map(|text| text.split_whitespace())
}

/// Where each id stands.
fn positions<Id: Ord>(ids: impl Iterator<Item = Id>) -> BTreeMap<Id, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// A column of the texts of each record.
pub(super) fn column<'a, 'r, T, I: IntoIterator<Item = &'a str>>(
    records: &'r [T],
    texts: impl Fn(&'r T) -> I,
) -> Column {
    let mut column = Column::default();
    for record in records {
        column.push(texts(record));
    }
    column
}

/// The place of each of `len` rows in the order of its value.
fn ranks<T>(len: usize, value: impl Fn(usize) -> Option<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<Option<u32>> {
    let mut sorted: Vec<(usize, T)> = (0..len).filter_map(|row| Some((row, value(row)?))).collect();
    sorted.sort_by(|(_, a), (_, b)| compare(a, b));
    let mut ranks = vec![None; len];
    let mut rank = 0;
    let mut before: Option<&T> = None;
    for (row, value) in &sorted {
        if before.is_some_and(|before| compare(before, value).is_ne()) {
            rank += 1;
        }
        before = Some(value);
        if let Some(slot) = ranks.get_mut(*row) {
            *slot = Some(rank);
        }
    }
    ranks
}

/// What is missing from the current value to the target, as a share of the current value; never negative.
///
/// 0 for what is only to be held and for a ceiling that is kept. `None` unless the leading measure states both numbers,
/// or where the current value is 0.
fn relative_gap(dataset: &Dataset, indicator: &Indicator) -> Option<f64> {
    let measure = indicator.leading_measure()?;
    let share = match gap(&Rule::for_measure(dataset, indicator, measure)) {
        Ok(gap) => (gap.difference / gap.current).abs(),
        Err(NoGap::WithinCeiling | NoGap::Hold) => 0.0,
        Err(NoGap::NoAmount | NoGap::NoCurrentNumber | NoGap::Words) => return None,
    };
    share.is_finite().then_some(share)
}
