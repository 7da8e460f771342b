//! Steps that can be undone and redone, and their stored form.
//!
//! A step has the content before and after. Undo changes only content that is still as the step left it: later changes
//! of another tab remain.

use serde::Serialize;

use super::{
    figure::{Figure, FigureKey, Timestamp},
    model::{Header, HeaderContent, ScenarioId, ScenarioOrder, Workspace},
    record::stored_text,
};

/// One thing a step changed. The stored forms differ in one field: `figure`, `header` or `order`. Fields are in the order
/// of their stored names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum HistoryChange {
    /// Both figures have the key.
    Figure {
        after: Option<Box<Figure>>,
        before: Option<Box<Figure>>,
        #[serde(rename = "figure")]
        key: FigureKey,
        scenario: ScenarioId,
    },
    Header {
        after: HeaderContent,
        /// Not present if the scenario is new.
        before: HeaderContent,
        #[serde(rename = "header")]
        scenario: ScenarioId,
    },
    Order {
        order: OrderChange,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrderChange {
    pub after: Vec<ScenarioId>,
    pub before: Vec<ScenarioId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HistoryDirection {
    Forward,
    Back,
}

impl HistoryChange {
    /// Makes the change at the moment `at`; false if the workspace no longer has the content before the change.
    fn make(&self, workspace: &mut Workspace, direction: HistoryDirection, at: Timestamp) -> bool {
        match self {
            Self::Figure { scenario, key, before, after } => {
                let (from, to) = direction.pick(before, after);
                let Some(scenario) = workspace.get_mut(scenario) else {
                    return false;
                };
                let same = match (scenario.figure(key), from.as_deref()) {
                    (Some(now), Some(from)) => now.has_same_content(from),
                    (now, from) => now.is_none() && from.is_none(),
                };
                if same {
                    match to {
                        Some(figure) => scenario.put(Figure { edited: at, ..(**figure).clone() }),
                        None => scenario.remove(key.clone(), at),
                    }
                }
                same
            }
            Self::Header { scenario, before, after } => {
                let (from, to) = direction.pick(before, after);
                let Some(scenario) = workspace.get_mut(scenario) else {
                    return false;
                };
                let same = scenario.header.value == *from;
                if same {
                    scenario.header = Header { at, value: to.clone() };
                }
                same
            }
            Self::Order { order } => {
                let (from, to) = direction.pick(&order.before, &order.after);
                let same = workspace.order.ids == *from;
                if same {
                    workspace.order = ScenarioOrder { at, ids: to.clone() };
                }
                same
            }
        }
    }

    pub(super) fn changes_something(&self) -> bool {
        match self {
            Self::Figure { before, after, .. } => match (before, after) {
                (Some(before), Some(after)) => !before.has_same_content(after),
                (before, after) => before.is_some() || after.is_some(),
            },
            Self::Header { before, after, .. } => before != after,
            Self::Order { order } => order.before != order.after,
        }
    }

    /// Whether the figures have the key of the change.
    pub(super) fn is_consistent(&self) -> bool {
        let Self::Figure { key, before, after, .. } = self else { return true };
        [before, after].into_iter().flatten().all(|figure| figure.key() == *key)
    }

    /// The change from the current figure to `to`; `None` removes it.
    pub(super) fn of_figure(workspace: &Workspace, scenario: &ScenarioId, key: FigureKey, to: Option<Figure>) -> Self {
        let now = workspace.get(scenario).and_then(|scenario| scenario.figure(&key));
        Self::Figure { scenario: scenario.clone(), key, before: now.cloned().map(Box::new), after: to.map(Box::new) }
    }
}

impl HistoryDirection {
    fn pick<'a, T>(self, before: &'a T, after: &'a T) -> (&'a T, &'a T) {
        match self {
            Self::Forward => (before, after),
            Self::Back => (after, before),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryStep {
    /// Unique in a workspace, because every edit is later than all earlier ones.
    pub at: Timestamp,
    /// In the order in which they are made.
    pub changes: Vec<HistoryChange>,
    /// E.g. 「3-1 の想定値を 44校 に変更」.
    pub name: String,
}

impl HistoryStep {
    /// Makes every change; returns how many were skipped because the content is newer.
    pub(super) fn run(&self, workspace: &mut Workspace, direction: HistoryDirection, at: Timestamp) -> usize {
        let mut changes: Vec<&HistoryChange> = self.changes.iter().collect();
        if direction == HistoryDirection::Back {
            changes.reverse();
        }
        changes.into_iter().filter(|change| !change.make(workspace, direction, at)).count()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// Oldest first.
    pub(super) done: Vec<HistoryStep>,
    /// The next one to redo is last.
    pub(super) undone: Vec<HistoryStep>,
}

#[derive(Serialize)]
pub(super) struct HistoryRecord<'a> {
    done: &'a [HistoryStep],
    undone: &'a [HistoryStep],
}

impl History {
    pub const LIMIT: usize = 200;
    /// The maximum size in bytes of the stored steps of one notebook. The oldest steps are not stored.
    const STORED_BYTES: usize = 300_000;

    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// The names of all steps that can be undone, latest first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.done.iter().rev().map(|step| step.name.as_str())
    }

    pub fn made_after(&self, moment: Timestamp) -> usize {
        self.done.iter().filter(|step| step.at > moment).count()
    }

    pub fn undo_count(&self) -> usize {
        self.done.len()
    }

    pub fn redo_count(&self) -> usize {
        self.undone.len()
    }

    /// Adds a step and removes the undone ones.
    pub(super) fn push(&mut self, step: HistoryStep) {
        self.done.push(step);
        self.undone.clear();
        self.trim();
    }

    pub(super) fn trim(&mut self) {
        for steps in [&mut self.done, &mut self.undone] {
            steps.drain(..steps.len().saturating_sub(Self::LIMIT));
        }
    }

    /// Merges the steps of two tabs. A step that was undone in one of them stays as in `self`.
    pub fn merged(mut self, other: Self) -> Self {
        if self == Self::default() {
            return other;
        }
        for step in other.done {
            let same = |own: &HistoryStep| own.at == step.at && own.name == step.name;
            if !self.done.iter().chain(&self.undone).any(same) {
                let place = self.done.partition_point(|own| (own.at, &own.name) <= (step.at, &step.name));
                self.done.insert(place, step);
            }
        }
        self.trim();
        self
    }

    pub(super) fn to_record(&self) -> HistoryRecord<'_> {
        let mut budget = Self::STORED_BYTES;
        let done = latest_steps(&self.done, &mut budget);
        HistoryRecord { done, undone: latest_steps(&self.undone, &mut budget) }
    }
}

/// The latest of the steps (oldest first) that fit into the rest of `budget`.
fn latest_steps<'a>(steps: &'a [HistoryStep], budget: &mut usize) -> &'a [HistoryStep] {
    let fits = |step: &&HistoryStep| {
        let rest = budget.checked_sub(stored_text(*step).len());
        *budget = rest.unwrap_or(*budget);
        rest.is_some()
    };
    let count = steps.iter().rev().take_while(fits).count();
    steps.split_at(steps.len() - count).1
}
