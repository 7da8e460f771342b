//! A text left in the middle of being typed: kept beside the own figures until it is taken or given up, so that a browser
//! that ends without a word costs nothing that was typed.

use figures::{KeyValueStore, keys};
use leptos::prelude::*;

use crate::{browser::storage::BrowserStorage, state::use_dataset};

/// Where one field, or one form, keeps what was typed.
#[derive(Clone, Copy)]
pub struct FieldDraft {
    key: StoredValue<String>,
}

impl FieldDraft {
    /// Of a field, by a name that no other field of the list has.
    pub fn of(field: &str) -> Self {
        let list = &use_dataset().id;
        Self { key: StoredValue::new(format!("{}{list}/{field}", keys::HALF_TYPED)) }
    }

    /// What was left there.
    pub fn read(self) -> Option<String> {
        self.key.with_value(|key| BrowserStorage.read(key).ok().flatten())
    }

    /// Keeps what stands there now. Where nothing can be kept the banner says so already.
    pub fn keep(self, text: &str) {
        let _ = self.key.with_value(|key| BrowserStorage.write(key, text));
    }

    /// The same for a field that begins with a text: that is nobody's loss.
    pub fn keep_other(self, text: &str, usual: &str) {
        if text == usual {
            self.forget();
        } else {
            self.keep(text);
        }
    }

    /// It was taken or given up. What cannot be removed comes back once more, and is given up again.
    pub fn forget(self) {
        let _ = self.key.with_value(|key| BrowserStorage.remove(key));
    }
}
