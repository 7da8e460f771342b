//! Properties of every figure under every rule.

use std::cmp::Ordering;

use assess::{Assessment, FigureInput, InputValue, NumberRule, Rule, RuleForm, Status, Verdict, assess};
use list::{Better, Date, Stage, TargetKind};
use proptest::prelude::*;
use words::gap_sentence;

use test_support::builders::*;

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

fn kind() -> impl Strategy<Value = TargetKind> {
    prop::sample::select(TargetKind::ALL.to_vec())
}

fn some_day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((2020..2027_i32, 1..13_u8, 1..29_u8).prop_map(|(y, m, d)| Date::from_ymd(y, m, d).unwrap()))
}

/// Tenths from a narrow range, so that ties with official numbers happen often.
fn tenths() -> impl Strategy<Value = f64> + Clone {
    (-40..40_i32).prop_map(|n| f64::from(n) / 10.0)
}

/// Any number a dataset could hold, up to the largest there are.
fn finite() -> impl Strategy<Value = f64> + Clone {
    use prop::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO
}

#[derive(Debug, Clone)]
struct Case {
    kind: TargetKind,
    current: Option<f64>,
    target: Option<f64>,
    better: Better,
}

impl Case {
    fn rule(&self, factor: f64) -> Rule {
        make("9-1", self.kind, "検討", "実施")
            .number(self.current.map(|x| x * factor), self.target.map(|x| x * factor), "件")
            .with(|m| m.better = self.better)
            .rule()
    }
}

fn case(amounts: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = Case> {
    (
        kind(),
        prop::option::weighted(0.8, amounts.clone()),
        prop::option::weighted(0.8, amounts),
        prop::sample::select(vec![Better::Higher, Better::Lower]),
    )
        .prop_map(|(kind, current, target, better)| Case { kind, current, target, better })
}

fn figure(x: f64, date: Option<Date>) -> FigureInput {
    FigureInput { value: InputValue::Amount { amount: x, unit: "件".to_owned() }, date }
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

fn assert_sound(found: &Assessment) {
    for number in [found.progress, found.pace, found.remaining, found.needed_per_year, found.amount] {
        assert!(number.is_none_or(f64::is_finite), "{found:?}");
    }
    assert!(found.remaining.is_none_or(|r| r >= 0.0));
    for text in [words::explanation(found), words::outlook(found).unwrap_or_default(), gap_sentence(&found.rule)] {
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
}

proptest! {
    #[test]
    fn a_better_figure_never_has_a_worse_status(
        case in case(tenths()), x in tenths(), gain in 0..40_i32, date in some_day(),
    ) {
        let rule = case.rule(1.0);
        let Some(side) = good_side(&rule) else { return Ok(()) };
        let gain = f64::from(gain) / 10.0;
        let better = if side == Better::Higher { x + gain } else { x - gain };
        let before = assess(&rule, Some(&figure(x, date)));
        let after = assess(&rule, Some(&figure(better, date)));
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
        case in case(tenths()), x in tenths(), date in some_day(),
        factor in prop::sample::select(vec![0.001, 0.5, 3.0, 10.0, 1234.5, 1e6]),
    ) {
        let plain = assess(&case.rule(1.0), Some(&figure(x, date)));
        let scaled = assess(&case.rule(factor), Some(&figure(x * factor, date)));
        prop_assert_eq!(plain.verdict, scaled.verdict);
        for (a, b) in [(plain.progress, scaled.progress), (plain.pace, scaled.pace)] {
            prop_assert_eq!(a.is_some(), b.is_some());
            if let (Some(a), Some(b)) = (a, b) {
                prop_assert!((a - b).abs() <= 1e-6 * a.abs().max(1.0), "{} {}", a, b);
            }
        }
    }

    #[test]
    fn before_any_figure_nothing_is_called_progress(case in case(tenths())) {
        let rule = case.rule(1.0);
        let found = assess(&rule, None);
        prop_assert_eq!(found.verdict, Verdict::NoFigure);
        prop_assert_eq!((found.progress, found.pace), (None, None));
        assert_no_progress_words(&gap_sentence(&rule));
        assert_no_progress_words(&words::explanation(&found));
    }

    #[test]
    fn any_number_gives_a_valid_sentence(
        case in case(finite()),
        x in any::<f64>(), date in some_day(),
    ) {
        assert_sound(&assess(&case.rule(1.0), Some(&figure(x, date))));
        assert_sound(&assess(&case.rule(1.0), None));
    }

    #[test]
    fn ordinary_numbers_give_valid_sentences(case in case(tenths()), x in tenths(), date in some_day()) {
        assert_sound(&assess(&case.rule(1.0), Some(&figure(x, date))));
    }

    #[test]
    fn a_status_agrees_with_its_number(case in case(tenths()), x in tenths(), date in some_day()) {
        let found = assess(&case.rule(1.0), Some(&figure(x, date)));
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
