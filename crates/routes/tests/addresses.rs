//! Reading and writing the addresses of all pages.

#![cfg(test)]

use std::collections::BTreeSet;

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
    let long = format!("shared/#2.{}#", "g".repeat(150));
    let shown = unknown(&long).expect("an unknown path");
    assert_eq!(shown.chars().count(), UnknownPath::MAX_CHARS);
    assert!(shown.ends_with('…'));
    for address in [
        long.clone(),
        long.replace("shared/#", "#/shared/"),
        format!("indicators/{}", "1".repeat(500)),
        format!("#/indicators/{}", "1".repeat(500)),
        "%73hared/#2.ab".to_owned(),
        "#/%73hared/2.ab".to_owned(),
        "shared/#2.%61b".to_owned(),
        "#/shared/2.%61b".to_owned(),
    ] {
        let found = route(&address);
        assert_eq!(route(&found.href()), found, "{address}");
    }
    assert_eq!(route("shared/#2.%61b"), route("shared/#2.ab"));
}

fn id(text: &str) -> IndicatorId {
    IndicatorId::parse(text).expect("an id")
}

/// Every kind of page with its address, and the address it had when addresses were fragments.
fn pages() -> Vec<(Route, &'static str, &'static str)> {
    let sheet = Route::Sheet {
        scenario: ScenarioId::first(),
        query: Query::only(Choice::Kind(TargetKind::Hold)),
        days: vec![Date::parse_iso("2023-03-31").expect("a day")],
    };
    let two_scenarios = vec![ScenarioId::first(), ScenarioId::parse("s-1").expect("an id")];
    vec![
        (Route::Overview, "./", "#/"),
        (Route::Goal(GoalId::parse("1").expect("an id")), "goals/1/", "#/goals/1"),
        (Route::Plan(PlanId::parse("22").expect("an id")), "plans/22/", "#/plans/22"),
        (Route::Explore(Query::default()), "indicators/", "#/indicators"),
        (
            Route::Explore(Query::only(Choice::Kind(TargetKind::Hold))),
            "indicators/?kind=hold",
            "#/indicators?kind=hold",
        ),
        (Route::Indicator(id("3-1")), "indicators/3-1/", "#/indicators/3-1"),
        (Route::Compare { of: ComparedIndicators::default() }, "compare/", "#/compare"),
        (
            Route::Compare { of: ComparedIndicators::of([&id("9-2"), &id("3-1")]) },
            "compare/?of=9-2&of=3-1",
            "#/compare?of=9-2&of=3-1",
        ),
        (Route::Search(SearchText::default()), "search/", "#/search"),
        (
            Route::Search(SearchText::new("保育 9-2")),
            "search/?q=%E4%BF%9D%E8%82%B2+9-2",
            "#/search?q=%E4%BF%9D%E8%82%B2+9-2",
        ),
        (Route::Handout(Handout::default()), "handout/", "#/handout"),
        (
            Route::Handout(Handout::of([&id("9-2"), &id("3-1")], "A & B")),
            "handout/?of=9-2&of=3-1&title=A+%26+B",
            "#/handout?of=9-2&of=3-1&title=A+%26+B",
        ),
        (Route::Scenarios, "scenarios/", "#/scenarios"),
        (Route::sheet(ScenarioId::first()), "scenarios/sheet/?of=mine", "#/scenarios/mine"),
        (sheet, "scenarios/sheet/?of=mine&kind=hold&day=2023-03-31", "#/scenarios/mine?kind=hold&day=2023-03-31"),
        (Route::ScenarioComparison { of: Vec::new() }, "scenarios/compare/", "#/sides"),
        (
            Route::ScenarioComparison { of: two_scenarios },
            "scenarios/compare/?of=mine&of=s-1",
            "#/sides?of=mine&of=s-1",
        ),
        (
            Route::Shared(SharedText::parse("1.aB-_9.00ff").expect("a valid text")),
            "shared/#1.aB-_9.00ff",
            "#/shared/1.aB-_9.00ff",
        ),
        (Route::Document { line: None }, "document/", "#/document"),
        (Route::Document { line: Some(SourceLine(61)) }, "document/#line-61", "#/document?line=61"),
        (Route::Accessibility, "accessibility/", "#/accessibility"),
        (Route::Guide { at: None }, "guide/", "#/guide"),
        (Route::Guide { at: SectionId::parse("method") }, "guide/#method", "#/guide?at=method"),
    ]
}

#[test]
fn every_page_has_one_address() {
    for (route, address, _) in pages() {
        assert_eq!(route.href(), address);
        assert_eq!(Route::parse(address), ParsedAddress { route, ignored: Vec::new(), is_old: false });
    }
}

#[test]
fn every_address_of_earlier_versions_leads_to_the_same_page() {
    for (route, address, old) in pages() {
        let found = ParsedAddress { route, ignored: Vec::new(), is_old: true };
        assert_eq!(Route::parse(old), found);
        // On any page, and with a parameter that another service added.
        assert_eq!(Route::parse(&format!("indicators/3-1/?from=mail{old}")), found);
        for encoded in in_path(old) {
            assert_eq!(Route::parse(&encoded), found, "{address}");
        }
    }
}

