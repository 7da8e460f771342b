//! JSON objects as they are stored: written with sorted keys, read field by field.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// The stored text of a record. Keys are sorted, so that equal data gives equal text. Numbers in unknown fields keep
/// their spelling, because `serde_json` is built with `arbitrary_precision`.
#[allow(clippy::expect_used, reason = "every key is a string, and none of our values refuses to be written")]
pub(super) fn stored_text(record: &impl Serialize) -> String {
    serde_json::to_value(record).expect("records can be written").to_string()
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
