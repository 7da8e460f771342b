//! The loaded list with its look-ups by id.

use std::{collections::HashMap, ops::Deref};

use super::{
    ids::{GoalId, IndicatorId, NumericTargetId, PlanId},
    model::{AsOf, Contents, Goal, Indicator, NumericTarget, Plan},
};

/// One municipality's list with indexes. Its [`Contents`] are read-only, so that the indexes stay valid.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    contents: Contents,
    places: Places,
}

/// The position of each record in its list.
#[derive(Debug, Clone, PartialEq, Default)]
struct Places {
    goals: HashMap<GoalId, usize>,
    /// Goal, and position within the goal.
    numeric_targets: HashMap<NumericTargetId, (usize, usize)>,
    plans: HashMap<PlanId, usize>,
    indicators: HashMap<IndicatorId, usize>,
    plans_of: HashMap<GoalId, Vec<usize>>,
    indicators_of: HashMap<PlanId, Vec<usize>>,
}

impl Places {
    fn of(contents: &Contents) -> Self {
        let mut places = Self::default();
        for (at, goal) in contents.goals.iter().enumerate() {
            places.goals.insert(goal.id.clone(), at);
            for (row, target) in goal.numeric_targets.iter().enumerate() {
                places.numeric_targets.insert(target.id.clone(), (at, row));
            }
        }
        for (at, plan) in contents.plans.iter().enumerate() {
            places.plans.insert(plan.id.clone(), at);
            places.plans_of.entry(plan.goal.clone()).or_default().push(at);
        }
        for (at, indicator) in contents.indicators.iter().enumerate() {
            places.indicators.insert(indicator.id.clone(), at);
            places.indicators_of.entry(indicator.plan.clone()).or_default().push(at);
        }
        places
    }
}

impl Deref for Dataset {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        &self.contents
    }
}

/// The records before and after one, in printed order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbours<'a, T> {
    pub previous: Option<&'a T>,
    pub next: Option<&'a T>,
}

fn neighbours<T>(all: &[T], at: Option<usize>) -> Neighbours<'_, T> {
    Neighbours { previous: at.and_then(|at| all.get(at.checked_sub(1)?)), next: at.and_then(|at| all.get(at + 1)) }
}

impl Dataset {
    /// Indexes contents without validating them; the loader validates files.
    pub fn new(contents: Contents) -> Self {
        let places = Places::of(&contents);
        Self { contents, places }
    }

    pub fn into_contents(self) -> Contents {
        self.contents
    }

    pub fn goal(&self, id: &GoalId) -> Option<&Goal> {
        self.goals.get(*self.places.goals.get(id)?)
    }

    pub fn plan(&self, id: &PlanId) -> Option<&Plan> {
        self.plans.get(*self.places.plans.get(id)?)
    }

    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators.get(self.position(id)?)
    }

    pub fn numeric_target(&self, id: &NumericTargetId) -> Option<&NumericTarget> {
        let (goal, row) = *self.places.numeric_targets.get(id)?;
        self.goals.get(goal)?.numeric_targets.get(row)
    }

    /// The goal of a numeric target.
    pub fn goal_of_numeric_target(&self, id: &NumericTargetId) -> Option<&Goal> {
        self.goals.get(self.places.numeric_targets.get(id)?.0)
    }

    /// All numeric targets in printed order.
    pub fn numeric_targets(&self) -> impl Iterator<Item = &NumericTarget> {
        self.goals.iter().flat_map(|goal| &goal.numeric_targets)
    }

    /// The plans of a goal in printed order; none for an unknown goal.
    pub fn plans_of(&self, goal: &GoalId) -> impl Iterator<Item = &Plan> {
        let places = self.places.plans_of.get(goal).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|at| self.plans.get(*at))
    }

    /// The indicators of a plan in printed order; none for an unknown plan.
    pub fn indicators_of(&self, plan: &PlanId) -> impl Iterator<Item = &Indicator> {
        let places = self.places.indicators_of.get(plan).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|at| self.indicators.get(*at))
    }

    /// The indicators of all plans of a goal, plan by plan.
    pub fn indicators_of_goal(&self, goal: &GoalId) -> impl Iterator<Item = &Indicator> {
        self.plans_of(goal).flat_map(|plan| self.indicators_of(&plan.id))
    }

    /// The plan of an indicator; always exists in a loaded list.
    pub fn plan_of(&self, indicator: &Indicator) -> Option<&Plan> {
        self.plan(&indicator.plan)
    }

    /// The goal of an indicator; always exists in a loaded list.
    pub fn goal_of(&self, indicator: &Indicator) -> Option<&Goal> {
        self.goal(&self.plan_of(indicator)?.goal)
    }

    /// The indicators linked to a numeric target, in printed order.
    pub fn indicators_related_to(&self, target: &NumericTargetId) -> impl Iterator<Item = &Indicator> {
        self.indicators
            .iter()
            .filter(move |indicator| indicator.related.iter().any(|related| related.target == *target))
    }

    /// The position of an indicator in the whole list, from 0.
    pub fn position(&self, id: &IndicatorId) -> Option<usize> {
        self.places.indicators.get(id).copied()
    }

    pub fn goal_neighbours(&self, id: &GoalId) -> Neighbours<'_, Goal> {
        neighbours(&self.goals, self.places.goals.get(id).copied())
    }

    pub fn plan_neighbours(&self, id: &PlanId) -> Neighbours<'_, Plan> {
        neighbours(&self.plans, self.places.plans.get(id).copied())
    }

    pub fn indicator_neighbours(&self, id: &IndicatorId) -> Neighbours<'_, Indicator> {
        neighbours(&self.indicators, self.position(id))
    }

    /// The day of an indicator's current value: its cell's, or else the list's.
    pub fn current_as_of<'a>(&'a self, indicator: &'a Indicator) -> &'a AsOf {
        indicator.current.as_of.as_ref().unwrap_or(&self.default_current)
    }

    /// The due day of an indicator's target: its cell's, or else the list's.
    pub fn target_as_of<'a>(&'a self, indicator: &'a Indicator) -> &'a AsOf {
        indicator.target.as_of.as_ref().unwrap_or(&self.default_target)
    }
}
