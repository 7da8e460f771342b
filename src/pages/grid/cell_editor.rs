//! The state of one cell of the grid: typed text stays until it is saved or discarded.

use std::sync::Arc;

use figures::{
    Action, ExpectedInput,
    sheet::{CellEdit, SheetRow, enter},
};
use leptos::{ev, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlInputElement};
use list::{Date, Indicator};

use crate::{browser::system, controls::FieldDraft, pages::grid::grid_state::GridState};

#[derive(Debug, Clone, PartialEq, Eq)]
struct CellDraft {
    text: String,
    state: DraftState,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum DraftState {
    Typing,
    /// Typed on an earlier visit and not saved.
    Restored,
    Refused(String),
}

#[derive(Clone, Copy)]
pub struct CellEditor {
    pub grid: GridState,
    indicator: &'static Indicator,
    row: StoredValue<Arc<SheetRow>>,
    day: Date,
    saved: Memo<String>,
    /// The edit that is being typed, for the status of the row.
    pending: RwSignal<Option<CellEdit>>,
    draft: RwSignal<Option<CellDraft>>,
    stored: FieldDraft,
    /// Arrow keys move within the text instead of between cells. F2 or a letter starts this mode.
    pub is_editing: RwSignal<bool>,
}

impl CellEditor {
    pub fn new(
        grid: GridState,
        indicator: &'static Indicator,
        row: Arc<SheetRow>,
        day: Date,
        saved: Memo<String>,
        pending: RwSignal<Option<CellEdit>>,
    ) -> Self {
        let stored = FieldDraft::of(&grid.draft_name(indicator, &row, day));
        let cell = Self {
            grid,
            indicator,
            row: StoredValue::new(row),
            day,
            saved,
            pending,
            draft: RwSignal::new(None),
            stored,
            is_editing: RwSignal::new(false),
        };
        cell.restore_draft();
        // An undo, a paste or another tab changed the cell: that is newer than the typed text.
        Effect::new(move |previous: Option<()>| {
            saved.track();
            if previous.is_some() && !cell.is_editing.get_untracked() && cell.draft.read_untracked().is_some() {
                cell.drop_draft();
            }
        });
        cell
    }

    fn restore_draft(self) {
        let Some(text) = self.stored.read() else { return };
        let state = match self.check(&text) {
            Ok(None | Some(CellEdit::Same)) => return self.stored.forget(),
            Ok(edit) => {
                self.pending.set(edit);
                DraftState::Restored
            }
            Err(problem) => DraftState::Refused(problem),
        };
        self.draft.set(Some(CellDraft { text, state }));
    }

    pub fn is_stage(self) -> bool {
        self.row.with_value(|row| matches!(ExpectedInput::of(self.indicator, &row.subject), ExpectedInput::Stage))
    }

    pub fn field_id(self) -> String {
        self.row.with_value(|row| self.grid.field_id(row, self.day))
    }

    pub fn text(self) -> String {
        self.draft.read().as_ref().map_or_else(|| self.saved.get(), |draft| draft.text.clone())
    }

    pub fn error(self) -> Option<String> {
        match &self.draft.read().as_ref()?.state {
            DraftState::Refused(problem) => Some(problem.clone()),
            DraftState::Typing | DraftState::Restored => None,
        }
    }

    pub fn is_restored(self) -> bool {
        self.draft.read().as_ref().is_some_and(|draft| draft.state == DraftState::Restored)
    }

    /// The edit for a text, or its problem; `None` once the scenario is deleted.
    fn check(self, text: &str) -> Result<Option<CellEdit>, String> {
        let row = self.row.get_value();
        let edit = self.grid.with_area(|area| {
            let saved = area.scenario.figure(&row.key(self.indicator, self.day));
            enter(saved, self.indicator, &row.subject, self.day, text, system::now())
        });
        edit.transpose().map_err(|problems| words::text::figures::input_problems(&problems))
    }

    pub fn select(self) {
        self.row.with_value(|row| self.grid.select(row, self.day));
    }

    pub fn type_text(self, text: String) {
        self.stored.store(&text);
        self.is_editing.set(true);
        // A half-typed number may be invalid; errors wait until the field is left.
        self.pending.set(self.check(&text).ok().flatten());
        self.draft.set(Some(CellDraft { text, state: DraftState::Typing }));
    }

