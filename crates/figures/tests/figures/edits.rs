use figures::{
    Action, Applied, Basis, EditError, Figure, FigureKey, History, Mark, Notebook, ScenarioId, Timestamp, limits,
};
use list::Stage;
use proptest::prelude::*;

use test_support::own_figures::*;

fn names(notebook: &Notebook) -> Vec<&str> {
    notebook.workspace.scenarios().iter().map(|scenario| scenario.name()).collect()
}

#[test]
fn a_workspace_begins_with_one_empty_scenario() {
    let workspace = notebook().workspace;
    assert_eq!(names(&notebook()), ["わたしの想定"]);
    assert_eq!(workspace.active().id, mine());
    assert_eq!(workspace.figure_count(), 0);
}

#[test]
fn every_edit_has_a_name() {
    let mut notebook = notebook();
    let changed_note = Figure { note: "委員会で".to_owned(), ..schools("3-1", "2023-03-31", 44.0) };
    let moved = schools("3-1", "2023-09-30", 45.0);
    let key = changed_note.key();
    for (second, (action, name)) in [
        (set(schools("3-1", "2023-03-31", 40.0)), "3-1 に想定値 40校 を記入"),
        (set(schools("3-1", "2023-03-31", 44.0)), "3-1 の想定値を 44校 に変更"),
        (set(changed_note), "3-1 の想定値 44校 の根拠やメモを変更"),
        (
            Action::SetFigure { scenario: mine(), figure: Box::new(moved.clone()), replaces: Some(key) },
            "3-1 の想定値を 45校 に変更",
        ),
        (set(stage("9-2", "2023-03-31", Stage::Partial)), "9-2 に想定値 「一部実施」 を記入"),
        (Action::RemoveFigure { scenario: mine(), key: moved.key() }, "3-1 の想定値 45校 を削除"),
        (
            Action::AddScenario {
                description: String::new(),
                figures: Vec::new(),
                id: scenario_id("s-1"),
                name: " 慎重な\n見通し ".to_owned(),
            },
            "シナリオ「慎重な 見通し」を作成",
        ),
        (
            Action::RenameScenario { id: scenario_id("s-1"), name: "慎重".to_owned() },
            "シナリオ「慎重な 見通し」の名前を「慎重」に変更",
        ),
        (
            Action::DescribeScenario { id: scenario_id("s-1"), description: "予算なし".to_owned() },
            "シナリオ「慎重」の説明を変更",
        ),
        (Action::MarkScenario { id: scenario_id("s-1"), mark: Mark::Star }, "シナリオ「慎重」の印を星（赤紫）に変更"),
        (Action::MoveScenario { id: scenario_id("s-1"), to: 0 }, "シナリオ「慎重」の順番を変更"),
        (Action::DeleteScenario { id: scenario_id("s-1") }, "シナリオ「慎重」を削除"),
    ]
    .into_iter()
    .enumerate()
    {
        let applied = notebook.perform(action, Timestamp(second as u64));
        assert_eq!(applied, Ok(Applied::Made { name: name.to_owned() }));
        assert_eq!(notebook.history.undo_name(), Some(name));
    }
    assert_eq!(notebook.workspace.figure_count(), 1);
}

#[test]
fn a_changed_date_moves_the_figure() {
    let first = schools("3-1", "2023-03-31", 44.0);
    let moved = schools("3-1", "2024-03-31", 44.0);
    let mut notebook = after([
        set(first.clone()),
        Action::SetFigure { scenario: mine(), figure: Box::new(moved.clone()), replaces: Some(first.key()) },
    ]);
    let active = notebook.workspace.active();
    assert!(active.figure(&first.key()).is_none() && active.figure(&moved.key()).is_some());
    notebook.perform(Action::Undo, Timestamp(9)).unwrap();
    let active = notebook.workspace.active();
    assert!(active.figure(&first.key()).is_some() && active.figure(&moved.key()).is_none());
}

