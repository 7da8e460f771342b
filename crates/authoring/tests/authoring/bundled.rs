//! Counts, kinds and readings that are easily wrong.

use std::collections::BTreeMap;

use authoring::load;
use list::{Better, Extent, LevelKind, Measurability, MeasurePosition, Nature, SectionKind, Stage, TargetKind};
use test_support::{BUNDLED, bundled_list};

use crate::{indicator, is_comparable};

#[test]
fn counts_of_goals_targets_plans_and_indicators() {
    let list = bundled_list();
    let per_goal = |count: &dyn Fn(&list::Goal) -> usize| -> Vec<usize> { list.goals.iter().map(count).collect() };
    assert_eq!(per_goal(&|goal| list.indicators_of_goal(&goal.id).count()), [19, 16, 22, 27, 20, 16]);
    assert_eq!(per_goal(&|goal| list.plans_of(&goal.id).count()), [4, 2, 4, 5, 4, 3]);
    assert_eq!(per_goal(&|goal| goal.numeric_targets.len()), [2, 1, 4, 5, 4, 1]);
    assert_eq!(per_goal(&|goal| goal.direction_bullets.len()), [5, 7, 7, 7, 7, 6]);
    assert_eq!(per_goal(&|goal| goal.direction_paragraphs.len()), [2, 1, 1, 1, 1, 3]);
    let per_plan: Vec<usize> = list.plans.iter().map(|plan| list.indicators_of(&plan.id).count()).collect();
    assert_eq!(per_plan, [5, 6, 3, 5, 7, 9, 7, 4, 6, 5, 7, 5, 4, 6, 5, 6, 5, 5, 4, 5, 5, 6]);
    assert_eq!(list.indicators.len(), 120);
}

#[test]
fn ids_are_plan_and_row_in_printed_order() {
    let list = bundled_list();
    for (at, plan) in list.plans.iter().enumerate() {
        assert_eq!(plan.id.as_str(), (at + 1).to_string());
        for (row, indicator) in list.indicators_of(&plan.id).enumerate() {
            assert_eq!(indicator.id.as_str(), format!("{}-{}", plan.id, row + 1));
        }
    }
    for goal in &list.goals {
        for (row, target) in goal.numeric_targets.iter().enumerate() {
            assert_eq!(target.id.as_str(), format!("{}-{}", goal.id, row + 1));
        }
    }
    assert!(list.indicators.windows(2).all(|pair| pair[0].line <= pair[1].line), "the list runs down the document");
}

#[test]
fn kinds_plan_by_plan() {
    let letters = |kind| match kind {
        TargetKind::Reach => 'R',
        TargetKind::Ceiling => 'C',
        TargetKind::Hold => 'H',
        TargetKind::Direction => 'D',
        TargetKind::Extend => 'E',
        TargetKind::Milestone => 'M',
    };
    let list = bundled_list();
    let plans: Vec<String> = list
        .plans
        .iter()
        .map(|plan| list.indicators_of(&plan.id).map(|indicator| letters(indicator.kind)).collect())
        .collect();
    assert_eq!(
        plans,
        [
            "RRRRH",
            "REMDED",
            "RED",
            "MMMED",
            "RMRMRRD",
            "MEERHHEEC",
            "MMRRRMM",
            "ERHH",
            "ERRMMR",
            "MEMMR",
            "MRRMRRD",
            "RMMMR",
            "MMMD",
            "MMRRMD",
            "MERED",
            "MMMRMD",
            "MRRRD",
            "MMMMR",
            "MMMD",
            "MMMER",
            "RMEMD",
            "EMRMDD",
        ]
    );
    let mut totals: BTreeMap<TargetKind, usize> = BTreeMap::new();
    for indicator in &list.indicators {
        *totals.entry(indicator.kind).or_default() += 1;
    }
    assert_eq!(totals.into_values().collect::<Vec<_>>(), [36, 1, 5, 15, 16, 47]);
}

