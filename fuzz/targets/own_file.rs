//! A JSON file of own figures: any text, or a valid file with changes.
#![no_main]

use std::sync::LazyLock;

use exchange::import::read;
use figures::Envelope;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use ward_indicators_fuzz::{LIST, OWN, changed, import_and_undo};

static VALID: LazyLock<Value> = LazyLock::new(|| {
    let mut envelope = Envelope::default();
    envelope.notebooks.insert(LIST.id.clone(), OWN.clone());
    serde_json::from_str(&envelope.to_file(&LIST)).expect("JSON")
});

fuzz_target!(|data: &[u8]| {
    let text = match data {
        [0, rest @ ..] => format!("{{{}", String::from_utf8_lossy(rest)),
        changes => changed(&VALID, changes).to_string(),
    };
    match read(&text, &LIST, "ファイル") {
        Err(why) => assert!(!why.is_empty()),
        Ok(incoming) => {
            assert!(!incoming.scenarios.is_empty() || !incoming.refused.is_empty());
            import_and_undo(&incoming);
        }
    }
});
