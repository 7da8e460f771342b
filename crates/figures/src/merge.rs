//! Merging two copies of the same data, as two tabs make them.
//!
//! Each part that changes alone (a figure, a header, the order, the active scenario) is decided by the later moment. At
//! equal moments a fixed order over the content decides, so the result never depends on who merges whom: on content
//! [`Workspace::merged`] is commutative, associative and idempotent.

use std::{cmp::Ordering, collections::btree_map};

use super::{
    encode,
    envelope::Envelope,
    figure::UnknownFields,
    history::{History, HistoryStep},
    model::{Entry, Scenario, Workspace},
};

/// The larger of two under an order that is total over all differing values.
fn later<T>(a: T, b: T, compare: impl Fn(&T, &T) -> Ordering) -> T {
    if compare(&a, &b) == Ordering::Less { b } else { a }
}

/// A removal loses against a figure of the same moment: rather one too many than one lost.
fn compare_entries(a: &Entry, b: &Entry) -> Ordering {
    a.at().cmp(&b.at()).then_with(|| match (a, b) {
        (Entry::Live(a), Entry::Live(b)) => encode::text(a).cmp(&encode::text(b)),
        (Entry::Live(_), Entry::Removed(_)) => Ordering::Greater,
        (Entry::Removed(_), Entry::Live(_)) => Ordering::Less,
        (Entry::Removed(_), Entry::Removed(_)) => Ordering::Equal,
    })
}

/// Unknown fields carry no moment: all are kept, and of two differing ones the one with the larger text.
fn extras(mut a: UnknownFields, b: UnknownFields) -> UnknownFields {
    for (name, value) in b {
        match a.entry(name) {
            btree_map::Entry::Vacant(place) => {
                place.insert(value);
            }
            btree_map::Entry::Occupied(mut place) => {
                let (theirs, mine) = (value.to_string(), place.get().to_string());
                if theirs > mine {
                    place.insert(value);
                }
            }
        }
    }
    a
}

/// Two copies of one scenario together.
pub(super) fn scenarios(a: Scenario, b: Scenario) -> Scenario {
    let mut merged = Scenario {
        id: a.id,
        header: later(a.header, b.header, Ord::cmp),
        entries: a.entries,
        unreadable: a.unreadable,
        extra: extras(a.extra, b.extra),
    };
    merged.unreadable.absorb(b.unreadable);
    for (key, entry) in b.entries {
        let entry = match merged.entries.remove(&key) {
            Some(mine) => later(mine, entry, compare_entries),
            None => entry,
        };
        merged.entries.insert(key, entry);
    }
    merged
}

impl Workspace {
    /// Both together. The dataset of `self` stays: the caller decides whether the two belong to each other.
    pub fn merged(self, other: Self) -> Self {
        let mut merged = Self {
            dataset: self.dataset,
            first: scenarios(self.first, other.first),
            rest: self.rest,
            order: later(self.order, other.order, Ord::cmp),
            active: later(self.active, other.active, Ord::cmp),
            unreadable: self.unreadable,
            extra: extras(self.extra, other.extra),
        };
        merged.unreadable.absorb(other.unreadable);
        for (id, theirs) in other.rest {
            let scenario = match merged.rest.remove(&id) {
                Some(mine) => scenarios(mine, theirs),
                None => theirs,
            };
            merged.rest.insert(id, scenario);
        }
        merged
    }
}

impl Envelope {
    /// Both together, dataset by dataset.
    pub fn merged(mut self, other: Self) -> Self {
        self.saved_at = self.saved_at.max(other.saved_at);
        self.app = self.app.max(other.app);
        self.unreadable.absorb(other.unreadable);
        self.extra = extras(self.extra, other.extra);
        for (dataset, theirs) in other.notebooks {
            let notebook = match self.notebooks.remove(&dataset) {
                Some(mut mine) => {
                    mine.workspace = mine.workspace.merged(theirs.workspace);
                    mine.history = mine.history.merged(theirs.history);
                    mine
                }
                None => theirs,
            };
            self.notebooks.insert(dataset, notebook);
        }
        self
    }
}

/// Adds the steps `mine` does not have, in the order they were made.
pub(super) fn steps(mine: &mut History, other: History) {
    if mine.done.is_empty() && mine.undone.is_empty() {
        *mine = other;
        return;
    }
    let known = |history: &History, step: &HistoryStep| {
        let mut all = history.done.iter().chain(&history.undone);
        all.any(|own| own.at == step.at && own.name == step.name)
    };
    for step in other.done {
        if !known(mine, &step) {
            let place = mine.done.partition_point(|own| (own.at, &own.name) <= (step.at, &step.name));
            mine.done.insert(place, step);
        }
    }
    mine.trim();
}
