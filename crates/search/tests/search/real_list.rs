//! Searching the list of this repository for what a resident or a council member would type.

use list::{Dataset, Measurability};
use search::*;
use test_support::bundled_list;

fn found(dataset: &Dataset, index: &Index, query: &Query) -> Vec<String> {
    let outcome = explore(index, query, &IndicatorsWithFigure::new());
    let id = |&row: &usize| dataset.indicators[row].id.to_string();
    outcome.rows.iter().map(id).collect()
}

#[test]
fn typical_queries_find_the_expected_rows() {
    let dataset = bundled_list();
    let index = Index::new(dataset, Lexicon::default());
    for (text, expected) in [
        ("保育", &["1-3", "1-5"][..]),
        ("認可 保育所", &["1-3"]),
        ("ほいく", &[]),
        ("ﾊﾞｽ", &["12-4", "12-5"]),
        ("バス", &["12-4", "12-5"]),
        ("みどりばす", &["12-4", "12-5"]),
        ("ねりっこ", &["3-1", "3-3"]),
        ("ネリッコ", &["3-1", "3-3"]),
        ("NERIKKO", &[]),
        ("学童クラブ", &["3-2", "3-3"]),
        ("9-2", &["9-2"]),
        ("９ー２", &["9-2"]),
        ("計画９", &["9-1", "9-2", "9-3", "9-4", "9-5", "9-6"]),
        ("計画 2 相談件数", &["2-6"]),
        ("ＩＣＴ", &["4-5"]),
        ("ict", &["4-5"]),
        ("dx", &["22-2", "22-1", "22-3", "22-4", "22-5", "22-6"]),
        ("2100人", &["5-3"]),
        ("16,599", &["1-3"]),
        ("病床の確保", &["9-2", "9-3", "9-4"]),
        ("おひさまぴよぴよ", &["1-1", "2-1"]),
        ("22.8%", &["6-9"]),
    ] {
        let query = Query { text: SearchText::new(text), ..Query::default() };
        assert_eq!(found(dataset, &index, &query), expected, "{text}");
    }
}

#[test]
fn every_indicator_is_found_by_its_name_and_first_by_its_number() {
    let dataset = bundled_list();
    let index = Index::new(dataset, Lexicon::default());
    for indicator in &dataset.indicators {
        let by = |text: &str| found(dataset, &index, &Query { text: SearchText::new(text), ..Query::default() });
        let id = indicator.id.to_string();
        assert_eq!(by(&id).first(), Some(&id));
        assert!(by(&indicator.name).contains(&id), "{}", indicator.name);
        for line in indicator.current.lines.iter().chain(&indicator.target.lines) {
            assert!(by(line).contains(&id), "{id}: {line}");
        }
    }
}

#[test]
fn options_count_the_rows_of_the_document() {
    let dataset = bundled_list();
    let index = Index::new(dataset, Lexicon::default());
    let outcome = explore(&index, &Query::default(), &IndicatorsWithFigure::new());
    let counts = |facet| outcome.options(facet).iter().map(|option| option.count).collect::<Vec<_>>();
    assert_eq!(outcome.rows.len(), 120);
    assert_eq!(counts(Facet::Goal), [19, 16, 22, 27, 20, 16]);
    assert_eq!(counts(Facet::Plan), [5, 6, 3, 5, 7, 9, 7, 4, 6, 5, 7, 5, 4, 6, 5, 6, 5, 5, 4, 5, 5, 6]);
    assert_eq!(counts(Facet::Own), [0, 120]);
    for facet in [Facet::Kind, Facet::Measurability, Facet::Level, Facet::Due] {
        assert_eq!(counts(facet).iter().sum::<usize>(), 120, "{facet:?}");
    }
    let in_cell = Query::only(Choice::Measurability(Measurability::InCell));
    assert_eq!(found(dataset, &index, &in_cell).len(), 42);
}

#[test]
fn the_examples_beside_the_search_box_find_something() {
    let dataset = bundled_list();
    let index = Index::new(dataset, Lexicon::default());
    for example in &dataset.site.search_examples {
        let query = Query { text: SearchText::new(example), ..Query::default() };
        assert!(!found(dataset, &index, &query).is_empty(), "{example}");
    }
}
