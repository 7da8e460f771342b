//! When own figures last left the browser as a file: the one copy that clearing the browser does not take along.

use serde_json::{Map, Value, json};

use super::{figure::Timestamp, history::History};

/// What is remembered about copies in files. Lives beside the envelope and is of no consequence when lost: the reminder
/// then only comes early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
        let fields: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let moment = |name: &str| fields.get(name).and_then(Value::as_u64).map(Timestamp);
        Self { exported: moment("exported"), put_off: moment("put_off") }
    }

    /// The text to keep.
    pub fn to_text(&self) -> String {
        json!({
            "exported": self.exported.map(|at| at.0),
            "put_off": self.put_off.map(|at| at.0),
        })
        .to_string()
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
