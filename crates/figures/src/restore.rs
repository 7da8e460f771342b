//! Reads stored text: repairs what it can and sets the rest aside, so that nothing is lost.

use std::collections::BTreeSet;

use list::DatasetId;
use serde_json::{Map, Value};

use super::{
    action::limits,
    envelope::{Envelope, FORMAT, VERSION},
    figure::{Figure, FigureKey, FigureValue, Subject, Timestamp, UnknownFields, stage_from_code},
    history::{History, HistoryChange, HistoryStep, OrderChange},
    model::{Header, HeaderContent, Mark, Scenario, UnreadableParts, Workspace, valid_ids},
    notebook::Notebook,
    record::{Fields, check, get, set_aside, take},
};

/// A fault in stored data that was repaired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// E.g. `workspaces.town-2022.scenarios[0].figures[3]`.
    pub path: String,
    pub fault: StoredFault,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredFault {
    Workspace,
    ScenarioList,
    NoScenarioList,
    Scenario,
    DuplicateScenario,
    NoName,
    LongName,
    Mark,
    Deleted,
    Figure,
    DuplicateFigure,
    Source,
    Removal,
    History,
    HistorySteps { count: usize },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Restored {
    /// Nothing was stored, or only blanks.
    Fresh,
    Loaded {
        envelope: Box<Envelope>,
        repairs: Vec<Repair>,
        /// The older version it was migrated from.
        migrated_from: Option<u64>,
    },
    /// Unreadable; it must not be overwritten.
    Quarantined { text: String, reason: UnreadableReason },
    /// Written by a newer version of the app; it must not be changed.
    Newer { version: u64, text: String },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnreadableReason {
    NotJson,
    OtherFormat,
    NoVersion,
    Migration { version: u64, reason: String },
    NoWorkspaces,
}

type Migration = fn(Value) -> Result<Value, String>;

/// `MIGRATIONS[n]` converts version n + 1 to n + 2. Each new version appends a step, and a stored sample of the version
/// before is added to the tests.
const MIGRATIONS: [Migration; VERSION as usize - 1] = [];

pub fn restore(text: Option<&str>) -> Restored {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Restored::Fresh;
    };
    match read(text) {
        Ok(restored) => restored,
        Err(reason) => Restored::Quarantined { text: text.to_owned(), reason },
    }
}

fn read(text: &str) -> Result<Restored, UnreadableReason> {
    let value: Value = serde_json::from_str(text).map_err(|_| UnreadableReason::NotJson)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(UnreadableReason::OtherFormat);
    }
    let version = value.get("version").and_then(Value::as_u64).filter(|version| *version > 0);
    let version = version.ok_or(UnreadableReason::NoVersion)?;
    if version > VERSION {
        return Ok(Restored::Newer { version, text: text.to_owned() });
    }
    let value =
        migrate(value, version, &MIGRATIONS).map_err(|reason| UnreadableReason::Migration { version, reason })?;
    let mut repairs = Vec::new();
    let envelope = read_envelope(value, &mut repairs).ok_or(UnreadableReason::NoWorkspaces)?;
    Ok(Restored::Loaded {
        envelope: Box::new(envelope),
        repairs,
        migrated_from: (version < VERSION).then_some(version),
    })
}

/// Runs the steps from `version` (1 or more) to the last.
fn migrate(value: Value, version: u64, steps: &[Migration]) -> Result<Value, String> {
    let passed = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    steps.iter().skip(passed).try_fold(value, |value, step| step(value))
}

fn note(repairs: &mut Vec<Repair>, path: &str, fault: StoredFault) {
    repairs.push(Repair { path: path.to_owned(), fault });
}

