//! Descriptions of pages.

use std::collections::BTreeSet;

use list::{GoalId, IndicatorId};
use routes::Route;
use search::Query;
use test_support::{bundled_list, small_list};
use words::page_description;

#[test]
fn an_indicator_is_described_by_what_was_printed_and_the_gap() {
    let route = Route::Indicator(IndicatorId::parse("6-9").unwrap());
    assert_eq!(
        page_description(bundled_list(), &route),
        "現状値「21.8% (令和3年9月末)」、目標値「22.8%以下 (令和5年9月末)」。22.8%以下に抑える目標で、現状の21.8%は上限まで1.0ポイントの余裕があります。"
    );
}

#[test]
fn lists_are_described_by_their_counts() {
    let list = bundled_list();
    assert_eq!(
        page_description(list, &Route::Explore(Query::default())),
        "数値で達成を確かめられる目標は 42 件。残り 78 件は「増加」「充実」「実施」など、方向やことばで書かれた目標です。"
    );
    let goal = page_description(list, &Route::Goal(GoalId::parse("1").unwrap()));
    assert!(goal.starts_with("19件の指標のうち、数値で測れる目標は"), "{goal}");
}

#[test]
fn fixed_pages_have_descriptions_of_their_own_and_others_that_of_the_site() {
    for list in [bundled_list(), small_list()] {
        let fixed = Route::fixed(list);
        let others = fixed.iter().filter(|route| !matches!(route, Route::Overview | Route::Indicator(_)));
        let descriptions: BTreeSet<String> = others.clone().map(|route| page_description(list, route)).collect();
        assert_eq!(descriptions.len(), others.count());
        for route in fixed {
            assert!(!page_description(list, &route).is_empty(), "{}", route.href());
        }
        for route in Route::variable() {
            assert_eq!(page_description(list, &route), list.site.lead, "{}", route.href());
        }
    }
}