#[test]
fn an_edit_without_effect_makes_no_step() {
    let mut notebook = after([set(schools("3-1", "2023-03-31", 44.0))]);
    for action in [
        set(schools("3-1", "2023-03-31", 44.0)),
        Action::RenameScenario { id: mine(), name: "わたしの想定".to_owned() },
        Action::MoveScenario { id: mine(), to: 7 },
        Action::ActivateScenario { id: mine() },
        Action::SetFigures { remove: Vec::new(), scenario: mine(), figures: Vec::new(), name: String::new() },
    ] {
        assert_eq!(notebook.perform(action, Timestamp(9)), Ok(Applied::Unchanged));
    }
    assert_eq!(notebook.history.undo_count(), 1);
}

#[test]
fn a_refused_edit_changes_nothing_and_has_a_reason() {
    let notebook = after([Action::AddScenario {
        description: String::new(),
        figures: Vec::new(),
        id: scenario_id("s-1"),
        name: "二".to_owned(),
    }]);
    let gone = scenario_id("gone");
    let long = "あ".repeat(limits::NAME_CHARS + 1);
    for (action, error) in [
        (Action::Redo, EditError::NothingToRedo),
        (Action::ActivateScenario { id: gone.clone() }, EditError::NoSuchScenario),
        (Action::DeleteScenario { id: gone.clone() }, EditError::NoSuchScenario),
        (
            Action::CopyScenario { from: gone, id: scenario_id("s-2"), name: "写し".to_owned() },
            EditError::NoSuchScenario,
        ),
        (
            Action::RemoveFigure { scenario: mine(), key: schools("3-1", "2023-03-31", 1.0).key() },
            EditError::NoSuchFigure,
        ),
        (
            Action::AddScenario { description: String::new(), figures: Vec::new(), id: mine(), name: "二".to_owned() },
            EditError::IdTaken,
        ),
        (Action::RenameScenario { id: mine(), name: " 　\n".to_owned() }, EditError::NameEmpty),
        (Action::RenameScenario { id: mine(), name: long }, EditError::NameTooLong),
        (
            Action::DescribeScenario { id: mine(), description: "あ".repeat(limits::TEXT_CHARS + 1) },
            EditError::DescriptionTooLong,
        ),
    ] {
        let mut tried = notebook.clone();
        assert_eq!(tried.perform(action, Timestamp(9_000)), Err(error));
        assert_eq!(tried, notebook);
        assert!(!words::text::figures::edit_error(error).is_empty());
    }
}

#[test]
fn the_last_scenario_and_the_fifty_first_are_refused() {
    let mut notebook = notebook();
    let deleted = notebook.perform(Action::DeleteScenario { id: mine() }, Timestamp(1));
    assert_eq!(deleted, Err(EditError::LastScenario));
    let add = |number: usize| Action::AddScenario {
        description: String::new(),
        figures: Vec::new(),
        id: scenario_id(&format!("s-{number}")),
        name: format!("{number}"),
    };
    for number in 1..limits::SCENARIOS {
        notebook.perform(add(number), Timestamp(number as u64)).unwrap();
    }
    assert_eq!(notebook.perform(add(99), Timestamp(99)), Err(EditError::TooManyScenarios));
}

#[test]
fn a_copy_has_the_figures_and_is_independent() {
    let figure = schools("3-1", "2023-03-31", 44.0);
    let copy = scenario_id("s-1");
    let mut notebook = after([
        set(figure.clone()),
        Action::CopyScenario { from: mine(), id: copy.clone(), name: "写し".to_owned() },
        Action::SetFigure {
            scenario: copy.clone(),
            figure: Box::new(schools("3-1", "2023-03-31", 50.0)),
            replaces: None,
        },
    ]);
    let value = |notebook: &Notebook, id: &ScenarioId| {
        let scenario = notebook.workspace.scenario(id)?;
        Some(scenario.figure(&figure.key())?.value.to_string())
    };
    assert_eq!(notebook.workspace.active().id, copy);
    assert_eq!(value(&notebook, &mine()).as_deref(), Some("44校"));
    assert_eq!(value(&notebook, &copy).as_deref(), Some("50校"));
    // After undo and redo the copy is the same.
    for _ in 0..2 {
        notebook.perform(Action::Undo, Timestamp(1)).unwrap();
    }
    assert_eq!(value(&notebook, &copy), None);
    assert_eq!(notebook.workspace.active().id, mine());
    notebook.perform(Action::Redo, Timestamp(1)).unwrap();
    assert_eq!(value(&notebook, &copy).as_deref(), Some("44校"));
}