/// An address of earlier versions as mail programs change it: the `#`, or more, is percent-encoded. The service worker
/// makes a fragment of that.
fn in_path(old: &str) -> [String; 4] {
    let hash_only = old.replacen('#', "%23", 1);
    let all = percent_encoding::utf8_percent_encode(old, percent_encoding::NON_ALPHANUMERIC).to_string();
    let without_slashes = all.replace("%2F", "/");
    let redirected = format!("#{without_slashes}");
    [hash_only, all, without_slashes, redirected]
}

#[test]
fn different_spellings_of_an_address_lead_to_the_same_page() {
    for (address, same) in [
        ("", "./"),
        ("?", "./"),
        ("index.html", "./"),
        ("./index.html?", "./"),
        ("goals/1", "goals/1/"),
        ("goals/1/index.html", "goals/1/"),
        ("%67oals%2F1", "goals/1/"),
        ("indicators?", "indicators/"),
        ("indicators/?utm_source=x&kind=hold&fbclid=y", "indicators/?kind=hold"),
        ("indicators/3-1/#main", "indicators/3-1/"),
        ("document/?line=61", "document/#line-61"),
        ("document/#line-0061", "document/#line-61"),
        ("document/#main", "document/"),
        ("guide/?at=method", "guide/#method"),
        ("scenarios/mine/?day=2023-03-31", "scenarios/sheet/?of=mine&day=2023-03-31"),
        ("scenarios/sheet/", "scenarios/"),
        ("sides/?of=mine", "scenarios/compare/?of=mine"),
        ("shared/1.ab", "shared/#1.ab"),
    ] {
        assert_eq!(Route::parse(address), Route::parse(same), "{address}");
    }
    for (address, same) in [
        ("#/?", "#/"),
        ("#/goals/1/", "#/goals/1"),
        ("#/%67oals%2F1", "#/goals/1"),
        ("#/indicators?", "#/indicators"),
        ("#/document?line=0061", "#/document?line=61"),
    ] {
        assert_eq!(Route::parse(address), Route::parse(same), "{address}");
    }
    // A scenario of earlier versions may have had any id.
    assert_eq!(route("#/scenarios/sheet"), Route::sheet(ScenarioId::parse("sheet").expect("an id")));
    assert_eq!(route("#/scenarios/compare"), Route::sheet(ScenarioId::parse("compare").expect("an id")));
}

#[test]
fn unknown_parameters_are_reported() {
    for (address, href, ignored) in [
        ("goals/1/?line=3&x=y", "goals/1/", 2),
        ("#/goals/1?line=3&utm_source=x", "goals/1/", 2),
        ("document/?line=-1&line=+2&line=99999999999&line=7&line=8", "document/#line-7", 4),
        ("#/document?line=-1&line=+2&line=99999999999&line=7&line=8", "document/#line-7", 4),
        (
            "scenarios/sheet/?of=mine&day=2024-03-31&day=x&day=2023-03-31&day=2024-03-31&goal=1&of=a",
            "scenarios/sheet/?of=mine&goal=1&day=2023-03-31&day=2024-03-31",
            3,
        ),
        (
            "#/scenarios/mine?day=2024-03-31&day=x&day=2023-03-31&day=2024-03-31&goal=1&x=y",
            "scenarios/sheet/?of=mine&goal=1&day=2023-03-31&day=2024-03-31",
            3,
        ),
        ("#/sides?of=a&of=b&of=a&of=A&of=c&of=d&of=e", "scenarios/compare/?of=a&of=b&of=c&of=d", 3),
        (
            "compare/?of=3-1&of=A&of=3-1&x=1&of=9-2&of=1-1&of=1-2&of=1-3&of=1-4&of=1-5",
            "compare/?of=3-1&of=9-2&of=1-1&of=1-2&of=1-3&of=1-4",
            4,
        ),
        ("search/?q=a&q=b&goal=1", "search/?q=a", 2),
        ("guide/?at=../x&at=method", "guide/#method", 1),
    ] {
        let parsed = Route::parse(address);
        assert_eq!(parsed.route.href(), href, "{address}");
        assert_eq!(parsed.ignored.len(), ignored, "{address}");
    }
}

