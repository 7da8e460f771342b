//! Queries and hand-outs as query strings.

use list::{Date, GoalId, LevelKind, Measurability, PlanId, TargetKind};
use proptest::prelude::*;
use search::*;
use test_support::{any_handout, any_query};

#[test]
fn the_default_query_is_the_empty_string() {
    assert_eq!(Query::default().encode(), "");
    assert_eq!(Query::decode(""), (Query::default(), Vec::new()));
}

#[test]
fn parameters_have_a_fixed_order() {
    let mut query = Query {
        text: SearchText::new("保育 100%"),
        sort: Sort { key: SortKey::Gap, order: SortOrder::Descending },
        view: Some(View::Cards),
        ..Query::default()
    };
    query.toggle(Choice::Unit(UnitName::new("か所").expect("short")));
    query.toggle(Choice::Unit(UnitName::new("%").expect("short")));
    query.toggle(Choice::Own(OwnFigure::Without));
    query.toggle(Choice::Level(LevelKind::Outcome));
    query.toggle(Choice::Measurability(Measurability::InBracket));
    query.toggle(Choice::Kind(TargetKind::Ceiling));
    query.toggle(Choice::Kind(TargetKind::Reach));
    query.toggle(Choice::Plan(PlanId::parse("12").expect("an id")));
    query.toggle(Choice::Goal(GoalId::parse("3").expect("an id")));
    query.toggle(Choice::Goal(GoalId::parse("1").expect("an id")));
    query.toggle(Choice::Due(Date::from_ymd(2024, 3, 31).expect("a day")));
    let encoded = "q=%E4%BF%9D%E8%82%B2+100%25&goal=1&goal=3&plan=12&kind=reach&kind=ceiling&number=bracket\
        &level=outcome&own=without&due=2024-03-31&unit=%25&unit=%E3%81%8B%E6%89%80&sort=gap-desc&view=cards";
    assert_eq!(query.encode(), encoded);
    assert_eq!(Query::decode(encoded), (query, Vec::new()));
}

#[test]
fn columns_and_density_are_encoded() {
    let query = Query {
        columns: VisibleColumns::NONE.toggled(TableColumn::Due).toggled(TableColumn::Plan),
        density: Density::Dense,
        ..Query::default()
    };
    assert_eq!(query.encode(), "columns=plan.due&rows=dense");
    let none = Query::decode("columns=none&rows=wide").0;
    assert_eq!((none.columns, none.density), (VisibleColumns::NONE, Density::Comfortable));
    for refused in ["columns=", "columns=plan.colour", "columns=plan..due", "rows=9"] {
        assert_eq!(Query::decode(refused).1.len(), 1, "{refused}");
    }
}

#[test]
fn unknown_parameters_are_reported_and_have_no_effect() {
    let (query, ignored) =
        Query::decode("goal=1&goal=%2F..&kind=Reach&colour=red&sort=size&q=a&q=b&due=2024-02-30&x&own=");
    assert_eq!(query.text.as_str(), "a");
    assert_eq!(query.chosen.len(), 1);
    assert_eq!(query.sort, Sort::default());
    let pairs: Vec<_> = ignored.iter().map(|part| (part.key.as_str(), part.value.as_str())).collect();
    assert_eq!(
        pairs,
        [
            ("goal", "/.."),
            ("kind", "Reach"),
            ("colour", "red"),
            ("sort", "size"),
            ("q", "b"),
            ("due", "2024-02-30"),
            ("x", ""),
            ("own", ""),
        ]
    );
}

#[test]
fn reports_have_a_limited_length() {
    let hostile = format!("{}={}&", "k".repeat(5000), "%00<script>".repeat(1000)).repeat(100);
    let (_, ignored) = Query::decode(&hostile);
    assert_eq!(ignored.len(), IgnoredParameter::MAX_COUNT);
    for part in ignored {
        assert_eq!(part.key.chars().count(), IgnoredParameter::MAX_CHARS);
        assert_eq!(part.value.chars().count(), IgnoredParameter::MAX_CHARS);
        assert!(!part.value.chars().any(char::is_control));
    }
}

proptest! {
    #[test]
    fn every_query_is_decoded_from_its_encoding(query in any_query()) {
        let encoded = query.encode();
        prop_assert!(encoded.is_ascii());
        prop_assert_eq!(Query::decode(&encoded), (query, Vec::new()));
    }

    #[test]
    fn any_text_is_decoded_to_a_query_that_stays_the_same(text in any::<String>()) {
        let (query, _) = Query::decode(&text);
        prop_assert_eq!(Query::decode(&query.encode()), (query, Vec::new()));
    }
}

#[test]
fn the_first_value_of_a_hand_out_setting_counts_and_the_others_are_reported() {
    let (handout, ignored) =
        Handout::decode("of=3-1&title=A%0AB&of=x!&own=notes&own=no&paper=square&paper=landscape&title=C&y=1");
    assert_eq!(handout.encode(), "of=3-1&title=A+B&own=notes&paper=landscape");
    assert_eq!(ignored.len(), 5);
    assert_eq!(Handout::default().encode(), "");
}

proptest! {
    #[test]
    fn every_hand_out_is_decoded_from_its_encoding(handout in any_handout()) {
        let written = handout.encode();
        prop_assert!(written.is_ascii());
        prop_assert_eq!(Handout::decode(&written), (handout, Vec::new()));
    }
}
