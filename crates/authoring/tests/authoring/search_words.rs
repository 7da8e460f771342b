//! The search words beside the list: what is accepted, what is refused and where.

use authoring::{load, load_search_words};
use serde_json::json;

use test_support::{BUNDLED, SMALL};

const WORDS: &str = include_str!("../../../../public/data/words.json");
const SCHEMA: &str = include_str!("../../../../public/data/words.schema.json");

fn faults(words: &serde_json::Value) -> Vec<String> {
    let dataset = load(SMALL).expect("a valid list");
    let refused = load_search_words(&words.to_string(), &dataset).expect_err("a broken file");
    refused.0.into_iter().map(|fault| fault.path).collect()
}

#[test]
fn the_served_words_belong_to_the_served_list_and_fit_their_schema() {
    let dataset = load(BUNDLED).expect("a valid list");
    load_search_words(WORDS, &dataset).expect("valid words");
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    let schema = serde_json::from_str(SCHEMA).expect("JSON");
    compiler.add_resource("file:///words.schema.json", schema).expect("a schema");
    let index = compiler.compile("file:///words.schema.json", &mut schemas).expect("a schema");
    let words = serde_json::from_str(WORDS).expect("JSON");
    schemas.validate(&words, index).expect("fits");
}

#[test]
fn a_list_without_words_has_none() {
    let dataset = load(SMALL).expect("a valid list");
    assert_eq!(load_search_words("", &dataset), Ok(Default::default()));
}

#[test]
fn every_fault_is_named_with_its_place() {
    let envelope =
        |version: u64| json!({"format": "ward-indicators-words", "version": version, "dataset": "x", "readings": {}});
    assert_eq!(faults(&json!({"format": "ward-indicators"})), ["$.format"]);
    assert_eq!(faults(&envelope(2)), ["$.version"]);
    assert_eq!(faults(&envelope(1)), ["$.dataset"]);
    let mut words = envelope(1);
    words["dataset"] = json!("mihon-cho-2018");
    words["readings"] = json!({"goals": {"nowhere": "くらし", "kurashi": "暮らし"}, "plans": 1});
    words["words"] = json!({"駅": ""});
    words["groups"] = json!([["駅"], ["駅", "駅"], ["駅", "鉄道"], "駅"]);
    assert_eq!(
        faults(&words),
        ["$.readings.goals.kurashi", "$.readings.plans", "$.words.駅", "$.groups[0]", "$.groups[1]", "$.groups[3]",]
    );
    words["readings"] = json!({"goals": {"nowhere": "くらし"}});
    words["words"] = json!({});
    words["groups"] = json!([]);
    assert_eq!(faults(&words), ["$.readings.goals"]);
}
