//! Shared by the targets.

use std::sync::LazyLock;

use exchange::import::{ImportMode, Incoming, action, compare};
use figures::{Action, Basis, ExpectedInput, Figure, FigureDraft, Notebook, ScenarioId, Subject, Timestamp};
use list::Dataset;
use serde_json::{Map, Value};

/// The bundled list.
///
/// # Panics
/// If the list is invalid.
pub static LIST: LazyLock<Dataset> = LazyLock::new(|| authoring::load(test_support::BUNDLED).expect("a valid list"));

/// Own figures: one number with all its fields.
///
/// # Panics
/// If no indicator of the list has a measure.
pub static OWN: LazyLock<Notebook> = LazyLock::new(|| {
    let (indicator, measure) =
        LIST.indicators.iter().find_map(|one| Some((one, one.measures.first()?))).expect("a measure");
    let draft = FigureDraft {
        value_text: "1".to_owned(),
        date_text: "2023-03-31".to_owned(),
        basis: Basis::Heard,
        note: "=委員会で".to_owned(),
        source_text: "https://example.jp/".to_owned(),
    };
    let figure: Figure =
        draft.check(&indicator.id, ExpectedInput::Amount(measure), Timestamp(1)).expect("a valid figure");
    assert_eq!(figure.subject(), Subject::Measure(measure.id.clone()));
    let mut notebook = Notebook::new(LIST.id.clone());
    let step = Action::SetFigures {
        scenario: ScenarioId::first(),
        figures: vec![figure],
        remove: Vec::new(),
        name: "用意".to_owned(),
    };
    notebook.apply(step, Timestamp(1), words::text::figures::step_name).expect("a valid action");
    notebook
});

/// The JSON pointers of all parts of a value.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, one)| pointers(one, &format!("{at}/{i}"), all)),
        Value::Object(fields) => fields.iter().for_each(|(key, one)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            pointers(one, &format!("{at}/{key}"), all);
        }),
        _ => {}
    }
}

/// A valid file with up to eight changes. Each line of `changes` is one: two bytes select a part of the file, the rest is the
/// new JSON value, or a string if it is not JSON. Objects are merged, so that fields can be added.
pub fn changed(valid: &Value, changes: &[u8]) -> Value {
    let mut value = valid.clone();
    for change in changes.split(|byte| *byte == b'\n').take(8) {
        let [high, low, rest @ ..] = change else {
            continue;
        };
        let mut all = Vec::new();
        pointers(&value, "", &mut all);
        let at = usize::from(u16::from_be_bytes([*high, *low])) % all.len();
        let new: Value =
            serde_json::from_slice(rest).unwrap_or_else(|_| Value::String(String::from_utf8_lossy(rest).into_owned()));
        let Some(place) = value.pointer_mut(&all[at]) else {
            continue;
        };
        match (place.as_object_mut(), new) {
            (Some(fields), Value::Object(more)) => fields.extend::<Map<_, _>>(more),
            (_, new) => *place = new,
        }
    }
    value
}

/// Compares, imports in each of the three ways, and undoes the first two scenarios of a file.
///
/// # Panics
/// If an import cannot be undone, or undo does not restore the figures.
pub fn import_and_undo(incoming: &Incoming) {
    for scenario in incoming.scenarios.iter().take(2) {
        let _ = compare(scenario, OWN.workspace.active());
        let modes =
            [ImportMode::AsNew, ImportMode::Merge(ScenarioId::first()), ImportMode::Replace(ScenarioId::first())];
        for mode in modes {
            let id = || ScenarioId::parse("new").expect("a valid id");
            let Ok(step) = action(&mode, &[scenario], &OWN.workspace, id) else {
                continue;
            };
            let mut after = OWN.clone();
            if after.apply(step, Timestamp(10), words::text::figures::step_name).is_err() {
                continue;
            }
            if after.workspace != OWN.workspace {
                after.apply(Action::Undo, Timestamp(20), words::text::figures::step_name).expect("undo");
                let figures = |notebook: &Notebook| -> Vec<Figure> {
                    let figures = notebook.workspace.active().figures();
                    figures.map(|one| Figure { edited: Timestamp(0), ..one.clone() }).collect()
                };
                assert_eq!(figures(&after), figures(&OWN), "after undo");
            }
        }
    }
}
