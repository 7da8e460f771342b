//! Owner of own figures and everything stored with them: the envelope, drafts, settings.
//!
//! Nothing is written before a successful load. Nothing unreadable is overwritten. Changes of another tab are merged,
//! and every write is read back.

use list::{Contents, DatasetId};

use super::{
    action::{Action, Applied, EditError, StepNames},
    backup::Backup,
    envelope::Envelope,
    figure::Timestamp,
    notebook::Notebook,
    restore::{Restored, restore},
    storage::{KeyValueStore, StoreError, keys},
    store_outcome::{ExternalChange, LastSave, QuarantinedText, SaveError, SaveReport, StorageProblem},
};

/// Stored if the key `/` is switched off. Nothing is stored if it is on.
const OFF: &str = "off";

#[derive(Debug)]
enum StorageAccess {
    NotLoaded,
    /// The text last read from or written to storage; a different one comes from another tab.
    Writable(Option<String>),
    Newer,
    /// This unreadable text is in storage and could not be copied.
    Damaged(String),
}

#[derive(Debug)]
pub struct FigureStore<S> {
    storage: S,
    dataset: DatasetId,
    /// Always has a notebook for the dataset.
    envelope: Envelope,
    access: StorageAccess,
    problem: Option<StorageProblem>,
    last_save: Option<LastSave>,
    backup: Backup,
    step_names: StepNames,
}

/// True if no own figures were ever stored here; false if the storage cannot be read.
pub fn is_storage_empty(storage: &impl KeyValueStore) -> bool {
    storage.read(keys::OWN_FIGURES) == Ok(None)
}

impl<S: KeyValueStore> FigureStore<S> {
    /// A store with nothing in it. It saves nothing before [`Self::load`].
    pub fn new(storage: S, dataset: DatasetId, step_names: StepNames) -> Self {
        let mut envelope = Envelope::default();
        envelope.notebook(&dataset);
        Self {
            storage,
            dataset,
            envelope,
            access: StorageAccess::NotLoaded,
            problem: None,
            last_save: None,
            backup: Backup::default(),
            step_names,
        }
    }

    /// Loads the storage. An unreadable text is copied to another key at once.
    pub fn load(&mut self, now: Timestamp) {
        let backup = self.storage.read(keys::BACKUP).ok().flatten();
        self.backup = backup.as_deref().map(Backup::parse).unwrap_or_default();
        match self.storage.read(keys::OWN_FIGURES) {
            Ok(stored) => self.restore_text(stored, now),
            Err(error) => self.problem = Some(StorageProblem::Unavailable(error)),
        }
        self.envelope.notebook(&self.dataset);
    }

    fn restore_text(&mut self, stored: Option<String>, now: Timestamp) {
        match restore(stored.as_deref()) {
            Restored::Fresh => self.access = StorageAccess::Writable(stored),
            Restored::Loaded { envelope, .. } => {
                let at = envelope.saved_at;
                let bytes = stored.as_deref().map_or(0, str::len);
                self.last_save = (at != Timestamp::default()).then_some(LastSave { at, bytes });
                self.envelope = *envelope;
                self.access = StorageAccess::Writable(stored);
            }
            Restored::Newer { version, text } => {
                self.access = StorageAccess::Newer;
                self.problem = Some(StorageProblem::Newer { version, text: Some(text) });
            }
            Restored::Quarantined { text, reason } => match self.set_aside(&text, now) {
                Ok(key) => {
                    self.access = StorageAccess::Writable(stored);
                    self.problem = Some(StorageProblem::SetAside { text, key, reason });
                }
                Err(error) => {
                    self.access = StorageAccess::Damaged(text.clone());
                    self.problem = Some(StorageProblem::Damaged { text, reason, error });
                }
            },
        }
    }

