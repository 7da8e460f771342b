//! Reading and writing the addresses of all pages.

#![cfg(test)]

use figures::ScenarioId;
use list::{Date, GoalId, IndicatorId, PlanId, SourceLine, TargetKind};
use proptest::{option, prelude::*};
use routes::{ParsedAddress, Route, SectionId, SharedText, UnknownPath};
use search::{Choice, ComparedIndicators, Handout, Query, SearchText};
use test_support::{any_handout, any_query};

fn route(address: &str) -> Route {
    Route::parse(address).route
}

fn unknown(address: &str) -> Option<String> {
    match route(address) {
        Route::NotFound(path) => Some(path.as_str().to_owned()),
        _ => None,
    }
}

/// Found by fuzzing: an unknown path became the path of a page when it was shortened, and when it was decoded.
#[test]
fn a_shortened_path_is_never_the_path_of_a_page() {
    let long = format!("#/shared/2.{}#", "g".repeat(150));
    let shown = unknown(&long).expect("an unknown path");
    assert_eq!(shown.chars().count(), UnknownPath::MAX_CHARS);
    assert!(shown.ends_with('…'));
    for address in
        [long, format!("#/indicators/{}", "1".repeat(500)), "#/%73hared/2.ab".to_owned(), "#/shared/2.%61b".to_owned()]
    {
        let found = route(&address);
        assert_eq!(route(&found.href()), found, "{address}");
    }
    assert_eq!(route("#/shared/2.%61b"), route("#/shared/2.ab"));
}

#[test]
fn every_page_has_one_address() {
    let id = |text| IndicatorId::parse(text).expect("an id");
    for (route, address) in [
        (Route::Overview, "#/"),
        (Route::Goal(GoalId::parse("1").expect("an id")), "#/goals/1"),
        (Route::Plan(PlanId::parse("22").expect("an id")), "#/plans/22"),
        (Route::Explore(Query::default()), "#/indicators"),
        (Route::Explore(Query::only(Choice::Kind(TargetKind::Hold))), "#/indicators?kind=hold"),
        (Route::Indicator(id("3-1")), "#/indicators/3-1"),
        (Route::Compare { of: ComparedIndicators::default() }, "#/compare"),
        (Route::Compare { of: ComparedIndicators::of([&id("9-2"), &id("3-1")]) }, "#/compare?of=9-2&of=3-1"),
        (Route::Search(SearchText::default()), "#/search"),
        (Route::Search(SearchText::new("保育 9-2")), "#/search?q=%E4%BF%9D%E8%82%B2+9-2"),
        (Route::Handout(Handout::default()), "#/handout"),
        (Route::Handout(Handout::of([&id("9-2"), &id("3-1")], "A & B")), "#/handout?of=9-2&of=3-1&title=A+%26+B"),
        (Route::Scenarios, "#/scenarios"),
        (Route::sheet(ScenarioId::first()), "#/scenarios/mine"),
        (
            Route::Sheet {
                scenario: ScenarioId::first(),
                query: Query::only(Choice::Kind(TargetKind::Hold)),
                days: vec![Date::parse_iso("2023-03-31").expect("a day")],
            },
            "#/scenarios/mine?kind=hold&day=2023-03-31",
        ),
        (Route::ScenarioComparison { of: Vec::new() }, "#/sides"),
        (
            Route::ScenarioComparison { of: vec![ScenarioId::first(), ScenarioId::parse("s-1").expect("an id")] },
            "#/sides?of=mine&of=s-1",
        ),
        (Route::Shared(SharedText::parse("1.aB-_9.00ff").expect("a valid text")), "#/shared/1.aB-_9.00ff"),
        (Route::Document { line: None }, "#/document"),
        (Route::Document { line: Some(SourceLine(61)) }, "#/document?line=61"),
        (Route::Accessibility, "#/accessibility"),
        (Route::Guide { at: None }, "#/guide"),
        (Route::Guide { at: SectionId::parse("method") }, "#/guide?at=method"),
    ] {
        assert_eq!(route.href(), address);
        assert_eq!(Route::parse(address), ParsedAddress { route, ignored: Vec::new() });
    }
}

#[test]
fn different_spellings_of_an_address_lead_to_the_same_page() {
    for (address, same) in [
        ("", "#/"),
        ("#", "#/"),
        ("/", "#/"),
        ("#/?", "#/"),
        ("#/goals/1/", "#/goals/1"),
        ("#/%67oals%2F1", "#/goals/1"),
        ("#/indicators?", "#/indicators"),
        ("#/document?line=0061", "#/document?line=61"),
    ] {
        assert_eq!(Route::parse(address), Route::parse(same), "{address}");
    }
}

