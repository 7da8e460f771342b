//! Steps that can be taken back and made again.
//!
//! A step remembers what each thing it changed said before and after. Taking it back touches only what still says what
//! the step left there: where another tab has been since, its edit stays.

use super::{
    figure::{Figure, FigureKey, Timestamp},
    merge,
    model::{Header, HeaderContent, ScenarioId, Stamped, Workspace},
};

/// One thing a step changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HistoryChange {
    /// A figure was set, changed or removed.
    Figure {
        /// In which scenario.
        scenario: ScenarioId,
        /// Under which key.
        key: FigureKey,
        /// What stood there.
        before: Option<Box<Figure>>,
        /// What stands there.
        after: Option<Box<Figure>>,
    },
    /// A scenario was made, renamed, described, marked or deleted.
    Header {
        /// Which one.
        scenario: ScenarioId,
        /// Before; not present for a new one.
        before: HeaderContent,
        /// After.
        after: HeaderContent,
    },
    /// The scenarios were put in another order.
    Order {
        /// Before.
        before: Vec<ScenarioId>,
        /// After.
        after: Vec<ScenarioId>,
    },
}

/// Which way a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HistoryDirection {
    Forward,
    Back,
}

impl HistoryChange {
    /// Makes the change with the moment `at`; false when the workspace no longer says what the change starts from.
    pub(super) fn make(&self, workspace: &mut Workspace, way: HistoryDirection, at: Timestamp) -> bool {
        match self {
            Self::Figure { scenario, key, before, after } => {
                let (from, to) = way.pick(before, after);
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
                let (from, to) = way.pick(before, after);
                let Some(scenario) = workspace.get_mut(scenario) else {
                    return false;
                };
                let same = scenario.header.value == *from;
                if same {
                    scenario.header = Header { at, value: to.clone() };
                }
                same
            }
            Self::Order { before, after } => {
                let (from, to) = way.pick(before, after);
                let same = workspace.order.value == *from;
                if same {
                    workspace.order = Stamped { at, value: to.clone() };
                }
                same
            }
        }
    }

    /// False when before and after say the same.
    pub(super) fn changes_something(&self) -> bool {
        match self {
            Self::Figure { before, after, .. } => match (before, after) {
                (Some(before), Some(after)) => !before.has_same_content(after),
                (before, after) => before.is_some() || after.is_some(),
            },
            Self::Header { before, after, .. } => before != after,
            Self::Order { before, after } => before != after,
        }
    }

    /// The change that sets or removes (`to` = `None`) a figure, from what the scenario says now.
    pub(super) fn of_figure(workspace: &Workspace, scenario: &ScenarioId, key: FigureKey, to: Option<Figure>) -> Self {
        let now = workspace.get(scenario).and_then(|scenario| scenario.figure(&key));
        Self::Figure { scenario: scenario.clone(), key, before: now.cloned().map(Box::new), after: to.map(Box::new) }
    }
}

impl HistoryDirection {
    /// What a change in this way starts from and ends in.
    fn pick<'a, T>(self, before: &'a T, after: &'a T) -> (&'a T, &'a T) {
        match self {
            Self::Forward => (before, after),
            Self::Back => (after, before),
        }
    }
}

/// A named edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryStep {
    /// When it was made; unique in a workspace, because every edit is stamped after everything before it.
    pub at: Timestamp,
    /// What it did, e.g. 「3-1 の想定値を 44校 に変更」.
    pub name: String,
    /// In the order they were made.
    pub changes: Vec<HistoryChange>,
}

impl HistoryStep {
    /// Makes every change; returns how many were left out because something else stands there now.
    pub(super) fn run(&self, workspace: &mut Workspace, way: HistoryDirection, at: Timestamp) -> usize {
        let make = |change: &HistoryChange| !change.make(workspace, way, at);
        match way {
            HistoryDirection::Forward => self.changes.iter().map(make).filter(|left_out| *left_out).count(),
            HistoryDirection::Back => self.changes.iter().rev().map(make).filter(|left_out| *left_out).count(),
        }
    }
}

/// The steps made and the steps taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// Oldest first.
    pub(super) done: Vec<HistoryStep>,
    /// The next one to make again last.
    pub(super) undone: Vec<HistoryStep>,
}

impl History {
    /// How many steps are kept.
    pub const LIMIT: usize = 200;

    /// The name of the step that undo would take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    /// The name of the step that redo would make again.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// The names of all steps that can be taken back, the latest first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.done.iter().rev().map(|step| step.name.as_str())
    }

    /// How many of the steps that stand were made after a moment.
    pub fn made_after(&self, moment: Timestamp) -> usize {
        self.done.iter().filter(|step| step.at > moment).count()
    }

    /// How many steps can be taken back.
    pub fn undo_count(&self) -> usize {
        self.done.len()
    }

    /// How many steps can be made again.
    pub fn redo_count(&self) -> usize {
        self.undone.len()
    }

    /// Adds a step; what was taken back before it can no longer be made again.
    pub(super) fn push(&mut self, step: HistoryStep) {
        self.done.push(step);
        self.undone.clear();
        self.trim();
    }

    /// Forgets the oldest steps above the limit.
    pub(super) fn trim(&mut self) {
        let surplus = self.done.len().saturating_sub(Self::LIMIT);
        self.done.drain(..surplus);
        let surplus = self.undone.len().saturating_sub(Self::LIMIT);
        self.undone.drain(..surplus);
    }

    /// The steps of two tabs together. A step that one of them has taken back stays as `self` has it.
    pub fn merged(mut self, other: Self) -> Self {
        merge::steps(&mut self, other);
        self
    }
}
