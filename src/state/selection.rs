use std::collections::BTreeSet;

use leptos::prelude::*;
use list::{Dataset, Indicator};
use search::ComparedIndicators;

/// What was selected during this visit.
#[derive(Clone, Copy)]
pub struct Selection {
    dataset: &'static Dataset,
    rows: RwSignal<BTreeSet<usize>>,
    /// Rows selected in the explorer: positions in [`Dataset::indicators`](list::Contents).
    pub selected_rows: Memo<BTreeSet<usize>>,
    /// The last comparison; the page of an indicator adds to it.
    pub compared: RwSignal<ComparedIndicators>,
}

impl Selection {
    pub fn new(dataset: &'static Dataset) -> Self {
        let rows = RwSignal::new(BTreeSet::new());
        Self {
            dataset,
            rows,
            selected_rows: Memo::new(move |_| rows.get()),
            compared: RwSignal::new(ComparedIndicators::default()),
        }
    }

    pub(super) fn for_page(self) -> Self {
        Self { selected_rows: Memo::new(move |_| self.selected_rows.get()), ..self }
    }

    pub fn update(self, change: impl FnOnce(&mut BTreeSet<usize>)) {
        self.rows.update(change);
    }

    /// The selected indicators in printed order.
    pub fn indicators(self) -> Vec<&'static Indicator> {
        self.selected_rows.read().iter().filter_map(|&row| self.dataset.indicators.get(row)).collect()
    }
}
