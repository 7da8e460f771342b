//! Guards the one place where own figures are kept: nothing is written before a successful load, nothing that cannot be
//! read is written over, another tab's edits are merged in, and every write is read back.
//!
//! The rules stand here, apart from the browser, so that every failure of a storage can be tested with a made-up one.

use std::fmt;

use super::{
    envelope::Envelope,
    figure::Timestamp,
    restore::{Restored, restore},
    store_outcome::{ExternalChange, LoadOutcome, QuarantinedText, SaveOutcome},
};

/// Names in the storage, which other apps of the same origin may share.
pub mod keys {
    /// The envelope.
    pub const OWN_FIGURES: &str = "ward-indicators/own-figures";
    /// Leads the names of texts set aside; milliseconds follow.
    pub const QUARANTINE: &str = "ward-indicators/quarantine/";
    /// The [`super::Backup`].
    pub const BACKUP: &str = "ward-indicators/backup";
    /// Leads the names of what was left in the middle of being typed; the list follows, and the form ([`super::super::FormDraft`])
    /// or field.
    pub const HALF_TYPED: &str = "ward-indicators/half-typed/";
    /// `off` where the reader does not want `/` to lead to the search.
    pub const SLASH: &str = "ward-indicators/slash";
    /// Written and removed to see whether anything can be written.
    pub const PROBE: &str = "ward-indicators/probe";
}

/// Why a storage did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// It cannot be used (settings, private window, embedded page); with the browser's own words.
    Blocked(String),
    /// No room.
    Full,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked(_) => "ブラウザの設定により、この端末に保存できません",
            Self::Full => "この端末の保存場所がいっぱいです",
        })
    }
}

impl std::error::Error for StoreError {}

/// A place for texts under names.
pub trait KeyValueStore {
    /// The text under a name.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a name. On an error the text there before stays.
    ///
    /// # Errors
    /// [`StoreError`].
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes a text away.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All names, also those of others.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Whether writing is allowed.
#[derive(Debug)]
enum State {
    NotLoaded,
    /// With the text last seen in the storage: what differs from it came from elsewhere.
    Writable(Option<String>),
    /// A newer version is there.
    Newer,
    /// An unreadable text is there that could not be copied.
    Damaged(String),
}

/// Guards a shelf.
#[derive(Debug)]
pub struct FigureStore<S> {
    shelf: S,
    state: State,
}

impl<S: KeyValueStore> FigureStore<S> {
    /// A keeper that has loaded nothing yet and therefore saves nothing.
    pub fn new(shelf: S) -> Self {
        Self { shelf, state: State::NotLoaded }
    }

    /// Reads what is kept. An unreadable text is copied under a name of its own at once.
    pub fn load(&mut self, now: Timestamp) -> LoadOutcome {
        let stored = match self.shelf.read(keys::OWN_FIGURES) {
            Ok(stored) => stored,
            Err(error) => {
                self.state = State::NotLoaded;
                return LoadOutcome::Unavailable(error);
            }
        };
        match restore(stored.as_deref()) {
            Restored::Fresh => {
                self.state = State::Writable(stored);
                LoadOutcome::Fresh
            }
            Restored::Loaded { envelope, repairs, migrated_from } => {
                self.state = State::Writable(stored);
                LoadOutcome::Loaded { envelope, repairs, migrated_from }
            }
            Restored::Newer { version, text } => {
                self.state = State::Newer;
                LoadOutcome::Newer { version, text }
            }
            Restored::Quarantined { text, reason } => match self.set_aside(&text, now) {
                Ok(key) => {
                    self.state = State::Writable(stored);
                    LoadOutcome::SetAside { reason, key }
                }
                Err(error) => {
                    self.state = State::Damaged(text.clone());
                    LoadOutcome::Damaged { reason, text, error }
                }
            },
        }
    }

    /// Writes the envelope, together with what another tab wrote since, and reads it back.
    pub fn save(&mut self, envelope: &Envelope, now: Timestamp) -> SaveOutcome {
        match self.try_save(envelope, now) {
            Ok(outcome) => outcome,
            Err(StoreError::Full) => SaveOutcome::Full,
            Err(StoreError::Blocked(why)) => SaveOutcome::Blocked(why),
        }
    }

