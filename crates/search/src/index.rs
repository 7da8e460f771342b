//! The list prepared for searching: normalised texts, facet options and sort orders.

use std::{collections::BTreeMap, sync::OnceLock};

use assess::{NoGap, Period, Rule, gap};
use list::{Dataset, Indicator, IndicatorId};

use super::{
    facets::{FACET_COUNT, OptionIndex, RowOptions},
    lexicon::{Lexicon, LexiconTerm, reading_parts},
    query::{Choice, Facet, SortKey, UnitName},
    scripts::words_of_names,
    text_column::TextColumn,
};

/// A dataset prepared for searching. Rows are positions in [`Dataset::indicators`]. What a first search does not need is made
/// when it is needed.
#[derive(Debug, Clone)]
pub struct Index<'d> {
    dataset: &'d Dataset,
    pub(super) lexicon: Lexicon,
    /// Rows are indicators.
    pub(super) ids: TextColumn,
    /// The lines of both statements. Rows are indicators.
    pub(super) statements: TextColumn,
    pub(super) names: NameColumns,
    pub(super) readings: NameColumns,
    /// Rows are goals.
    pub(super) numerals: TextColumn,
    name_words: OnceLock<Vec<LexiconTerm>>,
    pub(super) options: OptionIndex,
    /// Per facet. Empty for [`Facet::Own`], which depends on the reader and not on the list.
    pub(super) row_options: [RowOptions; FACET_COUNT],
    /// Per row the position of its plan.
    row_plans: Vec<Option<usize>>,
    /// Per plan the position of its goal.
    plan_goals: Vec<Option<usize>>,
    name_ranks: OnceLock<Vec<Option<u32>>>,
    gap_ranks: OnceLock<Vec<Option<u32>>>,
    due_ranks: OnceLock<Vec<Option<u32>>>,
}

/// The names at each level of the list, or their readings.
#[derive(Debug, Clone)]
pub(super) struct NameColumns {
    /// Name and group heading.
    pub(super) indicators: TextColumn,
    /// Label and name. Readings are of the name.
    pub(super) plans: TextColumn,
    pub(super) goals: TextColumn,
}

impl<'d> Index<'d> {
    #[allow(clippy::indexing_slicing, reason = "there is one place per variant")]
    pub fn new(dataset: &'d Dataset, lexicon: Lexicon) -> Self {
        let (goals, plans, indicators) = (&dataset.goals, &dataset.plans, &dataset.indicators);
        let goal_positions = positions(goals.iter().map(|goal| &goal.id));
        let plan_positions = positions(plans.iter().map(|plan| &plan.id));
        let due_days: Vec<_> = indicators.iter().map(|indicator| Period::of(dataset, indicator).due).collect();
        let mut options = OptionIndex::new(dataset, due_days.iter().copied());
        let mut row_options: [RowOptions; FACET_COUNT] = Default::default();
        for (indicator, due) in indicators.iter().zip(&due_days) {
            let mut row: [Vec<u32>; FACET_COUNT] = Default::default();
            let goal = dataset.plan_of(indicator).map(|plan| Choice::Goal(plan.goal.clone()));
            let units = indicator.measures.iter().filter_map(|measure| UnitName::new(&measure.unit));
            let choices = [
                Choice::Plan(indicator.plan.clone()),
                Choice::Kind(indicator.kind),
                Choice::Measurability(indicator.measurability()),
                Choice::Level(indicator.level.kind),
                Choice::Due(*due),
            ];
            for choice in choices.into_iter().chain(goal).chain(units.map(Choice::Unit)) {
                let of_facet = &mut row[choice.facet() as usize];
                let option = options.find_or_add(choice);
                if !of_facet.contains(&option) {
                    of_facet.push(option);
                }
            }
            for (all, of_row) in row_options.iter_mut().zip(row) {
                all.push_row(of_row);
            }
        }
        let names = NameColumns {
            indicators: indicators.iter().map(|i| [&i.name].into_iter().chain(&i.group).map(String::as_str)).collect(),
            plans: plans.iter().map(|plan| [plan.label.as_str(), plan.name.as_str()]).collect(),
            goals: goals.iter().map(|goal| [goal.name.as_str()]).collect(),
        };
        let words = &lexicon.words;
        Self {
            readings: NameColumns {
                indicators: indicators.iter().map(|i| reading_parts(&words.indicators, i.id.as_str())).collect(),
                plans: plans.iter().map(|plan| reading_parts(&words.plans, plan.id.as_str())).collect(),
                goals: goals.iter().map(|goal| reading_parts(&words.goals, goal.id.as_str())).collect(),
            },
            ids: indicators.iter().map(|i| [i.id.as_str()]).collect(),
            statements: indicators
                .iter()
                .map(|i| i.current.lines.iter().chain(&i.target.lines).map(String::as_str))
                .collect(),
            numerals: goals.iter().map(|goal| [goal.numeral.as_str()]).collect(),
            options,
            row_options,
            row_plans: indicators.iter().map(|i| plan_positions.get(&i.plan).copied()).collect(),
            plan_goals: plans.iter().map(|plan| goal_positions.get(&plan.goal).copied()).collect(),
            name_words: OnceLock::new(),
            name_ranks: OnceLock::new(),
            gap_ranks: OnceLock::new(),
            due_ranks: OnceLock::new(),
            dataset,
            names,
            lexicon,
        }
    }

