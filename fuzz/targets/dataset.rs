//! A dataset file: any text, or the small sample list with changes. Faults have locations; a list without faults can be
//! searched.
#![no_main]

use std::sync::LazyLock;

use authoring::load;
use libfuzzer_sys::fuzz_target;
use search::{Index, Lexicon};
use serde_json::Value;
use ward_indicators_fuzz::changed;

static SMALL: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../tests/fixtures/small.json")).expect("JSON"));

fuzz_target!(|data: &[u8]| {
    let text = match data {
        [0, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        changes => changed(&SMALL, changes).to_string(),
    };
    match load(&text) {
        Err(faults) => {
            assert!(!faults.0.is_empty());
            for fault in faults.0 {
                assert!(fault.path.starts_with('$') && !fault.reason.is_empty());
            }
        }
        Ok(dataset) => {
            for indicator in &dataset.indicators {
                assert!(dataset.plan_of(indicator).is_some() && dataset.goal_of(indicator).is_some());
            }
            let _ = Index::new(&dataset, Lexicon::default());
        }
    }
});
