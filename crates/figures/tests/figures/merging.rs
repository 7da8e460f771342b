use figures::{Action, Timestamp, Workspace};
use proptest::prelude::*;

use test_support::own_figures::*;

#[test]
fn of_two_edits_both_are_kept_or_of_one_figure_the_later() {
    let start = after([set(schools("3-1", "2023-03-31", 40.0))]);
    let (mut here, mut there) = (start.clone(), start);
    here.perform(set(schools("3-2", "2023-03-31", 1.0)), Timestamp(5_000)).unwrap();
    here.perform(set(schools("3-1", "2023-03-31", 44.0)), Timestamp(6_000)).unwrap();
    there.perform(set(schools("3-3", "2023-03-31", 2.0)), Timestamp(5_500)).unwrap();
    there.perform(set(schools("3-1", "2023-03-31", 50.0)), Timestamp(7_000)).unwrap();
    let both = here.workspace.merged(there.workspace);
    let values: Vec<String> = both.active().figures().map(|figure| figure.value.to_string()).collect();
    assert_eq!(values, ["50校", "1校", "2校"]);
}

#[test]
fn a_removal_stays_removed_unless_edited_later() {
    let figure = schools("3-1", "2023-03-31", 40.0);
    let remove = Action::RemoveFigure { scenario: mine(), key: figure.key() };
    let start = after([set(figure.clone())]);
    let mut removed = start.clone();
    removed.perform(remove, Timestamp(5_000)).unwrap();
    let both = start.workspace.clone().merged(removed.workspace.clone());
    assert_eq!(both.figure_count(), 0);
    let mut edited = start;
    edited.perform(set(schools("3-1", "2023-03-31", 41.0)), Timestamp(6_000)).unwrap();
    assert_eq!(both.merged(edited.workspace).figure_count(), 1);
}

#[test]
fn a_scenario_edited_after_its_deletion_elsewhere_is_restored() {
    let start = after([
        set(schools("3-1", "2023-03-31", 40.0)),
        Action::AddScenario {
            description: String::new(),
            figures: Vec::new(),
            id: scenario_id("s-1"),
            name: "二".to_owned(),
        },
    ]);
    let (mut here, mut there) = (start.clone(), start);
    here.perform(Action::DeleteScenario { id: mine() }, Timestamp(5_000)).unwrap();
    there.perform(set(schools("3-2", "2023-03-31", 1.0)), Timestamp(6_000)).unwrap();
    let mut both = here;
    both.workspace = both.workspace.merged(there.workspace);
    assert_eq!(both.workspace.scenario(&mine()).map(|scenario| scenario.figures().count()), Some(2));
    // Deleting it again works, although its header still says deleted.
    both.perform(Action::DeleteScenario { id: mine() }, Timestamp(7_000)).unwrap();
    assert!(both.workspace.scenario(&mine()).is_none());
}

#[test]
fn when_two_tabs_delete_each_others_last_scenario_one_stays() {
    let start = after([Action::AddScenario {
        description: String::new(),
        figures: Vec::new(),
        id: scenario_id("s-1"),
        name: "二".to_owned(),
    }]);
    let (mut here, mut there) = (start.clone(), start);
    here.perform(Action::DeleteScenario { id: mine() }, Timestamp(5_000)).unwrap();
    there.perform(Action::DeleteScenario { id: scenario_id("s-1") }, Timestamp(6_000)).unwrap();
    let both = here.workspace.merged(there.workspace);
    assert_eq!(both.scenarios().len(), 1);
    assert_eq!(both.active().id, scenario_id("s-1"));
}

#[test]
fn at_equal_moments_a_figure_wins_over_its_removal_and_a_deletion_over_an_edit() {
    let figure = schools("3-1", "2023-03-31", 40.0);
    let start = after([
        set(figure.clone()),
        Action::AddScenario {
            description: String::new(),
            figures: Vec::new(),
            id: scenario_id("s-1"),
            name: "二".to_owned(),
        },
    ]);
    let at = |action: Action| {
        let mut notebook = start.clone();
        notebook.perform(action, Timestamp(5_000)).unwrap();
        notebook.workspace
    };
    let edited = at(set(schools("3-1", "2023-03-31", 41.0)));
    let removed = at(Action::RemoveFigure { scenario: mine(), key: figure.key() });
    let deleted = at(Action::DeleteScenario { id: mine() });
    assert_eq!(removed.merged(edited.clone()).figure_count(), 1);
    assert!(deleted.merged(edited).scenario(&mine()).is_none());
}

