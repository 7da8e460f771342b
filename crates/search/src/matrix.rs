//! Counts of the rows found, by goal and kind of target.

use list::{Dataset, GoalId, TargetKind};

use super::query::{Choice, Facet, Query, View};

/// In the order of [`TargetKind::ALL`].
type KindCounts = [usize; TargetKind::ALL.len()];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// One per goal of the list, including those without results.
    pub rows: Vec<MatrixRow>,
    pub totals: KindCounts,
    pub total: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    pub goal: GoalId,
    pub counts: KindCounts,
    pub total: usize,
}

impl Matrix {
    /// Counts rows: positions in [`Dataset::indicators`].
    #[allow(clippy::indexing_slicing, reason = "there is one place per variant")]
    pub fn of(dataset: &Dataset, rows: &[usize]) -> Self {
        let empty_row = |goal: &list::Goal| MatrixRow { goal: goal.id.clone(), counts: Default::default(), total: 0 };
        let mut matrix =
            Self { rows: dataset.goals.iter().map(empty_row).collect(), totals: Default::default(), total: 0 };
        for indicator in rows.iter().filter_map(|&row| dataset.indicators.get(row)) {
            let goal = dataset.goal_of(indicator);
            let row = goal.and_then(|goal| matrix.rows.iter_mut().find(|row| row.goal == goal.id));
            let Some(row) = row else { continue };
            let kind = indicator.kind as usize; // one count per variant
            row.counts[kind] += 1;
            row.total += 1;
            matrix.totals[kind] += 1;
            matrix.total += 1;
        }
        matrix
    }
}

impl Query {
    /// The query for the rows that a cell of the matrix counts.
    pub fn for_matrix_cell(&self, goal: Option<&GoalId>, kind: Option<TargetKind>) -> Self {
        let mut query = self.clone();
        query.view = query.view.filter(|view| *view != View::Matrix);
        if let Some(goal) = goal {
            query.clear(Facet::Goal);
            query.chosen.insert(Choice::Goal(goal.clone()));
        }
        if let Some(kind) = kind {
            query.clear(Facet::Kind);
            query.chosen.insert(Choice::Kind(kind));
        }
        query
    }
}
