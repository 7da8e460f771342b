//! Indicators picked out one by one, in an order of the reader's own.

use list::IndicatorId;

/// Which way a picked indicator moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// One place towards the first.
    Earlier,
    /// One place towards the last.
    Later,
}

/// Ids of indicators, each once, at most `MAX`, in the order picked. Whether the list has them is for the page to see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderedSelection<const MAX: usize>(Vec<IndicatorId>);

/// Side by side there is room for six.
pub type Compared = OrderedSelection<6>;

impl<const MAX: usize> OrderedSelection<MAX> {
    /// The most that can be picked.
    pub const MAX: usize = MAX;

    /// Picks those of `ids` that find room.
    pub fn of<'i>(ids: impl IntoIterator<Item = &'i IndicatorId>) -> Self {
        let mut picked = Self(Vec::new());
        for id in ids {
            picked.add(id.clone());
        }
        picked
    }

    /// Picks one more, as the last. False where it is there already or there is no room.
    pub fn add(&mut self, id: IndicatorId) -> bool {
        let new = !self.is_full() && !self.has(&id);
        if new {
            self.0.push(id);
        }
        new
    }

    /// Lets go of one.
    pub fn remove(&mut self, id: &IndicatorId) {
        self.0.retain(|other| other != id);
    }

    /// Moves one by a place; the first and the last stay where they cannot go on.
    pub fn shift(&mut self, id: &IndicatorId, shift: Shift) {
        let Some(at) = self.place(id) else { return };
        let other = match shift {
            Shift::Earlier => at.checked_sub(1),
            Shift::Later => Some(at + 1).filter(|other| *other < self.0.len()),
        };
        if let Some(other) = other {
            self.0.swap(at, other);
        }
    }

    /// Its place from 0.
    pub fn place(&self, id: &IndicatorId) -> Option<usize> {
        self.0.iter().position(|other| other == id)
    }

    /// Whether it is picked.
    pub fn has(&self, id: &IndicatorId) -> bool {
        self.place(id).is_some()
    }

    /// Whether there is no room left.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MAX
    }

    /// How many are picked.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ids in order.
    pub fn iter(&self) -> impl Iterator<Item = &IndicatorId> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(text: &str) -> IndicatorId {
        IndicatorId::parse(text).unwrap()
    }

    fn shown<const MAX: usize>(picked: &OrderedSelection<MAX>) -> String {
        let ids: Vec<_> = picked.iter().map(IndicatorId::as_str).collect();
        ids.join(" ")
    }

    #[test]
    fn each_once_in_the_order_picked_as_far_as_there_is_room() {
        let mut picked = OrderedSelection::<3>::of([&id("9-2"), &id("3-1"), &id("9-2")]);
        assert_eq!(shown(&picked), "9-2 3-1");
        assert!(!picked.add(id("3-1")));
        assert!(picked.add(id("1-1")));
        assert!(picked.is_full() && !picked.add(id("1-2")));
        assert_eq!(shown(&picked), "9-2 3-1 1-1");
        picked.remove(&id("3-1"));
        picked.remove(&id("7-7"));
        assert_eq!(shown(&picked), "9-2 1-1");
    }

    #[test]
    fn one_place_at_a_time_and_never_over_the_edge() {
        let mut picked = OrderedSelection::<3>::of([&id("1-1"), &id("1-2"), &id("1-3")]);
        for (moved, shift, after) in [
            ("1-1", Shift::Earlier, "1-1 1-2 1-3"),
            ("1-1", Shift::Later, "1-2 1-1 1-3"),
            ("1-1", Shift::Later, "1-2 1-3 1-1"),
            ("1-1", Shift::Later, "1-2 1-3 1-1"),
            ("1-3", Shift::Earlier, "1-3 1-2 1-1"),
            ("9-9", Shift::Earlier, "1-3 1-2 1-1"),
        ] {
            picked.shift(&id(moved), shift);
            assert_eq!(shown(&picked), after);
        }
    }

    proptest! {
        #[test]
        fn no_steps_double_or_lose_one(steps in proptest::collection::vec((0..4_u8, "[ab]-[1-4]"), 0..60)) {
            let mut picked = OrderedSelection::<5>::default();
            for (step, text) in steps {
                let id = id(&text);
                let before = picked.len();
                match step {
                    0 => {
                        let had = picked.has(&id);
                        let added = picked.add(id.clone());
                        prop_assert_eq!(added, !had && before < 5);
                        prop_assert!(!added || picked.place(&id) == Some(before));
                    }
                    1 => {
                        picked.remove(&id);
                        prop_assert!(!picked.has(&id));
                    }
                    _ => {
                        picked.shift(&id, if step == 2 { Shift::Earlier } else { Shift::Later });
                        prop_assert_eq!(picked.len(), before);
                    }
                }
                let each: std::collections::BTreeSet<_> = picked.iter().collect();
                prop_assert_eq!(each.len(), picked.len());
                prop_assert!(picked.len() <= 5);
            }
        }
    }
}
