//! Takes typed values out of a JSON tree.
//!
//! A derived deserialiser stops at the first fault. Whoever writes a list by hand needs to see all of them, each with its
//! place, so every value is read on its own: what is missing or of the wrong type is noted, and reading goes on.

use std::{collections::BTreeMap, str::FromStr};

use list::{
    Better, DatasetId, Date, Extent, GoalId, IndicatorId, InvalidId, LevelKind, MeasureId, Nature, NumericTargetId,
    Place, PlanId, SectionKind, Stage, TargetKind,
};
use serde_json::{Map, Value};
use strum::VariantNames;

use super::fault::{Log, Path};

/// One value and its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    value: &'a Value,
    path: Path<'a>,
    log: &'a Log,
}

/// A type that is read from one value.
pub(super) trait Read: Sized {
    fn read(node: Node<'_>) -> Option<Self>;

    /// What a missing field means; `None` where the field is required.
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
        node.value.as_f64().filter(|number| number.is_finite()).or_else(|| node.expected("数"))
    }
}

impl Read for bool {
    fn read(node: Node<'_>) -> Option<Self> {
        node.value.as_bool().or_else(|| node.expected("真偽値"))
    }

    fn missing() -> Option<Self> {
        Some(false)
    }
}

impl Read for Date {
    fn read(node: Node<'_>) -> Option<Self> {
        let text = node.text()?;
        let shown = || text.chars().take(40).collect::<String>();
        Date::parse_iso(text)
            .map_err(|_| node.fault(format!("「{}」は日付ではありません（例：2024-03-31）", shown())))
            .ok()
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
read_by!(Node::word => SectionKind, TargetKind, Stage, Nature, Place, Better, Extent, LevelKind);

/// What a JSON value is, for the fault list.
const fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "真偽値",
        Value::Number(_) => "数",
        Value::String(_) => "文字列",
        Value::Array(_) => "配列",
        Value::Object(_) => "オブジェクト",
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
        self.fault(format!("{what}が必要ですが、{}です", kind_of(self.value)));
        None
    }

    /// Any text, even an empty one.
    pub(super) fn any_text(&self) -> Option<&'a str> {
        match self.value {
            Value::String(text) => Some(text),
            _ => self.expected("文字列"),
        }
    }

    /// A text with something in it.
    pub(super) fn text(&self) -> Option<&'a str> {
        let text = self.any_text()?;
        if text.trim().is_empty() {
            self.fault("空です");
            return None;
        }
        Some(text)
    }

    /// A whole number from 0.
    pub(super) fn whole(&self) -> Option<u64> {
        self.value.as_u64().or_else(|| self.expected("0以上の整数"))
    }

    /// One of the words an enum is written with.
    fn word<T: FromStr + VariantNames>(&self) -> Option<T> {
        let text = self.text()?;
        let known = || T::VARIANTS.join("・");
        text.parse().map_err(|_| self.fault(format!("「{text}」は使えません（{} のどれか）", known()))).ok()
    }

    pub(super) fn id<T>(&self, parse: impl Fn(&str) -> Result<T, InvalidId>) -> Option<T> {
        let text = self.text()?;
        let reason = || format!("「{text}」は番号として使えません（半角の英小文字・数字・ハイフンで1〜40字）");
        parse(text).map_err(|_| self.fault(reason())).ok()
    }

    pub(super) fn record(&self) -> Option<Record<'a>> {
        match self.value {
            Value::Object(map) => Some(Record { map, path: self.path, log: self.log }),
            _ => self.expected("オブジェクト"),
        }
    }

    /// Every item of an array; `None` when it is no array or any item cannot be read, after all of them were tried.
    pub(super) fn list<T>(&self, read: impl Fn(Node<'_>) -> Option<T>) -> Option<Vec<T>> {
        let Value::Array(items) = self.value else {
            return self.expected("配列");
        };
        let all: Vec<Option<T>> = items
            .iter()
            .enumerate()
            .map(|(at, value)| read(Node::new(value, Path::Item(&self.path, at), self.log)))
            .collect();
        all.into_iter().collect()
    }

    /// Every value of an object by its key; `None` when it is no object or any value cannot be read, after all were tried.
    pub(super) fn map<T>(&self, read: impl Fn(Node<'_>) -> Option<T>) -> Option<BTreeMap<String, T>> {
        let record = self.record()?;
        let all: Vec<Option<(String, T)>> = record
            .map
            .iter()
            .map(|(key, value)| {
                let node = Node::new(value, Path::Key(&record.path, key), record.log);
                Some((key.clone(), read(node)?))
            })
            .collect();
        all.into_iter().collect()
    }
}

/// An object whose fields are asked for by name. Fields nobody asks for are left alone: newer files may have more.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    map: &'a Map<String, Value>,
    path: Path<'a>,
    log: &'a Log,
}

impl<'a> Record<'a> {
    /// Reads a field that may be missing or null. The outer `Option` is `None` for a fault, the inner one for nothing.
    pub(super) fn optional<T>(&self, key: &str, read: impl FnOnce(Node<'_>) -> Option<T>) -> Option<Option<T>> {
        match self.map.get(key) {
            None | Some(Value::Null) => Some(None),
            Some(value) => read(Node::new(value, Path::Key(&self.path, key), self.log)).map(Some),
        }
    }

    /// Reads a field that must be there.
    pub(super) fn required<T>(&self, key: &str, read: impl FnOnce(Node<'_>) -> Option<T>) -> Option<T> {
        let found = self.optional(key, read)?;
        if found.is_none() {
            self.fault_at(key, "ありません");
        }
        found
    }

    pub(super) fn fault_at(&self, key: &str, reason: impl Into<String>) {
        self.log.add(&Path::Key(&self.path, key), reason);
    }

    /// Reads a field by its type.
    pub(super) fn field<T: Read>(&self, key: &str) -> Option<T> {
        match self.optional(key, T::read)? {
            Some(value) => Some(value),
            None => T::missing().or_else(|| self.required(key, T::read)),
        }
    }

    /// A list of texts, at least one.
    pub(super) fn texts(&self, key: &str) -> Option<Vec<String>> {
        let texts = self.required(key, Vec::<String>::read)?;
        if texts.is_empty() {
            self.fault_at(key, "空です");
            return None;
        }
        Some(texts)
    }

    /// The raw items of an array field, none when it is not one.
    pub(super) fn raw_items(&self, key: &str) -> &'a [Value] {
        self.map.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}
