//! Taking typed values out of a JSON tree.
//!
//! A derived deserialiser stops at the first thing it does not like. Whoever writes a dataset by hand needs to see
//! everything at once, with the place of each fault, so every value here is asked for on its own: what is missing or of
//! the wrong type is noted, and reading goes on.

use std::collections::BTreeMap;

use list::{Date, InvalidId};
use serde_json::{Map, Value};

use super::fault::{Log, Path};

/// One value and its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    value: &'a Value,
    pub(super) path: Path<'a>,
    log: &'a Log,
}

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

    pub(super) fn number(&self) -> Option<f64> {
        match self.value.as_f64() {
            Some(number) if number.is_finite() => Some(number),
            _ => self.expected("数"),
        }
    }

    pub(super) fn flag(&self) -> Option<bool> {
        self.value.as_bool().or_else(|| self.expected("真偽値"))
    }

    /// A whole number from 0.
    pub(super) fn whole(&self) -> Option<u64> {
        self.value.as_u64().or_else(|| self.expected("0以上の整数"))
    }

    pub(super) fn date(&self) -> Option<Date> {
        let text = self.text()?;
        let shown = || text.chars().take(40).collect::<String>();
        Date::parse_iso(text)
            .map_err(|_| self.fault(format!("「{}」は日付ではありません（例：2024-03-31）", shown())))
            .ok()
    }

    /// One of the words an enum is written with.
    pub(super) fn word<T: Copy>(&self, words: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.fault(format!("「{text}」は使えません（{} のどれか）", known.join("・")));
        }
        found.map(|(_, value)| *value)
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

    /// A list of texts with something in them.
    pub(super) fn texts(&self) -> Option<Vec<String>> {
        self.list(|item| item.text().map(str::to_owned))
    }
}

/// An object whose fields are asked for by name. Fields nobody asks for are left alone: newer files may have more.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    map: &'a Map<String, Value>,
    pub(super) path: Path<'a>,
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

    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.required(key, |node| node.text().map(str::to_owned))
    }

    pub(super) fn optional_text(&self, key: &str) -> Option<Option<String>> {
        self.optional(key, |node| node.text().map(str::to_owned))
    }

    /// A list of texts, at least one.
    pub(super) fn texts(&self, key: &str) -> Option<Vec<String>> {
        let texts = self.required(key, |node| node.texts())?;
        if texts.is_empty() {
            self.fault_at(key, "空です");
            return None;
        }
        Some(texts)
    }

    /// A flag that is false when not written.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        self.optional(key, |node| node.flag()).map(Option::unwrap_or_default)
    }

    /// A list that is empty when not written.
    pub(super) fn list<T>(&self, key: &str, read: impl Fn(Node<'_>) -> Option<T>) -> Option<Vec<T>> {
        self.optional(key, |node| node.list(read)).map(Option::unwrap_or_default)
    }

    /// The raw items of an array field, none when it is not one.
    pub(super) fn raw_items(&self, key: &str) -> &'a [Value] {
        self.map.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}
