//! The loader handles any file.

use authoring::load;
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use test_support::any_text;

use test_support::{BUNDLED, SMALL};

/// Every place in a tree, as JSON pointers.
pub fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| places(value, &format!("{at}/{}", key.replace('/', "~1")), all));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, value)| places(value, &format!("{at}/{i}"), all));
        }
        _ => {}
    }
}

pub fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, 1, "二"])),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|n| json!(n)),
        any::<f64>().prop_map(|n| json!(n)),
        any_text(0..20).prop_map(Value::String),
        "[0-9０-９,.計年間約割%以下 〔〕-]{0,12}".prop_map(Value::String),
    ]
}

proptest! {
    #[test]
    fn any_changed_file_is_read_or_refused(changes in prop::collection::vec((any::<Index>(), odd_value()), 1..6)) {
        let mut value: Value = serde_json::from_str(SMALL).unwrap();
        for (place, odd) in changes {
            let mut all = Vec::new();
            places(&value, "", &mut all);
            *value.pointer_mut(place.get::<String>(&all)).unwrap() = odd;
        }
        if let Err(faults) = load(&value.to_string()) {
            prop_assert!(!faults.0.is_empty());
            for fault in faults.0 {
                prop_assert!(fault.path.starts_with('$') && !fault.reason.is_empty());
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any_text(0..60)) {
        prop_assert!(load(&text).is_err());
    }
}

#[test]
fn a_truncated_file_is_refused() {
    let ends = BUNDLED.char_indices().map(|(at, _)| at).step_by(997);
    for end in ends {
        assert!(load(&BUNDLED[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn deep_nesting_is_refused() {
    let deep = "[".repeat(100_000);
    assert_eq!(load(&deep).unwrap_err().0.len(), 1);
}
