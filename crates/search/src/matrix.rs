//! What was found, counted by goal and kind of target.

use list::{Dataset, GoalId, TargetKind};

use super::query::{Choice, Facet, Query, View};

/// Counts in the order of the goals and of [`TargetKind::ALL`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// One per goal of the list, those without anything found too.
    pub rows: Vec<MatrixRow>,
    /// All goals together.
    pub totals: [usize; TargetKind::ALL.len()],
    /// Everything found.
    pub total: usize,
}

/// One goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// The goal.
    pub goal: GoalId,
    /// By kind.
    pub counts: [usize; TargetKind::ALL.len()],
    /// All kinds together.
    pub total: usize,
}

impl Matrix {
    /// Counts rows: positions in [`Dataset::indicators`].
    pub fn of(dataset: &Dataset, rows: &[usize]) -> Self {
        let mut matrix = Self {
            rows: dataset
                .goals
                .iter()
                .map(|goal| MatrixRow { goal: goal.id.clone(), counts: Default::default(), total: 0 })
                .collect(),
            totals: Default::default(),
            total: 0,
        };
        for indicator in rows.iter().filter_map(|&row| dataset.indicators.get(row)) {
            let goal = dataset.goal_of(indicator);
            let row = goal.and_then(|goal| matrix.rows.iter_mut().find(|row| row.goal == goal.id));
            let Some(row) = row else { continue };
            let kind = indicator.kind as usize; // one place per variant
            row.counts[kind] += 1;
            row.total += 1;
            matrix.totals[kind] += 1;
            matrix.total += 1;
        }
        matrix
    }
}

impl Query {
    /// The list behind a count of the matrix: everything else as it is, shown as rows.
    pub fn behind(&self, goal: Option<&GoalId>, kind: Option<TargetKind>) -> Self {
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
