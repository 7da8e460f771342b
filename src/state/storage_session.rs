//! Between the notebook on the screen and the storage of the browser: loading, saving, update from other tabs.
//!
//! [`FigureStore`] has the rules of what may be written; here they meet the screen.

use figures::{
    Backup, Envelope, ExternalChange, FigureStore, KeyValueStore, LoadOutcome, Notebook, QuarantinedText, SaveOutcome,
    Timestamp, keys,
};
use list::{Contents, DatasetId};
use words::text;

use crate::browser::{storage::BrowserStorage, system};

/// Something about keeping own figures that the reader should know and can act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageProblem {
    /// In words.
    pub message: String,
    /// Whether what is written down now survives this visit.
    pub kept: bool,
    /// Whether a damaged text stands in the way, which the reader may give up.
    pub damaged: bool,
    /// The text to offer as a file; `None` offers the own figures as they are on the screen.
    pub file: Option<String>,
}

impl StorageProblem {
    fn not_kept(message: impl Into<String>) -> Self {
        Self { message: message.into(), kept: false, damaged: false, file: None }
    }
}

/// What is kept now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastSave {
    /// When it was written.
    pub at: Timestamp,
    /// Its size in bytes.
    pub bytes: usize,
}

/// What the screen takes over after loading, saving or update.
#[derive(Debug, Default)]
pub struct StorageUpdate {
    /// Another content of the notebook.
    pub notebook: Option<Notebook>,
    /// The storage_problem there now is, if any.
    pub storage_problem: Option<StorageProblem>,
    /// A sentence to show once.
    pub told: Option<String>,
    /// What is kept now; `None` for nothing of ours.
    pub kept: Option<LastSave>,
}

/// The storage with everything in it, figures for other lists too.
pub struct StorageSession {
    store: FigureStore<BrowserStorage>,
    envelope: Envelope,
    dataset: DatasetId,
    storage_problem: Option<StorageProblem>,
    kept: Option<LastSave>,
}

impl StorageSession {
    /// Loads what is kept.
    pub fn open(dataset: DatasetId) -> (Self, StorageUpdate) {
        let mut store = FigureStore::new(BrowserStorage);
        let (envelope, storage_problem) = match store.load(system::now()) {
            LoadOutcome::Fresh => (Envelope::default(), None),
            LoadOutcome::Loaded { envelope, .. } => (*envelope, None),
            LoadOutcome::SetAside { key, .. } => {
                let file = store
                    .quarantined()
                    .ok()
                    .and_then(|texts| texts.into_iter().find(|text| text.key == key))
                    .map(|found| found.text);
                let message = text::storage::set_aside().to_owned();
                (Envelope::default(), Some(StorageProblem { message, kept: true, damaged: false, file }))
            }
            LoadOutcome::Damaged { text, .. } => {
                let message = text::storage::damaged().to_owned();
                (Envelope::default(), Some(StorageProblem { message, kept: false, damaged: true, file: Some(text) }))
            }
            LoadOutcome::Newer { text, .. } => {
                let message = text::storage::newer().to_owned();
                (Envelope::default(), Some(StorageProblem { message, kept: false, damaged: false, file: Some(text) }))
            }
            LoadOutcome::Unavailable(error) => {
                (Envelope::default(), Some(StorageProblem::not_kept(text::storage::unavailable(error.to_string()))))
            }
        };
        let mut session = Self { store, envelope, dataset, storage_problem, kept: None };
        session.kept = session.measure();
        let update = StorageUpdate { notebook: Some(session.notebook()), ..session.update(None) };
        (session, update)
    }

    /// Writes the notebook, at once: what was entered is never only on the screen.
    pub fn save(&mut self, notebook: &Notebook) -> StorageUpdate {
        self.envelope.notebooks.insert(self.dataset.clone(), notebook.clone());
        let outcome = self.store.save(&self.envelope, system::now());
        match outcome {
            SaveOutcome::Saved { at, bytes, ref merged, ref set_aside, was_emptied, without_history } => {
                self.kept = Some(LastSave { at, bytes });
                let remarkable = merged.is_some() || set_aside.is_some() || was_emptied || without_history;
                let told = remarkable.then(|| outcome.message().to_owned());
                // A text set aside on loading stays worth telling; everything else is over once a save succeeds.
                self.storage_problem = self.storage_problem.take().filter(|storage_problem| storage_problem.kept);
                let taken_over = merged.clone().map(|merged| {
                    self.envelope = *merged;
                    self.notebook()
                });
                StorageUpdate { notebook: taken_over, ..self.update(told) }
            }
            // Said on loading already, with the file that is in danger.
            SaveOutcome::NotLoaded | SaveOutcome::ReadOnly if self.storage_problem.is_some() => self.update(None),
            failed => {
                self.storage_problem = Some(StorageProblem::not_kept(failed.message()));
                self.update(None)
            }
        }
    }

    /// Looks at what another tab has written.
    pub fn receive(&mut self, notebook: &Notebook) -> StorageUpdate {
        self.envelope.notebooks.insert(self.dataset.clone(), notebook.clone());
        match self.store.receive(&self.envelope) {
            ExternalChange::Merged { envelope, save } => {
                self.envelope = *envelope;
                let both = self.notebook();
                let saved = if save { self.save(&both) } else { self.update(None) };
                StorageUpdate { notebook: Some(saved.notebook.unwrap_or(both)), ..saved }
            }
            ExternalChange::Newer { .. } => {
                self.storage_problem = Some(StorageProblem::not_kept(text::storage::newer()));
                self.update(None)
            }
            // The next edit saves again what is on the screen, and says so.
            ExternalChange::Nothing
            | ExternalChange::Emptied
            | ExternalChange::Damaged { .. }
            | ExternalChange::Unavailable(_) => self.update(None),
        }
    }

    /// The texts that could not be read and were set aside; none where the storage cannot be asked.
    pub fn set_aside(&self) -> Vec<QuarantinedText> {
        self.store.quarantined().unwrap_or_default()
    }

    /// Takes a text set aside away for good.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn drop_set_aside(&self, key: &str) -> Result<(), String> {
        self.store.drop_quarantined(key).map_err(|error| error.to_string())
    }

    /// Lets the damaged text that blocks saving be written over, and saves.
    pub fn give_up_damaged(&mut self, notebook: &Notebook) -> StorageUpdate {
        self.store.give_up_damaged();
        self.storage_problem = None;
        self.save(notebook)
    }

    /// What is remembered about copies in files.
    pub fn backup(&self) -> Backup {
        let text = self.store.shelf().read(keys::BACKUP).ok().flatten();
        text.as_deref().map(Backup::parse).unwrap_or_default()
    }

    /// Remembers it. Where that fails, the reader is only reminded again.
    pub fn remember_backup(&self, backup: Backup) {
        let _ = self.store.shelf().write(keys::BACKUP, &backup.to_text());
    }

    /// What is kept, as found at the start.
    fn measure(&self) -> Option<LastSave> {
        let text = self.store.shelf().read(keys::OWN_FIGURES).ok()??;
        (self.envelope.saved_at != Timestamp::default())
            .then_some(LastSave { at: self.envelope.saved_at, bytes: text.len() })
    }

    /// Everything own as a text for a file.
    pub fn file(&self, list: &Contents) -> String {
        self.envelope.to_file(list)
    }

    fn notebook(&mut self) -> Notebook {
        self.envelope.notebook(&self.dataset).clone()
    }

    fn update(&self, told: Option<String>) -> StorageUpdate {
        StorageUpdate { notebook: None, storage_problem: self.storage_problem.clone(), told, kept: self.kept }
    }
}