    pub fn commit(self) {
        // A field that is removed while it has the focus gets its blur event after its signals are gone.
        let Some(Some(draft)) = self.draft.try_get_untracked() else {
            let _ = self.is_editing.try_set(false);
            return;
        };
        self.is_editing.set(false);
        let edit = match self.check(&draft.text) {
            Ok(edit) => edit,
            Err(problem) => {
                self.pending.set(None);
                return self.draft.set(Some(CellDraft { state: DraftState::Refused(problem), ..draft }));
            }
        };
        let scenario = self.grid.scenario.get_value();
        match edit {
            None | Some(CellEdit::Same) => {}
            Some(CellEdit::Removed(key)) => self.grid.own.edit(Action::RemoveFigure { scenario, key }),
            Some(CellEdit::Set(figure)) => {
                self.grid.own.edit(Action::SetFigure { scenario, figure, replaces: None });
            }
        }
        self.drop_draft();
    }

    fn drop_draft(self) {
        self.stored.forget();
        self.pending.set(None);
        self.draft.set(None);
    }

    fn commit_and_move(self, rows: isize) {
        self.commit();
        self.grid.move_focus(rows, 0, false);
    }

    pub fn press_key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let (grid, is_stage, is_editing) = (self.grid, self.is_stage(), self.is_editing.get_untracked());
        let (shift, command) = (event.shift_key(), event.ctrl_key() || event.meta_key());
        match event.key().as_str() {
            "z" | "y" | "Z" | "Y" if command && is_editing => {
                // The undo of the field; the grid must not undo as well.
                event.stop_propagation();
                return;
            }
            "d" | "D" if command && !is_editing => grid.fill_down(),
            _ if command || event.alt_key() => {
                if is_stage && event.alt_key() {
                    self.is_editing.set(true);
                }
                return;
            }
            "Enter" | "ArrowUp" | "ArrowDown" if is_stage && is_editing => return,
            "Enter" => self.commit_and_move(if shift { -1 } else { 1 }),
            "ArrowUp" if shift && !is_editing => grid.move_focus(-1, 0, true),
            "ArrowDown" if shift && !is_editing => grid.move_focus(1, 0, true),
            "ArrowUp" => self.commit_and_move(-1),
            "ArrowDown" => self.commit_and_move(1),
            "ArrowLeft" if !is_editing => grid.move_focus(0, -1, shift),
            "ArrowRight" if !is_editing => grid.move_focus(0, 1, shift),
            "Home" if !is_editing => grid.move_focus(0, isize::MIN, shift),
            "End" if !is_editing => grid.move_focus(0, isize::MAX, shift),
            "Delete" if !is_editing => {
                self.drop_draft();
                grid.clear_selection();
            }
            "Escape" => {
                self.is_editing.set(false);
                self.drop_draft();
                // The field may contain text that no signal has, such as an unfinished composition.
                if let Some(field) = text_field(event) {
                    field.set_value(&self.saved.get_untracked());
                    field.select();
                }
            }
            "F2" => {
                self.is_editing.set(true);
                if let Some(field) = text_field(event) {
                    let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
                    // A field without a caret needs nothing.
                    let _ = field.set_selection_range(end, end);
                }
            }
            " " if is_stage => {
                self.is_editing.set(true);
                return;
            }
            _ => return,
        }
        event.prevent_default();
    }

    pub fn paste(self, event: &ev::ClipboardEvent) {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        // A single value is inserted like typing; a block is previewed first.
        if text.trim_end_matches(['\r', '\n']).contains(['\t', '\r', '\n']) || self.is_stage() {
            event.prevent_default();
            self.commit();
            self.grid.preview_paste(&text);
        }
    }

    pub fn copy(self, event: &ev::ClipboardEvent) {
        if self.is_editing.get_untracked() || !(self.grid.has_range() || self.is_stage()) {
            return;
        }
        if let (Some(data), Some(text)) = (event.clipboard_data(), self.grid.selection_text())
            && data.set_data("text/plain", &text).is_ok()
        {
            event.prevent_default();
        }
    }
}

/// The text field that an event came from; `None` for a stage's list.
pub fn text_field(event: &ev::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