    fn try_save(&mut self, mine: &Envelope, now: Timestamp) -> Result<SaveOutcome, StoreError> {
        let seen = match &self.state {
            State::Writable(seen) => seen,
            State::NotLoaded => return Ok(SaveOutcome::NotLoaded),
            State::Newer | State::Damaged(_) => return Ok(SaveOutcome::ReadOnly),
        };
        let stored = self.shelf.read(keys::OWN_FIGURES)?;
        let mut merged = None;
        let mut was_emptied = false;
        let mut set_aside = None;
        if stored != *seen {
            match restore(stored.as_deref()) {
                Restored::Fresh => was_emptied = seen.is_some(),
                Restored::Loaded { envelope: theirs, .. } => {
                    let both = mine.clone().merged(*theirs);
                    merged = (both.notebooks != mine.notebooks).then(|| Box::new(both));
                }
                Restored::Newer { .. } => {
                    self.state = State::Newer;
                    return Ok(SaveOutcome::ReadOnly);
                }
                Restored::Quarantined { text, .. } => set_aside = Some(self.set_aside(&text, now)?),
            }
        }
        let mut to_write = merged.as_deref().unwrap_or(mine).clone();
        to_write.stamp(now);
        let mut text = to_write.to_text();
        let mut without_history = false;
        if let Err(error) = self.shelf.write(keys::OWN_FIGURES, &text) {
            if error != StoreError::Full {
                return Err(error);
            }
            without_history = true;
            text = to_write.to_text_without_history();
            self.shelf.write(keys::OWN_FIGURES, &text)?;
        }
        if self.shelf.read(keys::OWN_FIGURES)?.as_ref() != Some(&text) {
            return Ok(SaveOutcome::Mismatch);
        }
        let bytes = text.len();
        self.state = State::Writable(Some(text));
        Ok(SaveOutcome::Saved { at: now, bytes, merged, without_history, was_emptied, set_aside })
    }

    /// Looks at what another tab wrote and puts both together; writes nothing.
    pub fn receive(&mut self, mine: &Envelope) -> ExternalChange {
        let State::Writable(seen) = &self.state else {
            return ExternalChange::Nothing;
        };
        let stored = match self.shelf.read(keys::OWN_FIGURES) {
            Ok(stored) => stored,
            Err(error) => return ExternalChange::Unavailable(error),
        };
        if stored == *seen {
            return ExternalChange::Nothing;
        }
        match restore(stored.as_deref()) {
            Restored::Fresh => ExternalChange::Emptied,
            Restored::Newer { version, .. } => {
                self.state = State::Newer;
                ExternalChange::Newer { version }
            }
            Restored::Quarantined { reason, .. } => ExternalChange::Damaged { reason },
            Restored::Loaded { envelope: theirs, .. } => {
                let both = mine.clone().merged((*theirs).clone());
                // Steps for undo are no reason to write: two tabs would never come to rest.
                let save = both.notebooks.iter().any(|(dataset, notebook)| {
                    let stored = theirs.notebooks.get(dataset);
                    stored.is_none_or(|stored| stored.workspace != notebook.workspace)
                });
                self.state = State::Writable(stored);
                ExternalChange::Merged { envelope: Box::new(both), save }
            }
        }
    }

    /// Allows writing over a damaged text that could not be copied. Only after the reader was offered it as a file.
    pub fn give_up_damaged(&mut self) {
        if let State::Damaged(text) = &self.state {
            self.state = State::Writable(Some(text.clone()));
        }
    }

    /// The texts set aside, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn quarantined(&self) -> Result<Vec<QuarantinedText>, StoreError> {
        let mut texts = Vec::new();
        for key in self.shelf.keys()? {
            let at = key.strip_prefix(keys::QUARANTINE).and_then(|at| at.parse().ok());
            if let Some(at) = at
                && let Some(text) = self.shelf.read(&key)?
            {
                let at = Timestamp(at);
                texts.push(QuarantinedText { key, at, text });
            }
        }
        texts.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
        Ok(texts)
    }

    /// Takes a text set aside away, at the reader's wish. Any other name is left alone.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn drop_quarantined(&self, key: &str) -> Result<(), StoreError> {
        if key.starts_with(keys::QUARANTINE) { self.shelf.remove(key) } else { Ok(()) }
    }

    /// The shelf.
    pub fn shelf(&self) -> &S {
        &self.shelf
    }

    /// Copies an unreadable text under a name of its own and returns the name; once only for equal texts.
    fn set_aside(&self, text: &str, now: Timestamp) -> Result<String, StoreError> {
        if let Some(known) = self.quarantined()?.into_iter().find(|known| known.text == text) {
            return Ok(known.key);
        }
        let mut at = now.0;
        let mut key = format!("{}{at}", keys::QUARANTINE);
        while self.shelf.read(&key)?.is_some() {
            at = at.wrapping_add(1);
            key = format!("{}{at}", keys::QUARANTINE);
        }
        self.shelf.write(&key, text)?;
        if self.shelf.read(&key)?.as_deref() == Some(text) {
            Ok(key)
        } else {
            Err(StoreError::Blocked("read back differs".to_owned()))
        }
    }
}
