//! Results of loading, saving and receiving changes of another tab.

use super::{figure::Timestamp, restore::UnreadableReason, storage::StoreError};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageProblem {
    /// The stored text could not be read. It was copied to the key, and own figures are saved again.
    SetAside {
        text: String,
        key: String,
        reason: UnreadableReason,
    },
    /// Neither readable nor copied: nothing is saved until [`crate::FigureStore::overwrite_damaged`].
    Damaged {
        text: String,
        reason: UnreadableReason,
        error: StoreError,
    },
    /// A newer version of the app has written the storage: nothing is saved. `text` is what was found at the start.
    Newer {
        version: u64,
        text: Option<String>,
    },
    /// The storage could not be read at the start: nothing is saved.
    Unavailable(StoreError),
    NotSaved(SaveError),
}

impl StorageProblem {
    /// Whether own figures are saved nevertheless.
    pub fn is_saved(&self) -> bool {
        matches!(self, Self::SetAside { .. })
    }

    /// The stored text to offer as a file; `None` offers the own figures.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::SetAside { text, .. } | Self::Damaged { text, .. } => Some(text),
            Self::Newer { text, .. } => text.as_deref(),
            Self::Unavailable(_) | Self::NotSaved(_) => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastSave {
    pub at: Timestamp,
    /// Size in UTF-8 bytes.
    pub bytes: usize,
}

/// The envelope was written and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveReport {
    pub bytes: usize,
    /// Another tab had written in between; its changes were taken over.
    pub merged: bool,
    /// There was no room for the history.
    pub without_history: bool,
    /// The storage had been emptied since it was last read.
    pub was_emptied: bool,
    /// An unreadable text had been written in between and was copied to this key.
    pub set_aside: Option<String>,
}

impl SaveReport {
    pub fn is_remarkable(&self) -> bool {
        self.merged || self.without_history || self.was_emptied || self.set_aside.is_some()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// The previous text is still stored.
    Full,
    /// With the browser's message.
    Blocked(String),
    /// The text that was read back is not the text that was written.
    Mismatch,
    /// The stored text must not be overwritten: a newer version of the app wrote it, or it is damaged and not copied.
    ReadOnly,
    /// The storage could not be read at the start.
    NotLoaded,
}

impl From<StoreError> for SaveError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::Blocked(message) => Self::Blocked(message),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExternalChange {
    Nothing,
    /// Its changes were taken over. `saved` is the result of writing what it did not have, if anything.
    Merged {
        saved: Option<Result<SaveReport, SaveError>>,
    },
    /// The storage was emptied. The next save writes it again.
    Emptied,
    /// A newer version of the app has written it: nothing is saved here any more.
    Newer {
        version: u64,
    },
    /// It wrote something unreadable. The next save sets it aside.
    Damaged {
        reason: UnreadableReason,
    },
    Unavailable(StoreError),
}

/// An unreadable text that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarantinedText {
    pub key: String,
    pub at: Timestamp,
    pub text: String,
}
