//! Between the notebook on the screen and the storage of the browser: loading, saving, news from other tabs.
//!
//! [`Keeper`] has the rules of what may be written; here they meet the screen.

use figures::{
    Backup, Envelope, Keeper, Notebook, Opening, QuarantinedText, Received, SaveOutcome, Shelf, Timestamp, keys,
};
use list::{Contents, DatasetId};
use words::screen;

use crate::browser::{clock, storage::LocalShelf};

/// Something about keeping own figures that the reader should know and can act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// In words.
    pub message: String,
    /// Whether what is written down now survives this visit.
    pub kept: bool,
    /// Whether a damaged text stands in the way, which the reader may give up.
    pub damaged: bool,
    /// The text to offer as a file; `None` offers the own figures as they are on the screen.
    pub file: Option<String>,
}

impl Trouble {
    fn not_kept(message: impl Into<String>) -> Self {
        Self { message: message.into(), kept: false, damaged: false, file: None }
    }
}

/// What is kept now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// When it was written.
    pub at: Timestamp,
    /// Its size in bytes.
    pub bytes: usize,
}

/// What the screen takes over after loading, saving or news.
#[derive(Debug, Default)]
pub struct News {
    /// Another content of the notebook.
    pub notebook: Option<Notebook>,
    /// The trouble there now is, if any.
    pub trouble: Option<Trouble>,
    /// A sentence to show once.
    pub told: Option<String>,
    /// What is kept now; `None` for nothing of ours.
    pub kept: Option<Kept>,
}

/// The storage with everything in it, figures for other lists too.
pub struct Keeping {
    keeper: Keeper<LocalShelf>,
    envelope: Envelope,
    dataset: DatasetId,
    trouble: Option<Trouble>,
    kept: Option<Kept>,
}

impl Keeping {
    /// Loads what is kept.
    pub fn open(dataset: DatasetId) -> (Self, News) {
        let mut keeper = Keeper::new(LocalShelf);
        let (envelope, trouble) = match keeper.load(clock::now()) {
            Opening::Fresh => (Envelope::default(), None),
            Opening::Loaded { envelope, .. } => (*envelope, None),
            Opening::SetAside { key, .. } => {
                let file = keeper
                    .quarantined()
                    .ok()
                    .and_then(|texts| texts.into_iter().find(|text| text.key == key))
                    .map(|found| found.text);
                let message = screen::storage::SET_ASIDE.to_owned();
                (Envelope::default(), Some(Trouble { message, kept: true, damaged: false, file }))
            }
            Opening::Damaged { text, .. } => {
                let message = screen::storage::DAMAGED.to_owned();
                (Envelope::default(), Some(Trouble { message, kept: false, damaged: true, file: Some(text) }))
            }
            Opening::Newer { text, .. } => {
                let message = screen::storage::NEWER.to_owned();
                (Envelope::default(), Some(Trouble { message, kept: false, damaged: false, file: Some(text) }))
            }
            Opening::Unavailable(error) => {
                (Envelope::default(), Some(Trouble::not_kept(screen::storage::unavailable(&error.to_string()))))
            }
        };
        let mut keeping = Self { keeper, envelope, dataset, trouble, kept: None };
        keeping.kept = keeping.measure();
        let news = News { notebook: Some(keeping.notebook()), ..keeping.news(None) };
        (keeping, news)
    }

    /// Writes the notebook, at once: what was entered is never only on the screen.
    pub fn save(&mut self, notebook: &Notebook) -> News {
        self.envelope.notebooks.insert(self.dataset.clone(), notebook.clone());
        let outcome = self.keeper.save(&self.envelope, clock::now());
        match outcome {
            SaveOutcome::Saved { at, bytes, ref merged, ref set_aside, was_emptied, without_history } => {
                self.kept = Some(Kept { at, bytes });
                let remarkable = merged.is_some() || set_aside.is_some() || was_emptied || without_history;
                let told = remarkable.then(|| outcome.message().to_owned());
                // A text set aside on loading stays worth telling; everything else is over once a save succeeds.
                self.trouble = self.trouble.take().filter(|trouble| trouble.kept);
                let taken_over = merged.clone().map(|merged| {
                    self.envelope = *merged;
                    self.notebook()
                });
                News { notebook: taken_over, ..self.news(told) }
            }
            // Said on loading already, with the file that is in danger.
            SaveOutcome::NotLoaded | SaveOutcome::ReadOnly if self.trouble.is_some() => self.news(None),
            failed => {
                self.trouble = Some(Trouble::not_kept(failed.message()));
                self.news(None)
            }
        }
    }

    /// Looks at what another tab has written.
    pub fn receive(&mut self, notebook: &Notebook) -> News {
        self.envelope.notebooks.insert(self.dataset.clone(), notebook.clone());
        match self.keeper.receive(&self.envelope) {
            Received::Merged { envelope, save } => {
                self.envelope = *envelope;
                let both = self.notebook();
                let saved = if save { self.save(&both) } else { self.news(None) };
                News { notebook: Some(saved.notebook.unwrap_or(both)), ..saved }
            }
            Received::Newer { .. } => {
                self.trouble = Some(Trouble::not_kept(screen::storage::NEWER));
                self.news(None)
            }
            // The next edit saves again what is on the screen, and says so.
            Received::Nothing | Received::Emptied | Received::Damaged { .. } | Received::Unavailable(_) => {
                self.news(None)
            }
        }
    }

    /// The texts that could not be read and were set aside; none where the storage cannot be asked.
    pub fn set_aside(&self) -> Vec<QuarantinedText> {
        self.keeper.quarantined().unwrap_or_default()
    }

    /// Takes a text set aside away for good.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn drop_set_aside(&self, key: &str) -> Result<(), String> {
        self.keeper.drop_quarantined(key).map_err(|error| error.to_string())
    }

    /// Lets the damaged text that blocks saving be written over, and saves.
    pub fn give_up_damaged(&mut self, notebook: &Notebook) -> News {
        self.keeper.give_up_damaged();
        self.trouble = None;
        self.save(notebook)
    }

    /// What is remembered about copies in files.
    pub fn backup(&self) -> Backup {
        let text = self.keeper.shelf().read(keys::BACKUP).ok().flatten();
        text.as_deref().map(Backup::parse).unwrap_or_default()
    }

    /// Remembers it. Where that fails, the reader is only reminded again.
    pub fn remember_backup(&self, backup: Backup) {
        let _ = self.keeper.shelf().write(keys::BACKUP, &backup.to_text());
    }

    /// What is kept, as found at the start.
    fn measure(&self) -> Option<Kept> {
        let text = self.keeper.shelf().read(keys::OWN_FIGURES).ok()??;
        (self.envelope.saved_at != Timestamp::default())
            .then_some(Kept { at: self.envelope.saved_at, bytes: text.len() })
    }

    /// Everything own as a text for a file.
    pub fn file(&self, list: &Contents) -> String {
        self.envelope.to_file(list)
    }

    fn notebook(&mut self) -> Notebook {
        self.envelope.notebook(&self.dataset).clone()
    }

    fn news(&self, told: Option<String>) -> News {
        News { notebook: None, trouble: self.trouble.clone(), told, kept: self.kept }
    }
}