#[test]
fn how_many_can_be_measured() {
    let list = bundled_list();
    let ids = |wanted: Measurability| -> Vec<&str> {
        list.indicators
            .iter()
            .filter(|indicator| indicator.measurability() == wanted)
            .map(|indicator| indicator.id.as_str())
            .collect()
    };
    assert_eq!(ids(Measurability::InCell).len(), 42);
    assert_eq!(ids(Measurability::InBracket), ["7-7", "11-1", "20-3", "20-4"]);
    let one_sided: Vec<&str> = list
        .indicators
        .iter()
        .filter(|indicator| indicator.measurability() == Measurability::InCell && !is_comparable(indicator))
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(one_sided, ["9-3", "14-3"]);
    assert_eq!(list.indicators.iter().filter(|indicator| is_comparable(indicator)).count(), 40);
}

#[test]
fn several_numbers_in_one_cell_are_separate_measures() {
    let list = bundled_list();
    let of = |id: &str| -> Vec<(String, f64, MeasurePosition)> {
        indicator(list, id)
            .measures
            .iter()
            .filter_map(|measure| Some((measure.label.clone(), measure.current.as_ref()?.amount, measure.place)))
            .collect()
    };
    let cell = |label: &str, amount| (label.to_owned(), amount, MeasurePosition::Cell);
    assert_eq!(
        of("2-4"),
        [cell("心理", 8.0), cell("福祉", 26.0), cell("保健師", 4.0), cell("会計年度任用職員相談員", 10.0)]
    );
    assert_eq!(of("15-4"), [cell("小中学校", 98.0), cell("区立施設", 63.0)]);
    assert_eq!(of("1-3"), [cell("", 197.0), ("定員".to_owned(), 16_599.0, MeasurePosition::Bracket)]);
    assert_eq!(of("5-5"), [cell("", 34.0), ("定員".to_owned(), 2_434.0, MeasurePosition::Bracket)]);
}

#[test]
fn ceiling_tenths_and_times_a_year() {
    let list = bundled_list();
    let ceiling = indicator(list, "6-9").leading_measure().unwrap();
    assert_eq!(ceiling.better, Better::Lower);
    assert!(ceiling.target.as_ref().unwrap().at_most);
    let tenths = indicator(list, "12-1").leading_measure().unwrap();
    assert_eq!(tenths.unit, "割");
    assert!(tenths.current.as_ref().unwrap().approximate && tenths.target.as_ref().unwrap().approximate);
    let times = indicator(list, "16-4").leading_measure().unwrap();
    let sides = [times.current.as_ref().unwrap(), times.target.as_ref().unwrap()];
    assert_eq!(
        sides.map(|side| (side.amount, side.extent)),
        [(1.0, Some(Extent::PerYear)), (3.0, Some(Extent::PerYear))]
    );
}

#[test]
fn only_cells_that_name_a_day_have_one() {
    let list = bundled_list();
    let mut days: BTreeMap<(String, String, Option<&str>), usize> = BTreeMap::new();
    for indicator in &list.indicators {
        for as_of in [&indicator.current.as_of, &indicator.target.as_of].into_iter().flatten() {
            let nature = as_of.nature.map(|nature| match nature {
                Nature::Expected => "expected",
                Nature::Actual => "actual",
                Nature::Survey => "survey",
            });
            *days.entry((as_of.printed.clone(), as_of.date.iso(), nature)).or_default() += 1;
        }
    }
    let day = |printed: &str, iso: &str, nature, times| ((printed.to_owned(), iso.to_owned(), nature), times);
    assert_eq!(
        days.into_iter().collect::<Vec<_>>(),
        [
            day("令和2年度末実績", "2021-03-31", Some("actual"), 4),
            day("令和2年度調査結果", "2021-03-31", Some("survey"), 1),
            day("令和3年4月1日時点", "2021-04-01", None, 1),
            day("令和3年4月1日現在", "2021-04-01", None, 3),
            day("令和3年9月末", "2021-09-30", None, 1),
            day("令和3年度末見込", "2022-03-31", Some("expected"), 18),
            day("令和4年4月1日現在", "2022-04-01", None, 1),
            day("令和5年9月末", "2023-09-30", None, 1),
            day("令和6年4月1日現在", "2024-04-01", None, 2),
        ]
    );
    assert_eq!(list.default_current.date.iso(), "2022-03-31");
    assert_eq!(list.default_target.date.iso(), "2024-03-31");
}

