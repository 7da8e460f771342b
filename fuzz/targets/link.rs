//! A scenario in a link: any text, any JSON with a valid checksum, or a valid scenario with changes. It is rejected with a
//! reason, or shown under a name of 1 to 60 characters.
#![no_main]

use std::sync::LazyLock;

use figures::link::{LinkFault, SharedScenario, UNPACKED_BYTES, take_apart, to_json, to_text};
use libfuzzer_sys::fuzz_target;
use routes::SharedText;
use serde_json::Value;
use ward_indicators_fuzz::{LIST, OWN, changed};

static VALID: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&to_json(OWN.workspace.active(), &LIST)).expect("JSON"));

/// Reads a link without decompression, which is done by the browser.
fn open(text: &str) -> Result<SharedScenario, LinkFault> {
    let packed = take_apart(text)?;
    packed.read(&packed.bytes, &LIST)
}

fuzz_target!(|data: &[u8]| {
    match data {
        [0, text @ ..] => {
            let text = String::from_utf8_lossy(text);
            let _ = SharedText::parse(&text);
            let _ = open(&text);
        }
        [1, json @ ..] => {
            let json = String::from_utf8_lossy(json);
            assert!(json.len() <= UNPACKED_BYTES);
            if let Some(text) = to_text(&json, json.as_bytes()) {
                assert!(SharedText::parse(&text).is_some(), "{text}");
                let _ = open(&text);
            }
        }
        changes => {
            let json = changed(&VALID, changes).to_string();
            let Some(text) = to_text(&json, json.as_bytes()) else {
                return;
            };
            if let Ok(shared) = open(&text) {
                assert!(!shared.name.is_empty() && shared.name.chars().count() <= 60);
            }
        }
    }
});
