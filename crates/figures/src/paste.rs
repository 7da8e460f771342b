//! Pastes a block from a spreadsheet into the grid: first a preview of all changes, then one step.

use list::{Dataset, Date};

use super::{
    action::Action,
    figure::{Figure, Timestamp},
    input::InputProblem,
    model::{Scenario, ScenarioId},
    sheet::{CellEdit, SheetRow, cell_text, enter},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellChange {
    New(Box<Figure>),
    Changed {
        from: String,
        to: Box<Figure>,
    },
    /// The figure has this value already.
    Same,
    /// A blank was pasted; the figure stays.
    Blank,
    Refused(Vec<InputProblem>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCell {
    pub line: SheetRow,
    pub day: Date,
    pub text: String,
    pub change: CellChange,
}

/// The effect of a paste, before anything is changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PastePreview {
    pub cells: Vec<PlannedCell>,
    /// Number of pasted cells with text that are outside of the grid.
    pub outside: usize,
}

impl PastePreview {
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.cells.iter().filter_map(|cell| match &cell.change {
            CellChange::New(figure) | CellChange::Changed { to: figure, .. } => Some(figure.as_ref()),
            CellChange::Same | CellChange::Blank | CellChange::Refused(_) => None,
        })
    }

    pub fn has_losses(&self) -> bool {
        let refused = |cell: &PlannedCell| matches!(cell.change, CellChange::Refused(_));
        self.outside > 0 || self.cells.iter().any(refused)
    }

    pub fn action(&self, scenario: ScenarioId, name: String) -> Action {
        Action::SetFigures { scenario, figures: self.figures().cloned().collect(), remove: Vec::new(), name }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct PasteArea<'a> {
    pub dataset: &'a Dataset,
    pub scenario: &'a Scenario,
    pub lines: &'a [SheetRow],
    pub days: &'a [Date],
}

impl PasteArea<'_> {
    /// The effect of pasting `rows` at a line and a column.
    pub fn plan(&self, at: (usize, usize), rows: &[Vec<String>], now: Timestamp) -> PastePreview {
        let mut preview = PastePreview::default();
        for (down, row) in rows.iter().enumerate() {
            for (right, text) in row.iter().enumerate() {
                let line = self.lines.get(at.0.saturating_add(down));
                let day = self.days.get(at.1.saturating_add(right));
                match (line, day) {
                    (Some(line), Some(day)) => preview.cells.push(PlannedCell {
                        change: self.cell_change(line, *day, text, now),
                        line: line.clone(),
                        day: *day,
                        text: text.trim().to_owned(),
                    }),
                    _ if text.trim().is_empty() => {}
                    _ => preview.outside += 1,
                }
            }
        }
        preview
    }

    fn cell_change(&self, line: &SheetRow, day: Date, text: &str, now: Timestamp) -> CellChange {
        let Some(indicator) = self.dataset.indicators.get(line.indicator) else {
            return CellChange::Blank;
        };
        if text.trim().is_empty() {
            return CellChange::Blank;
        }
        let old = self.scenario.figure(&line.key(indicator, day));
        match enter(old, indicator, &line.subject, day, text, now) {
            Ok(CellEdit::Same) => CellChange::Same,
            // Only a blank text removes a figure, and blanks were handled above.
            Ok(CellEdit::Removed(_)) => CellChange::Blank,
            Ok(CellEdit::Set(to)) => match old {
                None => CellChange::New(to),
                Some(old) => CellChange::Changed { from: cell_text(indicator, old), to },
            },
            Err(problems) => CellChange::Refused(problems),
        }
    }

    /// The text of a cell; empty without a figure.
    pub fn text(&self, row: usize, column: usize) -> String {
        let found = || {
            let line = self.lines.get(row)?;
            let indicator = self.dataset.indicators.get(line.indicator)?;
            let figure = self.scenario.figure(&line.key(indicator, *self.days.get(column)?))?;
            Some(cell_text(indicator, figure))
        };
        found().unwrap_or_default()
    }
}
