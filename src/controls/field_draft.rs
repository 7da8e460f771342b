//! Texts that are stored on every key press until they are saved or discarded, so that a crash loses nothing.

use leptos::prelude::*;

use crate::state::{Figures, use_figures};

/// The stored draft of a field or a form. Where it cannot be stored, a banner tells the reader.
#[derive(Clone, Copy)]
pub struct FieldDraft {
    figures: Figures,
    field: StoredValue<String>,
}

impl FieldDraft {
    /// `field` is unique within the list.
    pub fn of(field: &str) -> Self {
        Self { figures: use_figures(), field: StoredValue::new(field.to_owned()) }
    }

    pub fn read(self) -> Option<String> {
        self.figures.store.with_untracked(|store| self.field.with_value(|field| store.draft(field)))
    }

    pub fn store(self, text: &str) {
        self.set(Some(text));
    }

    pub fn forget(self) {
        self.set(None);
    }

    fn set(self, text: Option<&str>) {
        self.figures.store.with_untracked(|store| self.field.with_value(|field| store.set_draft(field, text)));
    }
}

#[derive(Clone, Copy)]
pub struct DraftText {
    pub text: RwSignal<String>,
    draft: FieldDraft,
    saved: StoredValue<String>,
}

impl DraftText {
    /// Begins with the stored draft, or else with the saved text.
    pub fn new(draft: FieldDraft, saved: String) -> Self {
        let text = RwSignal::new(draft.read().unwrap_or_else(|| saved.clone()));
        Self { text, draft, saved: StoredValue::new(saved) }
    }

    /// Takes a typed text. The saved text is not stored as a draft.
    pub fn set(self, text: String) {
        if self.saved.with_value(|saved| *saved == text) {
            self.draft.forget();
        } else {
            self.draft.store(&text);
        }
        self.text.set(text);
    }

    pub fn forget(self) {
        self.draft.forget();
    }
}
