use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use words::text;

use crate::browser::clipboard;

const STATUS_DURATION: Duration = Duration::from_secs(8);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoPrompt {
    pub text: String,
    pub action: PromptAction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptAction {
    Undo,
    Redo,
}

#[derive(Clone, Copy, Default)]
pub struct Messages {
    /// Stays until it is closed.
    pub undo_prompt: RwSignal<Option<UndoPrompt>>,
    /// Disappears by itself. It never replaces the undo prompt.
    pub status: RwSignal<Option<String>>,
    prompt_for_next_page: RwSignal<Option<UndoPrompt>>,
}

impl Messages {
    pub fn show(self, text: String) {
        self.status.set(Some(text.clone()));
        let hide = move || self.status.update(|shown| *shown = shown.take().filter(|shown| *shown != text));
        set_timeout(hide, STATUS_DURATION);
    }

    /// Copies a text to the clipboard and says `success`, or that it was not possible.
    pub fn copy(self, text: String, success: String) {
        spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            self.show(if copied { success } else { text::export::no_copy().to_owned() });
        });
    }

    /// Keeps the undo prompt when the next page opens.
    pub fn keep_prompt(self) {
        self.prompt_for_next_page.set(self.undo_prompt.get_untracked());
    }

    /// Closes the undo prompt of the page before, unless it was kept.
    pub fn page_opened(self) {
        self.undo_prompt.set(self.prompt_for_next_page.write_untracked().take());
    }
}
