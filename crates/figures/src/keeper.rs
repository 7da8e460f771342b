//! Guards the one place where own figures are kept: nothing is written before a successful load, nothing that cannot be
//! read is written over, another tab's edits are merged in, and every write is read back.
//!
//! The rules stand here, apart from the browser, so that every failure of a storage can be tested with a made-up one.

use std::fmt;

use super::{
    encode::Steps,
    envelope::{APP, Envelope},
    figure::Timestamp,
    kept::{Opening, QuarantinedText, Received, SaveOutcome},
    restore::{Restored, restore},
};

/// Names in the storage, which other apps of the same origin may share.
pub mod keys {
    /// The envelope.
    pub const OWN_FIGURES: &str = "ward-indicators/own-figures";
    /// Leads the names of texts set aside; milliseconds follow.
    pub const QUARANTINE: &str = "ward-indicators/quarantine/";
    /// The [`super::Backup`].
    pub const BACKUP: &str = "ward-indicators/backup";
    /// Leads the names of what was left in the middle of being typed; the list follows, and the form ([`super::super::HalfTyped`])
    /// or field.
    pub const HALF_TYPED: &str = "ward-indicators/half-typed/";
    /// `off` where the reader does not want `/` to lead to the search.
    pub const SLASH: &str = "ward-indicators/slash";
    /// Written and removed to see whether anything can be written.
    pub const PROBE: &str = "ward-indicators/probe";
}

/// Why a storage did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfError {
    /// It cannot be used (settings, private window, embedded page); with the browser's own words.
    Blocked(String),
    /// No room.
    Full,
}

impl fmt::Display for ShelfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked(_) => "ブラウザの設定により、この端末に保存できません",
            Self::Full => "この端末の保存場所がいっぱいです",
        })
    }
}

impl std::error::Error for ShelfError {}

/// A place for texts under names.
pub trait Shelf {
    /// The text under a name.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// Puts a text under a name. On an error the text there before stays.
    ///
    /// # Errors
    /// [`ShelfError`].
    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError>;

    /// Takes a text away.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), ShelfError>;

    /// All names, also those of others.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
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
pub struct Keeper<S> {
    shelf: S,
    state: State,
}

impl<S: Shelf> Keeper<S> {
    /// A keeper that has loaded nothing yet and therefore saves nothing.
    pub fn new(shelf: S) -> Self {
        Self { shelf, state: State::NotLoaded }
    }

    /// Reads what is kept. An unreadable text is copied under a name of its own at once.
    pub fn load(&mut self, now: Timestamp) -> Opening {
        let stored = match self.shelf.read(keys::OWN_FIGURES) {
            Ok(stored) => stored,
            Err(error) => {
                self.state = State::NotLoaded;
                return Opening::Unavailable(error);
            }
        };
        match restore(stored.as_deref()) {
            Restored::Fresh => {
                self.state = State::Writable(stored);
                Opening::Fresh
            }
            Restored::Loaded { envelope, repairs, migrated_from } => {
                self.state = State::Writable(stored);
                Opening::Loaded { envelope, repairs, migrated_from }
            }
            Restored::Newer { version, text } => {
                self.state = State::Newer;
                Opening::Newer { version, text }
            }
            Restored::Quarantined { text, reason } => match self.set_aside(&text, now) {
                Ok(key) => {
                    self.state = State::Writable(stored);
                    Opening::SetAside { reason, key }
                }
                Err(error) => {
                    self.state = State::Damaged(text.clone());
                    Opening::Damaged { reason, text, error }
                }
            },
        }
    }

    /// Writes the envelope, together with what another tab wrote since, and reads it back.
    pub fn save(&mut self, envelope: &Envelope, now: Timestamp) -> SaveOutcome {
        match self.try_save(envelope, now) {
            Ok(outcome) => outcome,
            Err(ShelfError::Full) => SaveOutcome::Full,
            Err(ShelfError::Blocked(why)) => SaveOutcome::Blocked(why),
        }
    }

    fn try_save(&mut self, mine: &Envelope, now: Timestamp) -> Result<SaveOutcome, ShelfError> {
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
        let to_write = merged.as_deref().unwrap_or(mine);
        let mut text = to_write.written(now, APP, Steps::Latest);
        let mut without_history = false;
        if let Err(error) = self.shelf.write(keys::OWN_FIGURES, &text) {
            if error != ShelfError::Full {
                return Err(error);
            }
            without_history = true;
            text = to_write.written(now, APP, Steps::LeftOut);
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
    pub fn receive(&mut self, mine: &Envelope) -> Received {
        let State::Writable(seen) = &self.state else {
            return Received::Nothing;
        };
        let stored = match self.shelf.read(keys::OWN_FIGURES) {
            Ok(stored) => stored,
            Err(error) => return Received::Unavailable(error),
        };
        if stored == *seen {
            return Received::Nothing;
        }
        match restore(stored.as_deref()) {
            Restored::Fresh => Received::Emptied,
            Restored::Newer { version, .. } => {
                self.state = State::Newer;
                Received::Newer { version }
            }
            Restored::Quarantined { reason, .. } => Received::Damaged { reason },
            Restored::Loaded { envelope: theirs, .. } => {
                let both = mine.clone().merged((*theirs).clone());
                // Steps for undo are no reason to write: two tabs would never come to rest.
                let save = both.notebooks.iter().any(|(dataset, notebook)| {
                    let stored = theirs.notebooks.get(dataset);
                    stored.is_none_or(|stored| stored.workspace != notebook.workspace)
                });
                self.state = State::Writable(stored);
                Received::Merged { envelope: Box::new(both), save }
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
    /// [`ShelfError::Blocked`].
    pub fn quarantined(&self) -> Result<Vec<QuarantinedText>, ShelfError> {
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
    /// [`ShelfError::Blocked`].
    pub fn drop_quarantined(&self, key: &str) -> Result<(), ShelfError> {
        if key.starts_with(keys::QUARANTINE) { self.shelf.remove(key) } else { Ok(()) }
    }

    /// The shelf.
    pub fn shelf(&self) -> &S {
        &self.shelf
    }

    /// Copies an unreadable text under a name of its own and returns the name; once only for equal texts.
    fn set_aside(&self, text: &str, now: Timestamp) -> Result<String, ShelfError> {
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
            Err(ShelfError::Blocked("read back differs".to_owned()))
        }
    }
}
