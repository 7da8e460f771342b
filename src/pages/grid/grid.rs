//! What the parts of the grid share: how keys move through it, what is chosen, and what is done to the chosen cells. One
//! field is in hand at a time.

use std::collections::BTreeMap;

use assess::Subject;
use figures::{
    Action, Figure, Scenario, ScenarioId,
    paste::{self, PastePreview, table},
    sheet::{CellEdit, SheetRow, enter},
};
use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys};
use list::{Date, Indicator, IndicatorId};
use words::screen::scenario::sheet as text;

use crate::{browser::system, state::AppState};

/// The figures of a scenario by indicator.
pub type Figures = BTreeMap<IndicatorId, Vec<Figure>>;

/// A rectangle of cells, from where it was begun to where it was drawn: row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    from: (usize, usize),
    to: (usize, usize),
}

impl Range {
    fn rows(self) -> std::ops::RangeInclusive<usize> {
        self.from.0.min(self.to.0)..=self.from.0.max(self.to.0)
    }

    fn columns(self) -> std::ops::RangeInclusive<usize> {
        self.from.1.min(self.to.1)..=self.from.1.max(self.to.1)
    }
}

/// What the parts of the grid share.
#[derive(Clone, Copy)]
pub struct Grid {
    /// The app.
    pub app: AppState,
    /// The scenario of the address.
    pub scenario: StoredValue<ScenarioId>,
    /// The lines shown.
    pub lines: Memo<Vec<SheetRow>>,
    /// The days that have a column.
    pub days: Memo<Vec<Date>>,
    /// Its figures.
    pub figures: Memo<Figures>,
    range: RwSignal<Option<Range>>,
    /// What a paste would do, while its preview is open.
    pub preview: RwSignal<Option<PastePreview>>,
}

impl Grid {
    /// A grid with nothing in hand.
    pub fn new(
        app: AppState,
        scenario: StoredValue<ScenarioId>,
        lines: Memo<Vec<SheetRow>>,
        days: Memo<Vec<Date>>,
        figures: Memo<Figures>,
    ) -> Self {
        let range = RwSignal::new(None);
        Effect::new(move |_| {
            lines.track();
            days.track();
            range.set(None);
        });
        Self { app, scenario, lines, days, figures, range, preview: RwSignal::new(None) }
    }

    /// Sorts a scenario's figures under their indicators once, so that every row finds its own at once.
    pub fn figures_by_indicator(scenario: Option<&Scenario>) -> Figures {
        let mut figures = Figures::new();
        for figure in scenario.into_iter().flat_map(Scenario::figures) {
            let of = figures.entry(figure.indicator.clone()).or_default();
            of.push(figure.clone());
        }
        figures
    }

    /// Something of the grid as the rules see it; `None` when the scenario is gone.
    fn look<T>(self, look: impl FnOnce(paste::PasteArea) -> T) -> Option<T> {
        let notebook = self.app.notebook.read_untracked();
        let scenario = self.scenario.with_value(|id| notebook.workspace.scenario(id))?;
        Some(look(paste::PasteArea {
            dataset: self.app.dataset,
            scenario,
            lines: &self.lines.read_untracked(),
            days: &self.days.read_untracked(),
        }))
    }

    /// Where a cell is now.
    fn place(self, line: &SheetRow, day: Date) -> Option<(usize, usize)> {
        let row = self.lines.read_untracked().iter().position(|l| l == line)?;
        let column = self.days.read_untracked().iter().position(|d| *d == day)?;
        Some((row, column))
    }

    /// A cell was reached by mouse, touch, Tab or script.
    pub fn reached(self, line: &SheetRow, day: Date) {
        if let Some(at) = self.place(line, day)
            && self.range.get_untracked().is_none_or(|range| range.to != at)
        {
            self.range.set(Some(Range { from: at, to: at }));
        }
    }

