//! Reads typed values from a JSON tree.
//!
//! A derived deserialiser stops at the first fault. Authors of a list need all faults with their places, so every value
//! is read separately: missing values and wrong types are reported, and reading continues.

use std::{collections::BTreeMap, str::FromStr};

use list::{
    Better, DatasetId, Date, Extent, GoalId, IndicatorId, InvalidId, LevelKind, MeasureId, MeasurePosition, Nature,
    NumericTargetId, PlanId, SectionKind, Stage, TargetKind,
};
use serde_json::{Map, Value};
use strum::VariantNames;
use words::text::authoring as text;

use super::fault::{Log, Path};

#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    value: &'a Value,
    path: Path<'a>,
    log: &'a Log,
}

pub(super) trait Read: Sized {
    fn read(node: Node<'_>) -> Option<Self>;

    /// The default of a missing field; `None` if the field is required.
    fn missing() -> Option<Self> {
        None
    }
}

/// A text that is not blank.
impl Read for String {
    fn read(node: Node<'_>) -> Option<Self> {
        node.text().map(str::to_owned)
    }
}

impl Read for f64 {
    fn read(node: Node<'_>) -> Option<Self> {
        node.value.as_f64().filter(|number| number.is_finite()).or_else(|| node.expected(text::json::number()))
    }
}

impl Read for bool {
    fn read(node: Node<'_>) -> Option<Self> {
        node.value.as_bool().or_else(|| node.expected(text::json::flag()))
    }

    fn missing() -> Option<Self> {
        Some(false)
    }
}

impl Read for Date {
    fn read(node: Node<'_>) -> Option<Self> {
        let date = node.text()?;
        let shown = || date.chars().take(40).collect::<String>();
        Date::parse_iso(date).map_err(|_| node.fault(text::no_date(shown()))).ok()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(node: Node<'_>) -> Option<Self> {
        T::read(node).map(Some)
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node<'_>) -> Option<Self> {
        node.list(T::read)
    }

    fn missing() -> Option<Self> {
        Some(Vec::new())
    }
}

macro_rules! read_by {
    ($method:expr => $($type:ty),+) => {
        $(impl Read for $type {
            fn read(node: Node<'_>) -> Option<Self> {
                $method(&node)
            }
        })+
    };
}

read_by!(|node: &Node<'_>| node.id(Self::parse) => DatasetId, GoalId, NumericTargetId, PlanId, IndicatorId, MeasureId);
read_by!(Node::word => SectionKind, TargetKind, Stage, Nature, MeasurePosition, Better, Extent, LevelKind);

/// The type of a JSON value in the list of faults.
fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => text::json::null(),
        Value::Bool(_) => text::json::flag(),
        Value::Number(_) => text::json::number(),
        Value::String(_) => text::json::text(),
        Value::Array(_) => text::json::array(),
        Value::Object(_) => text::json::object(),
    }
}

impl<'a> Node<'a> {
    pub(super) const fn new(value: &'a Value, path: Path<'a>, log: &'a Log) -> Self {
        Self { value, path, log }
    }

    pub(super) fn fault(&self, reason: impl Into<String>) {
        self.log.add(&self.path, reason);
    }

    fn expected<T>(&self, what: &str) -> Option<T> {
        self.fault(text::expected(what, kind_of(self.value)));
        None
    }

    /// Any text, even an empty one.
    pub(super) fn any_text(&self) -> Option<&'a str> {
        match self.value {
            Value::String(text) => Some(text),
            _ => self.expected(text::json::text()),
        }
    }