/// `None` if there is no object of workspaces.
fn read_envelope(value: Value, repairs: &mut Vec<Repair>) -> Option<Envelope> {
    let Value::Object(mut fields) = value else { return None };
    let Some(Value::Object(workspaces)) = fields.remove("workspaces") else { return None };
    fields.remove("format");
    fields.remove("version");
    let mut envelope = Envelope {
        saved_at: take(&mut fields, "saved_at").unwrap_or_default(),
        app: take(&mut fields, "app").unwrap_or_default(),
        unreadable: take_unreadable(&mut fields),
        ..Envelope::default()
    };
    for (name, value) in workspaces {
        let path = format!("workspaces.{name}");
        match (DatasetId::parse(&name), value) {
            (Ok(id), Value::Object(fields)) => {
                let notebook = read_notebook(id.clone(), fields, &path, repairs);
                envelope.notebooks.insert(id, notebook);
            }
            (_, value) => {
                note(repairs, &path, StoredFault::Workspace);
                envelope.unreadable.add(Map::from_iter([(name, value)]).into());
            }
        }
    }
    envelope.extra = fields;
    Some(envelope)
}

fn read_notebook(dataset: DatasetId, mut fields: Fields, path: &str, repairs: &mut Vec<Repair>) -> Notebook {
    let mut workspace = Workspace::new(dataset);
    workspace.unreadable = take_unreadable(&mut fields);
    let history = fields.remove("history");
    let history = history.map(|value| read_history(value, &format!("{path}.history"), repairs)).unwrap_or_default();
    for name in ["order", "active"] {
        if let Some(Value::Object(part)) = fields.get_mut(name) {
            check::<Timestamp>(part, "at");
        }
    }
    workspace.order = take(&mut fields, "order").unwrap_or_default();
    workspace.active = take(&mut fields, "active").unwrap_or(workspace.active);
    match fields.remove("scenarios") {
        Some(Value::Array(list)) => {
            let mut seen = BTreeSet::new();
            for (index, value) in list.into_iter().enumerate() {
                let path = format!("{path}.scenarios[{index}]");
                match read_scenario(value, &path, repairs) {
                    Ok(mut scenario) => {
                        if !seen.insert(scenario.id.clone()) {
                            note(repairs, &path, StoredFault::DuplicateScenario);
                            if let Some(known) = workspace.get(&scenario.id) {
                                scenario.merge(known.clone());
                            }
                        }
                        workspace.put(scenario);
                    }
                    Err(value) => {
                        note(repairs, &path, StoredFault::Scenario);
                        workspace.unreadable.add(value);
                    }
                }
            }
        }
        Some(other) => {
            note(repairs, path, StoredFault::ScenarioList);
            workspace.unreadable.add(other);
        }
        None => note(repairs, path, StoredFault::NoScenarioList),
    }
    workspace.extra = fields;
    Notebook { workspace, history }
}

/// The error is the value itself, if it has no id.
fn read_scenario(value: Value, path: &str, repairs: &mut Vec<Repair>) -> Result<Scenario, Value> {
    let Value::Object(mut fields) = value else { return Err(value) };
    let Some(id) = get(&fields, "id") else { return Err(fields.into()) };
    fields.remove("id");
    let at: Timestamp = take(&mut fields, "edited").unwrap_or_default();
    let unreadable = take_unreadable(&mut fields);
    let figures = items(fields.remove("figures"));
    let removed = items(fields.remove("removed"));
    let value = take_header(&mut fields, path, repairs);
    let mut scenario = Scenario::new(id, Header { at, value });
    scenario.unreadable = unreadable;
    scenario.extra = fields;
    for (index, value) in removed.into_iter().enumerate() {
        match value.as_object().and_then(|removal| Some((read_key(removal)?, get(removal, "at")?))) {
            Some((key, at)) => scenario.remove(key, at),
            None => {
                note(repairs, &format!("{path}.removed[{index}]"), StoredFault::Removal);
                scenario.unreadable.add(value);
            }
        }
    }
    for (index, value) in figures.into_iter().enumerate() {
        let path = format!("{path}.figures[{index}]");
        let fault = match read_figure(&value, &path, repairs) {
            Some(figure) if scenario.figure(&figure.key()).is_none() => {
                scenario.put(figure);
                continue;
            }
            Some(_) => StoredFault::DuplicateFigure,
            None => StoredFault::Figure,
        };
        note(repairs, &path, fault);
        scenario.unreadable.add(value);
    }
    Ok(scenario)
}

