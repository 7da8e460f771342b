//! A list of another shape is read like the bundled one.

use list::{Better, Measurability, Stage, TargetKind};

use crate::{indicator, is_comparable, name_printed, small_list};

#[test]
fn two_goals_one_plan() {
    let list = small_list();
    assert_eq!((list.goals.len(), list.plans.len(), list.indicators.len()), (2, 1, 9));
    assert_eq!(list.plans_of(&list.goals[1].id).count(), 0, "a goal may stand without a plan");
    assert_eq!(list.document.publisher, "見本町");
}

#[test]
fn falling_zero_and_unknown() {
    let list = small_list();
    let sides = |id: &str| {
        let measure = indicator(list, id).leading_measure().unwrap();
        let amount = |side: &Option<list::Quantity>| side.as_ref().map(|side| side.amount);
        (amount(&measure.current), amount(&measure.target), measure.better, measure.unit.as_str())
    };
    assert_eq!(sides("1-1"), (Some(40.0), Some(0.0), Better::Lower, "人"));
    assert_eq!(sides("1-3"), (Some(0.0), Some(3.0), Better::Higher, "ふりこ"));
    assert_eq!(sides("1-4"), (Some(0.0), Some(0.0), Better::Lower, "件"));
    assert_eq!(sides("1-5"), (Some(1234.5), None, Better::Lower, "t"));
    assert_eq!(sides("1-8"), (None, Some(1000.0), Better::Higher, "㎡"));
    assert_eq!(sides("1-9"), (Some(-3.0), Some(0.0), Better::Higher, "億円"));
}

#[test]
fn measurability_and_names() {
    let list = small_list();
    assert_eq!(indicator(list, "1-6").measurability(), Measurability::InBracket);
    assert!(!is_comparable(indicator(list, "1-6")), "a number only in 〔〕");
    assert_eq!(indicator(list, "1-7").measurability(), Measurability::None);
    assert_eq!(indicator(list, "1-7").kind, TargetKind::Milestone);
    assert_eq!(indicator(list, "1-7").current.stage, Some(Stage::NotStarted));
    assert_eq!(indicator(list, "1-7").full_name(), "見守り：しぜん条例");
    assert_eq!(name_printed(indicator(list, "1-7")), "しぜん条列");
}