#[test]
fn a_deleted_scenario_is_restored_completely() {
    let mut notebook = after([
        Action::AddScenario {
            description: String::new(),
            figures: Vec::new(),
            id: scenario_id("s-1"),
            name: "二".to_owned(),
        },
        set(schools("3-1", "2023-03-31", 44.0)),
    ]);
    let before = contents(&notebook);
    notebook.perform(Action::DeleteScenario { id: mine() }, Timestamp(1)).unwrap();
    assert_eq!(names(&notebook), ["二"]);
    let undone = notebook.perform(Action::Undo, Timestamp(1)).unwrap();
    assert_eq!(words::text::figures::applied(&undone), "元に戻しました：シナリオ「わたしの想定」を削除");
    assert_eq!(contents(&notebook), before);
}

#[test]
fn undo_skips_what_was_edited_elsewhere_since() {
    let mut here = after([set(schools("3-1", "2023-03-31", 44.0))]);
    let mut there = here.clone();
    there.perform(set(schools("3-1", "2023-03-31", 50.0)), Timestamp(5_000)).unwrap();
    here.workspace = here.workspace.merged(there.workspace);
    let undone = here.perform(Action::Undo, Timestamp(6_000)).unwrap();
    assert!(matches!(undone, Applied::Undone { skipped: 1, .. }));
    assert!(words::text::figures::applied(&undone).contains("1件"));
    let figure = here.workspace.active().figures().next().unwrap();
    assert_eq!(figure.value.to_string(), "50校");
}

#[test]
fn the_history_has_two_hundred_steps() {
    let extra = 7;
    let numbers = 1..=(History::LIMIT + extra);
    let mut notebook = after(numbers.map(|number| set(schools("3-1", "2023-03-31", number as f64))));
    assert_eq!(notebook.history.undo_count(), History::LIMIT);
    while notebook.history.undo_count() > 0 {
        notebook.perform(Action::Undo, Timestamp(0)).unwrap();
    }
    let figure = notebook.workspace.active().figures().next().unwrap();
    assert_eq!(figure.value.to_string(), format!("{extra}校"));
    assert_eq!(notebook.perform(Action::Undo, Timestamp(0)), Err(EditError::NothingToUndo));
}

#[test]
fn many_figures_at_once_are_one_step() {
    let figures = vec![
        schools("3-1", "2023-03-31", 44.0),
        Figure { basis: Basis::Heard, ..schools("3-2", "2023-03-31", 5.0) },
        schools("3-1", "2023-03-31", 45.0),
    ];
    let name = "表から 3件を貼り付け".to_owned();
    let mut notebook = after([Action::SetFigures { remove: Vec::new(), scenario: mine(), figures, name }]);
    assert_eq!(notebook.workspace.figure_count(), 2);
    assert_eq!(notebook.history.undo_name(), Some("表から 3件を貼り付け"));
    notebook.perform(Action::Undo, Timestamp(0)).unwrap();
    assert_eq!(notebook.workspace.figure_count(), 0);
}

