use std::collections::BTreeMap;

use figures::{Action, Envelope, FORMAT, Repair, Restored, StoredFault, Timestamp, VERSION, restore};
use list::DatasetId;
use proptest::prelude::*;
use serde_json::{Value, json};
use test_support::any_text;

use test_support::own_figures::*;

/// The text stored by the first version, word for word; it must load as long as this program exists.
const V1: &str = include_str!("../../../../tests/fixtures/storage/v1.json");

fn loaded(text: &str) -> (Envelope, Vec<Repair>) {
    match restore(Some(text)) {
        Restored::Loaded { envelope, repairs, .. } => (*envelope, repairs),
        other => panic!("{other:?}"),
    }
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_first_version_can_always_be_loaded() {
    let (envelope, repairs) = loaded(V1);
    assert_eq!(repairs, []);
    assert_eq!(envelope.saved_at, Timestamp(1_700_000_009_000));
    let notebook = &envelope.notebooks[&DatasetId::parse("sample").unwrap()];
    let workspace = &notebook.workspace;
    let names: Vec<&str> = workspace.scenarios().iter().map(|scenario| scenario.name()).collect();
    assert_eq!(names, ["慎重な見通し", "わたしの想定"]);
    assert_eq!(workspace.active().name(), "わたしの想定");
    let summary: Vec<String> = workspace
        .active()
        .figures()
        .map(|f| {
            format!(
                "{} {} {} {} {:?}",
                f.indicator,
                f.value,
                f.date.iso(),
                words::text::figures::basis(f.basis),
                f.note
            )
        })
        .collect();
    assert_eq!(
        summary,
        [
            r#"3-1 44校 2023-03-31 聞き取り "委員会で聞いた""#,
            r#"3-1 48.5校 2024-03-31 自分の想定 """#,
            r#"9-2 一部実施 2023-03-31 公表された実績 """#,
        ]
    );
    let source = workspace.active().figures().next().unwrap().source.as_ref();
    assert_eq!(source.map(figures::SourceUrl::as_str), Some("https://example.jp/minutes"));
    let steps: Vec<&str> = notebook.history.names().collect();
    assert_eq!(steps, ["3-1 の想定値を 44校 に変更", "3-1 に想定値 40校 を記入"]);
    assert_eq!(notebook.history.redo_name(), Some("シナリオ「慎重な見通し」の順番を変更"));
    let other = &envelope.notebooks[&DatasetId::parse("another-ward").unwrap()];
    assert_eq!(other.workspace.figure_count(), 1);
}

#[test]
fn unknown_fields_survive_everywhere() {
    let text = loaded(V1).0.to_text();
    let (before, after) = (value(V1), value(&text));
    for pointer in [
        "/colour_scheme",
        "/workspaces/sample/pinned",
        "/workspaces/sample/scenarios/0/shared_with",
        "/workspaces/sample/scenarios/0/figures/0/confidence",
        "/workspaces/another-ward",
    ] {
        assert!(before.pointer(pointer).is_some(), "{pointer}");
        assert_eq!(after.pointer(pointer), before.pointer(pointer), "{pointer}");
    }
}

/// Two tabs that read a number differently would overwrite each other endlessly.
#[test]
fn unknown_numbers_keep_every_digit() {
    for number in ["2.2e+113", "0.12345678901234567890123", "123456789012345678901234567890", "-1e-400", "1e+999"] {
        let stored = V1.replacen('{', &format!("{{\"unknown_number\":{number},"), 1);
        let text = loaded(&stored).0.to_text();
        assert!(text.contains(&format!("\"unknown_number\":{number},")), "{number}");
    }
}

#[test]
fn an_edit_does_not_change_other_content() {
    let (mut envelope, _) = loaded(V1);
    let dataset = DatasetId::parse("sample").unwrap();
    let notebook = envelope.notebook(&dataset);
    notebook.perform(set(schools("1-1", "2023-03-31", 7.0)), Timestamp(1)).unwrap();
    let after = value(&envelope.to_text());
    assert_eq!(after["workspaces"]["another-ward"], value(V1)["workspaces"]["another-ward"]);
    assert_eq!(after["workspaces"]["sample"]["scenarios"][0]["figures"].as_array().map(Vec::len), Some(4));
}

/// The sample with one part changed.
fn with(pointer: &str, new: Value) -> String {
    let mut changed = value(V1);
    *changed.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = new;
    changed.to_string()
}

/// True when `needle` is somewhere inside.
fn holds(value: &Value, needle: &Value) -> bool {
    value == needle
        || match value {
            Value::Array(list) => list.iter().any(|value| holds(value, needle)),
            Value::Object(map) => map.values().any(|value| holds(value, needle)),
            _ => false,
        }
}

#[test]
fn a_faulty_part_is_set_aside_and_the_rest_loads() {
    let figure = "/workspaces/sample/scenarios/0/figures/0";
    for (pointer, fault) in [
        (figure.to_owned(), json!("not a figure 1")),
        (figure.to_owned(), json!({"indicator": "3-1", "odd": 1})),
        (format!("{figure}/indicator"), json!("３－１")),
        (format!("{figure}/measure"), json!(17)),
        (format!("{figure}/date"), json!("2023-02-30")),
        (format!("{figure}/amount"), json!("44")),
        (format!("{figure}/amount"), json!(1e300)),
        (format!("{figure}/basis"), json!("dreamt")),
        (format!("{figure}/note"), json!(["x1"])),
        ("/workspaces/sample/scenarios/0/figures".to_owned(), json!("no list")),
        ("/workspaces/sample/scenarios/1".to_owned(), json!({"name": "no id"})),
        ("/workspaces/sample/scenarios".to_owned(), json!("no scenarios")),
        ("/workspaces/another-ward".to_owned(), json!(["no workspace"])),
    ] {
        let (envelope, repairs) = loaded(&with(&pointer, fault.clone()));
        assert!(!repairs.is_empty(), "{pointer}");
        assert!(
            repairs
                .iter()
                .all(|repair| !repair.path.is_empty() && !words::text::figures::stored_fault(repair.fault).is_empty())
        );
        // Kept in all later saves.
        let (again, _) = loaded(&envelope.to_text());
        assert!(holds(&value(&again.to_text()), &fault), "{pointer}");
    }
}

#[test]
fn a_fault_in_a_detail_costs_only_the_detail() {
    for (pointer, fault) in [
        ("figures/0/source", json!("javascript:alert(1)")),
        ("figures/0/edited", json!("yesterday")),
        ("mark", json!("spiral")),
        ("name", json!(42)),
        ("deleted", json!("perhaps")),
        ("removed/0", json!({"indicator": "20-3"})),
    ] {
        let (envelope, _) = loaded(&with(&format!("/workspaces/sample/scenarios/0/{pointer}"), fault.clone()));
        let (again, repairs) = loaded(&envelope.to_text());
        assert_eq!(repairs, [], "repaired once, sound from then on");
        assert_eq!(again.notebooks[&DatasetId::parse("sample").unwrap()].workspace.figure_count(), 4);
        assert!(holds(&value(&again.to_text()), &fault), "{pointer}");
    }
}

#[test]
fn two_figures_under_one_key_are_both_kept() {
    let mut text = value(V1);
    let figures = text.pointer_mut("/workspaces/sample/scenarios/0/figures").unwrap();
    let mut twin = figures[0].clone();
    twin["amount"] = json!(99);
    figures.as_array_mut().unwrap().push(twin.clone());
    let (envelope, repairs) = loaded(&text.to_string());
    assert_eq!(repairs.len(), 1);
    assert!(holds(&value(&envelope.to_text()), &twin));
}

#[test]
fn a_scenario_listed_twice_becomes_one_with_the_figures_of_both() {
    let mut text = value(V1);
    let scenarios = text.pointer_mut("/workspaces/sample/scenarios").unwrap();
    let mut twin = scenarios[0].clone();
    twin["figures"] =
        json!([{"indicator": "22-6", "date": "2023-03-31", "stage": "done", "basis": "heard", "edited": 5}]);
    scenarios.as_array_mut().unwrap().push(twin);
    let (envelope, repairs) = loaded(&text.to_string());
    assert_eq!(repairs.len(), 1);
    let sample = &envelope.notebooks[&DatasetId::parse("sample").unwrap()];
    assert_eq!(sample.workspace.scenario(&mine()).unwrap().figures().count(), 4);
}

#[test]
fn unreadable_steps_are_skipped_and_reported() {
    let (envelope, repairs) = loaded(&with("/workspaces/sample/history/done/0/changes/0", json!({"odd": 1})));
    assert_eq!(repairs.len(), 1);
    let sample = &envelope.notebooks[&DatasetId::parse("sample").unwrap()];
    assert_eq!((sample.history.undo_count(), sample.history.redo_count()), (1, 1));
}

#[test]
fn the_stored_history_has_a_limited_size() {
    let mut notebook = notebook();
    for round in 0..100u32 {
        let figures = (1..100).map(|row| schools(&format!("{row}-1"), "2023-03-31", f64::from(round * 100 + row)));
        let name = format!("貼り付け {round}");
        let figures = figures.collect();
        let paste = Action::SetFigures { remove: Vec::new(), scenario: mine(), figures, name };
        notebook.perform(paste, Timestamp(u64::from(round))).unwrap();
    }
    let envelope = envelope(notebook);
    let (full, slim) = (envelope.to_text(), envelope.to_text_without_history());
    assert!(full.len() - slim.len() <= 310_000, "{}", full.len() - slim.len());
    let (again, _) = loaded(&full);
    let history = &again.notebooks[&dataset_id()].history;
    assert!((1..100).contains(&history.undo_count()));
    assert_eq!(history.undo_name(), Some("貼り付け 99"));
    assert_eq!(loaded(&slim).0.notebooks[&dataset_id()].workspace, envelope.notebooks[&dataset_id()].workspace);
}

#[test]
fn stored_text_states_its_format_and_version() {
    let written = value(&envelope(notebook()).to_text());
    assert_eq!((&written["format"], &written["version"]), (&json!(FORMAT), &json!(VERSION)));
}

/// Any JSON of moderate size.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        Just(json!("3-1")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,4}|figures|id|at|order", inner, 0..4)
                .prop_map(|map: BTreeMap<String, Value>| map.into_iter().collect()),
        ]
    })
}