#[test]
fn words_have_stages() {
    let list = bundled_list();
    for (id, current) in [
        ("2-3", Stage::NotStarted),
        ("19-3", Stage::NotStarted),
        ("7-6", Stage::Preparing),
        ("18-1", Stage::Preparing),
        ("14-5", Stage::Partial),
        ("2-2", Stage::Partial),
        ("4-2", Stage::Done),
    ] {
        let indicator = indicator(list, id);
        assert_eq!((indicator.current.stage, indicator.target.stage), (Some(current), Some(Stage::Done)), "{id}");
    }
    for indicator in &list.indicators {
        let printed = indicator.current.printed();
        assert_eq!(
            printed == "—" || printed == "中止",
            indicator.current.stage == Some(Stage::NotStarted),
            "{}",
            indicator.id
        );
        if matches!(indicator.kind, TargetKind::Milestone) && printed == indicator.target.printed() {
            assert_eq!(indicator.current.stage, Some(Stage::Done), "{}", indicator.id);
        }
    }
    let stage = |id: &str| indicator(list, id).current.stage;
    assert_eq!((stage("9-3"), stage("14-3"), stage("1-1")), (Some(Stage::Preparing), Some(Stage::NotStarted), None));
}

#[test]
fn every_classification_gives_its_reason() {
    let list = bundled_list();
    for plan in &list.plans {
        assert!(
            list.indicators_of(&plan.id).any(|indicator| indicator.level.kind == LevelKind::Output),
            "{}: the document promises output indicators for every plan",
            plan.id
        );
    }
    for indicator in &list.indicators {
        assert!(indicator.level.reason.ends_with('。'), "{}", indicator.id);
        let is_share = indicator.leading_measure().is_some_and(|measure| measure.unit == "%");
        if is_share {
            assert_eq!(indicator.level.kind, LevelKind::Outcome, "{}", indicator.id);
        }
    }
}

#[test]
fn the_same_question_is_marked_three_times() {
    let list = bundled_list();
    let same: Vec<(&str, &str)> = list
        .indicators
        .iter()
        .flat_map(|indicator| {
            let links = indicator.related.iter().filter(|related| related.same_question);
            links.map(|related| (indicator.id.as_str(), related.target.as_str()))
        })
        .collect();
    assert_eq!(same, [("13-4", "4-3"), ("14-6", "4-4"), ("15-5", "4-5")]);
    for (id, target) in same {
        let target = list.numeric_targets().find(|known| known.id.as_str() == target).unwrap();
        assert!(indicator(list, id).name.contains(&target.name));
        let measure = indicator(list, id).leading_measure().unwrap();
        assert!(measure.current.as_ref().unwrap().amount >= target.baseline.amount);
    }
    for indicator in &list.indicators {
        let goal = list.goal_of(indicator).unwrap();
        for related in &indicator.related {
            assert_eq!(list.goal_of_numeric_target(&related.target).unwrap().id, goal.id, "{}", indicator.id);
        }
    }
}

#[test]
fn sections_of_the_document() {
    let list = bundled_list();
    let sections: Vec<(SectionKind, usize)> =
        list.sections.iter().map(|section| (section.kind, section.passages.len())).collect();
    assert_eq!(
        sections,
        [
            (SectionKind::Introduction, 3),
            (SectionKind::Principles, 2),
            (SectionKind::Footnotes, 3),
            (SectionKind::ReadingGuide, 2)
        ]
    );
    let labels: Vec<&str> =
        list.sections.iter().flat_map(|section| &section.passages).filter_map(|p| p.label.as_deref()).collect();
    assert_eq!(labels, ["(1)", "(2)", "※1", "※2", "※3", "①", "②"]);
}

#[test]
fn what_is_built_in_is_a_list_too() {
    assert!(load(BUNDLED).is_ok());
    assert!(load(&format!("\u{feff}{BUNDLED}")).is_ok(), "a byte order mark does no harm");
}