fn take_header(fields: &mut Fields, path: &str, repairs: &mut Vec<Repair>) -> HeaderContent {
    let name: Option<String> = take(fields, "name");
    let mut name = name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| {
        note(repairs, path, StoredFault::NoName);
        "名前なし".to_owned()
    });
    // No form, file or link of ours makes a long name. A browser takes minutes to lay out one of 100,000 letters.
    if name.chars().count() > limits::NAME_CHARS {
        note(repairs, path, StoredFault::LongName);
        // Without leading blanks, because the first sixty letters could be blank.
        let cut = name.trim_start().chars().take(limits::NAME_CHARS).collect();
        set_aside(fields, "name", name.into());
        name = cut;
    }
    if check::<Mark>(fields, "mark") {
        note(repairs, path, StoredFault::Mark);
    }
    if check::<bool>(fields, "deleted") {
        note(repairs, path, StoredFault::Deleted);
    }
    HeaderContent {
        present: !take(fields, "deleted").unwrap_or(false),
        name,
        description: take(fields, "description").unwrap_or_default(),
        mark: take(fields, "mark").unwrap_or_default(),
    }
}

/// `None` if its indicator, subject, value, date or basis cannot be read.
pub(super) fn read_figure(value: &Value, path: &str, repairs: &mut Vec<Repair>) -> Option<Figure> {
    let fields = value.as_object()?;
    let (value, of_value) = if fields.contains_key("measure") {
        let (measure, number, unit) = (get(fields, "measure")?, get(fields, "amount")?, get(fields, "unit")?);
        (FigureValue::Amount { measure, number, unit }, &["amount", "measure", "unit"][..])
    } else {
        (FigureValue::Stage(stage_from_code(fields.get("stage")?.as_str()?)?), &["stage"][..])
    };
    let mut figure = Figure {
        value,
        indicator: get(fields, "indicator")?,
        date: get(fields, "date")?,
        basis: get(fields, "basis")?,
        note: if fields.contains_key("note") { get(fields, "note")? } else { String::new() },
        source: get(fields, "source"),
        edited: get(fields, "edited").unwrap_or_default(),
        extra: UnknownFields::new(),
    };
    // In reverse, so that what is set aside now replaces what was set aside before.
    for (name, value) in fields.iter().rev() {
        match name.as_str() {
            "basis" | "date" | "indicator" | "note" => {}
            "edited" if value.is_u64() => {}
            "edited" => set_aside(&mut figure.extra, name, value.clone()),
            "source" if figure.source.is_some() => {}
            "source" => {
                note(repairs, path, StoredFault::Source);
                set_aside(&mut figure.extra, name, value.clone());
            }
            name if of_value.contains(&name) => {}
            name => {
                figure.extra.insert(name.to_owned(), value.clone());
            }
        }
    }
    Some(figure)
}

/// Unreadable steps are skipped: the figures themselves do not depend on them.
fn read_history(value: Value, path: &str, repairs: &mut Vec<Repair>) -> History {
    let Value::Object(mut fields) = value else {
        note(repairs, path, StoredFault::History);
        return History::default();
    };
    let mut steps = |name: &str| -> Vec<HistoryStep> {
        let values = items(fields.remove(name));
        let count = values.len();
        let steps: Vec<HistoryStep> = values.iter().filter_map(read_step).collect();
        if steps.len() < count {
            note(repairs, path, StoredFault::HistorySteps { count: count - steps.len() });
        }
        steps
    };
    let mut history = History { done: steps("done"), undone: steps("undone") };
    history.trim();
    history
}

fn read_step(value: &Value) -> Option<HistoryStep> {
    let step = value.as_object()?;
    let changes = match step.get("changes") {
        None => Vec::new(),
        Some(changes) => changes.as_array()?.iter().map(read_change).collect::<Option<_>>()?,
    };
    Some(HistoryStep { at: get(step, "at")?, name: get(step, "name")?, changes })
}

