//! All rules on the bundled list: the results without figures, and with figures at the official numbers.

use assess::{
    FigureInput, Gap, InputValue, NoGap, NumberRule, Rule, RuleForm, Status, Subject, Verdict, assess,
    assess_indicator, gap, subjects, whole,
};
use list::{Dataset, Date, Indicator, Stage};
use test_support::bundled_list;

fn rules(dataset: &Dataset, indicator: &Indicator) -> Vec<(Subject, Rule)> {
    subjects(indicator)
        .into_iter()
        .map(|subject| {
            let rule = match &subject {
                Subject::Stage => Rule::for_stage(dataset, indicator),
                Subject::Measure(id) => {
                    let measure = indicator.measures.iter().find(|m| m.id == *id).unwrap();
                    Rule::for_measure(dataset, indicator, measure)
                }
            };
            (subject, rule)
        })
        .collect()
}

/// A figure on the due day that reaches the target, or (not `reached`) stays at the current value.
fn figure(rule: &Rule, reached: bool, date: Date) -> Option<FigureInput> {
    let value = match &rule.form {
        RuleForm::Words(words) => InputValue::Stage(if reached { words.needed } else { Stage::NotStarted }),
        RuleForm::Number(scale, number) => {
            let amount = match *number {
                NumberRule::Reach { from, to } => if reached { to } else { from }.amount,
                NumberRule::Ceiling { limit, .. } => limit.amount,
                NumberRule::Hold { level, .. } => level.amount,
                NumberRule::Direction { from, .. } => from.amount + if reached { 1.0 } else { 0.0 },
                NumberRule::TargetOnly { to, .. } if reached => to.amount,
                NumberRule::TargetOnly { .. } => return None,
            };
            InputValue::Amount { amount, unit: scale.unit.clone() }
        }
    };
    Some(FigureInput { value, date: Some(date) })
}

#[test]
fn an_indicator_without_figures_has_no_progress() {
    let dataset = bundled_list();
    assert_eq!(dataset.indicators.len(), 120);
    for indicator in &dataset.indicators {
        let found = assess_indicator(dataset, indicator, |_| None);
        assert_eq!(found.verdict, Verdict::NoFigure, "{}", indicator.id);
        for part in &found.parts {
            assert_eq!((part.assessment.progress, part.assessment.pace), (None, None));
        }
    }
}

#[test]
fn gaps_of_the_bundled_list() {
    let dataset = bundled_list();
    let mut reasons = [0; 5];
    let mut distances: Vec<Gap> = Vec::new();
    for indicator in &dataset.indicators {
        // The leading subject represents the statement in the cell.
        let (_, rule) = rules(dataset, indicator).swap_remove(0);
        match gap(&rule) {
            Ok(gap) => distances.push(gap),
            Err(reason) => {
                reasons[match reason {
                    NoGap::WithinCeiling => 0,
                    NoGap::Hold => 1,
                    NoGap::NoAmount => 2,
                    NoGap::NoCurrentNumber => 3,
                    NoGap::Words => 4,
                }] += 1;
            }
        }
    }
    // 34 of the 36 to be reached, and the courses of 20-4. Of the others: 5 to be held and 20-3; 15 directions and 7
    // extensions beside a number; 7-7, 9-3, 11-1 and 14-3 with a number only as target; words.
    assert_eq!((distances.len(), reasons), (35, [1, 6, 22, 4, 52]));
    assert!(distances.iter().all(|gap| gap.difference > 0.0));
}

#[test]
fn figures_at_the_targets_fulfil_them_and_figures_at_the_current_values_do_not() {
    let dataset = bundled_list();
    let mut reached = Vec::new();
    for indicator in &dataset.indicators {
        for (subject, rule) in rules(dataset, indicator) {
            let due = rule.period.due;
            let good = assess(&rule, figure(&rule, true, due).as_ref());
            assert!(
                matches!(
                    good.verdict.status(),
                    Some(Status::Achieved | Status::WithinCeiling | Status::Held | Status::AsDirected)
                ),
                "{} {subject:?}: {:?}",
                indicator.id,
                good.verdict
            );
            if let Some(still) = figure(&rule, false, due) {
                let still = assess(&rule, Some(&still));
                assert!(
                    matches!(
                        still.verdict.status(),
                        Some(
                            Status::NotAchieved
                                | Status::WithinCeiling
                                | Status::Held
                                | Status::Unchanged
                                | Status::NotStarted
                        )
                    ),
                    "{} {subject:?}: {:?}",
                    indicator.id,
                    still.verdict
                );
            }
        }
        let figures: Vec<(Subject, FigureInput)> = rules(dataset, indicator)
            .into_iter()
            .filter_map(|(subject, rule)| figure(&rule, true, rule.period.due).map(|figure| (subject, figure)))
            .collect();
        let found = assess_indicator(dataset, indicator, |subject| {
            figures.iter().find(|(about, _)| about == subject).map(|(_, figure)| figure)
        });
        reached.push((indicator, found.verdict));
    }
    let rollup = whole(reached);
    assert_eq!((rollup.total, rollup.judged()), (120, 120));
    assert_eq!(rollup.cannot_judge, []);
}
