//! The interface to a key-value store, and the keys of this app.

/// Keys in the storage. Other apps of the same origin share it.
pub mod keys {
    pub const OWN_FIGURES: &str = "ward-indicators/own-figures";
    /// Prefix of unreadable texts that were set aside; milliseconds follow.
    pub const QUARANTINE: &str = "ward-indicators/quarantine/";
    pub const BACKUP: &str = "ward-indicators/backup";
    /// Prefix of drafts; the dataset, and the form ([`crate::FormDraft`]) or field follow.
    pub const HALF_TYPED: &str = "ward-indicators/half-typed/";
    /// `off` if the key `/` must not open the search.
    pub const SLASH: &str = "ward-indicators/slash";
    /// Written and removed to test whether the storage is writable.
    pub const PROBE: &str = "ward-indicators/probe";
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The storage is unavailable (settings, private window, embedded page); with the browser's message.
    Blocked(String),
    Full,
}

/// [`StoreError::Full`] is only returned by [`KeyValueStore::write`].
pub trait KeyValueStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// On an error the previous text stays.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys, including those of other apps.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}