/// Figures and headers are repaired as in a scenario, so that the steps can still be undone.
fn read_change(value: &Value) -> Option<HistoryChange> {
    let change = value.as_object()?;
    if let Some(key) = change.get("figure") {
        let figure = |name: &str| match change.get(name)? {
            Value::Null => Some(None),
            value => read_figure(value, "", &mut Vec::new()).map(|figure| Some(Box::new(figure))),
        };
        let change = HistoryChange::Figure {
            scenario: get(change, "scenario")?,
            key: read_key(key.as_object()?)?,
            before: figure("before")?,
            after: figure("after")?,
        };
        return change.is_consistent().then_some(change);
    }
    if let Some(scenario) = get(change, "header") {
        let header = |name: &str| {
            let mut header = change.get(name)?.as_object()?.clone();
            Some(take_header(&mut header, "", &mut Vec::new()))
        };
        return Some(HistoryChange::Header { scenario, before: header("before")?, after: header("after")? });
    }
    let order = change.get("order")?;
    let ids = |name: &str| order.get(name).and_then(|ids| valid_ids(ids).ok());
    Some(HistoryChange::Order { order: OrderChange { before: ids("before")?, after: ids("after")? } })
}

fn read_key(fields: &Fields) -> Option<FigureKey> {
    let subject =
        if fields.contains_key("measure") { Subject::Measure(get(fields, "measure")?) } else { Subject::Stage };
    Some(FigureKey { indicator: get(fields, "indicator")?, subject, date: get(fields, "date")? })
}

/// The elements of an array. Another value counts as one unreadable element.
fn items(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(list)) => list,
        Some(Value::Null) | None => Vec::new(),
        Some(other) => vec![other],
    }
}

fn take_unreadable(fields: &mut Fields) -> UnreadableParts {
    items(fields.remove("unreadable")).into()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn renamed(mut value: Value) -> Result<Value, String> {
        let old = value.as_object_mut().and_then(|map| map.remove("old"));
        value["new"] = old.ok_or("old がありません")?;
        Ok(value)
    }

    fn doubled(mut value: Value) -> Result<Value, String> {
        let number = value["new"].as_i64().ok_or("new が数ではありません")?;
        value["new"] = json!(number * 2);
        Ok(value)
    }

    #[test]
    fn migrations_run_one_after_the_other_from_the_stored_version() {
        let steps: [Migration; 2] = [renamed, doubled];
        assert_eq!(migrate(json!({"old": 4, "x": 1}), 1, &steps), Ok(json!({"new": 8, "x": 1})));
        assert_eq!(migrate(json!({"new": 4}), 2, &steps), Ok(json!({"new": 8})));
        assert_eq!(migrate(json!({"new": 8}), 3, &steps), Ok(json!({"new": 8})));
        assert_eq!(migrate(json!({}), 1, &steps), Err("old がありません".to_owned()));
    }

    #[test]
    fn a_text_that_is_not_an_envelope_is_quarantined() {
        let deep = "[".repeat(100_000);
        let noise = "\u{fffd}あ\"<script>".repeat(10_000);
        for text in [
            "{",
            "null",
            "[]",
            "12",
            r#""text""#,
            "{}",
            r#"{"format":"something else","version":1,"workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures"}"#,
            r#"{"format":"ward-indicators/own-figures","version":"1","workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures","version":0,"workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures","version":-1,"workspaces":{}}"#,
            r#"{"format":"ward-indicators/own-figures","version":1}"#,
            r#"{"format":"ward-indicators/own-figures","version":1,"workspaces":[]}"#,
            &deep,
            &noise,
        ] {
            match restore(Some(text)) {
                Restored::Quarantined { text: quarantined, .. } => assert_eq!(quarantined, text),
                other => panic!("{text:.60}: {other:?}"),
            }
        }
    }

    #[test]
    fn an_empty_storage_is_fresh_and_a_newer_version_is_not_changed() {
        assert_eq!(restore(None), Restored::Fresh);
        assert_eq!(restore(Some(" \n")), Restored::Fresh);
        let newer = r#"{"format":"ward-indicators/own-figures","version":2,"surprise":[]}"#;
        assert_eq!(restore(Some(newer)), Restored::Newer { version: 2, text: newer.to_owned() });
    }
}
