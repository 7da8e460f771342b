//! Faults in the shape of a file, and one file with many faults. The rules between fields have their own tests.

use authoring::load;
use serde_json::{Value, json};

use test_support::SMALL;

/// The faults of the small list after changes at some places (JSON pointers); `null` removes a field.
pub fn faults_after(changes: &[(&str, Value)]) -> Vec<(String, String)> {
    let mut list: Value = serde_json::from_str(SMALL).unwrap();
    for (place, value) in changes {
        let (parent, key) = place.rsplit_once('/').unwrap();
        match list.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
            Value::Object(map) => drop(map.insert(key.to_owned(), value.clone())),
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            _ => panic!("{parent} holds nothing"),
        }
    }
    match load(&list.to_string()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults.0.into_iter().map(|fault| (fault.path, fault.reason)).collect(),
    }
}

/// One change, one fault: its place, and a part of its reason.
#[track_caller]
pub fn refused(place: &str, value: Value, path: &str, reason: &str) {
    refused_together(&[(place, value)], path, reason);
}

#[track_caller]
pub fn refused_together(changes: &[(&str, Value)], path: &str, reason: &str) {
    let faults = faults_after(changes);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].0, path);
    assert!(faults[0].1.contains(reason), "{}", faults[0].1);
}

#[test]
fn envelope() {
    refused("/format", json!("other"), "$.format", "ward-indicators");
    refused("/format", Value::Null, "$.format", "ward-indicators");
    refused("/version", json!(2), "$.version", "新しい形式");
    for version in [json!(0), json!(-1), json!(1.5), json!("1"), Value::Null] {
        refused("/version", version, "$.version", "1以上の整数");
    }
    let only = |text: &str| {
        let faults = load(text).unwrap_err().0;
        assert_eq!(faults.len(), 1);
        (faults[0].path.clone(), faults[0].reason.clone())
    };
    assert_eq!(only("[]").0, "$");
    assert_eq!(only("{\n \"format\": }").1, "JSONとして読めません（2行12字目のあたり）");
    // JSON has no infinity; a number too large for a float is invalid.
    assert_eq!(
        only(&SMALL.replacen("\"amount\": 40", "\"amount\": 1e999", 1)).0,
        "$.indicators[0].measures[0].current.amount"
    );
}

#[test]
fn shape_of_fields() {
    refused("/indicators/0/name", Value::Null, "$.indicators[0].name", "ありません");
    refused("/indicators/0/name", json!(7), "$.indicators[0].name", "文字列が必要ですが、数です");
    refused("/indicators/0/name", json!(" 　"), "$.indicators[0].name", "空です");
    refused("/indicators/0", json!("1-1"), "$.indicators[0]", "オブジェクトが必要");
    refused("/indicators/0/current/lines", json!([]), "$.indicators[0].current.lines", "空です");
    refused("/indicators/6/target/lines/0", json!(""), "$.indicators[6].target.lines[0]", "空です");
    refused(
        "/indicators/0/measures/0/current/amount",
        json!("40"),
        "$.indicators[0].measures[0].current.amount",
        "数が必要",
    );
    refused(
        "/indicators/0/related/0/same_question",
        json!(1),
        "$.indicators[0].related[0].same_question",
        "真偽値が必要",
    );
    refused("/plans/0/line", json!(0), "$.plans[0].line", "1から");
    refused("/plans/0/line", json!(-3), "$.plans[0].line", "0以上の整数");
    refused("/plans/0/line", json!(5_000_000_000_u64), "$.plans[0].line", "1から");
    refused("/site/search_examples", json!("待機"), "$.site.search_examples", "配列が必要");
    refused("/sections/0/kind", json!("afterword"), "$.sections[0].kind", "introduction・");
    refused("/indicators/0/kind", json!("REACH"), "$.indicators[0].kind", "reach・ceiling・");
}

#[test]
fn whole_lists_missing() {
    let paths = |key: &str| -> Vec<String> {
        faults_after(&[(key, json!("なし"))]).into_iter().map(|(path, _)| path).collect()
    };
    assert_eq!(paths("/indicators"), ["$.counts.indicators", "$.indicators"]);
    assert_eq!(paths("/counts"), ["$.counts"]);
    assert_eq!(paths("/document"), ["$.document"]);
}

#[test]
fn ids_references_counts() {
    refused("/indicators/1/id", json!("1-1"), "$.indicators[1].id", "$.indicators[0].id でも");
    refused("/indicators/1/id", json!("１-２"), "$.indicators[1].id", "半角");
    refused("/goals/1/id", json!("kurashi"), "$.goals[1].id", "$.goals[0].id でも");
    refused("/indicators/1/plan", json!("2"), "$.indicators[1].plan", "番号「2」");
    refused("/plans/0/goal", json!("9"), "$.plans[0].goal", "番号「9」");
    refused("/indicators/0/related/0/target", json!("x"), "$.indicators[0].related[0].target", "番号「x」");
    refused("/counts/indicators", json!(120), "$.counts.indicators", "120件とありますが、9件");
    refused("/counts/numeric_targets", json!(0), "$.counts.numeric_targets", "1件あります");
    refused("/counts/plans", Value::Null, "$.counts.plans", "ありません");
    let link = json!({ "target": "kurashi-1", "same_question": true });
    refused("/indicators/0/related", json!([link, link]), "$.indicators[0].related[1].target", "重なって");
}

#[test]
fn a_faulty_record_causes_no_other_faults() {
    // References by id and counts are still checked, although neither goal nor plan can be read.
    let faults = faults_after(&[("/goals/0/name", json!(1)), ("/plans/0/name", Value::Null)]);
    let paths: Vec<&str> = faults.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["$.goals[0].name", "$.plans[0].name"]);
}

#[test]
fn unknown_fields_are_ignored() {
    let more = [("/extra", json!({ "a": [1] })), ("/indicators/0/colour", json!("みどり"))];
    assert_eq!(faults_after(&more), []);
}

#[test]
fn many_faults_at_once() {
    let broken = include_str!("../../../../tests/fixtures/broken.json");
    let expected = include_str!("../../../../tests/fixtures/broken.faults.txt");
    assert_eq!(load(broken).unwrap_err().to_string(), expected.trim_end());
}
