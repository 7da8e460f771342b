//! Properties of every figure under every rule.

use std::cmp::Ordering;

use assess::{Assessment, FigureInput, InputValue, NumberRule, Rule, RuleForm, Status, Verdict, assess};
use list::{Better, Stage, TargetKind};
use proptest::prelude::*;

use test_support::{builders::*, rule_cases::*};

/// Better, equal or worse, for two figures judged by the same rule on the same day; `None` for statuses that no such
/// pair can have.
fn compare(one: Status, other: Status) -> Option<Ordering> {
    use Status::*;
    /// Each from the worst to the best.
    const LADDERS: [&[Status]; 6] = [
        &[Regressed, Behind, SlightlyBehind, OnTrack, Achieved],
        &[NotAchieved, Achieved],
        &[OverCeiling, WithinCeiling],
        &[Dropped, Held],
        &[Opposite, Unchanged, AsDirected],
        &[NotStarted, Underway, Achieved],
    ];
    LADDERS.iter().find_map(|ladder| {
        let rank = |status| ladder.iter().position(|step| *step == status);
        Some(rank(one)?.cmp(&rank(other)?))
    })
}

/// The better direction under a rule: for a reach, towards its target.
fn good_side(rule: &Rule) -> Option<Better> {
    match &rule.form {
        RuleForm::Words(_) => None,
        RuleForm::Number(_, rule) => Some(match *rule {
            NumberRule::Reach { from, to } if to.amount > from.amount => Better::Higher,
            NumberRule::Reach { .. } | NumberRule::Ceiling { .. } => Better::Lower,
            NumberRule::Hold { better, .. }
            | NumberRule::Direction { better, .. }
            | NumberRule::TargetOnly { better, .. } => better,
        }),
    }
}

fn assert_finite(found: &Assessment) {
    for number in [found.progress, found.pace, found.remaining, found.needed_per_year, found.amount] {
        assert!(number.is_none_or(f64::is_finite), "{found:?}");
    }
    assert!(found.remaining.is_none_or(|r| r >= 0.0));
}

proptest! {
    #[test]
    fn a_better_figure_never_has_a_worse_status(
        case in rule_case(tenths()), x in tenths(), gain in 0..40_i32, date in some_day(),
    ) {
        let rule = case.rule(1.0);
        let Some(side) = good_side(&rule) else { return Ok(()) };
        let gain = f64::from(gain) / 10.0;
        let better = if side == Better::Higher { x + gain } else { x - gain };
        let before = assess(&rule, Some(&figure_input(x, date)));
        let after = assess(&rule, Some(&figure_input(better, date)));
        if let Some(before_status) = before.verdict.status() {
            let after_status = after.verdict.status();
            prop_assert!(after_status.is_some(), "the status was lost: {:?}", after.verdict);
            let order = after_status.and_then(|status| compare(status, before_status));
            prop_assert!(matches!(order, Some(Ordering::Greater | Ordering::Equal)),
                "{before_status:?} → {after_status:?}");
        }
        if let (Some(before), Some(after)) = (before.progress, after.progress) {
            prop_assert!(after >= before);
        }
    }

    #[test]
    fn a_later_stage_never_has_a_worse_status(
        low in 0..4_usize, high in 0..4_usize, current in prop::option::of(0..4_usize),
        target in prop::option::of(0..4_usize), date in some_day(),
    ) {
        prop_assume!(low <= high);
        let rule = make("9-1", TargetKind::Milestone, "検討", "実施")
            .stages(current.map(|i| Stage::ALL[i]), target.map(|i| Stage::ALL[i]))
            .rule();
        let at = |i: usize| {
            let input = FigureInput { value: InputValue::Stage(Stage::ALL[i]), date };
            assess(&rule, Some(&input)).verdict
        };
        match (at(low).status(), at(high).status()) {
            (Some(low), Some(high)) => prop_assert!(matches!(
                compare(high, low), Some(Ordering::Greater | Ordering::Equal))),
            (low, high) => prop_assert_eq!(low, high),
        }
    }

    #[test]
    fn scaling_all_numbers_changes_nothing(
        case in rule_case(tenths()), x in tenths(), date in some_day(),
        factor in prop::sample::select(vec![0.001, 0.5, 3.0, 10.0, 1234.5, 1e6]),
    ) {
        let plain = assess(&case.rule(1.0), Some(&figure_input(x, date)));
        let scaled = assess(&case.rule(factor), Some(&figure_input(x * factor, date)));
        prop_assert_eq!(plain.verdict, scaled.verdict);
        for (a, b) in [(plain.progress, scaled.progress), (plain.pace, scaled.pace)] {
            prop_assert_eq!(a.is_some(), b.is_some());
            if let (Some(a), Some(b)) = (a, b) {
                prop_assert!((a - b).abs() <= 1e-6 * a.abs().max(1.0), "{} {}", a, b);
            }
        }
    }

    #[test]
    fn before_any_figure_nothing_is_called_progress(case in rule_case(tenths())) {
        let rule = case.rule(1.0);
        let found = assess(&rule, None);
        prop_assert_eq!(found.verdict, Verdict::NoFigure);
        prop_assert_eq!((found.progress, found.pace), (None, None));
    }

    #[test]
    fn any_number_gives_finite_results(
        case in rule_case(finite()),
        x in any::<f64>(), date in some_day(),
    ) {
        assert_finite(&assess(&case.rule(1.0), Some(&figure_input(x, date))));
        assert_finite(&assess(&case.rule(1.0), None));
    }

    #[test]
    fn ordinary_numbers_give_finite_results(case in rule_case(tenths()), x in tenths(), date in some_day()) {
        assert_finite(&assess(&case.rule(1.0), Some(&figure_input(x, date))));
    }

    #[test]
    fn a_status_agrees_with_its_number(case in rule_case(tenths()), x in tenths(), date in some_day()) {
        let found = assess(&case.rule(1.0), Some(&figure_input(x, date)));
        if let (Some(progress), Some(status)) = (found.progress, found.verdict.status()) {
            use assess::Status;
            prop_assert_eq!(status == Status::Achieved, found.remaining == Some(0.0));
            prop_assert_eq!(status == Status::Achieved, progress >= 1.0);
            if status == Status::Regressed {
                prop_assert!(progress < 0.0);
            }
        }
    }
}
