//! Which rows a text finds, in which order, and which words are marked.

use list::{Dataset, SearchWords, TargetKind};
use search::*;

use crate::sample::small_list;

fn asking(text: &str) -> Query {
    Query { text: SearchText::new(text), ..Query::default() }
}

fn ids<'a>(dataset: &'a Dataset, outcome: &SearchResult) -> Vec<&'a str> {
    outcome.rows.iter().map(|&row| dataset.indicators[row].id.as_str()).collect()
}

/// The ids a text finds in the small list, in order.
fn found(text: &str) -> Vec<String> {
    let dataset = small_list();
    let index = Index::new(&dataset, Lexicon::default());
    let outcome = explore(&index, &asking(text), &IndicatorsWithFigure::new());
    ids(&dataset, &outcome).into_iter().map(str::to_owned).collect()
}

#[test]
fn the_best_rows_come_first() {
    for (text, expected) in [
        // Name before plan before statement.
        ("保育", &["1-1", "1-2", "2-2"][..]),
        ("保育 充実", &["1-1", "1-2"]),
        ("バス", &["12-1", "12-2"]),
        ("ばす", &["12-1", "12-2"]),
        ("ﾊﾞｽ", &["12-1", "12-2"]),
        ("ねりっこ", &["2-1"]),
        ("ネリッコ", &["2-1"]),
        ("ict", &["2-2"]),
        ("ＩＣＴ教材", &["2-2"]),
        ("こみゅにてぃ－", &[]),
        ("コミュニティ", &["12-1"]),
        ("公共交通", &["12-1"]),
        // Numbers and ids.
        ("12-1", &["12-1"]),
        ("１２ー１", &["12-1"]),
        ("2-1", &["2-1"]),
        ("2-", &["2-1", "2-2", "2-3"]),
        ("2", &["2-1", "2-2", "2-3"]),
        ("計画1", &["1-1", "1-2"]),
        ("計画１２", &["12-1", "12-2", "12-3", "12-4"]),
        ("7校", &["2-2"]),
        ("2100人", &["12-2"]),
        ("2,100", &["12-2"]),
        ("22.8%以下", &["12-3"]),
        // Goals: by name, or the whole numeral.
        ("安心なまち", &["12-1", "12-2", "12-3", "12-4"]),
        ("ii", &["12-1", "12-2", "12-3", "12-4"]),
        ("II 事故", &["12-4"]),
        ("実施 校", &["2-1"]),
        ("保育 バス", &[]),
        ("\u{3000}「」 ・", &["1-1", "1-2", "2-1", "2-2", "2-3", "12-1", "12-2", "12-3", "12-4"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn rows_are_sorted_as_requested() {
    let dataset = small_list();
    let index = Index::new(&dataset, Lexicon::default());
    let printed = ["1-1", "1-2", "2-1", "2-2", "2-3", "12-1", "12-2", "12-3", "12-4"];
    for (key, order, expected) in [
        (SortKey::Relevance, SortOrder::Ascending, printed),
        (SortKey::Printed, SortOrder::Ascending, printed),
        (SortKey::Printed, SortOrder::Descending, ["12-4", "12-3", "12-2", "12-1", "2-3", "2-2", "2-1", "1-2", "1-1"]),
        (SortKey::Plan, SortOrder::Descending, ["12-1", "12-2", "12-3", "12-4", "2-1", "2-2", "2-3", "1-1", "1-2"]),
        (SortKey::Name, SortOrder::Ascending, ["2-2", "12-1", "2-1", "2-3", "1-2", "12-4", "12-3", "1-1", "12-2"]),
        // 0 %: held, kept ceiling; 4.6 %, 40.5 %, 75 % downward; the rest has no share of a current value.
        (SortKey::Gap, SortOrder::Ascending, ["2-3", "12-3", "1-1", "2-1", "12-4", "1-2", "2-2", "12-1", "12-2"]),
        (SortKey::Gap, SortOrder::Descending, ["12-4", "2-1", "1-1", "2-3", "12-3", "1-2", "2-2", "12-1", "12-2"]),
        (SortKey::Due, SortOrder::Ascending, ["12-3", "1-2", "2-1", "2-2", "2-3", "12-1", "12-2", "12-4", "1-1"]),
        (SortKey::Due, SortOrder::Descending, ["1-1", "1-2", "2-1", "2-2", "2-3", "12-1", "12-2", "12-4", "12-3"]),
    ] {
        let query = Query { sort: Sort { key, order }, ..Query::default() };
        let outcome = explore(&index, &query, &IndicatorsWithFigure::new());
        assert_eq!(ids(&dataset, &outcome), expected, "{key:?} {order:?}");
        assert_eq!(outcome.in_printed_order, expected == printed, "{key:?} {order:?}");
    }
}

/// A text with its marked segments in 【】.
fn marked(search: &Search, text: &str) -> String {
    let piece = |segment: TextSegment<'_>| match segment.marked {
        true => format!("【{}】", segment.text),
        false => segment.text.to_owned(),
    };
    search.segments(text).into_iter().map(piece).collect()
}

#[test]
fn words_are_marked_in_the_printed_text() {
    for (words, text, expected) in [
        ("ばす", "高齢者向けﾊﾞｽ案内", "高齢者向け【ﾊﾞｽ】案内"),
        ("ict教材", "(ＩＣＴ)教材の導入", "(【ＩＣＴ)教材】の導入"),
        ("ict", "(ＩＣＴ)教材の導入", "(【ＩＣＴ】)教材の導入"),
        ("保育 育所", "認可保育所の保育", "認可【保育所】の【保育】"),
        ("保 育", "保育", "【保育】"),
        ("7校", "37校、7校", "37校、【7校】"),
        ("2100", "年間2,100人", "年間【2,100】人"),
        ("ああ", "あああ", "【ああ】あ"),
        ("ない", "認可保育所", "認可保育所"),
        ("", "認可保育所", "認可保育所"),
        ("あ", "", ""),
    ] {
        let search = Search::new(&SearchText::new(words), &Lexicon::default());
        assert_eq!(marked(&search, text), expected, "{words} in {text}");
    }
}

#[test]
fn the_reason_for_each_row_is_known() {
    let dataset = small_list();
    let lexicon = Lexicon::from(SearchWords {
        groups: [&["保育園", "保育所", "認可保育"][..], &["乗合", "バス", "ﾊﾞｽ"], &["", "・"]]
            .map(|group| group.iter().map(ToString::to_string).collect())
            .into(),
        ..SearchWords::default()
    });
    let index = Index::new(&dataset, lexicon);
    let outcome = explore(&index, &asking("保育園"), &IndicatorsWithFigure::new());
    assert_eq!(ids(&dataset, &outcome), ["1-1"]);
    let reason = |word: &str, field, synonym: Option<&str>| MatchReason {
        word: word.to_owned(),
        field,
        through: synonym.map(|word| MatchedTerm::Synonym(word.to_owned())),
    };
    assert_eq!(outcome.search.explain(&index, 0), Some(vec![reason("保育園", SearchField::Name, Some("保育所"))]));
    assert_eq!(outcome.search.explain(&index, 1), None);
    assert_eq!(marked(&outcome.search, "認可保育所"), "【認可保育所】");

    // Synonyms are symmetrical, and a row with the word itself comes before one with its synonym.
    let outcome = explore(&index, &asking("ばす 12"), &IndicatorsWithFigure::new());
    assert_eq!(ids(&dataset, &outcome), ["12-1", "12-2"]);
    assert_eq!(
        outcome.search.explain(&index, 6),
        Some(vec![reason("ばす", SearchField::Name, None), reason("12", SearchField::Id, None)])
    );
    assert_eq!(ids(&dataset, &explore(&index, &asking("乗合"), &IndicatorsWithFigure::new())), ["12-1", "12-2"]);
}

#[test]
fn an_empty_result_says_which_condition_to_remove() {
    let dataset = small_list();
    let index = Index::new(&dataset, Lexicon::default());
    let mut query = asking("保育 充実 2100");
    query.toggle(Choice::Kind(TargetKind::Reach));
    let outcome = explore(&index, &query, &IndicatorsWithFigure::new());
    assert!(outcome.rows.is_empty());
    // Kind alone is not enough, and no other single word is.
    let relaxations: Vec<_> = outcome.relaxations.iter().map(|one| (one.condition.clone(), one.count)).collect();
    assert_eq!(relaxations, [(QueryCondition::Text, 3), (QueryCondition::Word("2100".to_owned()), 1)]);

    let mut query = asking("保育");
    query.toggle(Choice::Kind(TargetKind::Ceiling));
    let outcome = explore(&index, &query, &IndicatorsWithFigure::new());
    let relaxations: Vec<_> = outcome.relaxations.iter().map(|one| (one.condition.clone(), one.count)).collect();
    assert_eq!(relaxations, [(QueryCondition::Facet(Facet::Kind), 3), (QueryCondition::Text, 1)]);
}

#[test]
fn unknown_options_have_no_effect_and_are_reported() {
    let dataset = small_list();
    let index = Index::new(&dataset, Lexicon::default());
    let (query, ignored) = Query::decode("goal=9&unit=km&kind=hold");
    assert!(ignored.is_empty());
    let outcome = explore(&index, &query, &IndicatorsWithFigure::new());
    assert_eq!(ids(&dataset, &outcome), ["2-3"]);
    let unknown: Vec<String> = outcome.unknown.into_iter().map(|choice| Query::only(choice).encode()).collect();
    assert_eq!(unknown, ["goal=9", "unit=km"]);
}