/// The places in a value, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(list) => list.iter().enumerate().for_each(|(i, v)| places(v, &format!("{at}/{i}"), found)),
        Value::Object(map) => map.iter().for_each(|(k, v)| places(v, &format!("{at}/{k}"), found)),
        _ => {}
    }
}

proptest! {
    /// Saving and loading is the identity, including the history.
    #[test]
    fn saved_notebooks_are_loaded_unchanged(notebook in any_notebook()) {
        let envelope = envelope(notebook);
        let text = envelope.to_text();
        let (again, repairs) = loaded(&text);
        prop_assert_eq!(repairs, []);
        prop_assert_eq!(again, envelope);
        // Every field once, and the fields of every object in order.
        prop_assert_eq!(value(&text).to_string(), text);
    }

    /// Undo works after a reload as before.
    #[test]
    fn undo_survives_a_reload(notebook in any_notebook()) {
        let mut reloaded = loaded(&envelope(notebook.clone()).to_text()).0.notebooks[&dataset_id()].clone();
        let mut stayed = notebook;
        for action in [Action::Undo, Action::Undo, Action::Redo] {
            prop_assert_eq!(reloaded.perform(action.clone(), Timestamp(1)), stayed.perform(action, Timestamp(1)));
        }
        prop_assert_eq!(reloaded, stayed);
    }

    /// Any text is read or quarantined completely.
    #[test]
    fn any_text_is_read_or_kept(text in any_text(0..200)) {
        match restore(Some(&text)) {
            Restored::Fresh => prop_assert!(text.trim().is_empty()),
            Restored::Quarantined { text: quarantined, .. } => prop_assert_eq!(quarantined, text),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    /// The truncated sample is quarantined.
    #[test]
    fn a_truncated_text_is_set_aside(share in 0.0..1.0f64) {
        let mut end = (share * (V1.trim_end().len() - 1) as f64) as usize;
        while !V1.is_char_boundary(end) {
            end -= 1;
        }
        let cut = &V1[..end];
        match restore(Some(cut)) {
            Restored::Fresh => prop_assert!(cut.trim().is_empty()),
            Restored::Quarantined { text, .. } => prop_assert_eq!(text, cut),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    /// The sample with any change loads, keeps the other dataset, and is valid from then on.
    #[test]
    fn any_fault_is_repaired_once(place in any::<prop::sample::Index>(), fault in any_json()) {
        let mut all = Vec::new();
        places(&value(V1)["workspaces"]["sample"], "/workspaces/sample", &mut all);
        let pointer = &all[place.index(all.len())];
        let (envelope, _) = loaded(&with(pointer, fault));
        let other = DatasetId::parse("another-ward").unwrap();
        prop_assert_eq!(&envelope.notebooks[&other], &loaded(V1).0.notebooks[&other]);
        let text = envelope.to_text();
        let (again, repairs) = loaded(&text);
        prop_assert_eq!(repairs, []);
        prop_assert_eq!(again, envelope);
        prop_assert_eq!(value(&text).to_string(), text);
    }
}

/// Such a name would be blank after shortening to sixty letters.
#[test]
fn a_name_after_many_blanks_is_kept() {
    let long = format!("{}名前", "\u{c}".repeat(80));
    let text = with("/workspaces/sample/scenarios/0/name", Value::from(long));
    let (envelope, repairs) = loaded(&text);
    assert_eq!(repairs.len(), 1, "{repairs:?}");
    let (again, repairs) = loaded(&envelope.to_text());
    assert_eq!(repairs, []);
    assert_eq!(again, envelope);
    assert!(again.to_text().contains("\"name\":\"名前\""));
}

/// A name longer than ours is shortened and also kept in full, even in the next save.
#[test]
fn a_name_too_long_is_shortened_and_kept() {
    let long = "長".repeat(100_000);
    let mut stored = value(V1);
    let workspaces = stored["workspaces"].as_object_mut().unwrap();
    let workspace = workspaces.values_mut().next().unwrap();
    workspace["scenarios"][0]["name"] = Value::from(long.clone());
    let (envelope, repairs) = loaded(&stored.to_string());
    assert!(repairs.iter().any(|repair| repair.fault == StoredFault::LongName), "{repairs:?}");
    let saved = envelope.to_text();
    assert!(saved.contains(&long));
    assert!(saved.contains(&format!("\"name\":\"{}\"", "長".repeat(60))));
    let (again, repairs) = loaded(&saved);
    assert_eq!(again, envelope);
    assert!(!repairs.iter().any(|repair| repair.fault == StoredFault::LongName), "{repairs:?}");
}
