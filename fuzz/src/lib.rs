//! What the targets share.

use std::sync::LazyLock;

use exchange::import::{Incoming, ImportMode, action, compare};
use figures::{Action, ExpectedInput, Basis, Figure, FigureDraft, Notebook, ScenarioId, Subject, Timestamp};
use list::Dataset;
use serde_json::{Map, Value};

/// The list the app is built on.
///
/// # Panics
/// If that has faults.
pub static LIST: LazyLock<Dataset> = LazyLock::new(|| authoring::load(test_support::BUNDLED).expect("a sound list"));

/// Own figures as somebody may have them: one number, with everything that can be said of it.
///
/// # Panics
/// If the list has no indicator that is measured by one number.
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
    let figure: Figure = draft.check(&indicator.id, ExpectedInput::Amount(measure), Timestamp(1)).expect("a sound figure");
    assert_eq!(figure.subject(), Subject::Measure(measure.id.clone()));
    let mut notebook = Notebook::new(LIST.id.clone());
    let step = Action::SetFigures {
        scenario: ScenarioId::first(),
        figures: vec![figure],
        remove: Vec::new(),
        name: "用意".to_owned(),
    };
    notebook.apply(step, Timestamp(1)).expect("a sound step");
    notebook
});

/// Every place of a JSON value, as pointers.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(i, one)| places(one, &format!("{at}/{i}"), all)),
        Value::Object(fields) => fields.iter().for_each(|(key, one)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            places(one, &format!("{at}/{key}"), all);
        }),
        _ => {}
    }
}

/// A sound file with changes. Each line of `changes` is one: two bytes choose the place, the rest is the JSON to put there,
/// or a text where it is none. An object takes a change that is an object field by field, so that fields are added too.
pub fn changed(sound: &Value, changes: &[u8]) -> Value {
    let mut value = sound.clone();
    for change in changes.split(|byte| *byte == b'\n').take(8) {
        let [high, low, rest @ ..] = change else {
            continue;
        };
        let mut all = Vec::new();
        places(&value, "", &mut all);
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

/// Everything that can be done with what was read from a file: it is compared, taken in each of the three ways, taken
/// back. At most the first two scenarios of a file.
///
/// # Panics
/// If a step cannot be taken back, or what was stored does not come back.
pub fn use_up(incoming: &Incoming) {
    for scenario in incoming.scenarios.iter().take(2) {
        let _ = compare(scenario, OWN.workspace.active());
        let ways = [ImportMode::AsNew, ImportMode::Merge(ScenarioId::first()), ImportMode::Replace(ScenarioId::first())];
        for way in ways {
            let id = || ScenarioId::parse("new").expect("spelt as an id");
            let Ok(step) = action(&way, &[scenario], &OWN.workspace, id) else {
                continue;
            };
            let mut after = OWN.clone();
            if after.apply(step, Timestamp(10)).is_err() {
                continue;
            }
            if after.workspace != OWN.workspace {
                after.apply(Action::Undo, Timestamp(20)).expect("one press back");
                let said = |notebook: &Notebook| -> Vec<Figure> {
                    let figures = notebook.workspace.active().figures();
                    figures.map(|one| Figure { edited: Timestamp(0), ..one.clone() }).collect()
                };
                assert_eq!(said(&after), said(&OWN), "taken back");
            }
        }
    }
}
