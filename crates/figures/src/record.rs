//! JSON objects as they are stored: written with sorted keys, read field by field.

use std::{
    cell::RefCell,
    io::{self, Write},
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Serializer, Value, ser::Formatter};

/// The stored text of a record. Keys are sorted, so that equal data gives equal text; of two fields of one name the
/// later one is written. Numbers in unknown fields keep their spelling, because `serde_json` is built with
/// `arbitrary_precision`.
#[allow(clippy::expect_used, reason = "every key is a string, and none of our values refuses to be written")]
pub(super) fn stored_text(record: &impl Serialize) -> String {
    let text = RefCell::new(Vec::with_capacity(1 << 14));
    let sorted = SortedKeys { text: &text, fields: Vec::new(), objects: Vec::new() };
    record.serialize(&mut Serializer::with_formatter(TextBuffer(&text), sorted)).expect("records can be written");
    String::from_utf8(text.into_inner()).expect("JSON is UTF-8")
}

/// Where both the serializer and its formatter write.
struct TextBuffer<'t>(&'t RefCell<Vec<u8>>);

impl Write for TextBuffer<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Sorts the fields of each object when it ends, unless they came in order.
struct SortedKeys<'t> {
    text: &'t RefCell<Vec<u8>>,
    /// The fields of all open objects: where the key begins and where it ends.
    fields: Vec<(usize, usize)>,
    /// For each open object the position of its first field in `fields`.
    objects: Vec<usize>,
}

impl Formatter for SortedKeys<'_> {
    fn begin_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        self.objects.push(self.fields.len());
        to.write_all(b"{")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, to: &mut W, first: bool) -> io::Result<()> {
        if !first {
            to.write_all(b",")?;
        }
        let start = self.text.borrow().len();
        self.fields.push((start, start));
        Ok(())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        if let Some((_, key_end)) = self.fields.last_mut() {
            *key_end = self.text.borrow().len();
        }
        to.write_all(b":")
    }

    fn end_object<W: ?Sized + Write>(&mut self, to: &mut W) -> io::Result<()> {
        let places = self.fields.split_off(self.objects.pop().unwrap_or_default());
        let mut text = self.text.borrow_mut();
        let key = |&(start, end): &(usize, usize)| text.get(start..end);
        if !places.is_sorted_by(|a, b| key(a) < key(b)) {
            sort_fields(&mut text, &places);
        }
        drop(text);
        to.write_all(b"}")
    }
}

/// Sorts the fields at the end of a text by their keys and keeps the last of those with equal keys.
fn sort_fields(text: &mut Vec<u8>, places: &[(usize, usize)]) {
    let ends = places.iter().skip(1).map(|(start, _)| start - 1).chain([text.len()]);
    let field = |(&(start, key_end), end)| Some((text.get(start..key_end)?, text.get(start..end)?));
    let mut fields: Vec<(&[u8], &[u8])> = places.iter().zip(ends).filter_map(field).collect();
    fields.reverse();
    fields.sort_by_key(|(key, _)| *key);
    fields.dedup_by_key(|(key, _)| *key);
    let sorted = fields.iter().map(|(_, field)| *field).collect::<Vec<_>>().join(&b',');
    if let Some((first, _)) = places.first() {
        text.truncate(*first);
        text.extend(sorted);
    }
}

/// An object being read: known fields are taken out, the rest is unknown and kept.
pub(super) type Fields = Map<String, Value>;

/// Keeps a value that is not what its field should hold under another name, where no later save replaces it.
pub(super) fn set_aside(fields: &mut Fields, name: &str, value: Value) {
    fields.insert(format!("{name}_set_aside"), value);
}

/// Takes a field out. A value of another kind is set aside.
pub(super) fn take<T: DeserializeOwned>(fields: &mut Fields, name: &str) -> Option<T> {
    let value = fields.remove(name)?;
    let read = T::deserialize(&value).ok();
    if read.is_none() {
        set_aside(fields, name, value);
    }
    read
}

/// Sets a value aside that is not what its field should hold; true where it did.
pub(super) fn check<T: DeserializeOwned>(fields: &mut Fields, name: &str) -> bool {
    let fits = fields.get(name).is_none_or(|value| T::deserialize(value).is_ok());
    if !fits && let Some(value) = fields.remove(name) {
        set_aside(fields, name, value);
    }
    !fits
}

#[cfg(test)]
mod tests {
    use list::DatasetId;
    use serde_json::json;

    use super::*;
    use crate::model::Workspace;

    #[test]
    fn known_and_unknown_fields_are_sorted_and_written_once() {
        let mut workspace = Workspace::new(DatasetId::parse("test").unwrap());
        let unknown = r#"{"z":{"z":0,"y":1.50},"a":[],"id":"unknown","k":null}"#;
        workspace.first.extra = serde_json::from_str(unknown).unwrap();
        assert_eq!(
            stored_text(&workspace.first),
            concat!(
                r#"{"a":[],"deleted":false,"description":"","edited":0,"figures":[],"id":"mine","k":null,"#,
                r#""mark":"diamond","name":"わたしの想定","removed":[],"z":{"y":1.50,"z":0}}"#
            )
        );
    }

    /// The order of keys decides merges of equal moments; a feature flag of the JSON library could change it.
    #[test]
    fn object_keys_come_out_sorted() {
        assert_eq!(json!({"b": 1, "a": {"d": 2, "c": 3}}).to_string(), r#"{"a":{"c":3,"d":2},"b":1}"#);
    }
}