proptest! {
    /// After any action: a scenario is shown, the active one is shown, keys are consistent, every edit is the latest.
    #[test]
    fn any_actions_keep_the_invariants(actions in prop::collection::vec((any_action(), 0u64..20), 0..40)) {
        let mut notebook = notebook();
        for (action, now) in actions {
            let before = notebook.clone();
            match notebook.perform(action, Timestamp(now)) {
                Ok(Applied::Unchanged) | Err(_) => prop_assert_eq!(&notebook, &before),
                Ok(_) => prop_assert!(notebook.workspace.latest() >= before.workspace.latest()),
            }
            let shown = notebook.workspace.scenarios();
            prop_assert!(shown.iter().any(|scenario| scenario.id == notebook.workspace.active().id));
            for scenario in notebook.workspace.all() {
                for (key, entry) in scenario.entries() {
                    if let Some(figure) = entry.figure() {
                        prop_assert_eq!(&figure.key(), key);
                    }
                }
            }
        }
    }

    /// Undoing everything leads to the beginning, redoing everything to the end.
    #[test]
    fn undo_and_redo_are_opposites(notebook in any_notebook()) {
        let mut walked = notebook.clone();
        let end = contents(&walked);
        let steps = walked.history.undo_count();
        for _ in 0..steps {
            walked.perform(Action::Undo, Timestamp(0)).unwrap();
        }
        for _ in 0..steps {
            walked.perform(Action::Redo, Timestamp(0)).unwrap();
        }
        prop_assert_eq!(contents(&walked), end);
    }

    /// After undoing a step everything is as before it.
    #[test]
    fn undo_reverts_exactly_one_step(notebook in any_notebook(), action in any_action()) {
        let mut edited = notebook.clone();
        if matches!(edited.perform(action, Timestamp(0)), Ok(Applied::Made { .. })) {
            let undone = edited.perform(Action::Undo, Timestamp(0)).unwrap();
            let skipped_nothing = matches!(undone, Applied::Undone { skipped: 0, .. });
            prop_assert!(skipped_nothing);
            prop_assert_eq!(contents(&edited), contents(&notebook));
        }
    }
}

#[test]
fn many_figures_are_set_and_removed_in_one_step() {
    let old = schools("3-1", "2023-03-31", 44.0);
    let unchanged = schools("3-2", "2023-03-31", 5.0);
    let mut notebook = after([set(old.clone()), set(unchanged.clone())]);
    let new = schools("3-1", "2024-03-31", 52.0);
    let applied = notebook.perform(
        Action::SetFigures {
            scenario: mine(),
            figures: vec![new.clone(), unchanged.clone()],
            // The second key is also set, so its figure stays; the third has none.
            remove: vec![old.key(), unchanged.key(), schools("9-9", "2023-03-31", 1.0).key()],
            name: "貼り付け".to_owned(),
        },
        Timestamp(50),
    );
    assert_eq!(applied, Ok(Applied::Made { name: "貼り付け".to_owned() }));
    let keys = |notebook: &Notebook| -> Vec<FigureKey> {
        let active = notebook.workspace.active();
        active.figures().map(Figure::key).collect()
    };
    assert_eq!(keys(&notebook), [new.key(), unchanged.key()]);
    notebook.perform(Action::Undo, Timestamp(51)).unwrap();
    assert_eq!(keys(&notebook), [old.key(), unchanged.key()]);
}

#[test]
fn a_scenario_may_begin_with_figures() {
    let mut notebook = notebook();
    let figure = schools("3-1", "2023-03-31", 44.0);
    let made = Action::AddScenario {
        id: scenario_id("s-1"),
        name: "聞き取り".to_owned(),
        description: " 委員会で ".to_owned(),
        figures: vec![figure.clone()],
    };
    notebook.perform(made, Timestamp(5)).unwrap();
    let active = notebook.workspace.active();
    assert_eq!(active.name(), "聞き取り");
    assert_eq!(active.header.value.description, "委員会で");
    let held: Vec<&Figure> = active.figures().collect();
    assert!(held.len() == 1 && held[0].has_same_content(&figure));
    assert_eq!(held[0].edited, Timestamp(5));
    notebook.perform(Action::Undo, Timestamp(6)).unwrap();
    assert_eq!(notebook.workspace.scenarios().len(), 1);
    notebook.perform(Action::Redo, Timestamp(7)).unwrap();
    assert_eq!(notebook.workspace.active().figures().count(), 1);
}
