//! The bytes of a CSV file of own figures: any bytes, or rows below the app's own headings.
#![no_main]

use exchange::import::{decode, read};
use libfuzzer_sys::fuzz_target;
use ward_indicators_fuzz::{LIST, import_and_undo};

const HEADINGS: &str = "シナリオ,指標番号,量の番号,想定値：数または段階,想定値：単位,想定値：時点,想定値：根拠,想定値：メモ,想定値：出典\n";

fuzz_target!(|data: &[u8]| {
    let bytes = match data {
        [0, rest @ ..] => rest.to_vec(),
        rows => [HEADINGS.as_bytes(), rows].concat(),
    };
    // The browser decodes Shift_JIS; any result is a text.
    let Ok(text) = decode(&bytes, |bytes| Some(String::from_utf8_lossy(bytes).into_owned())) else {
        return;
    };
    match read(&text, &LIST, "表") {
        Err(why) => assert!(!why.is_empty()),
        Ok(incoming) => import_and_undo(&incoming),
    }
});
