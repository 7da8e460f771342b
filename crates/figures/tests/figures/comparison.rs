//! Comparison of scenarios.

use std::sync::LazyLock;

use assess::Status;
use figures::{
    Action, ComparisonRow, Differs, Figure, Notebook, RowFilter, Scenario, ScenarioComparison, ScenarioId, Subject,
    chosen,
};
use list::{Dataset, IndicatorId, Stage};
use proptest::prelude::*;
use test_support::bundled_list;

use test_support::own_figures::*;

fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| bundled_list().clone());
    &DATASET
}

/// `mine` and `s-1` with these figures for 3-1 (37 校 → 52 校), by day and number.
fn two(mine: &[(&str, f64)], other: &[(&str, f64)]) -> Notebook {
    let figures =
        |all: &[(&str, f64)]| -> Vec<Figure> { all.iter().map(|(day, number)| schools("3-1", day, *number)).collect() };
    let mut actions: Vec<Action> = figures(mine).into_iter().map(set).collect();
    actions.push(Action::AddScenario {
        id: scenario_id("s-1"),
        name: "もう一つ".to_owned(),
        description: String::new(),
        figures: figures(other),
    });
    after(actions)
}

fn ids(all: &[&str]) -> Vec<ScenarioId> {
    all.iter().map(|text| scenario_id(text)).collect()
}

fn comparison<'d>(dataset: &'d Dataset, notebook: &Notebook, of: &[&str]) -> ScenarioComparison<'d> {
    ScenarioComparison::of(dataset, &chosen(&notebook.workspace, &ids(of)).scenarios)
}

fn row<'s, 'd>(comparison: &'s ScenarioComparison<'d>, id: &str) -> &'s ComparisonRow<'d> {
    comparison.rows.iter().find(|row| row.indicator.id.as_str() == id).unwrap()
}

#[test]
fn differences_between_two_scenarios() {
    const MID: &str = "2023-03-31";
    const DUE: &str = "2024-03-31";
    let dataset = dataset();
    for (mine, other, expected) in [
        (&[][..], &[][..], Differs::Nobody),
        (&[(MID, 44.0)], &[(MID, 44.0)], Differs::Same),
        (&[(MID, 44.0)], &[], Differs::Partly),
        (&[], &[(MID, 44.0)], Differs::Partly),
        // やや遅れ twice.
        (&[(MID, 44.0)], &[(MID, 43.0)], Differs::Value),
        // やや遅れ and 順調.
        (&[(MID, 44.0)], &[(MID, 45.0)], Differs::Status),
        // 達成 twice, on other days.
        (&[(MID, 52.0)], &[(DUE, 52.0)], Differs::Value),
        // The current value's own day has no status.
        (&[("2022-03-31", 44.0)], &[(MID, 44.0)], Differs::Status),
        // Only the latest counts.
        (&[(MID, 44.0), (DUE, 52.0)], &[(DUE, 52.0)], Differs::Same),
    ] {
        let notebook = two(mine, other);
        let comparison = comparison(dataset, &notebook, &["mine", "s-1"]);
        assert_eq!(row(&comparison, "3-1").differs, expected, "{mine:?} {other:?}");
        assert_eq!(comparison.count(RowFilter::Differences), usize::from(expected.is_difference()));
        assert_eq!(comparison.count(RowFilter::Filled), usize::from(expected != Differs::Nobody));
        assert_eq!(comparison.count(RowFilter::All), comparison.rows.len());
    }
}

#[test]
fn rows_with_differences_come_first_and_every_goal_is_counted() {
    let dataset = dataset();
    let notebook = two(&[("2023-03-31", 44.0)], &[("2023-03-31", 52.0)]);
    let comparison = comparison(dataset, &notebook, &["s-1", "mine"]);
    assert_eq!(comparison.rows[0].indicator.id.as_str(), "3-1");
    assert_eq!(comparison.rows[0].name(), comparison.rows[0].indicator.full_name());
    assert!(comparison.rows.is_sorted_by_key(|row| row.differs));
    assert_eq!(comparison.columns[0].name, "もう一つ");
    let statuses: Vec<_> = comparison.rows[0].cells.iter().map(|side| side.assessment.verdict.status()).collect();
    assert_eq!(statuses, [Some(Status::Achieved), Some(Status::SlightlyBehind)]);
    assert_eq!(comparison.goals.len(), dataset.goals.len());
    let totals: usize = comparison.goals.iter().map(|goal| goal.rollups[0].total).sum();
    assert_eq!(totals, 120);
    assert_eq!(comparison.whole[0].count(Status::Achieved), 1);
    assert_eq!(comparison.whole[1].count(Status::SlightlyBehind), 1);
    assert_eq!(comparison.whole[1].without_figure, 119);
}

