//! Rows and counts compared with a simple row-by-row implementation, over random lists and queries.

use std::collections::BTreeSet;

use list::*;
use proptest::{collection::vec, prelude::*, sample::subsequence};
use search::*;
use strum::VariantArray;

use crate::sample::*;

const WORDS: [&str; 9] = ["保育", "バス", "ICT", "充実", "計12", "計2校", "１", "ﾊﾞｽ停", "高（齢）者"];
const TEXTS: [&str; 12] =
    ["1-1", "2", "12-", "計画1", "計画２ ばす", "ii", "計2校", "保育 充実", "ict", "高齢者", "2校", "無い"];
const UNITS: [&str; 3] = ["校", "人", "%"];
const DAYS: [&str; 2] = ["2023-09-30", "2024-04-01"];

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&WORDS[..])
}

/// The parts of an indicator that are searched.
fn any_indicator() -> impl Strategy<Value = (usize, Indicator)> {
    let names = (word(), word(), prop::option::of(word()));
    let statements = (word(), word());
    let cells = (0..TargetKind::ALL.len(), any::<bool>(), prop::option::of(0..DAYS.len()));
    let measures = vec((0..UNITS.len(), any::<bool>(), any::<bool>()), 0..3);
    (0..4usize, names, statements, cells, measures).prop_map(
        |(plan, (a, b, group), (current, target), cells, measures)| {
            let (kind, outcome, day) = cells;
            let mut made = indicator("1-1", &format!("{a}の{b}"), current, target, TargetKind::ALL[kind]);
            made.group = group.map(str::to_owned);
            made.target.as_of = day.map(|day| test_support::sample::as_of(DAYS[day], DAYS[day]));
            if outcome {
                made.level.kind = LevelKind::Outcome;
            }
            made.measures = measures
                .into_iter()
                .map(|(unit, in_cell, stated)| {
                    let place = if in_cell { MeasurePosition::Cell } else { MeasurePosition::Bracket };
                    measure(UNITS[unit], place, Some(1.0), stated.then_some(2.0))
                })
                .collect();
            (plan, made)
        },
    )
}

fn any_list() -> impl Strategy<Value = Dataset> {
    (vec(any_indicator(), 0..24), vec(word(), 4), vec(word(), 2)).prop_map(|(rows, plan_names, goal_names)| {
        let goals = vec![goal("1", "I", goal_names[0]), goal("2", "II", goal_names[1])];
        let plans = [("1", "1"), ("2", "2"), ("12", "2"), ("3", "1")];
        let mut counts = [0; 4];
        let number = |(plan, mut row): (usize, Indicator)| {
            counts[plan] += 1;
            row.id = indicator_id(&format!("{}-{}", plans[plan].0, counts[plan]));
            row.plan = plan_id(plans[plan].0);
            row
        };
        let indicators = rows.into_iter().map(number).collect();
        let plans = plans.iter().zip(plan_names).map(|((id, goal), name)| plan(id, goal, name)).collect();
        list(goals, plans, indicators)
    })
}

/// A list, a query of words and options of the list, and some figures.
fn any_case() -> impl Strategy<Value = (Dataset, Query, IndicatorsWithFigure)> {
    let text = prop_oneof![3 => Just(""), 4 => prop::sample::select(&TEXTS[..]), 3 => word()].prop_map(SearchText::new);
    (any_list(), text).prop_flat_map(|(dataset, text)| {
        let index = Index::new(&dataset, Lexicon::default());
        let options: Vec<Choice> =
            Facet::VARIANTS.iter().copied().flat_map(|facet| index.options(facet).to_vec()).collect();
        let ids: Vec<IndicatorId> = dataset.indicators.iter().map(|indicator| indicator.id.clone()).collect();
        let most = options.len().min(5);
        (Just(dataset), Just(text), subsequence(options, 0..=most), vec(any::<bool>(), ids.len())).prop_map(
            move |(dataset, text, chosen, with)| {
                let own = ids.iter().zip(with).filter(|(_, with)| *with).map(|(id, _)| id.clone()).collect();
                let chosen: BTreeSet<Choice> = chosen.into_iter().collect();
                (dataset, Query { text, chosen, ..Query::default() }, own)
            },
        )
    })
}

/// True when the normalised text contains the normalised word without splitting a number.
fn contains(text: &str, word: &str) -> bool {
    let (text, word) = (normalize(text), normalize(word));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(&word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().last(), text[at + word.len()..].chars().next());
        let cut_before = digit(before) && digit(word.chars().next());
        let cut_after = digit(after) && digit(word.chars().last());
        !cut_before && !cut_after
    })
}

fn finds(dataset: &Dataset, row: &Indicator, word: &str) -> bool {
    let plan = dataset.plans.iter().find(|plan| plan.id == row.plan).expect("its plan");
    let goal = dataset.goals.iter().find(|goal| goal.id == plan.goal).expect("its goal");
    let texts = [&row.name, &plan.label, &plan.name, &goal.name].into_iter();
    let mut texts = texts.chain(&row.group).chain(&row.current.lines).chain(&row.target.lines);
    let (id, normalized) = (row.id.as_str(), normalize(word));
    let number = id == normalized
        || id.starts_with(&format!("{normalized}-"))
        || (normalized.ends_with('-') && id.starts_with(&normalized));
    number || normalize(&goal.numeral) == normalized || texts.any(|text| contains(text, word))
}

