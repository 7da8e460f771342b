//! Look-ups by id.

use list::{Contents, Dataset, GoalId, IndicatorId, PlanId};

use crate::{bundled_list, indicator, name_printed};

#[test]
fn neighbours_in_printed_order() {
    let list = bundled_list();
    let around = |id: &str| {
        let neighbours = list.indicator_neighbours(&IndicatorId::parse(id).unwrap());
        [neighbours.previous, neighbours.next].map(|n| n.map_or("", |n| n.id.as_str()))
    };
    assert_eq!(around("1-1"), ["", "1-2"]);
    assert_eq!(around("9-6"), ["9-5", "10-1"]);
    assert_eq!(around("22-6"), ["22-5", ""]);
    assert_eq!(around("99-1"), ["", ""]);
    let plan = list.plan_neighbours(&PlanId::parse("10").unwrap());
    assert_eq!((plan.previous.unwrap().id.as_str(), plan.next.unwrap().id.as_str()), ("9", "11"));
    let goal = list.goal_neighbours(&GoalId::parse("6").unwrap());
    assert_eq!((goal.previous.unwrap().id.as_str(), goal.next), ("5", None));
}

#[test]
fn unknown_ids_find_nothing() {
    let list = bundled_list();
    assert!(list.goal(&GoalId::parse("7").unwrap()).is_none());
    assert_eq!(list.plans_of(&GoalId::parse("7").unwrap()).count(), 0);
    assert_eq!(list.indicators_of(&PlanId::parse("23").unwrap()).count(), 0);
    assert_eq!(list.indicators_of_goal(&GoalId::parse("7").unwrap()).count(), 0);
}

#[test]
fn names_with_their_group_and_as_printed() {
    let list = bundled_list();
    assert_eq!(indicator(list, "4-2").full_name(), "英語4技能検定の実施：中学2年生");
    assert_eq!(indicator(list, "1-4").full_name(), "練馬こども園の認定");
    assert_eq!(name_printed(indicator(list, "1-1")), "外遊び型子育てのひろば（おひさまびよびよ）増設");
}

#[test]
fn missing_days_default_to_those_of_the_list() {
    let list = bundled_list();
    let days = |id: &str| {
        let indicator = indicator(list, id);
        (list.current_as_of(indicator).date.iso(), list.target_as_of(indicator).date.iso())
    };
    assert_eq!(days("1-1"), ("2022-03-31".to_owned(), "2024-03-31".to_owned()));
    assert_eq!(days("6-9"), ("2021-09-30".to_owned(), "2023-09-30".to_owned()));
    assert_eq!(days("22-6"), ("2021-03-31".to_owned(), "2024-03-31".to_owned()));
}

#[test]
fn a_hundred_times_the_list_finds_every_row() {
    let list = bundled_list();
    let mut contents: Contents = (**list).clone();
    contents.plans.clear();
    contents.indicators.clear();
    for copy in 0..100 {
        contents.plans.extend(list.plans.iter().cloned().map(|mut plan| {
            plan.id = PlanId::parse(&format!("{copy}-{}", plan.id)).unwrap();
            plan
        }));
        contents.indicators.extend(list.indicators.iter().cloned().map(|mut indicator| {
            indicator.plan = PlanId::parse(&format!("{copy}-{}", indicator.plan)).unwrap();
            indicator.id = IndicatorId::parse(&format!("{copy}-{}", indicator.id)).unwrap();
            indicator
        }));
    }
    let large = Dataset::new(contents);
    for (at, indicator) in large.indicators.iter().enumerate() {
        assert_eq!(large.position(&indicator.id), Some(at));
        assert!(large.goal_of(indicator).is_some());
    }
    let per_goal: Vec<usize> = large.goals.iter().map(|goal| large.indicators_of_goal(&goal.id).count()).collect();
    assert_eq!(per_goal, [1900, 1600, 2200, 2700, 2000, 1600]);
    assert_eq!(large.plans.iter().map(|plan| large.indicators_of(&plan.id).count()).sum::<usize>(), 12_000);
}

#[test]
fn links_are_found_from_both_ends() {
    let list = bundled_list();
    for target in list.numeric_targets() {
        assert_eq!(list.numeric_target(&target.id), Some(target));
        for indicator in list.indicators_related_to(&target.id) {
            assert!(indicator.related.iter().any(|related| related.target == target.id));
        }
    }
    let links: usize = list.numeric_targets().map(|target| list.indicators_related_to(&target.id).count()).sum();
    assert_eq!(links, list.indicators.iter().map(|indicator| indicator.related.len()).sum::<usize>());
    assert!(links > 80, "most indicators belong to a policy area that is asked about");
}
