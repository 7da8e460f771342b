//! Templates on the bundled list: every figure has the status that its template promises.

use std::collections::BTreeMap;

use assess::{Status, Verdict};
use figures::{Figure, FigureValue, ScenarioTemplate, SkipReason, TemplateResult};
use list::{self, Dataset, Date};

fn list() -> Dataset {
    test_support::bundled_list().clone()
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn statuses(dataset: &Dataset, figures: &[Figure]) -> BTreeMap<Status, usize> {
    let mut counts = BTreeMap::new();
    for figure in figures {
        let indicator = dataset.indicator(&figure.indicator).unwrap();
        match figure.assess(dataset, indicator).verdict {
            Verdict::Judged(reason) => *counts.entry(reason.status()).or_default() += 1,
            other => panic!("{}: {other:?}", figure.indicator),
        }
    }
    counts
}

fn number(made: &TemplateResult, id: &str) -> Vec<f64> {
    let of = made.figures.iter().filter(|figure| figure.indicator.as_str() == id);
    of.filter_map(|figure| match &figure.value {
        FigureValue::Amount { number, .. } => Some(number.get()),
        FigureValue::Stage(_) => None,
    })
    .collect()
}

fn why(made: &TemplateResult, id: &str) -> Option<SkipReason> {
    let found = made.left_out.iter().find(|(skipped, _)| skipped.as_str() == id);
    found.map(|(_, why)| *why)
}

/// Every indicator either has figures or a reason, never both.
fn assert_complete(dataset: &Dataset, made: &TemplateResult) {
    for indicator in &dataset.indicators {
        let has = made.figures.iter().any(|figure| figure.indicator == indicator.id);
        assert_ne!(has, why(made, indicator.id.as_str()).is_some(), "{}", indicator.id);
    }
}

#[test]
fn the_template_of_met_targets_achieves_all() {
    let dataset = list();
    let made = ScenarioTemplate::TargetsMet.make(&dataset);
    assert_complete(&dataset, &made);
    let statuses = statuses(&dataset, &made.figures);
    let good = [Status::Achieved, Status::WithinCeiling, Status::Held];
    assert!(statuses.keys().all(|status| good.contains(status)), "{statuses:?}");
    assert_eq!(number(&made, "3-1"), [52.0]);
    assert_eq!(number(&made, "6-9"), [22.8]);
    assert_eq!(number(&made, "9-3").len(), 1, "only the target has a number");
    assert_eq!(why(&made, "2-6"), Some(SkipReason::DirectionOnly));
}

#[test]
fn the_template_of_current_values_changes_nothing() {
    let dataset = list();
    let made = ScenarioTemplate::AsToday(day("2023-03-31")).make(&dataset);
    assert_complete(&dataset, &made);
    assert_eq!(number(&made, "3-1"), [37.0]);
    assert_eq!(why(&made, "9-3"), Some(SkipReason::NoCurrentNumber));
    let statuses = statuses(&dataset, &made.figures);
    let moved = [Status::OnTrack, Status::SlightlyBehind, Status::AsDirected, Status::Regressed, Status::Opposite];
    assert!(statuses.keys().all(|status| !moved.contains(status)), "{statuses:?}");
}

#[test]
fn an_even_pace_is_on_track() {
    let dataset = list();
    for date in ["2022-09-30", "2023-03-31", "2023-12-01"] {
        let made = ScenarioTemplate::EvenPace(day(date)).make(&dataset);
        assert_complete(&dataset, &made);
        let statuses = statuses(&dataset, &made.figures);
        // A count that is rounded up may be early.
        let good = [Status::OnTrack, Status::Achieved, Status::WithinCeiling, Status::Held];
        assert!(statuses.keys().all(|status| good.contains(status)), "{date} {statuses:?}");
        assert_eq!(why(&made, "7-6"), Some(SkipReason::Words));
    }
    assert_eq!(number(&ScenarioTemplate::EvenPace(day("2023-03-31")).make(&dataset), "3-1"), [45.0]);
    let late = ScenarioTemplate::EvenPace(day("2030-03-31")).make(&dataset);
    assert_eq!(number(&late, "3-1"), [52.0], "never beyond the target");
}

#[test]
fn a_day_before_all_baselines_skips_everything() {
    let dataset = list();
    for ready in [ScenarioTemplate::AsToday(day("2000-01-01")), ScenarioTemplate::EvenPace(day("2000-01-01"))] {
        let made = ready.make(&dataset);
        assert_eq!(made.figures, []);
        assert!(made.left_out.iter().all(|(_, why)| *why == SkipReason::BeforeBaseline));
    }
}