#[test]
fn unknown_parameters_are_reported() {
    let parsed = Route::parse("#/goals/1?line=3&utm_source=x");
    assert_eq!(parsed.route.href(), "#/goals/1");
    assert_eq!(parsed.ignored.len(), 2);
    let parsed = Route::parse("#/document?line=-1&line=+2&line=99999999999&line=7&line=8");
    assert_eq!(parsed.route, Route::Document { line: Some(SourceLine(7)) });
    assert_eq!(parsed.ignored.len(), 4);
    let parsed = Route::parse("#/scenarios/mine?day=2024-03-31&day=x&day=2023-03-31&day=2024-03-31&goal=1&x=y");
    assert_eq!(parsed.route.href(), "#/scenarios/mine?goal=1&day=2023-03-31&day=2024-03-31");
    assert_eq!(parsed.ignored.len(), 3);
    let parsed = Route::parse("#/sides?of=a&of=b&of=a&of=A&of=c&of=d&of=e");
    assert_eq!(parsed.route.href(), "#/sides?of=a&of=b&of=c&of=d");
    assert_eq!(parsed.ignored.len(), 3);
    let parsed = Route::parse("#/compare?of=3-1&of=A&of=3-1&x=1&of=9-2&of=1-1&of=1-2&of=1-3&of=1-4&of=1-5");
    assert_eq!(parsed.route.href(), "#/compare?of=3-1&of=9-2&of=1-1&of=1-2&of=1-3&of=1-4");
    assert_eq!(parsed.ignored.len(), 4);
    let parsed = Route::parse("#/search?q=a&q=b&goal=1");
    assert_eq!(parsed.route.href(), "#/search?q=a");
    assert_eq!(parsed.ignored.len(), 2);
    let parsed = Route::parse("#/guide?at=../x&at=method");
    assert_eq!(parsed.route, Route::Guide { at: SectionId::parse("method") });
    assert_eq!(parsed.ignored.len(), 1);
}

#[test]
fn unknown_paths_are_shortened_and_have_no_control_characters() {
    for (address, path) in [
        ("#main", "main"),
        ("#/goals", "/goals"),
        ("#/goals/", "/goals/"),
        ("#/goals/1/2", "/goals/1/2"),
        ("#/goals/1//", "/goals/1//"),
        ("#//goals/1", "//goals/1"),
        ("#/Goals/1", "/Goals/1"),
        ("#/goals/%E3%81%82", "/goals/あ"),
        ("#/goals/\u{0}1", "/goals/\u{FFFD}1"),
        ("#/goals/%001", "/goals/\u{FFFD}1"),
        ("#/%FF", "/\u{FFFD}"),
        ("#javascript:alert(1)", "javascript:alert(1)"),
        ("#/<img src=x onerror=alert(1)>", "/<img src=x onerror=alert(1)>"),
    ] {
        assert_eq!(unknown(address).as_deref(), Some(path), "{address}");
    }
    let long = unknown(&format!("#/goals/{}", "9".repeat(100_000))).expect("too long for an id");
    assert_eq!(long.chars().count(), UnknownPath::MAX_CHARS);
}

fn any_route() -> impl Strategy<Value = Route> {
    let id = "[a-z0-9-]{1,40}";
    prop_oneof![
        Just(Route::Overview),
        id.prop_map(|text| Route::Goal(GoalId::parse(&text).expect("a generated id"))),
        id.prop_map(|text| Route::Plan(PlanId::parse(&text).expect("a generated id"))),
        id.prop_map(|text| Route::Indicator(IndicatorId::parse(&text).expect("a generated id"))),
        any_query().prop_map(Route::Explore),
        any_handout().prop_map(Route::Handout),
        proptest::collection::vec(id, 0..=9).prop_map(|texts| {
            let ids: Vec<_> = texts.iter().map(|text| IndicatorId::parse(text).expect("a generated id")).collect();
            Route::Compare { of: ComparedIndicators::of(&ids) }
        }),
        any::<String>().prop_map(|text| Route::Search(SearchText::new(&text))),
        Just(Route::Scenarios),
        Just(Route::Accessibility),
        (
            id.prop_map(|text| ScenarioId::parse(&text).expect("a generated id")),
            any_query(),
            proptest::collection::btree_set(any::<u8>(), 0..=Route::MAX_DAYS)
        )
            .prop_map(|(scenario, query, days)| Route::Sheet {
                scenario,
                query,
                days: days
                    .into_iter()
                    .filter_map(|years| Date::from_ymd(1990 + i32::from(years), 3, 31).ok())
                    .collect(),
            }),
        proptest::collection::btree_set(id, 0..=Route::MAX_COMPARED_SCENARIOS).prop_map(|ids| {
            Route::ScenarioComparison {
                of: ids.iter().map(|text| ScenarioId::parse(text).expect("a generated id")).collect(),
            }
        }),
        "[A-Za-z0-9._-]{1,300}".prop_map(|text| Route::Shared(SharedText::parse(&text).expect("a generated id"))),
        option::of(any::<u32>()).prop_map(|line| Route::Document { line: line.map(SourceLine) }),
        option::of(id).prop_map(|at| Route::Guide { at: at.and_then(|text| SectionId::parse(&text)) }),
        any::<String>().prop_map(|text| route(&format!("/?{text}"))),
        any::<String>().prop_map(|text| route(&format!("/goals/{text}"))),
    ]
}

proptest! {
    #[test]
    fn every_route_is_read_back_from_its_address(route in any_route()) {
        let href = route.href();
        prop_assert!(href.is_ascii());
        prop_assert_eq!(Route::parse(&href), ParsedAddress { route, ignored: Vec::new() });
    }

    #[test]
    fn any_text_leads_to_a_page_with_the_same_address(text in any::<String>()) {
        let route = route(&text);
        prop_assert_eq!(Route::parse(&route.href()).route, route);
    }

    #[test]
    fn almost_valid_addresses_lead_to_a_page_with_the_same_address(text in "#?/?(goals|plans|indicators|search|compare|handout|scenarios|sides|shared|document|guide)?[/?%=&a-z0-9\u{0}あ -]{0,150}") {
        let route = route(&text);
        prop_assert_eq!(Route::parse(&route.href()).route, route);
    }
}
