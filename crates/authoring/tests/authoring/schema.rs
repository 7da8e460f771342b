//! The JSON Schema beside the list fits our files, describes every field, and accepts what the loader accepts.

use std::sync::LazyLock;

use authoring::load;
use boon::{Compiler, SchemaIndex, Schemas};
use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};

use test_support::{BUNDLED, SMALL};

use crate::robust;

const SCHEMA: &str = include_str!("../../../../public/data/indicators.schema.json");

struct Checker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Checker {
    fn new(schema: Value) -> Self {
        let mut compiler = Compiler::new();
        let mut schemas = Schemas::new();
        compiler.add_resource("file:///indicators.schema.json", schema).unwrap();
        let index = compiler.compile("file:///indicators.schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn refusal(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| error.to_string())
    }
}

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(serde_json::from_str(SCHEMA).unwrap()));

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn it_fits_the_lists() {
    for list in [BUNDLED, SMALL] {
        assert_eq!(CHECKER.refusal(&parse(list)), None);
    }
}

/// The schema with every object closed: fields it does not name are refused.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(map) => {
            map.values_mut().for_each(|value| *value = closed(value.take()));
            if map.get("type") == Some(&json!("object")) {
                map.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|value| *value = closed(value.take())),
        _ => {}
    }
    schema
}

#[test]
fn it_describes_every_field() {
    let strict = Checker::new(closed(parse(SCHEMA)));
    for list in [BUNDLED, SMALL] {
        assert_eq!(strict.refusal(&parse(list)), None);
    }
    let mut extra = parse(SMALL);
    extra["plans"][0]["colour"] = json!("みどり");
    assert!(strict.refusal(&extra).is_some(), "the closed schema is strict indeed");
    assert_eq!(CHECKER.refusal(&extra), None, "the published one lets newer fields pass");
}

/// Every property has a description of its own.
fn undescribed(value: &Value, at: &str, found: &mut Vec<String>) {
    let Value::Object(map) = value else { return };
    if let Some(Value::Object(properties)) = map.get("properties") {
        for (name, property) in properties {
            if property.get("description").and_then(Value::as_str).is_none_or(str::is_empty) {
                found.push(format!("{at}/{name}"));
            }
        }
    }
    for (key, value) in map {
        undescribed(value, &format!("{at}/{key}"), found);
    }
}

#[test]
fn every_field_is_explained() {
    let mut found = Vec::new();
    undescribed(&parse(SCHEMA), "", &mut found);
    assert_eq!(found, [] as [String; 0]);
}

#[test]
fn it_refuses_wrong_shapes() {
    for (place, wrong) in [
        ("/format", json!("other")),
        ("/version", json!(2)),
        ("/id", json!("Mihon")),
        ("/counts/plans", json!(-1)),
        ("/goals/0/name", json!(" ")),
        ("/indicators/0/kind", json!("REACH")),
        ("/indicators/0/line", json!(0)),
        ("/indicators/0/current/lines", json!([])),
        ("/indicators/0/measures/0/current/amount", json!("40")),
        ("/default_target/date", json!("R4.3.31")),
    ] {
        let mut list = parse(SMALL);
        *list.pointer_mut(place).unwrap() = wrong;
        assert!(CHECKER.refusal(&list).is_some(), "{place}");
    }
}

/// Only the loader accepts null for a missing field.
fn without_null() -> impl Strategy<Value = Value> {
    robust::odd_value()
        .prop_filter("null", |odd| !odd.is_null() && !odd.as_array().is_some_and(|items| items.contains(&Value::Null)))
}

proptest! {
    #[test]
    fn what_the_loader_accepts_fits_the_schema(place in any::<Index>(), odd in without_null()) {
        let mut list = parse(SMALL);
        let mut all = Vec::new();
        robust::places(&list, "", &mut all);
        *list.pointer_mut(place.get::<String>(&all)).unwrap() = odd;
        if load(&list.to_string()).is_ok() {
            prop_assert_eq!(CHECKER.refusal(&list), None);
        }
    }
}