    #[allow(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "`new` and `load` make it, and no merge removes one"
    )]
    pub fn notebook(&self) -> &Notebook {
        self.envelope.notebooks.get(&self.dataset).expect("a notebook for the dataset")
    }

    pub fn problem(&self) -> Option<&StorageProblem> {
        self.problem.as_ref()
    }

    pub fn is_saved(&self) -> bool {
        self.problem.as_ref().is_none_or(StorageProblem::is_saved)
    }

    /// `None` if nothing is stored.
    pub fn last_save(&self) -> Option<LastSave> {
        self.last_save
    }

    /// Edits own figures. The caller must save them at once.
    pub fn apply(&mut self, action: Action, now: Timestamp) -> Result<Applied, EditError> {
        self.envelope.notebook(&self.dataset).apply(action, now, self.step_names)
    }

    /// Writes the envelope, merged with what another tab has written since, and reads it back. [`Self::problem`] reports
    /// why nothing was saved.
    pub fn save(&mut self, now: Timestamp) -> Result<SaveReport, SaveError> {
        let result = self.try_save(now);
        match &result {
            Ok(report) => {
                self.last_save = Some(LastSave { at: now, bytes: report.bytes });
                // A text set aside on loading must still be reported; every other problem is solved.
                self.problem = self.problem.take().filter(StorageProblem::is_saved);
            }
            // The problem found on loading is more specific.
            Err(SaveError::NotLoaded | SaveError::ReadOnly) if self.problem.is_some() => {}
            Err(error) => self.problem = Some(StorageProblem::NotSaved(error.clone())),
        }
        result
    }

    fn try_save(&mut self, now: Timestamp) -> Result<SaveReport, SaveError> {
        let seen = match &self.access {
            StorageAccess::Writable(seen) => seen,
            StorageAccess::NotLoaded => return Err(SaveError::NotLoaded),
            StorageAccess::Newer | StorageAccess::Damaged(_) => return Err(SaveError::ReadOnly),
        };
        let stored = self.storage.read(keys::OWN_FIGURES)?;
        let mut report =
            SaveReport { bytes: 0, merged: false, without_history: false, was_emptied: false, set_aside: None };
        let mut to_write = self.envelope.clone();
        if stored != *seen {
            match restore(stored.as_deref()) {
                Restored::Fresh => report.was_emptied = seen.is_some(),
                Restored::Loaded { envelope: theirs, .. } => {
                    let both = to_write.clone().merged(*theirs);
                    if both.notebooks != to_write.notebooks {
                        report.merged = true;
                        to_write = both;
                    }
                }
                Restored::Newer { .. } => {
                    self.access = StorageAccess::Newer;
                    return Err(SaveError::ReadOnly);
                }
                Restored::Quarantined { text, .. } => report.set_aside = Some(self.set_aside(&text, now)?),
            }
        }
        let merged = report.merged.then(|| to_write.clone());
        to_write.stamp(now);
        let mut text = to_write.to_text();
        match self.storage.write(keys::OWN_FIGURES, &text) {
            Err(StoreError::Full) => {
                report.without_history = true;
                text = to_write.to_text_without_history();
                self.storage.write(keys::OWN_FIGURES, &text)?;
            }
            written => written?,
        }
        if self.storage.read(keys::OWN_FIGURES)?.as_ref() != Some(&text) {
            return Err(SaveError::Mismatch);
        }
        report.bytes = text.len();
        self.access = StorageAccess::Writable(Some(text));
        self.envelope = merged.unwrap_or_else(|| std::mem::take(&mut self.envelope));
        Ok(report)
    }

    /// Merges what another tab has written. Saves only if the storage lacks something.
    pub fn receive(&mut self, now: Timestamp) -> ExternalChange {
        let StorageAccess::Writable(seen) = &self.access else { return ExternalChange::Nothing };
        let stored = match self.storage.read(keys::OWN_FIGURES) {
            Ok(stored) => stored,
            Err(error) => return ExternalChange::Unavailable(error),
        };
        if stored == *seen {
            return ExternalChange::Nothing;
        }
        match restore(stored.as_deref()) {
            Restored::Fresh => ExternalChange::Emptied,
            Restored::Newer { version, .. } => {
                self.access = StorageAccess::Newer;
                self.problem = Some(StorageProblem::Newer { version, text: None });
                ExternalChange::Newer { version }
            }
            Restored::Quarantined { reason, .. } => ExternalChange::Damaged { reason },
            Restored::Loaded { envelope: theirs, .. } => {
                self.envelope = self.envelope.clone().merged((*theirs).clone());
                self.access = StorageAccess::Writable(stored);
                // A difference in the history alone is not saved, or two tabs would overwrite each other endlessly.
                let is_unsaved = self.envelope.notebooks.iter().any(|(dataset, notebook)| {
                    theirs.notebooks.get(dataset).is_none_or(|stored| stored.workspace != notebook.workspace)
                });
                ExternalChange::Merged { saved: is_unsaved.then(|| self.save(now)) }
            }
        }
    }

    /// Overwrites a damaged text that could not be copied. Call it only after the text was offered to the reader as a
    /// file.
    pub fn overwrite_damaged(&mut self, now: Timestamp) -> Result<SaveReport, SaveError> {
        if let StorageAccess::Damaged(text) = &mut self.access {
            self.access = StorageAccess::Writable(Some(std::mem::take(text)));
        }
        self.problem = None;
        self.save(now)
    }

    /// The texts set aside, oldest first.
    pub fn quarantined(&self) -> Result<Vec<QuarantinedText>, StoreError> {
        let mut texts = Vec::new();
        for key in self.storage.keys()? {
            let at = key.strip_prefix(keys::QUARANTINE).and_then(|at| at.parse().ok());
            if let Some(at) = at.map(Timestamp)
                && let Some(text) = self.storage.read(&key)?
            {
                texts.push(QuarantinedText { key, at, text });
            }
        }
        texts.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
        Ok(texts)
    }

    /// Deletes a text that was set aside, on request. Other keys are not changed.
    pub fn drop_quarantined(&self, key: &str) -> Result<(), StoreError> {
        if key.starts_with(keys::QUARANTINE) { self.storage.remove(key) } else { Ok(()) }
    }

    /// Copies an unreadable text to another key and returns the key. Equal texts are copied once.
    fn set_aside(&self, text: &str, now: Timestamp) -> Result<String, StoreError> {
        if let Some(known) = self.quarantined()?.into_iter().find(|known| known.text == text) {
            return Ok(known.key);
        }
        let mut at = now.0;
        let mut key = format!("{}{at}", keys::QUARANTINE);
        while self.storage.read(&key)?.is_some() {
            at = at.wrapping_add(1);
            key = format!("{}{at}", keys::QUARANTINE);
        }
        self.storage.write(&key, text)?;
        match self.storage.read(&key)? {
            Some(stored) if stored == text => Ok(key),
            _ => Err(StoreError::Blocked("read back differs".to_owned())),
        }
    }

    pub fn to_file(&self, list: &Contents) -> String {
        self.envelope.to_file(list)
    }

    pub fn backup(&self) -> Backup {
        self.backup
    }

    pub fn note_export(&mut self, now: Timestamp) {
        self.set_backup(Backup { exported: Some(self.after_last_edit(now)), put_off: None });
    }

    pub fn postpone_backup(&mut self, now: Timestamp) {
        self.set_backup(Backup { put_off: Some(self.after_last_edit(now)), ..self.backup });
    }

    /// The clock may have been set back since the last edit.
    fn after_last_edit(&self, now: Timestamp) -> Timestamp {
        now.after(self.notebook().workspace.latest())
    }

    fn set_backup(&mut self, backup: Backup) {
        self.backup = backup;
        // If this fails, the reader is only reminded again.
        let _ = self.storage.write(keys::BACKUP, &backup.to_text());
    }

    pub fn draft(&self, field: &str) -> Option<String> {
        self.storage.read(&self.draft_key(field)).ok().flatten()
    }

    /// Stores a draft, or removes it. If that fails, [`Self::problem`] reports it.
    pub fn set_draft(&self, field: &str, text: Option<&str>) {
        let key = self.draft_key(field);
        let _ = text.map_or_else(|| self.storage.remove(&key), |text| self.storage.write(&key, text));
    }

    fn draft_key(&self, field: &str) -> String {
        format!("{}{}/{field}", keys::HALF_TYPED, self.dataset)
    }

    pub fn is_slash_key_on(&self) -> bool {
        self.storage.read(keys::SLASH).ok().flatten().as_deref() != Some(OFF)
    }

    /// If it cannot be stored, the setting applies to this visit only.
    pub fn set_slash_key(&self, on: bool) {
        let _ = if on { self.storage.remove(keys::SLASH) } else { self.storage.write(keys::SLASH, OFF) };
    }
}
