//! The envelope: everything written to storage, with a format name and a version.

use std::collections::BTreeMap;

use list::{Contents, DatasetId};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{
    figure::{Timestamp, UnknownFields},
    merge::{merge_unknown, union},
    model::UnreadableParts,
    notebook::Notebook,
    record::{SortedFields, stored_text},
};

pub const FORMAT: &str = "ward-indicators/own-figures";

/// The version this app writes. Older versions are migrated step by step, newer ones are not changed.
pub const VERSION: u64 = 1;

const APP: &str = env!("CARGO_PKG_VERSION");

/// The field of exported files that names the list.
const LIST: &str = "list";

/// The notebooks of all lists used in this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub saved_at: Timestamp,
    pub app: String,
    /// Those of other lists are written back unchanged.
    pub notebooks: BTreeMap<DatasetId, Notebook>,
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

/// The stored form.
struct EnvelopeRecord<'a> {
    envelope: &'a Envelope,
    with_history: bool,
}

impl Serialize for EnvelopeRecord<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self { envelope, with_history } = *self;
        let record = |(id, notebook)| (id, NotebookRecord { notebook, with_history });
        let workspaces: BTreeMap<&DatasetId, NotebookRecord> = envelope.notebooks.iter().map(record).collect();
        let mut fields = SortedFields::begin(to, &envelope.extra)?;
        fields.add("app", &envelope.app)?;
        fields.add("format", FORMAT)?;
        fields.add("saved_at", &envelope.saved_at)?;
        fields.add_some("unreadable", envelope.unreadable.to_record())?;
        fields.add("version", &VERSION)?;
        fields.add("workspaces", &workspaces)?;
        fields.end()
    }
}

struct NotebookRecord<'a> {
    notebook: &'a Notebook,
    with_history: bool,
}

impl Serialize for NotebookRecord<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Notebook { workspace, history } = self.notebook;
        let mut fields = SortedFields::begin(to, &workspace.extra)?;
        fields.add("active", &workspace.active)?;
        fields.add_some("history", self.with_history.then(|| history.to_record()))?;
        fields.add("order", &workspace.order)?;
        fields.add("scenarios", &workspace.all().collect::<Vec<_>>())?;
        fields.add_some("unreadable", workspace.unreadable.to_record())?;
        fields.end()
    }
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
    /// The notebook of a list, added if missing.
    pub fn notebook(&mut self, dataset: &DatasetId) -> &mut Notebook {
        self.notebooks.entry(dataset.clone()).or_insert_with(|| Notebook::new(dataset.clone()))
    }

    pub fn to_text(&self) -> String {
        stored_text(&EnvelopeRecord { envelope: self, with_history: true })
    }

    pub fn to_text_without_history(&self) -> String {
        stored_text(&EnvelopeRecord { envelope: self, with_history: false })
    }

    pub(super) fn stamp(&mut self, saved_at: Timestamp) {
        self.saved_at = saved_at;
        APP.clone_into(&mut self.app);
    }

    pub fn merged(mut self, other: Self) -> Self {
        self.saved_at = self.saved_at.max(other.saved_at);
        self.app = self.app.max(other.app);
        self.unreadable.absorb(other.unreadable);
        merge_unknown(&mut self.extra, other.extra);
        union(&mut self.notebooks, other.notebooks, |mine, theirs| *mine = mine.clone().merged(theirs));
        self
    }

    /// Without deleted scenarios and history. Names the list, so that another edition of it can be recognised.
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

    /// Id and edition of the list that a file of [`Envelope::to_file`] was made with.
    pub fn list(&self) -> Option<(&str, &str)> {
        let list = self.extra.get(LIST)?;
        let text = |name: &str| list.get(name).and_then(Value::as_str);
        Some((text("id")?, text("edition")?))
    }
}