fn is_in(dataset: &Dataset, row: &Indicator, own: &IndicatorsWithFigure, choice: &Choice) -> bool {
    let stated = |place| row.measures.iter().any(|m| m.place == place && m.target.is_some());
    match choice {
        Choice::Goal(id) => dataset.plans.iter().any(|plan| plan.id == row.plan && plan.goal == *id),
        Choice::Plan(id) => row.plan == *id,
        Choice::Kind(kind) => row.kind == *kind,
        Choice::Measurability(Measurability::InCell) => stated(MeasurePosition::Cell),
        Choice::Measurability(Measurability::InBracket) => {
            stated(MeasurePosition::Bracket) && !stated(MeasurePosition::Cell)
        }
        Choice::Measurability(Measurability::None) => {
            !stated(MeasurePosition::Bracket) && !stated(MeasurePosition::Cell)
        }
        Choice::Level(kind) => row.level.kind == *kind,
        Choice::Own(OwnFigure::With) => own.contains(&row.id),
        Choice::Own(OwnFigure::Without) => !own.contains(&row.id),
        Choice::Due(day) => row.target.as_of.as_ref().unwrap_or(&dataset.default_target).date == *day,
        Choice::Unit(unit) => row.measures.iter().any(|measure| measure.unit == unit.as_str()),
    }
}

/// The rows of a query, each checked by itself.
fn rows_one_by_one(dataset: &Dataset, query: &Query, own: &IndicatorsWithFigure) -> Vec<usize> {
    let admitted = |row: &Indicator| {
        let words = query.text.as_str().split_whitespace().all(|word| finds(dataset, row, word));
        let facets = Facet::VARIANTS.iter().copied().all(|facet| {
            let mut chosen = query.chosen.iter().filter(|choice| choice.facet() == facet).peekable();
            chosen.peek().is_none() || chosen.any(|choice| is_in(dataset, row, own, choice))
        });
        words && facets
    };
    (0..dataset.indicators.len()).filter(|&row| admitted(&dataset.indicators[row])).collect()
}

proptest! {
    #[test]
    fn the_rows_are_those_that_match_one_by_one((dataset, query, own) in any_case()) {
        let index = Index::new(&dataset, Lexicon::default());
        let outcome = explore(&index, &query, &own);
        let mut rows = outcome.rows.clone();
        rows.sort_unstable();
        prop_assert_eq!(rows, rows_one_by_one(&dataset, &query, &own));
        prop_assert_eq!(outcome.total, dataset.indicators.len());
    }

    #[test]
    fn every_count_is_the_number_of_rows_with_that_option((dataset, query, own) in any_case()) {
        let index = Index::new(&dataset, Lexicon::default());
        let outcome = explore(&index, &query, &own);
        for group in &outcome.facets {
            prop_assert_eq!(group.options.len(), index.options(group.facet).len());
            for option in &group.options {
                let mut choosing = query.clone();
                choosing.clear(group.facet);
                choosing.toggle(option.choice.clone());
                let rows = explore(&index, &choosing, &own).rows;
                prop_assert_eq!(option.count, rows.len(), "{:?}", option.choice);
                prop_assert_eq!(option.chosen, query.chosen.contains(&option.choice));
            }
        }
    }

    #[test]
    fn every_relaxation_finds_as_much_as_it_says_and_none_is_missing((dataset, query, own) in any_case()) {
        let index = Index::new(&dataset, Lexicon::default());
        let outcome = explore(&index, &query, &own);
        let after = |condition: &QueryCondition| explore(&index, &query.without(condition), &own).rows.len();
        for relaxation in &outcome.relaxations {
            prop_assert!(outcome.rows.is_empty());
            prop_assert!(relaxation.count > 0);
            prop_assert_eq!(after(&relaxation.condition), relaxation.count);
        }
        if outcome.rows.is_empty() {
            let words: Vec<_> = outcome.search.words().map(|word| QueryCondition::Word(word.to_owned())).collect();
            let words = if words.len() > 1 { words } else { Vec::new() };
            for condition in Facet::VARIANTS.iter().copied().map(QueryCondition::Facet).chain([QueryCondition::Text]).chain(words) {
                let listed = outcome.relaxations.iter().any(|relaxation| relaxation.condition == condition);
                prop_assert_eq!(listed, after(&condition) > 0, "{:?}", condition);
            }
        }
    }

    #[test]
    fn a_row_is_found_if_and_only_if_there_is_a_reason((dataset, query, own) in any_case()) {
        let index = Index::new(&dataset, Lexicon::default());
        let text_only = Query { text: query.text, ..Query::default() };
        let outcome = explore(&index, &text_only, &own);
        let mut best = None;
        for row in 0..index.len() {
            prop_assert_eq!(outcome.search.explain(&index, row).is_some(), outcome.rows.contains(&row));
        }
        for &row in &outcome.rows {
            let reasons = outcome.search.explain(&index, row).unwrap_or_default();
            let points: u32 = reasons.iter().map(|reason| reason.field as u32).sum();
            prop_assert!(best <= Some(points), "a worse row is before row {}", row);
            best = Some(points);
        }
    }

    #[test]
    fn the_segments_of_a_text_are_the_text(text in any::<String>(), words in "[あ-んa-c1-3 ー-]{0,6}") {
        let search = Search::new(&SearchText::new(&words), &Lexicon::default());
        let segments = search.segments(&text);
        prop_assert_eq!(segments.iter().map(|segment| segment.text).collect::<String>(), text.as_str());
        prop_assert!(segments.iter().all(|segment| !segment.text.is_empty()));
        prop_assert!(segments.is_sorted_by(|a, b| a.marked != b.marked));
    }
}
