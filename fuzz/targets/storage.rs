//! Stored figures: any text, or a valid state with changes. It is loaded, quarantined as a whole, or left unchanged; a
//! repaired state needs no further repair.
#![no_main]

use std::sync::LazyLock;

use figures::{Action, Restored, Timestamp, restore};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use ward_indicators_fuzz::changed;

static VALID: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../tests/fixtures/storage/v1.json")).expect("JSON"));

fuzz_target!(|data: &[u8]| {
    let text = match data {
        [0, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        changes => changed(&VALID, changes).to_string(),
    };
    match restore(Some(&text)) {
        Restored::Fresh => assert!(text.trim().is_empty()),
        Restored::Quarantined { text: kept, .. } => assert_eq!(kept, text),
        Restored::Newer { text: kept, .. } => assert_eq!(kept, text),
        Restored::Loaded { envelope, .. } => {
            match restore(Some(&envelope.to_text())) {
                Restored::Loaded { envelope: again, repairs, .. } => {
                    assert_eq!(repairs, []);
                    assert_eq!(again, envelope);
                }
                other => panic!("{other:?}"),
            }
            for notebook in envelope.notebooks.into_values() {
                let mut notebook = notebook;
                let _ = notebook.apply(Action::Undo, Timestamp(1), words::text::figures::step_name);
                let _ = notebook.apply(Action::Redo, Timestamp(1), words::text::figures::step_name);
            }
        }
    }
});
