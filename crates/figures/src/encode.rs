//! The written form of own figures: JSON, written straight from what is in memory.
//!
//! Known fields stand in place of unknown ones of the same name, so a reader of this version's files finds each field
//! once. Object keys come out sorted: equal data gives equal text.
//!
//! Numbers in unknown fields come back to the digit, because the JSON library is built to keep numbers as they are
//! written (`arbitrary_precision`).

use std::{collections::btree_map, iter::Peekable};

use list::Dataset;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::{
    edit::Notebook,
    envelope::{Envelope, FORMAT, VERSION},
    figure::{Figure, FigureKey, FigureValue, Subject, Timestamp, UnknownFields, stage_code},
    history::{History, HistoryChange, HistoryStep},
    model::{Entry, HeaderContent, Scenario, ScenarioId, Stamped, UnreadableParts},
};

/// How many bytes of text the steps of one notebook may take in storage. The oldest are left out beyond it.
const HISTORY_BYTES: usize = 300_000;

/// Whether the steps are written along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Steps {
    /// The latest ones, as far as they fit.
    Latest,
    /// None.
    SkipReason,
}

/// The text of anything below.
pub(super) fn text(written: &impl Serialize) -> String {
    // Proven: every key is a string, no value here refuses to be written, and a text takes any amount.
    serde_json::to_string(written).expect("written forms can be written")
}

// ---- how it is written ------------------------------------------------------------------------------------------------

/// An object of known fields, put in the order of their names, and the unknown ones between them.
struct Fields<'a, M> {
    map: M,
    unknown: Peekable<btree_map::Iter<'a, String, Value>>,
}

impl<'a, M: SerializeMap> Fields<'a, M> {
    fn begin<S>(to: S, unknown: &'a UnknownFields) -> Result<Self, S::Error>
    where
        S: Serializer<SerializeMap = M>,
    {
        Ok(Self { map: to.serialize_map(None)?, unknown: unknown.iter().peekable() })
    }

    fn put(&mut self, name: &'static str, value: &impl Serialize) -> Result<(), M::Error> {
        while let Some((name, value)) = self.unknown.next_if(|(other, _)| other.as_str() < name) {
            self.map.serialize_entry(name, value)?;
        }
        self.unknown.next_if(|(other, _)| *other == name);
        self.map.serialize_entry(name, value)
    }

    /// The parts that could not be read, where there are any.
    fn put_unreadable(&mut self, parts: &UnreadableParts) -> Result<(), M::Error> {
        if parts.is_empty() {
            return Ok(());
        }
        self.put("unreadable", &List(|| parts.iter()))
    }

    fn end(mut self) -> Result<M::Ok, M::Error> {
        for (name, value) in self.unknown {
            self.map.serialize_entry(name, value)?;
        }
        self.map.end()
    }
}

/// An array of what comes when called.
struct List<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

// ---- what is written --------------------------------------------------------------------------------------------------

/// A key, with the moment where it is one of a removed figure.
#[derive(Serialize)]
struct KeyFields<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<u64>,
    date: String,
    indicator: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<&'a str>,
}

fn key_fields(key: &FigureKey, removed: Option<Timestamp>) -> KeyFields<'_> {
    KeyFields {
        at: removed.map(|at| at.0),
        date: key.date.iso(),
        indicator: key.indicator.as_str(),
        measure: match &key.subject {
            Subject::Measure(measure) => Some(measure.as_str()),
            Subject::Stage => None,
        },
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        figure_fields(self, &self.extra, Some(self.edited), to)
    }
}

