//! Indicators selected one by one, in the reader's order.

use list::IndicatorId;

/// The direction in which a selected indicator moves by one position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    Earlier,
    Later,
}

/// Distinct ids of at most `MAX` indicators. The list may not have them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderedSelection<const MAX: usize>(Vec<IndicatorId>);

/// The screen has room for six indicators side by side.
pub type ComparedIndicators = OrderedSelection<6>;

impl<const MAX: usize> OrderedSelection<MAX> {
    pub const MAX: usize = MAX;

    /// Selects the first of `ids`.
    pub fn of<'i>(ids: impl IntoIterator<Item = &'i IndicatorId>) -> Self {
        let mut selection = Self(Vec::new());
        for id in ids {
            selection.add(id.clone());
        }
        selection
    }

    /// Appends an indicator. False if it is already selected or the selection is full.
    pub fn add(&mut self, id: IndicatorId) -> bool {
        let can_add = !self.is_full() && !self.has(&id);
        if can_add {
            self.0.push(id);
        }
        can_add
    }

    pub fn remove(&mut self, id: &IndicatorId) {
        self.0.retain(|other| other != id);
    }

    /// Does nothing at either end of the selection.
    pub fn shift(&mut self, id: &IndicatorId, shift: Shift) {
        let Some(at) = self.position(id) else { return };
        let other = match shift {
            Shift::Earlier => at.checked_sub(1),
            Shift::Later => Some(at + 1).filter(|other| *other < self.0.len()),
        };
        if let Some(other) = other {
            self.0.swap(at, other);
        }
    }

    pub fn position(&self, id: &IndicatorId) -> Option<usize> {
        self.0.iter().position(|other| other == id)
    }

    pub fn has(&self, id: &IndicatorId) -> bool {
        self.0.contains(id)
    }

    pub fn is_full(&self) -> bool {
        self.0.len() >= MAX
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

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

    fn shown<const MAX: usize>(selection: &OrderedSelection<MAX>) -> String {
        let ids: Vec<_> = selection.iter().map(IndicatorId::as_str).collect();
        ids.join(" ")
    }

    #[test]
    fn indicators_are_added_once_in_order_up_to_the_limit() {
        let mut selection = OrderedSelection::<3>::of([&id("9-2"), &id("3-1"), &id("9-2")]);
        assert_eq!(shown(&selection), "9-2 3-1");
        assert!(!selection.add(id("3-1")));
        assert!(selection.add(id("1-1")));
        assert!(selection.is_full() && !selection.add(id("1-2")));
        assert_eq!(shown(&selection), "9-2 3-1 1-1");
        selection.remove(&id("3-1"));
        selection.remove(&id("7-7"));
        assert_eq!(shown(&selection), "9-2 1-1");
    }

    #[test]
    fn indicators_move_by_one_position_and_stop_at_the_ends() {
        let mut selection = OrderedSelection::<3>::of([&id("1-1"), &id("1-2"), &id("1-3")]);
        for (moved, shift, after) in [
            ("1-1", Shift::Earlier, "1-1 1-2 1-3"),
            ("1-1", Shift::Later, "1-2 1-1 1-3"),
            ("1-1", Shift::Later, "1-2 1-3 1-1"),
            ("1-1", Shift::Later, "1-2 1-3 1-1"),
            ("1-3", Shift::Earlier, "1-3 1-2 1-1"),
            ("9-9", Shift::Earlier, "1-3 1-2 1-1"),
        ] {
            selection.shift(&id(moved), shift);
            assert_eq!(shown(&selection), after);
        }
    }

    proptest! {
        #[test]
        fn no_sequence_of_steps_duplicates_or_loses_an_indicator(steps in proptest::collection::vec((0..4_u8, "[ab]-[1-4]"), 0..60)) {
            let mut selection = OrderedSelection::<5>::default();
            for (step, text) in steps {
                let id = id(&text);
                let before = selection.len();
                match step {
                    0 => {
                        let had = selection.has(&id);
                        let added = selection.add(id.clone());
                        prop_assert_eq!(added, !had && before < 5);
                        prop_assert!(!added || selection.position(&id) == Some(before));
                    }
                    1 => {
                        selection.remove(&id);
                        prop_assert!(!selection.has(&id));
                    }
                    _ => {
                        selection.shift(&id, if step == 2 { Shift::Earlier } else { Shift::Later });
                        prop_assert_eq!(selection.len(), before);
                    }
                }
                let each: std::collections::BTreeSet<_> = selection.iter().collect();
                prop_assert_eq!(each.len(), selection.len());
                prop_assert!(selection.len() <= 5);
            }
        }
    }
}
