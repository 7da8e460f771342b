use std::sync::LazyLock;

use exchange::{
    export::figures::{figures_csv, template_csv},
    import::{ImportMode, Incoming, IncomingScenario, action, compare, read},
};
use figures::{Action, Basis, Envelope, Figure, Notebook, Scenario, ScenarioId, SourceUrl, Timestamp};
use list::{self, Dataset};
use proptest::prelude::*;
use serde_json::{Value, json};

use test_support::own_figures::{ApplyAction, any_figure, scenario_id, schools, stage};

pub static LIST: LazyLock<Dataset> = LazyLock::new(|| test_support::bundled_list().clone());

pub fn notebook(figures: Vec<Figure>) -> Notebook {
    let mut notebook = Notebook::new(LIST.id.clone());
    notebook
        .perform(
            Action::SetFigures {
                scenario: ScenarioId::first(), figures, remove: Vec::new(), name: "用意".to_owned()
            },
            Timestamp(1),
        )
        .unwrap();
    notebook
}

pub fn file(notebook: &Notebook) -> String {
    let mut envelope = Envelope::default();
    envelope.notebooks.insert(LIST.id.clone(), notebook.clone());
    envelope.to_file(&LIST)
}

pub fn take(notebook: &Notebook, mode: &ImportMode, chosen: &[&IncomingScenario]) -> Notebook {
    let mut after = notebook.clone();
    let mut count = 0;
    let id = || {
        count += 1;
        scenario_id(&format!("new-{count}"))
    };
    let action = action(mode, chosen, &notebook.workspace, id).unwrap();
    after.perform(action, Timestamp(10)).unwrap();
    after
}

pub fn contents(scenario: &Scenario) -> Vec<Figure> {
    let timeless = |figure: &Figure| Figure { edited: Timestamp(0), ..figure.clone() };
    scenario.figures().map(timeless).collect()
}

fn read_back(text: &str) -> Incoming {
    read(text, &LIST, "表").unwrap()
}

/// A figure of the bundled list with all fields.
pub fn full() -> Figure {
    Figure {
        basis: Basis::Heard,
        note: "=委員会で,\n\"聞いた\"".to_owned(),
        source: Some(SourceUrl::parse("https://example.jp/a,b").unwrap()),
        ..schools("3-1", "2023-03-31", 44.5)
    }
}

#[test]
fn a_json_file_states_its_format_and_omits_deleted_scenarios() {
    let mut notebook = notebook(vec![full(), schools("3-1", "2022-06-30", 40.0)]);
    notebook
        .perform(
            Action::RemoveFigure { scenario: ScenarioId::first(), key: schools("3-1", "2022-06-30", 40.0).key() },
            Timestamp(2),
        )
        .unwrap();
    let text = file(&notebook);
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["list"]["id"], json!(LIST.id.as_str()));
    assert_eq!(value["list"]["edition"], json!(LIST.document.edition));
    assert_eq!(value["app"], json!(env!("CARGO_PKG_VERSION")));
    assert_eq!(value["version"], json!(1));
    assert!(!text.contains("2022-06-30"), "{text}");
    let incoming = read_back(&text);
    assert_eq!(incoming.cautions, Vec::<String>::new());
    assert_eq!(incoming.refused, []);
}

#[test]
fn a_single_scenario_can_be_exported() {
    let mut all = notebook(vec![full()]);
    all.perform(
        Action::AddScenario {
            id: scenario_id("other"),
            name: "ほか".to_owned(),
            description: "説明".to_owned(),
            figures: vec![stage("7-6", "2023-03-31", list::Stage::Partial)],
        },
        Timestamp(2),
    )
    .unwrap();
    for (id, name, count) in [("mine", "わたしの想定", 1), ("other", "ほか", 1)] {
        let alone = Notebook { workspace: all.workspace.only(&scenario_id(id)), history: figures::History::default() };
        let incoming = read_back(&file(&alone));
        assert_eq!(incoming.scenarios.len(), 1);
        assert_eq!(incoming.scenarios[0].name, name);
        assert_eq!(incoming.scenarios[0].figures.len(), count);
    }
    assert_eq!(read_back(&file(&all)).scenarios.len(), 2);
}

