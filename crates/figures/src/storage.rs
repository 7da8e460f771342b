//! The interface to a key-value store, and the keys of this app.

/// Keys in the storage. Other apps of the same origin share it.
pub mod keys {
    pub const OWN_FIGURES: &str = "ward-indicators/own-figures";
    /// Prefix of unreadable texts that were set aside; milliseconds follow.
    pub const QUARANTINE: &str = "ward-indicators/quarantine/";
    pub const BACKUP: &str = "ward-indicators/backup";
    /// Prefix of drafts; the dataset, and the form ([`crate::FormDraft`]) or field follow.
    pub const HALF_TYPED: &str = "ward-indicators/half-typed/";
    /// `off` where the reader does not want the key `/` to open the search.
    pub const SLASH: &str = "ward-indicators/slash";
    /// Written and removed to test whether anything can be written.
    pub const PROBE: &str = "ward-indicators/probe";
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// It cannot be used (settings, private window, embedded page); with the browser's message.
    Blocked(String),
    Full,
}

/// A store of texts. [`StoreError::Full`] comes from [`KeyValueStore::write`] alone.
#[allow(clippy::missing_errors_doc, reason = "said once for all methods")]
pub trait KeyValueStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// On an error the former text stays.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys, also those of other apps.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}
