//! Texts that are stored on every key press until they are saved or given up, so that a crash loses nothing typed.

use figures::{KeyValueStore, keys};
use leptos::prelude::*;

use crate::{browser::storage::BrowserStorage, state::use_dataset};

/// The stored draft of a field or a form. Where it cannot be stored, a banner tells the reader.
#[derive(Clone, Copy)]
pub struct FieldDraft {
    key: StoredValue<String>,
}

impl FieldDraft {
    /// `field` is unique within the list.
    pub fn of(field: &str) -> Self {
        Self { key: StoredValue::new(format!("{}{}/{field}", keys::HALF_TYPED, use_dataset().id)) }
    }

    pub fn read(self) -> Option<String> {
        self.key.with_value(|key| BrowserStorage.read(key).ok().flatten())
    }

    pub fn store(self, text: &str) {
        let _ = self.key.with_value(|key| BrowserStorage.write(key, text));
    }

    pub fn forget(self) {
        let _ = self.key.with_value(|key| BrowserStorage.remove(key));
    }
}

/// The text of a field with its stored draft.
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