#[test]
fn a_scenario_is_never_compared_with_itself() {
    let notebook = two(&[], &[]);
    let asked = ids(&["mine", "gone", "mine", "s-1", "gone"]);
    let chosen = chosen(&notebook.workspace, &asked);
    let found: Vec<_> = chosen.scenarios.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(found, ["mine", "s-1"]);
    assert_eq!(chosen.unknown, ids(&["gone"]));
}

#[test]
fn one_row_for_each_number_with_what_it_counts() {
    let dataset = dataset();
    let notebook = notebook();
    let comparison = comparison(dataset, &notebook, &["mine"]);
    for row in &comparison.rows {
        assert_eq!(row.cells.len(), 1);
        if let Subject::Stage = row.subject {
            assert_eq!(row.label(), "");
        }
        assert!(row.name().starts_with(&row.indicator.full_name()));
    }
    assert!(comparison.rows.iter().any(|row| !row.label().is_empty()));
    assert_eq!(comparison.count(RowFilter::Filled), 0);
}

/// The position of a scenario in another order.
#[test]
fn the_latest_figure_of_each_subject() {
    let notebook = after([
        set(schools("3-1", "2024-03-31", 50.0)),
        set(schools("3-1", "2023-03-31", 44.0)),
        set(stage("9-1", "2023-03-31", Stage::Done)),
    ]);
    let scenario = notebook.workspace.active();
    let latest = |id: &str| {
        let id = IndicatorId::parse(id).unwrap();
        let of = scenario.latest_of(dataset().indicator(&id).unwrap());
        of.iter().map(|figure| (figure.value.to_string(), figure.date.iso())).collect::<Vec<_>>()
    };
    assert_eq!(latest("3-1"), [("50校".to_owned(), "2024-03-31".to_owned())]);
    assert_eq!(latest("9-1"), [("実施済み".to_owned(), "2023-03-31".to_owned())]);
    assert!(latest("1-1").is_empty());
}

fn permuted<T: Clone>(all: &[T], order: &[usize]) -> Vec<T> {
    order.iter().map(|at| all[*at].clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn another_order_only_moves_columns(
        notebook in any_notebook(),
        order in Just(vec![0usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let dataset = dataset();
        let scenarios: Vec<&Scenario> = notebook.workspace.scenarios().into_iter().take(4).collect();
        let order: Vec<usize> = order.into_iter().filter(|at| *at < scenarios.len()).collect();
        let one = ScenarioComparison::of(dataset, &scenarios);
        let other = ScenarioComparison::of(dataset, &permuted(&scenarios, &order));
        prop_assert_eq!(&other.columns, &permuted(&one.columns, &order));
        prop_assert_eq!(&other.whole, &permuted(&one.whole, &order));
        prop_assert_eq!(one.rows.len(), other.rows.len());
        for (a, b) in one.rows.iter().zip(&other.rows) {
            prop_assert_eq!((&a.indicator.id, &a.subject, a.differs), (&b.indicator.id, &b.subject, b.differs));
            prop_assert_eq!(&permuted(&a.cells, &order), &b.cells);
        }
        for (a, b) in one.goals.iter().zip(&other.goals) {
            prop_assert_eq!(&permuted(&a.rollups, &order), &b.rollups);
        }
        prop_assert!(one.count(RowFilter::Differences) <= one.count(RowFilter::Filled));
        prop_assert!(one.count(RowFilter::Filled) <= one.count(RowFilter::All));
        if scenarios.len() == 1 {
            prop_assert_eq!(one.count(RowFilter::Differences), 0);
        }
    }

    #[test]
    fn every_requested_scenario_is_found_once(
        notebook in any_notebook(),
        asked in prop::collection::vec(prop::sample::select(vec!["mine", "s-1", "s-2", "s-3", "x"]), 0..9),
    ) {
        let chosen = chosen(&notebook.workspace, &ids(&asked));
        let mut found: Vec<_> = chosen.scenarios.iter().map(|one| &one.id).collect();
        prop_assert!(found.len() <= 4);
        found.sort();
        found.dedup();
        prop_assert_eq!(found.len(), chosen.scenarios.len());
        for id in &chosen.unknown {
            prop_assert!(notebook.workspace.scenario(id).is_none());
        }
    }
}
