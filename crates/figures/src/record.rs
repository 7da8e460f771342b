//! JSON objects as they are stored: written with sorted keys, read field by field.

use std::iter::Peekable;

use serde::{Serialize, Serializer, de::DeserializeOwned, ser::SerializeMap};
use serde_json::{Map, Value, map};

/// Fields of one object. Keys are sorted, because `serde_json` is built without `preserve_order`. Numbers keep their
/// spelling, because it is built with `arbitrary_precision`.
pub type Fields = Map<String, Value>;

/// The stored text of a record. Every record writes its keys in alphabetical order, so that equal data gives equal text.
#[allow(clippy::expect_used, reason = "every key is a string, and none of our values refuses to be written")]
pub(super) fn stored_text(record: &impl Serialize) -> String {
    serde_json::to_string(record).expect("records can be written")
}

/// Writes an object with unknown fields. Known fields are added in alphabetical order, and the unknown ones are merged in.
/// A known field replaces an unknown one of the same name.
pub(super) struct SortedFields<'u, M> {
    map: M,
    unknown: Peekable<map::Iter<'u>>,
}

impl<'u, M: SerializeMap> SortedFields<'u, M> {
    pub fn begin<S>(to: S, unknown: &'u Fields) -> Result<Self, S::Error>
    where
        S: Serializer<SerializeMap = M>,
    {
        Ok(Self { map: to.serialize_map(None)?, unknown: unknown.iter().peekable() })
    }

    pub fn add(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<(), M::Error> {
        while let Some((name, value)) = self.unknown.next_if(|(unknown, _)| unknown.as_str() < name) {
            self.map.serialize_entry(name, value)?;
        }
        self.unknown.next_if(|(unknown, _)| *unknown == name);
        self.map.serialize_entry(name, value)
    }

    pub fn add_some(&mut self, name: &str, value: Option<impl Serialize>) -> Result<(), M::Error> {
        value.map_or(Ok(()), |value| self.add(name, &value))
    }

    pub fn end(mut self) -> Result<M::Ok, M::Error> {
        for (name, value) in self.unknown {
            self.map.serialize_entry(name, value)?;
        }
        self.map.end()
    }
}

/// Reads a field; `None` when it is missing or of another kind.
pub(super) fn get<T: DeserializeOwned>(fields: &Fields, name: &str) -> Option<T> {
    T::deserialize(fields.get(name)?).ok()
}

/// Reads a stored text; `None` for anything else.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    // Through a `Value`, so that the program has only one deserialiser for each type.
    let value: Value = serde_json::from_str(text).ok()?;
    T::deserialize(&value).ok()
}

/// Keeps an invalid value under another name, so that no later save replaces it.
pub(super) fn set_aside(fields: &mut Fields, name: &str, value: Value) {
    fields.insert(format!("{name}_set_aside"), value);
}

/// Removes a field. An invalid value is set aside.
pub(super) fn take<T: DeserializeOwned>(fields: &mut Fields, name: &str) -> Option<T> {
    let value = fields.remove(name)?;
    let read = T::deserialize(&value).ok();
    if read.is_none() {
        set_aside(fields, name, value);
    }
    read
}

/// Sets an invalid value aside; true if it did.
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

    /// Merges of equal moments depend on the order of keys, which a feature flag of the JSON library could change.
    #[test]
    fn object_keys_come_out_sorted() {
        assert_eq!(json!({"b": 1, "a": {"d": 2, "c": 3}}).to_string(), r#"{"a":{"c":3,"d":2},"b":1}"#);
    }
}
