//! The state of the grid: its rows and columns, the selected cells, and the edits of one or several cells.

use std::{collections::BTreeMap, ops::RangeInclusive};

use assess::Subject;
use figures::{
    Action, Figure, Scenario, ScenarioId,
    paste::{PasteArea, PastePreview},
    sheet::SheetRow,
};
use leptos::prelude::*;
use list::{Dataset, Date, Indicator, IndicatorId};
use words::text::scenario::sheet as labels;

use crate::{
    browser::{dom, system},
    state::{Figures, use_dataset, use_figures},
};

pub type FiguresByIndicator = BTreeMap<IndicatorId, Vec<Figure>>;

/// A rectangle of cells between two corners, each with row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellRange {
    anchor: (usize, usize),
    focus: (usize, usize),
}

impl CellRange {
    fn rows(self) -> RangeInclusive<usize> {
        self.anchor.0.min(self.focus.0)..=self.anchor.0.max(self.focus.0)
    }

    fn columns(self) -> RangeInclusive<usize> {
        self.anchor.1.min(self.focus.1)..=self.anchor.1.max(self.focus.1)
    }

    fn is_single_cell(self) -> bool {
        self.anchor == self.focus
    }
}

#[derive(Clone, Copy)]
pub struct GridState {
    pub dataset: &'static Dataset,
    pub own: Figures,
    pub scenario: StoredValue<ScenarioId>,
    pub rows: Memo<Vec<SheetRow>>,
    pub days: Memo<Vec<Date>>,
    /// Grouped once, so that a row does not search all figures.
    pub figures: Memo<FiguresByIndicator>,
    selection: RwSignal<Option<CellRange>>,
    /// The preview of a paste, while the reader is asked.
    pub preview: RwSignal<Option<PastePreview>>,
}

impl GridState {
    pub fn new(
        scenario: StoredValue<ScenarioId>,
        rows: Memo<Vec<SheetRow>>,
        days: Memo<Vec<Date>>,
        figures: Memo<FiguresByIndicator>,
    ) -> Self {
        let selection = RwSignal::new(None);
        Effect::new(move |_| {
            rows.track();
            days.track();
            selection.set(None);
        });
        Self {
            dataset: use_dataset(),
            own: use_figures(),
            scenario,
            rows,
            days,
            figures,
            selection,
            preview: RwSignal::new(None),
        }
    }

    /// The grid for the edit rules; `None` once the scenario is deleted.
    pub fn with_area<T>(self, read: impl FnOnce(PasteArea) -> T) -> Option<T> {
        let notebook = self.own.notebook_untracked();
        let scenario = self.scenario.with_value(|id| notebook.workspace.scenario(id))?;
        Some(read(PasteArea {
            dataset: self.dataset,
            scenario,
            lines: &self.rows.read_untracked(),
            days: &self.days.read_untracked(),
        }))
    }

    fn position(self, row: &SheetRow, day: Date) -> Option<(usize, usize)> {
        let row = self.rows.read_untracked().iter().position(|other| other == row)?;
        let column = self.days.read_untracked().iter().position(|other| *other == day)?;
        Some((row, column))
    }

    /// Selects a focused cell; keeps a range that ends there.
    pub fn select(self, row: &SheetRow, day: Date) {
        if let Some(position) = self.position(row, day)
            && self.selection.get_untracked().is_none_or(|range| range.focus != position)
        {
            self.selection.set(Some(CellRange { anchor: position, focus: position }));
        }
    }

    /// Moves the focus by rows and columns, at most to the edge. With `extend` the anchor of the range stays.
    pub fn move_focus(self, rows: isize, columns: isize, extend: bool) {
        let Some(range) = self.selection.get_untracked() else { return };
        let (height, width) = (self.rows.read_untracked().len(), self.days.read_untracked().len());
        let step = |at: usize, by: isize, end: usize| at.saturating_add_signed(by).min(end.saturating_sub(1));
        let focus = (step(range.focus.0, rows, height), step(range.focus.1, columns, width));
        let anchor = if extend { range.anchor } else { focus };
        self.selection.set(Some(CellRange { anchor, focus }));
        let field = self.rows.with_untracked(|rows| {
            let day = *self.days.read_untracked().get(focus.1)?;
            Some(self.field_id(rows.get(focus.0)?, day))
        });
        if let Some(field) = field {
            dom::focus(&format!("#{field}"));
        }
    }

