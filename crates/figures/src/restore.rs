//! Reading stored text back: repair what can be repaired, set aside what cannot, never lose either.

use std::fmt;

use serde_json::Value;

use super::{
    decode,
    envelope::{Envelope, FORMAT, VERSION},
};

/// Something that was wrong in stored data and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Where it was, e.g. `workspaces.town-2022.scenarios[0].figures[3]`.
    pub path: String,
    /// What was wrong and what was done, in a sentence.
    pub message: String,
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.path, self.message)
    }
}

/// What stored text turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Restored {
    /// There was none, or an empty one.
    Fresh,
    /// It could be read.
    Loaded {
        /// What it holds.
        envelope: Box<Envelope>,
        /// What had to be put right on the way; usually nothing.
        repairs: Vec<Repair>,
        /// The older version it was migrated from.
        migrated_from: Option<u64>,
    },
    /// It could not be read at all: to be set aside as it is, never to be written over.
    Quarantined {
        /// The text as found.
        text: String,
        /// Why, in a sentence.
        reason: String,
    },
    /// A newer program wrote it: to be left alone.
    Newer {
        /// Its version.
        version: u64,
        /// The text as found.
        text: String,
    },
}

/// Brings an envelope from one version to the next.
type Migration = fn(Value) -> Result<Value, String>;

/// `MIGRATIONS[n]` brings version n + 1 to n + 2. With each new version a step is added at the end and a stored sample
/// of the version before joins the tests.
const MIGRATIONS: [Migration; VERSION as usize - 1] = [];

/// Reads stored text.
pub fn restore(text: Option<&str>) -> Restored {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Restored::Fresh;
    };
    let quarantined = |reason: &str| Restored::Quarantined { text: text.to_owned(), reason: reason.to_owned() };
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return quarantined("保存されていた内容が途中で切れているか、壊れています");
    };
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return quarantined("保存されていた内容は、このアプリの想定値ではありません");
    }
    let version = match value.get("version").and_then(Value::as_u64) {
        None | Some(0) => return quarantined("保存されていた内容の版が分かりません"),
        Some(version) if version > VERSION => {
            return Restored::Newer { version, text: text.to_owned() };
        }
        Some(version) => version,
    };
    let value = match migrate(value, version, &MIGRATIONS) {
        Ok(value) => value,
        Err(reason) => {
            return quarantined(&format!("第{version}版の内容を読み替えられません：{reason}"));
        }
    };
    let mut repairs = Vec::new();
    match decode::envelope(value, &mut repairs) {
        Some(envelope) => Restored::Loaded {
            envelope: Box::new(envelope),
            repairs,
            migrated_from: (version < VERSION).then_some(version),
        },
        None => quarantined("保存されていた内容に、想定値の一覧がありません"),
    }
}

/// Runs the steps from `version` (1 or more) to the last.
fn migrate(value: Value, version: u64, steps: &[Migration]) -> Result<Value, String> {
    let passed = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    steps.iter().skip(passed).try_fold(value, |value, step| step(value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn renamed(mut value: Value) -> Result<Value, String> {
        let old = value.as_object_mut().and_then(|map| map.remove("old"));
        value["new"] = old.ok_or("old がありません")?;
        Ok(value)
    }

    fn doubled(mut value: Value) -> Result<Value, String> {
        let number = value["new"].as_i64().ok_or("new が数ではありません")?;
        value["new"] = json!(number * 2);
        Ok(value)
    }

    #[test]
    fn migrations_run_one_after_the_other_from_the_stored_version() {
        let steps: [Migration; 2] = [renamed, doubled];
        assert_eq!(migrate(json!({"old": 4, "x": 1}), 1, &steps), Ok(json!({"new": 8, "x": 1})));
        assert_eq!(migrate(json!({"new": 4}), 2, &steps), Ok(json!({"new": 8})));
        assert_eq!(migrate(json!({"new": 8}), 3, &steps), Ok(json!({"new": 8})));
        assert_eq!(migrate(json!({}), 1, &steps), Err("old がありません".to_owned()));
    }

    #[test]
    fn whatever_is_no_envelope_is_set_aside_whole() {
        let deep = "[".repeat(100_000);
        let noise = "\u{fffd}あ\"<script>".repeat(10_000);
        for text in [
            "{",
            "null",
            "[]",
            "12",
            r#""text""#,
            "{}",
            r#"{"format":"something else","version":1,"workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures"}"#,
            r#"{"format":"ward-indicators/own-figures","version":"1","workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures","version":0,"workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures","version":-1,"workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures","version":1}"#,
            r#"{"format":"ward-indicators/own-figures","version":1,"workspaces":[]}"#,
            &deep,
            &noise,
        ] {
            match restore(Some(text)) {
                Restored::Quarantined { text: kept, reason } => {
                    assert_eq!(kept, text);
                    assert!(!reason.is_empty());
                }
                other => panic!("{text:.60}: {other:?}"),
            }
        }
    }

    #[test]
    fn nothing_stored_is_a_fresh_start_and_a_newer_version_is_left_alone() {
        assert_eq!(restore(None), Restored::Fresh);
        assert_eq!(restore(Some(" \n")), Restored::Fresh);
        let newer = r#"{"format":"ward-indicators/own-figures","version":2,"surprise":[]}"#;
        assert_eq!(restore(Some(newer)), Restored::Newer { version: 2, text: newer.to_owned() });
    }
}