#[test]
fn several_scenarios_are_imported_in_one_step_with_distinct_names() {
    let mut before = notebook(vec![full()]);
    before
        .perform(
            Action::CopyScenario { from: ScenarioId::first(), id: scenario_id("copy"), name: "写し".to_owned() },
            Timestamp(2),
        )
        .unwrap();
    let incoming = read_back(&file(&before));
    let chosen: Vec<&IncomingScenario> = incoming.scenarios.iter().collect();
    let steps = before.history.undo_count();
    let mut after = take(&before, &ImportMode::AsNew, &chosen);
    let names: Vec<&str> = after.workspace.scenarios().iter().map(|s| s.name()).collect();
    assert_eq!(names, ["わたしの想定", "写し", "わたしの想定（2）", "写し（2）"]);
    let marks: std::collections::BTreeSet<_> =
        after.workspace.scenarios().iter().map(|s| s.header.value.mark).collect();
    assert_eq!(marks.len(), 4);
    assert_eq!(after.workspace.active().name(), "わたしの想定（2）");
    assert_eq!(after.history.undo_count(), steps + 1);
    after.perform(Action::Undo, Timestamp(20)).unwrap();
    assert_eq!(after.workspace.scenarios().len(), 2);
    after.perform(Action::Redo, Timestamp(30)).unwrap();
    assert_eq!(after.workspace.scenarios().len(), 4);
    let two: Result<_, String> =
        action(&ImportMode::Merge(ScenarioId::first()), &chosen, &before.workspace, ScenarioId::first);
    assert!(two.unwrap_err().contains("1つだけ"));
}

#[test]
fn another_list_or_edition_is_reported() {
    let text = file(&notebook(vec![full(), schools("99-9", "2023-03-31", 1.0)]));
    let incoming = read_back(&text);
    assert_eq!(incoming.scenarios[0].figures.len(), 2, "kept for their own list");
    assert!(incoming.scenarios[0].figures.iter().any(|c| !c.known));
    let mut value: Value = serde_json::from_str(&text).unwrap();
    value["list"]["edition"] = json!("第二版");
    let edition = read_back(&value.to_string());
    assert!(edition.cautions[0].contains("第二版"), "{:?}", edition.cautions);
    let other = text.replace(LIST.id.as_str(), "another-ward");
    let other = read_back(&other);
    assert!(other.cautions[0].contains("another-ward"));
    assert_eq!(other.scenarios[0].figures.len(), 1);
    assert!(other.refused[0].to_string().contains("この一覧にない"));
}