    pub fn field_id(self, row: &SheetRow, day: Date) -> String {
        format!("cell-{}-{}-{}", row.indicator, subject_name(&row.subject), day.iso())
    }

    pub fn draft_name(self, indicator: &Indicator, row: &SheetRow, day: Date) -> String {
        let subject = subject_name(&row.subject);
        self.scenario.with_value(|id| format!("sheet/{id}/{}/{subject}/{}", indicator.id, day.iso()))
    }

    /// The selected range, where it has more than one cell.
    fn range(self) -> Option<CellRange> {
        self.selection.get().filter(|range| !range.is_single_cell())
    }

    pub fn has_range(self) -> bool {
        untrack(|| self.range()).is_some()
    }

    pub fn selected_columns(self, row: &SheetRow) -> Option<RangeInclusive<usize>> {
        let range = self.range()?;
        let row = self.rows.read().iter().position(|other| other == row)?;
        range.rows().contains(&row).then(|| range.columns())
    }

    pub fn selection_text(self) -> Option<String> {
        let range = self.selection.get_untracked()?;
        self.with_area(|area| {
            let row = |row| {
                let cells = range.columns().map(|column| area.text(row, column));
                cells.collect::<Vec<_>>().join("\t")
            };
            range.rows().map(row).collect::<Vec<_>>().join("\r\n")
        })
    }

    /// Shows the preview of pasting a text into the selection.
    pub fn preview_paste(self, text: &str) {
        let Some(range) = self.selection.get_untracked() else { return };
        let corner = (*range.rows().start(), *range.columns().start());
        self.preview.set(self.with_area(|area| area.plan(corner, &format::read_clipboard_table(text), system::now())));
    }

    pub fn apply_preview(self) {
        if let Some(preview) = self.preview.get_untracked() {
            self.apply(&preview, labels::pasted);
            self.preview.set(None);
        }
    }

    fn apply(self, preview: &PastePreview, name: fn(usize) -> String) {
        let name = name(preview.figures().count());
        self.own.edit(preview.action(self.scenario.get_value(), name));
    }

    /// Copies the top row of the selection into the rows below; asks first if a value does not fit.
    pub fn fill_down(self) {
        let Some(range) = self.selection.get_untracked() else { return };
        let (rows, columns) = (range.rows(), range.columns());
        let preview = self.with_area(|area| {
            let top: Vec<String> = columns.clone().map(|column| area.text(*rows.start(), column)).collect();
            let below = vec![top; rows.end() - rows.start()];
            area.plan((rows.start() + 1, *columns.start()), &below, system::now())
        });
        match preview {
            Some(preview) if preview.has_losses() => self.preview.set(Some(preview)),
            Some(preview) => self.apply(&preview, labels::filled_down),
            None => {}
        }
    }

    pub fn clear_selection(self) {
        let Some(range) = self.selection.get_untracked() else { return };
        let keys = self.with_area(|area| {
            let rows = range.rows().filter_map(|row| area.lines.get(row));
            let keys = rows.flat_map(|row| {
                let indicator = area.dataset.indicators.get(row.indicator);
                let days = range.columns().filter_map(|column| area.days.get(column));
                days.filter_map(move |day| Some(row.key(indicator?, *day)))
            });
            keys.filter(|key| area.scenario.figure(key).is_some()).collect()
        });
        let remove: Vec<_> = keys.unwrap_or_default();
        if !remove.is_empty() {
            self.own.edit(Action::SetFigures {
                scenario: self.scenario.get_value(),
                figures: Vec::new(),
                name: labels::cleared(remove.len()),
                remove,
            });
        }
    }
}

pub fn figures_by_indicator(scenario: &Scenario) -> FiguresByIndicator {
    scenario.figures().fold(FiguresByIndicator::new(), |mut figures, figure| {
        figures.entry(figure.indicator.clone()).or_default().push(figure.clone());
        figures
    })
}

/// Tells the subjects of an indicator apart.
fn subject_name(subject: &Subject) -> &str {
    match subject {
        Subject::Measure(id) => id.as_str(),
        // The id of a measure has no underscore.
        Subject::Stage => "_stage",
    }
}
