//! The written form of own figures, as JSON values.
//!
//! Known fields are written over the unknown ones kept beside them, so a reader of this version's files finds each
//! field once. Object keys come out sorted: equal data gives equal text.
//!
//! Numbers in unknown fields come back exactly up to 15 digits; beyond that the last bit may change. Reading those
//! exactly too would cost every first visit some 8 KB, and our own numbers ([`super::Number`]) stay within.

use serde_json::{Map, Value, json};

use super::{
    edit::Notebook,
    figure::{Extra, Figure, FigureKey, FigureValue, Subject, stage_code},
    history::{Change, History, Step},
    model::{Entry, HeaderContent, Scenario, ScenarioId, Stamped, Unreadable, Workspace},
};

/// How many bytes of text the steps of one notebook may take in storage. The oldest are left out beyond it.
const HISTORY_BYTES: usize = 300_000;

/// An object of the unknown fields with the known ones on top.
fn object(extra: &Extra, known: Value) -> Map<String, Value> {
    let mut map: Map<String, Value> = extra
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if let Value::Object(known) = known {
        map.extend(known);
    }
    map
}

/// Adds the unreadable parts, where there are any.
fn with_unreadable(mut map: Map<String, Value>, unreadable: &Unreadable) -> Value {
    if !unreadable.is_empty() {
        map.insert(
            "unreadable".to_owned(),
            unreadable.iter().cloned().collect(),
        );
    }
    Value::Object(map)
}

fn key_fields(key: &FigureKey) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("indicator".to_owned(), json!(key.indicator.as_str()));
    if let Subject::Measure(measure) = &key.subject {
        map.insert("measure".to_owned(), json!(measure.as_str()));
    }
    map.insert("date".to_owned(), json!(key.date.iso()));
    map
}

/// A figure.
pub(super) fn figure(figure: &Figure) -> Value {
    let mut known = key_fields(&figure.key());
    match &figure.value {
        FigureValue::Amount { number, unit, .. } => {
            known.insert("amount".to_owned(), number.to_json());
            known.insert("unit".to_owned(), json!(unit));
        }
        FigureValue::Stage(stage) => {
            known.insert("stage".to_owned(), json!(stage_code(*stage)));
        }
    }
    known.insert("basis".to_owned(), json!(figure.basis.code()));
    known.insert("edited".to_owned(), json!(figure.edited.0));
    if !figure.note.is_empty() {
        known.insert("note".to_owned(), json!(figure.note));
    }
    if let Some(source) = &figure.source {
        known.insert("source".to_owned(), json!(source.as_str()));
    }
    Value::Object(object(&figure.extra, Value::Object(known)))
}

fn header_fields(content: &HeaderContent) -> Value {
    json!({
        "name": content.name,
        "description": content.description,
        "mark": content.mark.code(),
        "deleted": !content.present,
    })
}

fn scenario(scenario: &Scenario) -> Value {
    let mut map = object(&scenario.extra, header_fields(&scenario.header.value));
    let figures: Value = scenario.figures().map(figure).collect();
    let removed = scenario.entries().filter_map(|(key, entry)| match entry {
        Entry::Live(_) => None,
        Entry::Removed(at) => {
            let mut mark = key_fields(key);
            mark.insert("at".to_owned(), json!(at.0));
            Some(Value::Object(mark))
        }
    });
    map.insert("id".to_owned(), json!(scenario.id.as_str()));
    map.insert("edited".to_owned(), json!(scenario.header.at.0));
    map.insert("removed".to_owned(), removed.collect());
    map.insert("figures".to_owned(), figures);
    with_unreadable(map, &scenario.unreadable)
}

fn ids(ids: &[ScenarioId]) -> Value {
    ids.iter().map(|id| json!(id.as_str())).collect()
}

/// A workspace, without its dataset id, which is the name it stands under.
fn workspace_fields(workspace: &Workspace) -> Map<String, Value> {
    let Stamped {
        at: order_at,
        value: order,
    } = &workspace.order;
    let Stamped {
        at: active_at,
        value: active,
    } = &workspace.active;
    object(
        &workspace.extra,
        json!({
            "scenarios": workspace.all().map(scenario).collect::<Value>(),
            "order": { "at": order_at.0, "ids": ids(order) },
            "active": { "at": active_at.0, "id": active.as_str() },
        }),
    )
}

fn change(change: &Change) -> Value {
    match change {
        Change::Figure {
            scenario,
            key,
            before,
            after,
        } => {
            let side = |side: &Option<Box<Figure>>| side.as_deref().map_or(Value::Null, figure);
            json!({
                "figure": key_fields(key),
                "scenario": scenario.as_str(),
                "before": side(before),
                "after": side(after),
            })
        }
        Change::Header {
            scenario,
            before,
            after,
        } => json!({
            "header": scenario.as_str(),
            "before": header_fields(before),
            "after": header_fields(after),
        }),
        Change::Order { before, after } => {
            json!({ "order": { "before": ids(before), "after": ids(after) } })
        }
    }
}

fn step(step: &Step) -> Value {
    json!({
        "at": step.at.0,
        "name": step.name,
        "changes": step.changes.iter().map(change).collect::<Value>(),
    })
}

/// The latest of the steps (oldest first) that fit into the rest of `budget`, still oldest first.
fn latest_steps(steps: &[Step], budget: &mut usize) -> Value {
    let mut kept = Vec::new();
    for value in steps.iter().rev().map(step) {
        let size = value.to_string().len();
        let Some(rest) = budget.checked_sub(size) else {
            break;
        };
        *budget = rest;
        kept.push(value);
    }
    kept.reverse();
    Value::Array(kept)
}

fn history(history: &History) -> Value {
    let mut budget = HISTORY_BYTES;
    let done = latest_steps(&history.done, &mut budget);
    let undone = latest_steps(&history.undone, &mut budget);
    json!({ "done": done, "undone": undone })
}

/// A notebook; without its steps where room is short.
pub(super) fn notebook(notebook: &Notebook, with_history: bool) -> Value {
    let mut map = workspace_fields(&notebook.workspace);
    if with_history {
        map.insert("history".to_owned(), history(&notebook.history));
    }
    with_unreadable(map, &notebook.workspace.unreadable)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    /// The order of keys decides merges of equal moments; a feature flag of the JSON library could change it.
    #[test]
    fn object_keys_come_out_sorted() {
        assert_eq!(
            json!({"b": 1, "a": {"d": 2, "c": 3}}).to_string(),
            r#"{"a":{"c":3,"d":2},"b":1}"#
        );
    }
}
