//! The envelope: the one thing that is written to storage, with a format name and a version on it.

use std::collections::BTreeMap;

use list::{Contents, DatasetId};
use serde_json::{Value, json};

use super::{
    edit::Notebook,
    encode::{self, EnvelopeFields, Steps},
    figure::{Timestamp, UnknownFields},
    model::UnreadableParts,
};

/// The format's name in every envelope.
pub const FORMAT: &str = "ward-indicators/own-figures";

/// The version this program writes. Older ones are migrated step by step, newer ones are left alone.
pub const VERSION: u64 = 1;

/// This program's version.
pub(super) const APP: &str = env!("CARGO_PKG_VERSION");

/// The field of files that names the list.
const LIST: &str = "list";

/// The notebooks of all datasets ever worked on in this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// When it was last saved.
    pub saved_at: Timestamp,
    /// The program version that saved it.
    pub app: String,
    /// By dataset. Those of other datasets are carried along.
    pub notebooks: BTreeMap<DatasetId, Notebook>,
    /// Notebooks that could not be read.
    pub unreadable: UnreadableParts,
    /// Unknown fields.
    pub extra: UnknownFields,
}

impl Default for Envelope {
    fn default() -> Self {
        Self {
            saved_at: Timestamp::default(),
            app: APP.to_owned(),
            notebooks: BTreeMap::new(),
            unreadable: UnreadableParts::default(),
            extra: UnknownFields::new(),
        }
    }
}

impl Envelope {
    /// The notebook for a dataset, made where there is none yet.
    pub fn notebook(&mut self, dataset: &DatasetId) -> &mut Notebook {
        self.notebooks.entry(dataset.clone()).or_insert_with(|| Notebook::new(dataset.clone()))
    }

    /// The text to keep, with the latest steps.
    pub fn to_text(&self) -> String {
        self.written(self.saved_at, &self.app, Steps::Latest)
    }

    /// The text to keep where there is no room for the steps.
    pub fn to_text_without_history(&self) -> String {
        self.written(self.saved_at, &self.app, Steps::SkipReason)
    }

    /// The text of a file to keep or hand on: what is there now, without what was deleted and without steps, and with
    /// the name of the list, so that another edition of it can be told apart.
    pub fn to_file(&self, list: &Contents) -> String {
        let mut file = self.clone();
        for notebook in file.notebooks.values_mut() {
            notebook.workspace.purge(Timestamp(u64::MAX));
        }
        file.extra.insert(
            LIST.to_owned(),
            json!({
                "id": list.id.as_str(),
                "title": list.document.title.concat(),
                "edition": list.document.edition,
            }),
        );
        file.to_text_without_history()
    }

    /// The list a file of [`Envelope::to_file`] was made with: its id and edition.
    pub fn list(&self) -> Option<(&str, &str)> {
        let list = self.extra.get(LIST)?;
        let text = |name: &str| list.get(name).and_then(Value::as_str);
        Some((text("id")?, text("edition")?))
    }

    /// The text with the moment and the program version it is saved with.
    pub(super) fn written(&self, saved_at: Timestamp, app: &str, steps: Steps) -> String {
        encode::text(&EnvelopeFields { envelope: self, saved_at, app, steps })
    }
}
