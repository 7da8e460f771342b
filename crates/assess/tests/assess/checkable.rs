//! Targets of the bundled list that can be checked: each is counted once, all others have a reason.

use assess::{Checkability, TargetForm, Uncheckable, target_form, uncheckable};
use list::{GoalId, count_measurable};
use test_support::bundled_list;

#[test]
fn the_whole_list_in_three_parts() {
    let list = bundled_list();
    let whole = Checkability::of(&list.indicators);
    assert_eq!((whole.number, whole.direction, whole.words), (42, 15, 63));
    assert_eq!(whole.number, count_measurable(&list.indicators));
    assert_eq!(whole.total(), list.indicators.len());
    let with_reason: usize = whole.unchecked.iter().map(|(_, found)| found.len()).sum();
    assert_eq!(with_reason, whole.direction + whole.words);
    assert_eq!(whole.count(Uncheckable::NoAmount), whole.direction);
    for indicator in &list.indicators {
        assert_eq!(uncheckable(indicator).is_none(), target_form(indicator) == TargetForm::Number, "{}", indicator.id);
    }
}

#[test]
fn goals_add_up_and_goal_three_has_the_expected_counts() {
    let list = bundled_list();
    let of = |goal: &GoalId| Checkability::of(list.indicators_of_goal(goal));
    let numbers: usize = list.goals.iter().map(|goal| of(&goal.id).number).sum();
    assert_eq!(numbers, Checkability::of(&list.indicators).number);
    let third = of(&GoalId::parse("3").unwrap());
    assert_eq!((third.number, third.direction, third.words), (10, 0, 12));
    let (reason, found) = &third.unchecked[0];
    assert_eq!(*reason, Uncheckable::NoExtent);
    assert_eq!(found.iter().map(|i| i.id.as_str()).collect::<Vec<_>>(), ["8-1", "9-1", "10-2"]);
}
