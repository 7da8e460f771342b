//! When own figures were last exported: the only copy that survives clearing the browser's storage.

use serde::{Deserialize, Serialize};

use super::{
    figure::Timestamp,
    history::History,
    record::{parse, stored_text},
};

/// Stored beside the envelope. When it is lost, the reminder only comes early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Backup {
    /// The last file with everything own in it.
    pub exported: Option<Timestamp>,
    /// The last time the reader put the reminder off.
    pub put_off: Option<Timestamp>,
}

impl Backup {
    /// Edits without a file after which the reader is reminded.
    pub const EDITS: usize = 20;

    /// Reads [`Backup::to_text`]; anything else counts as never.
    pub fn parse(text: &str) -> Self {
        parse(text).unwrap_or_default()
    }

    pub fn to_text(&self) -> String {
        stored_text(self)
    }

    /// Steps made since the last file; at most as many as the history keeps.
    pub fn edits_since(&self, history: &History) -> usize {
        history.made_after(self.exported.unwrap_or_default())
    }

    /// Whether it is time to remind the reader: [`Backup::EDITS`] steps since the last file and since the last "later".
    pub fn is_due(&self, history: &History) -> bool {
        let since = self.exported.max(self.put_off).unwrap_or_default();
        history.made_after(since) >= Self::EDITS
    }
}