    /// Goes `rows` down and `columns` right; with `extend` the range follows. At an edge it stays.
    pub fn go(self, rows: isize, columns: isize, extend: bool) {
        let Some(range) = self.range.get_untracked() else {
            return;
        };
        let (height, width) = (self.lines.read_untracked().len(), self.days.read_untracked().len());
        let step = |at: usize, by: isize, end: usize| at.saturating_add_signed(by).min(end.saturating_sub(1));
        let to = (step(range.to.0, rows, height), step(range.to.1, columns, width));
        let from = if extend { range.from } else { to };
        self.range.set(Some(Range { from, to }));
        let field = self.lines.read_untracked().get(to.0).and_then(|line| {
            let day = *self.days.read_untracked().get(to.1)?;
            document().get_element_by_id(&self.field_id(line, day))
        });
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A field that cannot take focus leaves it where it was.
            let _ = field.focus();
        }
    }

    /// The id of a cell's field.
    pub fn field_id(self, line: &SheetRow, day: Date) -> String {
        let subject = subject_name(&line.subject);
        format!("cell-{}-{subject}-{}", line.indicator, day.iso())
    }

    /// The name under which a cell keeps what is typed in it.
    pub fn left_name(self, indicator: &Indicator, line: &SheetRow, day: Date) -> String {
        let subject = subject_name(&line.subject);
        self.scenario.with_value(|id| format!("sheet/{id}/{}/{subject}/{}", indicator.id, day.iso()))
    }

    /// Whether a range of more than one cell is chosen.
    pub fn has_range(self) -> bool {
        self.range.get_untracked().is_some_and(|range| range.from != range.to)
    }

    /// The chosen columns of a line, where more than one cell is chosen.
    pub fn chosen(self, line: &SheetRow) -> Option<(usize, usize)> {
        let range = self.range.get().filter(|range| range.from != range.to)?;
        let row = self.lines.read().iter().position(|other| other == line)?;
        let columns = range.columns();
        range.rows().contains(&row).then(|| (*columns.start(), *columns.end()))
    }

    /// The chosen cells as a spreadsheet takes them.
    pub fn copied(self) -> Option<String> {
        let range = self.range.get_untracked()?;
        self.look(|grid| {
            let row = |row| {
                let cells = range.columns().map(|column| grid.text(row, column));
                cells.collect::<Vec<_>>().join("\t")
            };
            range.rows().map(row).collect::<Vec<_>>().join("\r\n")
        })
    }

    /// Shows what pasting a text at the chosen place would do.
    pub fn paste(self, text: &str) {
        let Some(range) = self.range.get_untracked() else {
            return;
        };
        let at = (*range.rows().start(), *range.columns().start());
        self.preview.set(self.look(|grid| grid.plan(at, &table(text), system::now())));
    }

    /// Does what the preview says.
    pub fn take(self) {
        if let Some(preview) = self.preview.get_untracked() {
            let name = text::pasted(preview.figures().count());
            self.app.edit(preview.action(self.scenario.get_value(), name));
            self.preview.set(None);
        }
    }

    /// Puts the uppermost chosen values into all chosen cells below; asks first where one would not fit.
    pub fn fill_down(self) {
        let Some(range) = self.range.get_untracked() else {
            return;
        };
        let (rows, columns) = (range.rows(), range.columns());
        let first = *rows.start();
        let preview = self.look(|grid| {
            let top: Vec<String> = columns.clone().map(|c| grid.text(first, c)).collect();
            let below = vec![top; rows.end() - first];
            grid.plan((first + 1, *columns.start()), &below, system::now())
        });
        match preview {
            Some(preview) if preview.has_losses() => self.preview.set(Some(preview)),
            Some(preview) => {
                let name = text::filled(preview.figures().count());
                self.app.edit(preview.action(self.scenario.get_value(), name));
            }
            None => {}
        }
    }

    /// Takes the figures of all chosen cells out.
    pub fn clear(self) {
        let Some(range) = self.range.get_untracked() else {
            return;
        };
        let keys = self.look(|grid| {
            let mut keys = Vec::new();
            for line in range.rows().filter_map(|row| grid.lines.get(row)) {
                let Some(indicator) = grid.dataset.indicators.get(line.indicator) else {
                    continue;
                };
                let days = range.columns().filter_map(|column| grid.days.get(column));
                keys.extend(
                    days.map(|day| line.key(indicator, *day)).filter(|key| grid.scenario.figure(key).is_some()),
                );
            }
            keys
        });
        let remove = keys.unwrap_or_default();
        if !remove.is_empty() {
            self.app.edit(Action::SetFigures {
                scenario: self.scenario.get_value(),
                figures: Vec::new(),
                name: text::cleared(remove.len()),
                remove,
            });
        }
    }

    /// What a text typed into one cell would come to; `None` when the scenario is gone.
    ///
    /// # Errors
    /// A sentence saying what is wrong with it.
    pub fn read(
        self,
        indicator: &'static Indicator,
        line: &SheetRow,
        day: Date,
        typed: &str,
    ) -> Result<Option<CellEdit>, String> {
        let entered = self.look(|grid| {
            let old = grid.scenario.figure(&line.key(indicator, day));
            enter(old, indicator, &line.subject, day, typed, system::now())
        });
        entered.transpose()
    }

    /// Takes what was typed into one cell.
    ///
    /// # Errors
    /// A sentence saying what is wrong with it; nothing has changed then.
    pub fn commit(self, indicator: &'static Indicator, line: &SheetRow, day: Date, typed: &str) -> Result<(), String> {
        let scenario = self.scenario.get_value();
        match self.read(indicator, line, day, typed)? {
            None | Some(CellEdit::Same) => {}
            Some(CellEdit::Removed(key)) => self.app.edit(Action::RemoveFigure { scenario, key }),
            Some(CellEdit::Set(figure)) => self.app.edit(Action::SetFigure { scenario, figure, replaces: None }),
        }
        Ok(())
    }
}

/// A name that tells an indicator's subjects apart.
fn subject_name(subject: &Subject) -> &str {
    match subject {
        Subject::Measure(id) => id.as_str(),
        // An underscore is in no measure's id.
        Subject::Stage => "_stage",
    }
}
