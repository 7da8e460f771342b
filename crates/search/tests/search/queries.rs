//! Queries that people type, with the expected results: `queries.txt`.

use std::collections::BTreeSet;

use list::Dataset;
use search::*;
use test_support::{bundled_list, bundled_words};

const TABLE: &str = include_str!("queries.txt");

fn index() -> Index<'static> {
    Index::new(bundled_list(), bundled_words().into())
}

fn outcome(index: &Index, text: SearchText) -> SearchResult {
    let query = Query { text, ..Query::default() };
    explore(index, &query, &IndicatorsWithFigure::new())
}

fn first(dataset: &Dataset, outcome: &SearchResult) -> Option<String> {
    let &row = outcome.rows.first()?;
    Some(dataset.indicators[row].id.to_string())
}

/// The first result of a query. A misspelt query must find nothing; the result is then that of its first suggestion.
fn answer(dataset: &Dataset, index: &Index, typed: &str, is_misspelt: bool) -> Option<String> {
    let found = outcome(index, SearchText::new(typed));
    if !is_misspelt {
        return first(dataset, &found);
    }
    if !found.rows.is_empty() {
        return None;
    }
    let meant = found.suggestions.first()?;
    let found = outcome(index, meant.text.clone());
    assert_eq!(found.rows.len(), meant.count, "{typed}: the count is true");
    first(dataset, &found)
}

#[test]
fn nineteen_of_twenty_queries_find_the_expected_indicator_first() {
    let (dataset, index) = (bundled_list(), index());
    let (mut asked, mut wrong) = (0, Vec::new());
    let mut seen = BTreeSet::new();
    for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (typed, expected) = line.split_once('\t').expect("a tab");
        assert!(seen.insert(typed), "{typed} is there twice");
        asked += 1;
        let known_miss = expected.strip_prefix('!');
        let misspelt = expected.strip_prefix('~');
        let ids = known_miss.or(misspelt).unwrap_or(expected);
        let (ids, reason) = ids.split_once(' ').unwrap_or((ids, ""));
        assert_eq!(known_miss.is_some(), !reason.is_empty(), "{typed}: a miss has a reason");
        let found = answer(dataset, &index, typed, misspelt.is_some());
        let right = found.as_deref().is_some_and(|id| ids.split('|').any(|one| one == id));
        if known_miss.is_some() {
            assert!(!right, "{typed} is no longer a miss");
        }
        if !right {
            wrong.push((typed, ids, found, known_miss.is_some()));
        }
    }
    assert!(asked >= 150, "{asked} queries");
    let unexplained: Vec<_> = wrong.iter().filter(|(.., explained)| !explained).collect();
    assert!(unexplained.is_empty(), "misses without a reason: {unexplained:#?}");
    let precision = 100 * (asked - wrong.len()) / asked;
    assert!(precision >= 95, "{precision} % of {asked}");
}

#[test]
fn every_synonym_and_reading_finds_something() {
    let (dataset, index) = (bundled_list(), index());
    let words = bundled_words();
    assert!(words.groups.len() >= 60, "{} groups", words.groups.len());
    let found = |text: &str| outcome(&index, SearchText::new(text)).rows;
    let plain = Index::new(dataset, Lexicon::default());
    for group in &words.groups {
        // Without the groups at least one of the words is in the list itself; with them each finds something.
        let itself = |word: &String| !outcome(&plain, SearchText::new(word)).rows.is_empty();
        assert!(group.iter().any(itself), "{group:?} touches no row");
        for word in group {
            assert!(!found(word).is_empty(), "{word}");
        }
    }
    for indicator in &dataset.indicators {
        let row = index.row_of(&indicator.id).expect("a row");
        let reading = &words.indicators[indicator.id.as_str()];
        for part in reading.split_whitespace() {
            assert!(found(part).contains(&row), "{} by {part}", indicator.id);
        }
    }
}

#[test]
fn every_name_has_a_reading_with_the_kana_of_the_name() {
    let dataset = bundled_list();
    let words = bundled_words();
    let check = |id: &str, name: &str, reading: Option<&String>| {
        let reading = normalize(reading.unwrap_or_else(|| panic!("{id} has no reading")));
        // The reading contains the kana of the name in their order, and something for every run of other characters.
        let mut rest = reading.as_str();
        let kana = |c: char| matches!(c, 'ぁ'..='ゖ' | '-');
        let name = normalize(name);
        let mut written: Vec<&str> = name.split(|c| !kana(c)).filter(|run| !run.is_empty()).collect();
        written.sort_by_key(|run| std::cmp::Reverse(run.len()));
        assert!(written.iter().all(|run| reading.contains(run)), "{id}: {reading}");
        for run in name.split(|c| !kana(c)).filter(|run| !run.is_empty()) {
            let at = rest.find(run).unwrap_or_else(|| panic!("{id}: no {run} in {rest}"));
            rest = &rest[at + run.len()..];
        }
        assert!(reading.chars().count() >= name.chars().count(), "{id}: {reading} is too short");
    };
    for goal in &dataset.goals {
        check(goal.id.as_str(), &goal.name, words.goals.get(goal.id.as_str()));
        for target in &goal.numeric_targets {
            check(target.id.as_str(), &target.name, words.numeric_targets.get(target.id.as_str()));
        }
    }
    for plan in &dataset.plans {
        check(plan.id.as_str(), &plan.name, words.plans.get(plan.id.as_str()));
    }
    for indicator in &dataset.indicators {
        let name = format!("{}{}", indicator.group.as_deref().unwrap_or(""), indicator.name);
        check(indicator.id.as_str(), &name, words.indicators.get(indicator.id.as_str()));
    }
}

#[test]
fn the_reason_names_the_term_that_was_found_instead() {
    let index = index();
    for (typed, through) in [
        ("保育園", Some(MatchedTerm::Synonym("保育所".to_owned()))),
        ("ほいくしょ", Some(MatchedTerm::Reading("保育所".to_owned()))),
        ("とくよう", Some(MatchedTerm::Synonym("特別養護老人ホーム".to_owned()))),
        ("けいろうかん", Some(MatchedTerm::NameReading)),
        ("保育所", None),
    ] {
        let outcome = outcome(&index, SearchText::new(typed));
        let reasons = outcome.search.explain(&index, outcome.rows[0]).expect("a reason");
        assert_eq!(reasons[0].through, through, "{typed}");
    }
}

#[test]
fn only_words_found_nowhere_have_suggestions_which_always_find_something() {
    let index = index();
    assert!(outcome(&index, SearchText::new("保育所")).suggestions.is_empty());
    // Both are found, but never in one row: removing one helps, another spelling does not.
    let apart = outcome(&index, SearchText::new("保育所 病床"));
    assert!(apart.rows.is_empty() && apart.suggestions.is_empty());
    let misspelt = outcome(&index, SearchText::new("保育諸 増設"));
    assert_eq!(misspelt.suggestions[0].text.as_str(), "保育所 増設");
    assert!(outcome(&index, SearchText::new("ぬぬぬぬ")).suggestions.is_empty());
}
