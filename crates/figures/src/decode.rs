//! Reading own figures out of JSON values: what is sound is taken, what is not is kept aside as it came.

use std::collections::BTreeMap;

use list::{DatasetId, Date, IndicatorId, MeasureId};
use serde_json::{Map, Value};

use super::{
    action::limits,
    edit::Notebook,
    envelope::Envelope,
    figure::{
        Basis, Figure, FigureKey, FigureValue, Number, SourceUrl, Subject, Timestamp, UnknownFields, stage_from_code,
    },
    history::{History, HistoryChange, HistoryStep},
    merge,
    model::{Header, HeaderContent, Mark, Scenario, ScenarioId, Stamped, UnreadableParts, Workspace},
    restore::Repair,
};

/// An object being read: fields are taken out one by one, what is left at the end is unknown and kept.
type Fields = Map<String, Value>;

fn note(repairs: &mut Vec<Repair>, path: &str, message: impl Into<String>) {
    repairs.push(Repair { path: path.to_owned(), message: message.into() });
}

/// The envelope; `None` when it has no object of workspaces at all.
pub(super) fn envelope(value: Value, repairs: &mut Vec<Repair>) -> Option<Envelope> {
    let Value::Object(mut fields) = value else {
        return None;
    };
    let Some(Value::Object(workspaces)) = fields.remove("workspaces") else {
        return None;
    };
    fields.remove("format");
    fields.remove("version");
    let mut envelope = Envelope {
        saved_at: take_time(&mut fields, "saved_at").unwrap_or_default(),
        app: take_text(&mut fields, "app").unwrap_or_default(),
        notebooks: BTreeMap::new(),
        unreadable: take_unreadable(&mut fields),
        extra: UnknownFields::new(),
    };
    for (name, value) in workspaces {
        let path = format!("workspaces.{name}");
        match (DatasetId::parse(&name), value) {
            (Ok(id), Value::Object(fields)) => {
                let notebook = notebook(id.clone(), fields, &path, repairs);
                envelope.notebooks.insert(id, notebook);
            }
            (_, value) => {
                note(repairs, &path, "読み取れないため、別に取っておきました");
                envelope.unreadable.keep(Map::from_iter([(name, value)]).into());
            }
        }
    }
    envelope.extra = fields.into_iter().collect();
    Some(envelope)
}

fn notebook(dataset: DatasetId, mut fields: Fields, path: &str, repairs: &mut Vec<Repair>) -> Notebook {
    let mut workspace = Workspace::new(dataset);
    workspace.unreadable = take_unreadable(&mut fields);
    let history = match fields.remove("history") {
        Some(value) => history(value, &format!("{path}.history"), repairs),
        None => History::default(),
    };
    if let Some(Value::Object(mut order)) = fields.remove("order") {
        workspace.order = Stamped {
            at: take_time(&mut order, "at").unwrap_or_default(),
            value: order.remove("ids").and_then(ids).unwrap_or_default(),
        };
    }
    if let Some(Value::Object(mut active)) = fields.remove("active")
        && let Some(id) = take_text(&mut active, "id").and_then(|id| ScenarioId::parse(&id).ok())
    {
        let at = take_time(&mut active, "at").unwrap_or_default();
        workspace.active = Stamped { at, value: id };
    }
    match fields.remove("scenarios") {
        Some(Value::Array(list)) => {
            let mut seen = Vec::new();
            for (index, value) in list.into_iter().enumerate() {
                let path = format!("{path}.scenarios[{index}]");
                match scenario(value, &path, repairs) {
                    Ok(scenario) if !seen.contains(&scenario.id) => {
                        seen.push(scenario.id.clone());
                        workspace.put(scenario);
                    }
                    Ok(twin) => {
                        note(repairs, &path, "同じ番号のシナリオがあったため、一つにまとめました");
                        let known = workspace.get(&twin.id).cloned();
                        workspace.put(match known {
                            Some(known) => merge::scenarios(known, twin),
                            None => twin,
                        });
                    }
                    Err(value) => {
                        note(repairs, &path, "シナリオを読み取れないため、別に取っておきました");
                        workspace.unreadable.keep(value);
                    }
                }
            }
        }
        Some(other) => {
            note(repairs, path, "シナリオの一覧を読み取れないため、別に取っておきました");
            workspace.unreadable.keep(other);
        }
        None => note(repairs, path, "シナリオの一覧がありませんでした"),
    }
    workspace.extra = fields.into_iter().collect();
    Notebook { workspace, history }
}

