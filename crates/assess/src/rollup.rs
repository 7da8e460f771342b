//! Counts of verdicts with their denominator. No means, because unlike indicators cannot be averaged.

use std::collections::HashMap;

use list::{Dataset, GoalId, Indicator, IndicatorId, PlanId, TargetKind};

use super::{Status, UnjudgedReason, Verdict};

/// Counts for a group of indicators; always `total == judged() + cannot_judge.len() + without_figure`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rollup {
    /// Statuses that occur, in the order of [`Status::ALL`], each with its count (1 or more).
    pub counts: Vec<(Status, usize)>,
    /// Indicators with a figure that has no status, each with the reason, in the order given.
    pub cannot_judge: Vec<(IndicatorId, UnjudgedReason)>,
    pub without_figure: usize,
    /// All indicators of the group: the denominator.
    pub total: usize,
}

impl Rollup {
    pub fn judged(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// Indicators with a figure, judged or not.
    pub fn with_figure(&self) -> usize {
        self.total - self.without_figure
    }

    /// The count of one status, 0 where it does not occur.
    pub fn count(&self, status: Status) -> usize {
        self.counts.iter().find(|(counted, _)| *counted == status).map_or(0, |(_, count)| *count)
    }

    fn add(&mut self, indicator: &Indicator, verdict: Verdict) {
        self.total += 1;
        match verdict {
            Verdict::NoFigure => self.without_figure += 1,
            Verdict::CannotJudge(why) => self.cannot_judge.push((indicator.id.clone(), why)),
            Verdict::Judged(reason) => {
                let status = reason.status();
                match self.counts.binary_search_by_key(&status, |(s, _)| *s) {
                    Ok(at) => {
                        if let Some((_, count)) = self.counts.get_mut(at) {
                            *count += 1;
                        }
                    }
                    Err(at) => self.counts.insert(at, (status, 1)),
                }
            }
        }
    }
}

pub type IndicatorVerdict<'a> = (&'a Indicator, Verdict);

pub fn whole<'a>(items: impl IntoIterator<Item = IndicatorVerdict<'a>>) -> Rollup {
    let mut rollup = Rollup::default();
    for (indicator, verdict) in items {
        rollup.add(indicator, verdict);
    }
    rollup
}

/// Counts by goal, in the dataset's order; goals without an indicator among `items` have a total of 0.
pub fn by_goal<'a>(dataset: &Dataset, items: impl IntoIterator<Item = IndicatorVerdict<'a>>) -> Vec<(GoalId, Rollup)> {
    let keys = dataset.goals.iter().map(|goal| goal.id.clone());
    grouped(keys, items, |indicator| dataset.goal_of(indicator).map(|goal| goal.id.clone()))
}

/// Counts by plan, in the dataset's order; plans without an indicator among `items` have a total of 0.
pub fn by_plan<'a>(dataset: &Dataset, items: impl IntoIterator<Item = IndicatorVerdict<'a>>) -> Vec<(PlanId, Rollup)> {
    let keys = dataset.plans.iter().map(|plan| plan.id.clone());
    grouped(keys, items, |indicator| Some(indicator.plan.clone()))
}

/// Counts by kind of target, in the order of the legend.
pub fn by_kind<'a>(items: impl IntoIterator<Item = IndicatorVerdict<'a>>) -> Vec<(TargetKind, Rollup)> {
    grouped(TargetKind::ALL, items, |indicator| Some(indicator.kind))
}

fn grouped<'a, K: Eq + std::hash::Hash + Clone>(
    keys: impl IntoIterator<Item = K>,
    items: impl IntoIterator<Item = IndicatorVerdict<'a>>,
    key_of: impl Fn(&Indicator) -> Option<K>,
) -> Vec<(K, Rollup)> {
    let mut groups: Vec<(K, Rollup)> = keys.into_iter().map(|key| (key, Rollup::default())).collect();
    let place: HashMap<K, usize> = groups.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
    for (indicator, verdict) in items {
        // In a validated dataset every reference resolves, so nothing is skipped here.
        let at = key_of(indicator).and_then(|key| place.get(&key));
        if let Some((_, rollup)) = at.and_then(|at| groups.get_mut(*at)) {
            rollup.add(indicator, verdict);
        }
    }
    groups
}
