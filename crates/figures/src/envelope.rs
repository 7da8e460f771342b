//! The envelope: what is written to storage, with a format name and a version.

use std::collections::BTreeMap;

use list::{Contents, DatasetId};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    figure::{Timestamp, UnknownFields},
    history::HistoryRecord,
    merge::{merge_unknown, union},
    model::{ActiveScenario, Scenario, ScenarioOrder, UnreadableParts},
    notebook::Notebook,
    record::stored_text,
};

pub const FORMAT: &str = "ward-indicators/own-figures";

/// The version this app writes. Older ones are migrated step by step, newer ones are not changed.
pub const VERSION: u64 = 1;

const APP: &str = env!("CARGO_PKG_VERSION");

/// The field of files that names the list.
const LIST: &str = "list";

/// The notebooks of all datasets ever worked on in this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub saved_at: Timestamp,
    pub app: String,
    /// By dataset. Those of other datasets are written back unchanged.
    pub notebooks: BTreeMap<DatasetId, Notebook>,
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

/// The stored form. Unknown fields come first, so that a known field replaces an unknown one of the same name.
#[derive(Serialize)]
struct EnvelopeRecord<'a> {
    #[serde(flatten)]
    extra: &'a UnknownFields,
    app: &'a str,
    format: &'a str,
    saved_at: Timestamp,
    #[serde(skip_serializing_if = "UnreadableParts::is_empty")]
    unreadable: &'a UnreadableParts,
    version: u64,
    workspaces: BTreeMap<&'a str, NotebookRecord<'a>>,
}

#[derive(Serialize)]
struct NotebookRecord<'a> {
    #[serde(flatten)]
    extra: &'a UnknownFields,
    active: &'a ActiveScenario,
    #[serde(skip_serializing_if = "Option::is_none")]
    history: Option<HistoryRecord<'a>>,
    order: &'a ScenarioOrder,
    scenarios: Vec<&'a Scenario>,
    #[serde(skip_serializing_if = "UnreadableParts::is_empty")]
    unreadable: &'a UnreadableParts,
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

    pub fn to_text(&self) -> String {
        self.written(true)
    }

    pub fn to_text_without_history(&self) -> String {
        self.written(false)
    }

    fn written<'a>(&'a self, with_history: bool) -> String {
        let record = |(id, Notebook { workspace, history }): (&'a DatasetId, &'a Notebook)| {
            let record = NotebookRecord {
                extra: &workspace.extra,
                active: &workspace.active,
                history: with_history.then(|| history.to_record()),
                order: &workspace.order,
                scenarios: workspace.all().collect(),
                unreadable: &workspace.unreadable,
            };
            (id.as_str(), record)
        };
        stored_text(&EnvelopeRecord {
            extra: &self.extra,
            app: &self.app,
            format: FORMAT,
            saved_at: self.saved_at,
            unreadable: &self.unreadable,
            version: VERSION,
            workspaces: self.notebooks.iter().map(record).collect(),
        })
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