/// A scenario; the value itself when it has no id.
fn scenario(value: Value, path: &str, repairs: &mut Vec<Repair>) -> Result<Scenario, Value> {
    let Some(id) = value.get("id").and_then(Value::as_str).and_then(|id| ScenarioId::parse(id).ok()) else {
        return Err(value);
    };
    let Value::Object(mut fields) = value else {
        return Err(value);
    };
    fields.remove("id");
    let at = take_time(&mut fields, "edited").unwrap_or_default();
    let unreadable = take_unreadable(&mut fields);
    let figures = fields.remove("figures");
    let removed = fields.remove("removed");
    let content = header(&mut fields, path, repairs);
    let mut scenario = Scenario::new(id, Header { at, value: content });
    scenario.unreadable = unreadable;
    scenario.extra = fields.into_iter().collect();
    for (index, value) in list(removed).into_iter().enumerate() {
        match removal(&value) {
            Some((key, at)) => scenario.remove(key, at),
            None => {
                let path = format!("{path}.removed[{index}]");
                note(repairs, &path, "削除の印を読み取れないため、別に取っておきました");
                scenario.unreadable.keep(value);
            }
        }
    }
    for (index, value) in list(figures).into_iter().enumerate() {
        let path = format!("{path}.figures[{index}]");
        match figure(value.clone(), &path, repairs) {
            Some(figure) if scenario.figure(&figure.key()).is_none() => scenario.put(figure),
            Some(_) => {
                note(repairs, &path, "同じ指標・日付の想定値があったため、別に取っておきました");
                scenario.unreadable.keep(value);
            }
            None => {
                note(repairs, &path, "想定値を読み取れないため、別に取っておきました");
                scenario.unreadable.keep(value);
            }
        }
    }
    Ok(scenario)
}

/// Name, description, mark and presence, taken out of an object.
fn header(fields: &mut Fields, path: &str, repairs: &mut Vec<Repair>) -> HeaderContent {
    let name = take_text(fields, "name").filter(|name| !name.trim().is_empty());
    let name = name.unwrap_or_else(|| {
        note(repairs, path, "シナリオに名前がなかったため、「名前なし」としました");
        "名前なし".to_owned()
    });
    // No form, file or link of ours makes one; a browser takes minutes to lay out a name of a hundred thousand letters.
    let name = if name.chars().count() > limits::NAME_CHARS {
        note(repairs, path, "シナリオの名前が長すぎたため、はじめの60字を名前にしました");
        // Without the blanks before it, of which the first sixty letters might consist.
        let cut = name.trim_start().chars().take(limits::NAME_CHARS).collect();
        set_aside(fields, "name", Value::from(name));
        cut
    } else {
        name
    };
    let mark = match take_text(fields, "mark") {
        None => Mark::Diamond,
        Some(code) => Mark::from_code(&code).unwrap_or_else(|| {
            note(repairs, path, "シナリオの印が分からないため、ひし形にしました");
            set_aside(fields, "mark", Value::from(code));
            Mark::Diamond
        }),
    };
    let deleted = match fields.remove("deleted") {
        None => false,
        Some(Value::Bool(deleted)) => deleted,
        Some(other) => {
            note(repairs, path, "削除されたかどうか分からないため、残しました");
            set_aside(fields, "deleted", other);
            false
        }
    };
    HeaderContent { present: !deleted, name, description: take_text(fields, "description").unwrap_or_default(), mark }
}

/// A figure; `None` when what it says, of what, when or on what basis cannot be told.
pub(super) fn figure(value: Value, path: &str, repairs: &mut Vec<Repair>) -> Option<Figure> {
    let Value::Object(mut fields) = value else {
        return None;
    };
    let FigureKey { indicator, subject, date } = key(&fields)?;
    fields.remove("indicator");
    fields.remove("measure");
    fields.remove("date");
    let value = match subject {
        Subject::Measure(measure) => FigureValue::Amount {
            measure,
            number: Number::new(fields.remove("amount")?.as_f64()?)?,
            unit: take_text(&mut fields, "unit")?,
        },
        Subject::Stage => FigureValue::Stage(stage_from_code(&take_text(&mut fields, "stage")?)?),
    };
    let basis = Basis::from_code(&take_text(&mut fields, "basis")?)?;
    let note_text = match fields.remove("note") {
        None => String::new(),
        Some(Value::String(text)) => text,
        Some(_) => return None,
    };
    let source = match fields.remove("source") {
        None => None,
        Some(value) => {
            let source = value.as_str().and_then(|text| SourceUrl::parse(text).ok());
            if source.is_none() {
                note(repairs, path, "出典のURLが使えない形のため、リンクから外して取っておきました");
                set_aside(&mut fields, "source", value);
            }
            source
        }
    };
    Some(Figure {
        indicator,
        value,
        date,
        basis,
        note: note_text,
        source,
        edited: take_time(&mut fields, "edited").unwrap_or_default(),
        extra: fields.into_iter().collect(),
    })
}

