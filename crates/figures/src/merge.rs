//! Merges two copies of the same workspace, for example of two tabs.
//!
//! Of each independent part (a figure, a header, the order, the active scenario) the later one wins. At equal moments a
//! fixed order of the content decides, so the result does not depend on which copy is merged into which:
//! [`Workspace::merged`] is commutative, associative and idempotent.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, btree_map},
};

use super::{
    figure::UnknownFields,
    model::{Entry, Scenario, Workspace},
    record::stored_text,
};

/// At equal moments a figure wins over a removal: better one too many than one lost.
fn compare_entries(a: &Entry, b: &Entry) -> Ordering {
    a.at().cmp(&b.at()).then_with(|| match (a, b) {
        (Entry::Live(a), Entry::Live(b)) => stored_text(a).cmp(&stored_text(b)),
        (a, b) => a.figure().is_some().cmp(&b.figure().is_some()),
    })
}

/// The union of two maps. `merge` is called for keys that both have.
pub(super) fn union<K: Ord, V>(mine: &mut BTreeMap<K, V>, theirs: BTreeMap<K, V>, merge: impl Fn(&mut V, V)) {
    for (key, theirs) in theirs {
        match mine.entry(key) {
            btree_map::Entry::Vacant(place) => {
                place.insert(theirs);
            }
            btree_map::Entry::Occupied(mut place) => merge(place.get_mut(), theirs),
        }
    }
}

/// Unknown fields have no moment: all are kept. If two differ, the one with the larger text wins.
pub(super) fn merge_unknown(mine: &mut UnknownFields, theirs: UnknownFields) {
    for (name, value) in theirs {
        if mine.get(&name).is_none_or(|own| own.to_string().cmp(&value.to_string()).is_lt()) {
            mine.insert(name, value);
        }
    }
}

impl Scenario {
    pub(super) fn merge(&mut self, other: Self) {
        self.header = self.header.clone().max(other.header);
        self.unreadable.absorb(other.unreadable);
        merge_unknown(&mut self.extra, other.extra);
        union(&mut self.entries, other.entries, |mine, theirs| {
            if compare_entries(mine, &theirs) == Ordering::Less {
                *mine = theirs;
            }
        });
    }
}

impl Workspace {
    /// The dataset of `self` stays: the caller decides whether both belong together.
    pub fn merged(mut self, other: Self) -> Self {
        self.first.merge(other.first);
        self.order = self.order.max(other.order);
        self.active = self.active.max(other.active);
        self.unreadable.absorb(other.unreadable);
        merge_unknown(&mut self.extra, other.extra);
        union(&mut self.rest, other.rest, Scenario::merge);
        self
    }
}