#[test]
fn after_the_clock_was_set_back_a_new_edit_still_wins() {
    let mut here = after([]);
    here.perform(set(schools("3-1", "2023-03-31", 40.0)), Timestamp(9_000_000)).unwrap();
    let old = here.clone();
    here.perform(set(schools("3-1", "2023-03-31", 44.0)), Timestamp(3)).unwrap();
    let both = old.workspace.merged(here.workspace);
    assert_eq!(both.active().figures().next().unwrap().value.to_string(), "44校");
}

#[test]
fn steps_of_two_tabs_are_sorted_by_time() {
    let (mut here, mut there) = (notebook(), notebook());
    here.perform(set(schools("3-1", "2023-03-31", 1.0)), Timestamp(1)).unwrap();
    there.perform(set(schools("3-2", "2023-03-31", 2.0)), Timestamp(2)).unwrap();
    here.perform(set(schools("3-3", "2023-03-31", 3.0)), Timestamp(3)).unwrap();
    let both = here.history.clone().merged(there.history);
    let names: Vec<&str> = both.names().collect();
    assert_eq!(names, ["3-3 に想定値 3校 を記入", "3-2 に想定値 2校 を記入", "3-1 に想定値 1校 を記入"]);
    assert_eq!(here.history.clone().merged(here.history.clone()), here.history);
}

#[test]
fn old_removals_can_be_purged() {
    let figure = schools("3-1", "2023-03-31", 40.0);
    let mut notebook = after([
        set(figure.clone()),
        set(schools("3-2", "2023-03-31", 1.0)),
        Action::RemoveFigure { scenario: mine(), key: figure.key() },
        Action::AddScenario {
            description: String::new(),
            figures: Vec::new(),
            id: scenario_id("s-1"),
            name: "二".to_owned(),
        },
        Action::DeleteScenario { id: scenario_id("s-1") },
    ]);
    let before = contents(&notebook);
    notebook.workspace.purge(Timestamp(3_000));
    let entries = |workspace: &Workspace| workspace.all().map(|s| s.entries().count()).sum::<usize>();
    assert_eq!((entries(&notebook.workspace), notebook.workspace.all().count()), (2, 2));
    notebook.workspace.purge(Timestamp(6_000));
    assert_eq!((entries(&notebook.workspace), notebook.workspace.all().count()), (1, 1));
    assert_eq!(contents(&notebook), before);
}

/// Three copies with different edits after a common start; their clocks often agree.
fn three() -> impl Strategy<Value = [Workspace; 3]> {
    let actions = || prop::collection::vec((any_action(), 0u64..6), 0..12);
    (actions(), actions(), actions(), actions()).prop_map(|(common, a, b, c)| {
        let run = |mut notebook: figures::Notebook, actions: Vec<(Action, u64)>| {
            for (action, now) in actions {
                let _ = notebook.perform(action, Timestamp(now));
            }
            notebook
        };
        let common = run(notebook(), common);
        [a, b, c].map(|actions| run(common.clone(), actions).workspace)
    })
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent([a, b, c] in three()) {
        let ab = a.clone().merged(b.clone());
        prop_assert_eq!(&ab, &b.clone().merged(a.clone()));
        prop_assert_eq!(ab.clone().merged(c.clone()), a.clone().merged(b.clone().merged(c)));
        prop_assert_eq!(a.clone().merged(a.clone()), a.clone());
        prop_assert_eq!(ab.clone().merged(a), ab);
    }

    /// A figure of either side is in the merge, unless a change of the same moment or later replaced it.
    #[test]
    fn merging_loses_nothing([a, b, _] in three()) {
        let both = a.clone().merged(b.clone());
        for (side, scenario) in [(&a, a.all()), (&b, b.all())].into_iter().flat_map(|(w, all)| all.map(move |s| (w, s))) {
            let _ = side;
            let merged = both.all().find(|other| other.id == scenario.id).unwrap();
            for (key, entry) in scenario.entries() {
                let (_, winner) = merged.entries().find(|(other, _)| *other == key).unwrap();
                prop_assert!(winner.at() >= entry.at());
                prop_assert!(winner.at() > entry.at() || entry.figure().is_none() || winner.figure().is_some());
            }
        }
    }
}