fn figure_fields<S: Serializer>(
    figure: &Figure,
    unknown: &UnknownFields,
    edited: Option<Timestamp>,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut fields = Fields::begin(to, unknown)?;
    if let FigureValue::Amount { number, .. } = &figure.value {
        fields.put("amount", number)?;
    }
    fields.put("basis", &figure.basis.code())?;
    fields.put("date", &figure.date.iso())?;
    if let Some(edited) = edited {
        fields.put("edited", &edited.0)?;
    }
    fields.put("indicator", &figure.indicator.as_str())?;
    if let FigureValue::Amount { measure, .. } = &figure.value {
        fields.put("measure", &measure.as_str())?;
    }
    if !figure.note.is_empty() {
        fields.put("note", &figure.note)?;
    }
    if let Some(source) = &figure.source {
        fields.put("source", &source.as_str())?;
    }
    match &figure.value {
        FigureValue::Amount { unit, .. } => fields.put("unit", unit)?,
        FigureValue::Stage(stage) => fields.put("stage", &stage_code(*stage))?,
    }
    fields.end()
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let header = &self.header.value;
        let removed = || {
            self.entries().filter_map(|(key, entry)| match entry {
                Entry::Live(_) => None,
                Entry::Removed(at) => Some(key_fields(key, Some(*at))),
            })
        };
        let mut fields = Fields::begin(to, &self.extra)?;
        fields.put("deleted", &!header.present)?;
        fields.put("description", &header.description)?;
        fields.put("edited", &self.header.at.0)?;
        fields.put("figures", &List(|| self.figures()))?;
        fields.put("id", &self.id.as_str())?;
        fields.put("mark", &header.mark.code())?;
        fields.put("name", &header.name)?;
        fields.put("removed", &List(removed))?;
        fields.put_unreadable(&self.unreadable)?;
        fields.end()
    }
}

#[derive(Serialize)]
struct ActiveFields<'a> {
    at: u64,
    id: &'a str,
}

fn ids(ids: &[ScenarioId]) -> Vec<&str> {
    ids.iter().map(ScenarioId::as_str).collect()
}

#[derive(Serialize)]
struct OrderFields<'a> {
    at: u64,
    ids: Vec<&'a str>,
}

/// A notebook, without its dataset's id, which is the name it stands under.
struct NotebookFields<'a>(&'a Notebook, Steps);

impl Serialize for NotebookFields<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(Notebook { workspace, history }, steps) = self;
        let Stamped { at, value: active } = &workspace.active;
        let active = ActiveFields { at: at.0, id: active.as_str() };
        let Stamped { at, value: order } = &workspace.order;
        let order = OrderFields { at: at.0, ids: ids(order) };
        let mut fields = Fields::begin(to, &workspace.extra)?;
        fields.put("active", &active)?;
        if *steps == Steps::Latest {
            fields.put("history", &history_fields(history))?;
        }
        fields.put("order", &order)?;
        fields.put("scenarios", &List(|| workspace.all()))?;
        fields.put_unreadable(&workspace.unreadable)?;
        fields.end()
    }
}

#[derive(Serialize)]
struct HistoryFields<'a> {
    done: &'a [HistoryStep],
    undone: &'a [HistoryStep],
}

fn history_fields(history: &History) -> HistoryFields<'_> {
    let mut budget = HISTORY_BYTES;
    HistoryFields { done: latest_steps(&history.done, &mut budget), undone: latest_steps(&history.undone, &mut budget) }
}

/// The latest of the steps (oldest first) that fit into the rest of `budget`.
fn latest_steps<'a>(steps: &'a [HistoryStep], budget: &mut usize) -> &'a [HistoryStep] {
    let fits = |step: &&HistoryStep| {
        let rest = budget.checked_sub(text(*step).len());
        *budget = rest.unwrap_or(*budget);
        rest.is_some()
    };
    let count = steps.iter().rev().take_while(fits).count();
    steps.split_at(steps.len() - count).1
}

impl Serialize for HistoryStep {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct StepFields<'a> {
            at: u64,
            changes: &'a [HistoryChange],
            name: &'a str,
        }
        StepFields { at: self.at.0, changes: &self.changes, name: &self.name }.serialize(to)
    }
}

#[derive(Serialize)]
struct HeaderFields<'a> {
    deleted: bool,
    description: &'a str,
    mark: &'static str,
    name: &'a str,
}

fn header_fields(content: &HeaderContent) -> HeaderFields<'_> {
    HeaderFields {
        deleted: !content.present,
        description: &content.description,
        mark: content.mark.code(),
        name: &content.name,
    }
}

#[derive(Serialize)]
struct BeforeAfter<T> {
    after: T,
    before: T,
}