#[test]
fn other_files_are_refused_with_a_reason() {
    for (text, says) in [
        ("", "何も"),
        ("{", "途中で切れて"),
        ("{}", "途中で切れて"),
        (&"[".repeat(200_000), "途中で切れて"),
        (r#"{"format":"ward-indicators/own-figures","version":2}"#, "新しい版"),
        (r#"{"format":"ward-indicators/own-figures","version":1,"workspaces":{}}"#, "一つも"),
    ] {
        let why = read(text, &LIST, "表").unwrap_err();
        assert!(why.contains(says), "{text:.60}: {why}");
    }
}

#[test]
fn a_csv_separates_official_and_own_values_and_is_read_back() {
    let notebook =
        notebook(vec![full(), stage("7-6", "2023-03-31", list::Stage::Partial), schools("10-1", "2023-03-31", 3.0)]);
    let csv = figures_csv(&LIST, &notebook.workspace.scenarios());
    let (head, rows) = csv.split_once("\r\n").unwrap();
    assert!(head.starts_with("\u{feff}シナリオ,指標番号,"), "{head}");
    for heading in ["公式値：現状（資料の記載）", "公式値：目標の数", "想定値：数または段階", "想定値：時点"]
    {
        assert!(head.contains(heading), "{heading}");
    }
    assert!(rows.starts_with("わたしの想定,指標3-1,"), "in the order of the list: {rows}");
    assert!(rows.contains("\"'=委員会で,\n\"\"聞いた\"\"\""), "{rows}");
    assert!(rows.contains("順調,区の公式評価ではありません"), "{rows}");
    let incoming = read_back(&csv);
    assert_eq!(incoming.cautions, Vec::<String>::new());
    let preview = compare(&incoming.scenarios[0], notebook.workspace.active());
    // The figure for 10-1 has a unit that the indicator does not have, so it is refused with its row.
    assert_eq!((preview.same.len(), preview.changed, preview.new), (2, vec![], vec![]));
    assert_eq!(incoming.refused.len(), 1);
    assert_eq!(incoming.refused[0].place, "4行目");
}

/// A text that a spreadsheet might run is guarded in the file, and read back without the guard. Control characters and
/// outer blanks are removed, as for typed text.
#[test]
fn a_guarded_note_is_read_back_without_its_guard() {
    for (note, back) in [
        ("=1+1", "=1+1"),
        ("+1", "+1"),
        ("-1", "-1"),
        ("@x", "@x"),
        ("＝1", "＝1"),
        ("＋1", "＋1"),
        ("－1", "－1"),
        ("＠x", "＠x"),
        ("\rabc", "abc"),
        ("\nabc", "abc"),
        ("\r\n=1", "=1"),
        ("\tabc", "abc"),
        ("　＝1", "＝1"),
        ("'=1", "'=1"),
        ("'\r=1", "'=1"),
    ] {
        let notebook = notebook(vec![Figure { note: note.to_owned(), ..full() }]);
        let csv = figures_csv(&LIST, &notebook.workspace.scenarios());
        assert!(csv.contains(&format!("\"'{note}\"")), "{note:?}: {csv}");
        let incoming = read_back(&csv);
        assert_eq!(incoming.scenarios[0].figures[0].figure.note, back, "{note:?}");
    }
}

#[test]
fn the_table_to_fill_in_has_a_row_for_everything_and_reads_back() {
    let template = template_csv(&LIST);
    let subjects: usize = LIST.indicators.iter().map(|indicator| assess::subjects(indicator).len()).sum();
    // Every record is one line: no cell has a line break.
    assert_eq!(template.lines().count(), subjects + 1);
    assert!(read(&template, &LIST, "表").unwrap_err().contains("すべて空"));
}

/// Figures of the bundled list that the form would accept.
fn sound_figures() -> impl Strategy<Value = Vec<Figure>> {
    let one = (
        prop::sample::select(LIST.indicators.iter().collect::<Vec<_>>()),
        0usize..3,
        0u32..40,
        0i32..3,
        prop::sample::select(Basis::ALL.to_vec()),
        "[=+＝＠'a-zあ\",\r\n\t ]{0,8}",
        prop::option::of(Just("https://example.jp/資料?a=1,2#b".to_owned())),
    );
    let figure = one.prop_filter_map("takes it", |(indicator, at, tenths, year, basis, note, source)| {
        let subjects = assess::subjects(indicator);
        let subject = subjects.get(at % subjects.len())?;
        let (asked, value_text) = match subject {
            figures::Subject::Stage => (figures::ExpectedInput::Stage, "partial".to_owned()),
            figures::Subject::Measure(id) => (
                figures::ExpectedInput::Amount(indicator.measures.iter().find(|m| m.id == *id)?),
                (f64::from(tenths) / 10.0).to_string(),
            ),
        };
        let draft = figures::FigureDraft {
            value_text,
            date_text: format!("{}-03-31", 2022 + year),
            basis,
            note,
            source_text: source.unwrap_or_default(),
        };
        draft.check(&indicator.id, asked, Timestamp(0)).ok()
    });
    prop::collection::vec(figure, 0..8)
}

proptest! {
    #[test]
    fn an_exported_file_imported_as_new_has_the_same_content(figures in prop::collection::vec(any_figure(), 0..8)) {
        let before = notebook(figures);
        let incoming = read_back(&file(&before));
        let after = take(&before, &ImportMode::AsNew, &[&incoming.scenarios[0]]);
        prop_assert_eq!(contents(after.workspace.active()), contents(before.workspace.active()));
        prop_assert_eq!(after.workspace.scenarios().len(), 2);
    }

    #[test]
    fn a_csv_is_read_back_unchanged(figures in sound_figures()) {
        let before = notebook(figures);
        let csv = figures_csv(&LIST, &before.workspace.scenarios());
        if before.workspace.figure_count() == 0 {
            prop_assert!(read(&csv, &LIST, "表").is_err());
        } else {
            let incoming = read_back(&csv);
            prop_assert_eq!(&incoming.refused, &[]);
            let after = take(&before, &ImportMode::AsNew, &[&incoming.scenarios[0]]);
            prop_assert_eq!(contents(after.workspace.active()), contents(before.workspace.active()));
        }
    }

    #[test]
    fn the_preview_equals_the_import(here in sound_figures(), file_figures in sound_figures(), as_json: bool, replace: bool) {
        let before = notebook(here);
        let other = notebook(file_figures);
        if other.workspace.figure_count() > 0 {
            let text = if as_json { file(&other) } else { figures_csv(&LIST, &other.workspace.scenarios()) };
            let incoming = read_back(&text);
            let scenario = &incoming.scenarios[0];
            let preview = compare(scenario, before.workspace.active());
            let id = ScenarioId::first();
            let mode = if replace { ImportMode::Replace(id) } else { ImportMode::Merge(id) };
            let mut after = take(&before, &mode, &[scenario]);
            let (old, new) = (contents(before.workspace.active()), contents(after.workspace.active()));
            let contains = |list: &[Figure], figure: &Figure| list.iter().any(|other| other.has_same_content(figure));
            let removed = if replace { preview.removed.len() } else { 0 };
            prop_assert_eq!(new.len(), old.len() + preview.new.len() - removed);
            for figure in preview.new.iter().chain(&preview.same).chain(preview.changed.iter().map(|(_, after)| after)) {
                prop_assert!(contains(&new, figure));
            }
            prop_assert_eq!(old.iter().filter(|figure| contains(&new, figure)).count(), old.len() - preview.changed.len() - removed);
            // One undo reverts everything.
            if after != before {
                after.perform(Action::Undo, Timestamp(20)).unwrap();
            }
            prop_assert_eq!(contents(after.workspace.active()), old);
        }
    }
}