    pub fn len(&self) -> usize {
        self.row_plans.len()
    }

    pub fn is_empty(&self) -> bool {
        self.row_plans.is_empty()
    }

    pub fn row_of(&self, id: &IndicatorId) -> Option<usize> {
        self.dataset.position(id)
    }

    /// The words that names consist of, each once, as candidates for suggestions.
    pub(super) fn name_words(&self) -> &[LexiconTerm] {
        self.name_words.get_or_init(|| words_of_names(self.dataset).into_iter().filter_map(LexiconTerm::new).collect())
    }

    /// All options of a facet in screen order: goals and plans as printed, days by date, units by first occurrence.
    pub fn options(&self, facet: Facet) -> &[Choice] {
        self.options.of(facet)
    }

    /// The position of a row's plan; `None` beyond the last row.
    pub fn plan_at(&self, row: usize) -> Option<usize> {
        self.row_plans.get(row).copied().flatten()
    }

    pub(super) fn plan_count(&self) -> usize {
        self.plan_goals.len()
    }

    pub(super) fn goal_of(&self, plan: usize) -> Option<usize> {
        self.plan_goals.get(plan).copied().flatten()
    }

    /// What a row is sorted by in ascending order; `None` if it has no such value.
    pub(super) fn sort_value(&self, row: usize, key: SortKey) -> Option<u32> {
        let rank = |ranks: &[Option<u32>]| ranks.get(row).copied().flatten();
        let indicators = self.dataset.indicators.iter();
        match key {
            SortKey::Relevance | SortKey::Printed => u32::try_from(row).ok(),
            SortKey::Plan => self.plan_at(row).and_then(|plan| u32::try_from(plan).ok()),
            SortKey::Name => rank(self.name_ranks.get_or_init(|| ranks(self.names.indicators.rows().map(Some)))),
            SortKey::Gap => rank(self.gap_ranks.get_or_init(|| {
                // The bits of non-negative numbers have the same order as the numbers.
                ranks(indicators.map(|i| relative_gap(self.dataset, i).map(f64::to_bits)))
            })),
            SortKey::Due => {
                rank(self.due_ranks.get_or_init(|| ranks(indicators.map(|i| Some(Period::of(self.dataset, i).due)))))
            }
        }
    }
}

fn positions<Id: Ord>(ids: impl Iterator<Item = Id>) -> BTreeMap<Id, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

/// The rank of each row by its value; equal values have the same rank.
fn ranks<T: Ord>(values: impl Iterator<Item = Option<T>>) -> Vec<Option<u32>> {
    let values: Vec<Option<T>> = values.collect();
    let mut sorted: Vec<(&T, usize)> =
        values.iter().enumerate().filter_map(|(at, value)| Some((value.as_ref()?, at))).collect();
    sorted.sort_unstable();
    let mut ranks = vec![None; values.len()];
    for (rank, equal) in (0..).zip(sorted.chunk_by(|(one, _), (other, _)| one == other)) {
        for (_, at) in equal {
            if let Some(place) = ranks.get_mut(*at) {
                *place = Some(rank);
            }
        }
    }
    ranks
}

/// What is missing from the current value to the target, as a share of the current value; never negative. 0 if it
/// is only to be held, and for a ceiling that is kept. `None` unless the leading measure states both numbers, or if the
/// current value is 0.
fn relative_gap(dataset: &Dataset, indicator: &Indicator) -> Option<f64> {
    let measure = indicator.leading_measure()?;
    let share = match gap(&Rule::for_measure(dataset, indicator, measure)) {
        Ok(gap) => (gap.difference / gap.current).abs(),
        Err(NoGap::WithinCeiling | NoGap::Hold) => 0.0,
        Err(NoGap::NoAmount | NoGap::NoCurrentNumber | NoGap::Words) => return None,
    };
    share.is_finite().then_some(share)
}