/// The written forms of a [`HistoryChange`], told apart by the field that only one of them has.
#[derive(Serialize)]
#[serde(untagged)]
enum ChangeFields<'a> {
    Figure { after: Option<&'a Figure>, before: Option<&'a Figure>, figure: KeyFields<'a>, scenario: &'a str },
    Header { after: HeaderFields<'a>, before: HeaderFields<'a>, header: &'a str },
    Order { order: BeforeAfter<Vec<&'a str>> },
}

impl Serialize for HistoryChange {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Figure { scenario, key, before, after } => ChangeFields::Figure {
                after: after.as_deref(),
                before: before.as_deref(),
                figure: key_fields(key, None),
                scenario: scenario.as_str(),
            },
            Self::Header { scenario, before, after } => ChangeFields::Header {
                after: header_fields(after),
                before: header_fields(before),
                header: scenario.as_str(),
            },
            Self::Order { before, after } => {
                ChangeFields::Order { order: BeforeAfter { after: ids(after), before: ids(before) } }
            }
        }
        .serialize(to)
    }
}

/// An envelope with the moment and the program version it is saved with.
pub(super) struct EnvelopeFields<'a> {
    pub envelope: &'a Envelope,
    pub saved_at: Timestamp,
    pub app: &'a str,
    pub steps: Steps,
}

impl Serialize for EnvelopeFields<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        /// The notebooks by dataset.
        struct Notebooks<'a>(&'a EnvelopeFields<'a>);
        impl Serialize for Notebooks<'_> {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let notebooks = self.0.envelope.notebooks.iter();
                to.collect_map(notebooks.map(|(id, notebook)| (id.as_str(), NotebookFields(notebook, self.0.steps))))
            }
        }
        let mut fields = Fields::begin(to, &self.envelope.extra)?;
        fields.put("app", &self.app)?;
        fields.put("format", &FORMAT)?;
        fields.put("saved_at", &self.saved_at.0)?;
        fields.put_unreadable(&self.envelope.unreadable)?;
        fields.put("version", &VERSION)?;
        fields.put("workspaces", &Notebooks(self))?;
        fields.end()
    }
}

/// A scenario for handing on by link: what it says, without when it was written and without unknown fields.
pub(super) struct SharedFields<'a>(pub &'a Scenario, pub &'a Dataset);

impl Serialize for SharedFields<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        struct SharedFigure<'a>(&'a Figure);
        impl Serialize for SharedFigure<'_> {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                figure_fields(self.0, &UnknownFields::new(), None, to)
            }
        }
        let Self(scenario, dataset) = self;
        let none = UnknownFields::new();
        let mut fields = Fields::begin(to, &none)?;
        fields.put("dataset", &dataset.id.as_str())?;
        fields.put("description", &scenario.header.value.description)?;
        fields.put("edition", &dataset.document.edition)?;
        fields.put("figures", &List(|| scenario.figures().map(SharedFigure)))?;
        fields.put("name", &scenario.name())?;
        fields.end()
    }
}

#[cfg(test)]
mod tests {
    use serde::{Serialize, Serializer};
    use serde_json::json;

    use super::{Fields, UnknownFields, text};

    /// Unknown fields everywhere, one of them under a known name.
    struct Both(UnknownFields);

    impl Serialize for Both {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut fields = Fields::begin(to, &self.0)?;
            fields.put("b", &1)?;
            fields.put("d", &2)?;
            fields.end()
        }
    }

    #[test]
    fn known_and_unknown_fields_stand_in_one_order_each_once() {
        let unknown = ["a", "b", "c", "e"].map(|name| (name.to_owned(), json!({"z": 0, "y": 0})));
        assert_eq!(
            text(&Both(unknown.into())),
            r#"{"a":{"y":0,"z":0},"b":1,"c":{"y":0,"z":0},"d":2,"e":{"y":0,"z":0}}"#
        );
        assert_eq!(text(&Both(UnknownFields::new())), r#"{"b":1,"d":2}"#);
    }

    /// The order of keys decides merges of equal moments; a feature flag of the JSON library could change it.
    #[test]
    fn object_keys_come_out_sorted() {
        assert_eq!(json!({"b": 1, "a": {"d": 2, "c": 3}}).to_string(), r#"{"a":{"c":3,"d":2},"b":1}"#);
    }
}