#[test]
fn unknown_paths_are_shortened_and_have_no_control_characters() {
    for (address, path) in [
        ("goals", "/goals"),
        ("goals/", "/goals/"),
        ("goals/1/2", "/goals/1/2"),
        ("goals/1//", "/goals/1//"),
        ("/goals/1", "//goals/1"),
        ("Goals/1", "/Goals/1"),
        ("goals/%E3%81%82", "/goals/あ"),
        ("goals/\u{0}1", "/goals/\u{FFFD}1"),
        ("goals/%001", "/goals/\u{FFFD}1"),
        ("%FF", "/\u{FFFD}"),
        ("javascript:alert(1)", "/javascript:alert(1)"),
        ("<img src=x onerror=alert(1)>", "/<img src=x onerror=alert(1)>"),
        ("shared/", "/shared/"),
        ("shared/#1/2", "/shared/1/2"),
        ("data/indicators.csv", "/data/indicators.csv"),
        ("licences.txt", "/licences.txt"),
    ] {
        assert_eq!(unknown(address).as_deref(), Some(path), "{address}");
        let old = format!("#{path}");
        assert_eq!(unknown(&old).as_deref(), Some(path), "{old}");
    }
    let long = unknown(&format!("#/goals/{}", "9".repeat(100_000))).expect("too long for an id");
    assert_eq!(long.chars().count(), UnknownPath::MAX_CHARS);
}

/// A path that leads nowhere must not become an address outside of the site.
#[test]
fn the_address_of_an_unknown_path_stays_at_the_root_of_the_site() {
    for address in ["//example.org/", "../../x", "#//example.org/", "#/../../x", "https://example.org/"] {
        assert!(route(address).href().starts_with("./#/"), "{address}");
    }
}

#[test]
fn a_page_has_a_folder_and_parts() {
    assert_eq!(Route::Overview.folder(), "");
    assert_eq!(Route::Document { line: Some(SourceLine(61)) }.folder(), "document/");
    assert_eq!(Route::sheet(ScenarioId::first()).folder(), "scenarios/sheet/");
    assert_eq!(Route::Overview.href_of_part("main"), "./#main");
    assert_eq!(Route::Guide { at: SectionId::parse("method") }.href_of_part("main"), "guide/#main");
}

/// The build writes a page into the folder of each of these.
#[test]
fn every_kind_of_page_is_published() {
    let dataset = test_support::bundled_list();
    let published: Vec<Route> = Route::fixed(dataset).into_iter().chain(Route::variable()).collect();
    let folders: BTreeSet<String> = published.iter().map(Route::folder).collect();
    assert_eq!(folders.len(), published.len());
    for (route, address, _) in pages() {
        assert!(folders.contains(&route.folder()), "{address}");
    }
    for folder in folders {
        assert!(folder.is_empty() || folder.ends_with('/'), "{folder}");
    }
}

/// The address that a page had in earlier versions. Unknown paths still have it.
fn old_href(route: &Route) -> String {
    let href = route.href();
    let (path, rest) = href.split_at(href.find(['?', '#']).unwrap_or(href.len()));
    let path = path.strip_suffix('/').unwrap_or(path);
    match route {
        Route::Overview => "#/".to_owned(),
        Route::NotFound(_) => href.strip_prefix("./").unwrap_or(&href).to_owned(),
        Route::Shared(text) => format!("#/shared/{}", text.as_str()),
        Route::Document { line: Some(line) } => format!("#/document?line={}", line.0),
        Route::Guide { at: Some(at) } => format!("#/guide?at={}", at.as_str()),
        Route::Sheet { scenario, .. } => {
            let rest = rest.strip_prefix(&format!("?of={scenario}")).unwrap_or(rest);
            format!("#/scenarios/{scenario}{}", rest.replacen('&', "?", 1))
        }
        Route::ScenarioComparison { .. } => format!("#/sides{rest}"),
        _ => format!("#/{path}{rest}"),
    }
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
        any::<String>().prop_map(|text| route(&format!("#/?{text}"))),
        any::<String>().prop_map(|text| route(&format!("#/goals/{text}"))),
        any::<String>().prop_map(|text| route(&format!("goals/{text}"))),
    ]
}

proptest! {
    #[test]
    fn every_route_is_read_back_from_its_address(route in any_route()) {
        let href = route.href();
        let is_old = matches!(route, Route::NotFound(_));
        prop_assert!(href.is_ascii());
        prop_assert_eq!(Route::parse(&href), ParsedAddress { route, ignored: Vec::new(), is_old });
    }

    #[test]
    fn every_route_is_read_from_its_address_of_earlier_versions(route in any_route()) {
        let old = old_href(&route);
        let is_unknown = matches!(route, Route::NotFound(_));
        let found = ParsedAddress { route, ignored: Vec::new(), is_old: true };
        prop_assert_eq!(&Route::parse(&old), &found);
        // In a path, an encoded `?` counts as one.
        if !is_unknown {
            for encoded in in_path(&old) {
                prop_assert_eq!(&Route::parse(&encoded), &found);
            }
        }
    }

    #[test]
    fn any_text_leads_to_a_page_with_the_same_address(text in any::<String>()) {
        let route = route(&text);
        prop_assert_eq!(Route::parse(&route.href()).route, route);
    }

    #[test]
    fn almost_valid_addresses_lead_to_a_page_with_the_same_address(text in "(\\./)?(#|%23)?/?(goals|plans|indicators|search|compare|handout|scenarios|scenarios/sheet|sides|shared|document|guide)?[/?#%=&a-z0-9\u{0}あ -]{0,150}") {
        let route = route(&text);
        prop_assert_eq!(Route::parse(&route.href()).route, route);
    }
}
