//! The site search with queries that people type, and the expected results: `site_search.txt`.

use std::collections::BTreeSet;

use list::Dataset;
use search::*;
use test_support::{bundled_list, bundled_words};
use words::guide;

const TABLE: &str = include_str!("site_search.txt");

struct Library {
    dataset: &'static Dataset,
    index: Index<'static>,
    site: SiteIndex,
}

impl Library {
    fn new() -> Self {
        let dataset = bundled_list();
        let index = Index::new(dataset, bundled_words().into());
        let site = SiteIndex::new(dataset, &index, &guide::articles());
        Self { dataset, index, site }
    }

    fn find(&self, text: &str) -> SiteResults {
        let text = SearchText::new(text);
        self.site.find(self.dataset, &self.index, &text)
    }
}

fn code_of(place: &Destination) -> String {
    match place {
        Destination::Indicator(id) => format!("indicator:{id}"),
        Destination::Plan(id) => format!("plan:{id}"),
        Destination::Goal(id) => format!("goal:{id}"),
        Destination::NumericTarget(id) => format!("target:{id}"),
        Destination::Direction(id) => format!("direction:{id}"),
        Destination::Passage(line) => format!("document:{}", line.0),
        Destination::Article(id) => format!("guide:{id}"),
    }
}

fn first(results: &SiteResults) -> Option<String> {
    let result = results.groups.first()?.results.first()?;
    Some(code_of(&result.destination))
}

#[test]
fn every_query_finds_the_expected_result_first() {
    let library = Library::new();
    let mut asked = BTreeSet::new();
    let mut wrong = Vec::new();
    for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (typed, expected) = line.split_once('\t').expect("a tab");
        assert!(asked.insert(typed), "{typed} is there twice");
        let mut found = library.find(typed);
        let misspelt = expected.strip_prefix('~');
        if misspelt.is_some() {
            assert_eq!(found.count(), 0, "{typed} must find nothing");
            let Some(suggestion) = found.suggestions.first().cloned() else {
                wrong.push((typed, expected, None));
                continue;
            };
            found = library.find(suggestion.text.as_str());
            assert_eq!(found.count(), suggestion.count, "{typed}: the count is true");
        }
        let (group, ids) = misspelt.unwrap_or(expected).split_once(':').expect("a colon");
        let first = first(&found);
        let right = ids.split('|').any(|id| first.as_deref() == Some(&format!("{group}:{id}")));
        if !right {
            wrong.push((typed, expected, first));
        }
    }
    assert!(asked.len() >= 60, "{} queries", asked.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn indicators_are_the_same_as_in_the_explorer_in_the_same_order() {
    let library = Library::new();
    for text in ["保育園", "計画9", "みどり", "増加", "学童 障害児", "ほいくしょ"] {
        let query = Query { text: SearchText::new(text), ..Query::default() };
        let rows = explore(&library.index, &query, &IndicatorsWithFigure::new()).rows;
        let ids = rows.iter().map(|&row| &library.dataset.indicators[row].id);
        let found = library.find(text);
        let group = found.group(ResultKind::Indicator).expect("indicators");
        let places = ids.cloned().map(Destination::Indicator);
        assert!(group.results.iter().map(|one| one.destination.clone()).eq(places), "{text}");
    }
}

#[test]
fn everything_is_found_by_its_name() {
    let library = Library::new();
    let has = |text: &str, place: &Destination| {
        let found = library.find(text);
        let group = found.group(place.kind());
        group.is_some_and(|group| group.results.iter().any(|one| one.destination == *place))
    };
    let dataset = library.dataset;
    for plan in &dataset.plans {
        assert!(has(&plan.name, &Destination::Plan(plan.id.clone())), "{}", plan.name);
        assert!(has(&plan.label, &Destination::Plan(plan.id.clone())), "{}", plan.label);
    }
    for goal in &dataset.goals {
        assert!(has(&goal.name, &Destination::Goal(goal.id.clone())), "{}", goal.name);
        let numeral = format!("基本目標{}", goal.numeral);
        assert!(has(&numeral, &Destination::Goal(goal.id.clone())), "{numeral}");
        for text in &goal.direction_paragraphs {
            let text: String = text.chars().take(SearchText::MAX).collect();
            assert!(has(&text, &Destination::Direction(goal.id.clone())), "{text}");
        }
    }
    for target in dataset.numeric_targets() {
        let place = Destination::NumericTarget(target.id.clone());
        assert!(has(&target.name, &place), "{}", target.name);
    }
    for section in &dataset.sections {
        for passage in &section.passages {
            let text: String = passage.text.chars().take(30).collect();
            assert!(has(&text, &Destination::Passage(passage.line)), "{text}");
        }
    }
    for article in guide::articles() {
        assert!(has(article.title, &Destination::Article(article.id)), "{}", article.title);
    }
}

#[test]
fn groups_are_never_empty_and_every_word_has_its_reason() {
    let library = Library::new();
    for text in ["保育園", "みどり 公園", "とくよう", "Ⅲ", "指標", "あ", "9"] {
        let found = library.find(text);
        for group in &found.groups {
            assert!(!group.results.is_empty());
            for result in &group.results {
                assert_eq!(result.destination.kind(), group.kind);
                assert_eq!(result.reasons.len(), found.search.words().count());
            }
        }
    }
    for nothing in ["", " \u{3000}", "、。"] {
        assert_eq!(library.find(nothing), SiteResults::default());
    }
}

#[test]
fn the_reason_names_the_term_that_was_found_instead() {
    let library = Library::new();
    let through = |text: &str, kind: ResultKind| {
        let found = library.find(text);
        found.group(kind)?.results.first()?.reasons[0].through.clone()
    };
    assert_eq!(through("お年寄り", ResultKind::Plan), Some(MatchedTerm::Synonym("高齢者".to_owned())));
    assert_eq!(through("かんこうのすいしん", ResultKind::NumericTarget), Some(MatchedTerm::NameReading));
    assert_eq!(through("高齢者福祉", ResultKind::NumericTarget), None);
}