fn key(fields: &Fields) -> Option<FigureKey> {
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let subject = match fields.get("measure") {
        None => Subject::Stage,
        Some(measure) => Subject::Measure(MeasureId::parse(measure.as_str()?).ok()?),
    };
    Some(FigureKey {
        indicator: IndicatorId::parse(text("indicator")?).ok()?,
        subject,
        date: Date::parse_iso(text("date")?).ok()?,
    })
}

fn removal(value: &Value) -> Option<(FigureKey, Timestamp)> {
    let fields = value.as_object()?;
    Some((key(fields)?, Timestamp(fields.get("at")?.as_u64()?)))
}

/// The steps. One that cannot be read is left out: it is a way back, nothing that was entered.
fn history(value: Value, path: &str, repairs: &mut Vec<Repair>) -> History {
    let Value::Object(mut fields) = value else {
        note(repairs, path, "元に戻すための記録を読み取れませんでした");
        return History::default();
    };
    let mut steps = |name: &str| -> Vec<HistoryStep> {
        let values = list(fields.remove(name));
        let count = values.len();
        let steps: Vec<HistoryStep> = values.into_iter().filter_map(step).collect();
        if steps.len() < count {
            let lost = count - steps.len();
            note(repairs, path, format!("元に戻すための記録のうち {lost}件を読み取れませんでした"));
        }
        steps
    };
    let mut history = History { done: steps("done"), undone: steps("undone") };
    history.trim();
    history
}

fn step(value: Value) -> Option<HistoryStep> {
    let Value::Object(mut fields) = value else {
        return None;
    };
    let at = take_time(&mut fields, "at")?;
    let name = take_text(&mut fields, "name")?;
    let changes = list(fields.remove("changes")).into_iter().map(change);
    Some(HistoryStep { at, name, changes: changes.collect::<Option<_>>()? })
}

fn change(value: Value) -> Option<HistoryChange> {
    let Value::Object(mut fields) = value else {
        return None;
    };
    let scenario_id = |text: String| ScenarioId::parse(&text).ok();
    if let Some(place) = fields.remove("figure") {
        let key = key(place.as_object()?)?;
        let mut side = |name: &str| -> Option<Option<Box<Figure>>> {
            match fields.remove(name)? {
                Value::Null => Some(None),
                value => figure(value, "", &mut Vec::new())
                    .filter(|figure| figure.key() == key)
                    .map(|figure| Some(Box::new(figure))),
            }
        };
        let (before, after) = (side("before")?, side("after")?);
        let scenario = take_text(&mut fields, "scenario").and_then(scenario_id)?;
        return Some(HistoryChange::Figure { scenario, key, before, after });
    }
    if let Some(scenario) = take_text(&mut fields, "header").and_then(scenario_id) {
        let mut side = |name: &str| match fields.remove(name) {
            Some(Value::Object(mut side)) => Some(header(&mut side, "", &mut Vec::new())),
            _ => None,
        };
        let (before, after) = (side("before")?, side("after")?);
        return Some(HistoryChange::Header { scenario, before, after });
    }
    let mut order = fields.remove("order")?;
    let mut side = |name: &str| ids(order.get_mut(name)?.take());
    let (before, after) = (side("before")?, side("after")?);
    Some(HistoryChange::Order { before, after })
}

/// Scenario ids; those spelt wrongly are passed over, they can name nothing.
fn ids(value: Value) -> Option<Vec<ScenarioId>> {
    let Value::Array(list) = value else {
        return None;
    };
    let id = |value: &Value| value.as_str().and_then(|id| ScenarioId::parse(id).ok());
    Some(list.iter().filter_map(id).collect())
}

fn list(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(list)) => list,
        // Not a list, but still something that was entered: one thing that will not read.
        Some(Value::Null) | None => Vec::new(),
        Some(other) => vec![other],
    }
}

fn take_unreadable(fields: &mut Fields) -> UnreadableParts {
    let mut unreadable = UnreadableParts::default();
    for part in list(fields.remove("unreadable")) {
        unreadable.keep(part);
    }
    unreadable
}

/// Takes a text out.
fn take_text(fields: &mut Fields, name: &str) -> Option<String> {
    match fields.remove(name)? {
        Value::String(text) => Some(text),
        other => {
            set_aside(fields, name, other);
            None
        }
    }
}

/// Takes a moment out.
fn take_time(fields: &mut Fields, name: &str) -> Option<Timestamp> {
    let value = fields.remove(name)?;
    let time = value.as_u64().map(Timestamp);
    if time.is_none() {
        set_aside(fields, name, value);
    }
    time
}

/// Keeps a value that is not what its field should hold under another name, where no later save writes over it.
fn set_aside(fields: &mut Fields, name: &str, value: Value) {
    fields.insert(format!("{name}_set_aside"), value);
}
