//! When own figures were last exported. A file is the only copy that survives clearing the browser's storage.

use serde::{Deserialize, Serialize};

use super::{
    figure::Timestamp,
    history::History,
    record::{parse, stored_text},
};

/// Stored beside the envelope. If it is lost, the reminder comes too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Backup {
    /// The last export of all own figures.
    pub exported: Option<Timestamp>,
    /// When the reader last postponed the reminder.
    pub put_off: Option<Timestamp>,
}

impl Backup {
    /// Edits since the last export after which the reader is reminded.
    pub const EDITS: usize = 20;

    /// Reads [`Backup::to_text`]; anything else counts as never exported.
    pub fn parse(text: &str) -> Self {
        parse(text).unwrap_or_default()
    }

    pub fn to_text(&self) -> String {
        stored_text(self)
    }

    /// Steps since the last export; at most as many as the history has.
    pub fn edits_since(&self, history: &History) -> usize {
        history.made_after(self.exported.unwrap_or_default())
    }

    /// True after [`Backup::EDITS`] steps since the last export and the last postponement.
    pub fn is_due(&self, history: &History) -> bool {
        let since = self.exported.max(self.put_off).unwrap_or_default();
        history.made_after(since) >= Self::EDITS
    }
}