    /// A text that is not empty.
    pub(super) fn text(&self) -> Option<&'a str> {
        let text = self.any_text()?;
        if text.trim().is_empty() {
            self.fault(text::blank());
            return None;
        }
        Some(text)
    }

    /// A whole number, 0 or more.
    pub(super) fn whole(&self) -> Option<u64> {
        self.value.as_u64().or_else(|| self.expected(text::json::whole()))
    }

    /// One of the codes of an enum.
    fn word<T: FromStr + VariantNames>(&self) -> Option<T> {
        let word = self.text()?;
        word.parse().map_err(|_| self.fault(text::unknown_word(word, T::VARIANTS.join("・")))).ok()
    }

    pub(super) fn id<T>(&self, parse: impl Fn(&str) -> Result<T, InvalidId>) -> Option<T> {
        let id = self.text()?;
        parse(id).map_err(|_| self.fault(text::no_id(id))).ok()
    }

    pub(super) fn record(&self) -> Option<Record<'a>> {
        match self.value {
            Value::Object(map) => Some(Record { map, path: self.path, log: self.log }),
            _ => self.expected(text::json::object()),
        }
    }

    /// All items of an array; `None` if it is not an array or an item is faulty. All items are tried.
    pub(super) fn list<T>(&self, read: impl Fn(Node<'_>) -> Option<T>) -> Option<Vec<T>> {
        let Value::Array(items) = self.value else {
            return self.expected(text::json::array());
        };
        let mut all = Vec::with_capacity(items.len());
        for (at, value) in items.iter().enumerate() {
            all.extend(read(Node::new(value, Path::Item(&self.path, at), self.log)));
        }
        (all.len() == items.len()).then_some(all)
    }

    /// All values of an object by key; `None` if it is not an object or a value is faulty. All values are tried.
    pub(super) fn map<T>(&self, read: impl Fn(Node<'_>) -> Option<T>) -> Option<BTreeMap<String, T>> {
        let record = self.record()?;
        let mut all = BTreeMap::new();
        for (key, value) in record.map {
            let value = read(Node::new(value, Path::Key(&record.path, key), record.log));
            all.extend(value.map(|value| (key.clone(), value)));
        }
        (all.len() == record.map.len()).then_some(all)
    }
}

/// An object whose fields are read by name. Other fields are ignored, because newer files may have more.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    map: &'a Map<String, Value>,
    path: Path<'a>,
    log: &'a Log,
}

impl<'a> Record<'a> {
    /// Reads an optional field. The outer `Option` is `None` for a fault, the inner one for a missing or null field.
    pub(super) fn optional<T>(&self, key: &str, read: impl FnOnce(Node<'_>) -> Option<T>) -> Option<Option<T>> {
        match self.map.get(key) {
            None | Some(Value::Null) => Some(None),
            Some(value) => read(Node::new(value, Path::Key(&self.path, key), self.log)).map(Some),
        }
    }

    pub(super) fn required<T>(&self, key: &str, read: impl FnOnce(Node<'_>) -> Option<T>) -> Option<T> {
        let found = self.optional(key, read)?;
        if found.is_none() {
            self.fault_at(key, text::missing());
        }
        found
    }

    pub(super) fn fault_at(&self, key: &str, reason: impl Into<String>) {
        self.log.add(&Path::Key(&self.path, key), reason);
    }

    pub(super) fn field<T: Read>(&self, key: &str) -> Option<T> {
        match self.optional(key, T::read)? {
            Some(value) => Some(value),
            None => T::missing().or_else(|| self.required(key, T::read)),
        }
    }

    /// A field that must be there, even if its type has a default.
    pub(super) fn required_field<T: Read>(&self, key: &str) -> Option<T> {
        self.required(key, T::read)
    }

    pub(super) fn text_or_empty(&self, key: &str) -> Option<String> {
        self.optional(key, |node| node.any_text().map(str::to_owned)).map(Option::unwrap_or_default)
    }

    /// A list with at least one text.
    pub(super) fn texts(&self, key: &str) -> Option<Vec<String>> {
        let texts = self.required(key, Vec::<String>::read)?;
        if texts.is_empty() {
            self.fault_at(key, text::blank());
            return None;
        }
        Some(texts)
    }

    /// The raw items of an array field; empty if it is not an array.
    pub(super) fn raw_items(&self, key: &str) -> &'a [Value] {
        self.map.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}
