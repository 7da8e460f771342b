//! Every page's address, in both directions.
//!
//! The route is the fragment of the URL (`#/goals/1`), so that any static host, any sub-path and the offline copy work
//! alike. Reading is total: whatever is not an address becomes [`Route::NotFound`], whose page helps on.
//!
//! An id only has to be spelt like one; whether the dataset has it is for the page to see.

use std::fmt::Display;

use figures::ScenarioId;
use list::{Date, GoalId, IndicatorId, PlanId, SourceLine};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use search::{Compared, Handout, Ignored, Query, SearchText, presentable, read_pairs};

/// A page with everything its address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// 概要: `#/`.
    Overview,
    /// 基本目標: `#/goals/1`.
    Goal(GoalId),
    /// 戦略計画: `#/plans/3`.
    Plan(PlanId),
    /// 指標一覧: `#/indicators?…`.
    Explore(Query),
    /// 指標: `#/indicators/3-1`.
    Indicator(IndicatorId),
    /// 比較: `#/compare?of=3-1&of=9-2`.
    Compare {
        /// The indicators, in the order shown.
        of: Compared,
    },
    /// One search over everything: `#/search?q=…`.
    Search(SearchText),
    /// 配布資料: `#/handout?of=3-1&title=…`.
    Handout(Handout),
    /// シナリオ: `#/scenarios`.
    Scenarios,
    /// All figures of a scenario in one grid: `#/scenarios/mine?goal=1&day=2023-03-31`.
    Sheet {
        /// The scenario.
        scenario: ScenarioId,
        /// Which indicators are shown.
        query: Query,
        /// The days that have a column, each once, ascending; none for the usual ones. At most [`Route::MAX_DAYS`].
        days: Vec<Date>,
    },
    /// Scenarios side by side: `#/sides?of=mine&of=s-1`.
    ScenarioComparison {
        /// The scenarios, each once, in the order shown. At most [`Route::MAX_COMPARED_SCENARIOS`].
        of: Vec<ScenarioId>,
    },
    /// A scenario that came in a link: `#/shared/1.…`. Whether it can be read is for the page to see.
    Shared(SharedText),
    /// 資料: `#/document`, `#/document?line=61`.
    Document {
        /// The line of the source text to bring into view.
        line: Option<SourceLine>,
    },
    /// 使い方: `#/guide`, `#/guide?at=method`.
    Guide {
        /// The section to bring into view.
        at: Option<SectionId>,
    },
    /// アクセシビリティ: `#/accessibility`.
    Accessibility,
    /// No page has this address.
    NotFound(UnknownPath),
}

/// A section of a page: 1 to 40 characters of `a-z`, `0-9` and `-`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionId(String);

impl SectionId {
    /// `None` for a text that is spelt differently.
    pub fn parse(text: &str) -> Option<Self> {
        let spelt = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        ((1..=40).contains(&text.len()) && text.bytes().all(spelt)).then(|| Self(text.to_owned()))
    }

    /// The id as it stands in the page and its address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The text of a link that carries a scenario: letters, digits, `.`, `-` and `_`, at most [`SharedText::MAX_CHARS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedText(String);

impl SharedText {
    /// The longest text; a link of ours is never longer than half of it.
    pub const MAX_CHARS: usize = 20_000;

    /// `None` for a text that is spelt differently.
    pub fn parse(text: &str) -> Option<Self> {
        let spelt = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_');
        ((1..=Self::MAX_CHARS).contains(&text.len()) && text.bytes().all(spelt)).then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A path that is no page's, fit for the screen: at most [`UnknownPath::MAX_CHARS`] characters, no control characters.
/// Only reading an address makes one, so it never names a page that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPath(String);

impl UnknownPath {
    /// The most characters that are kept; more than any page's path has.
    pub const MAX_CHARS: usize = 120;

    /// The path, decoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What an address says, and what in it was not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The page.
    pub route: Route,
    /// Parameters the page does not know. They change nothing, but the reader should be told.
    pub ignored: Vec<Ignored>,
}

/// What is written as it is in a path; everything else is percent-encoded.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Route {
    /// The most columns of days.
    pub const MAX_DAYS: usize = 6;
    /// The most scenarios side by side.
    pub const MAX_COMPARED_SCENARIOS: usize = figures::MAX_COMPARED_SCENARIOS;

    /// Reads the fragment of a URL, with or without its `#`. Never fails.
    pub fn parse(fragment: &str) -> Located {
        let address = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = percent_decode_str(path).decode_utf8_lossy();
        // A carried scenario is longer than any path of a page.
        if let Some(text) = path.strip_prefix("/shared/").and_then(SharedText::parse) {
            return Located { route: Self::Shared(text), ignored: read_pairs(query, |_, _| false) };
        }
        let cut = path.chars().count() > UnknownPath::MAX_CHARS;
        let mut path = presentable(&path, UnknownPath::MAX_CHARS);
        if cut {
            // What is cut short must not become the address of something it was not.
            path.pop();
            path.push('…');
        }
        let Some(mut route) = Self::of_path(&path) else {
            return Located { route: Self::NotFound(UnknownPath(path)), ignored: Vec::new() };
        };
        let ignored = match &mut route {
            Self::Explore(asked) => {
                let ignored;
                (*asked, ignored) = Query::decode(query);
                ignored
            }
            Self::Handout(asked) => {
                let ignored;
                (*asked, ignored) = Handout::decode(query);
                ignored
            }
            Self::Sheet { query: asked, days, .. } => {
                let (found, rest) = take_days(query);
                *days = found;
                let ignored;
                (*asked, ignored) = Query::decode(&rest);
                ignored
            }
            Self::Compare { of } => {
                read_pairs(query, |key, value| key == "of" && IndicatorId::parse(value).is_ok_and(|id| of.add(id)))
            }
            Self::ScenarioComparison { of } => read_pairs(query, |key, value| {
                key == "of"
                    && of.len() < Self::MAX_COMPARED_SCENARIOS
                    && ScenarioId::parse(value).is_ok_and(|id| {
                        let new = !of.contains(&id);
                        if new {
                            of.push(id);
                        }
                        new
                    })
            }),
            Self::Search(text) => {
                let mut read = None;
                let ignored = read_pairs(query, |key, value| {
                    key == "q" && read.is_none() && read.replace(SearchText::new(value)).is_none()
                });
                *text = read.unwrap_or_default();
                ignored
            }
            Self::Document { line } => read_pairs(query, |key, value| {
                key == "line" && line.is_none() && parse_line(value).is_some_and(|found| line.replace(found).is_none())
            }),
            Self::Guide { at } => read_pairs(query, |key, value| {
                key == "at" && at.is_none() && SectionId::parse(value).is_some_and(|found| at.replace(found).is_none())
            }),
            Self::Overview
            | Self::Goal(_)
            | Self::Plan(_)
            | Self::Indicator(_)
            | Self::Scenarios
            | Self::Shared(_)
            | Self::Accessibility
            | Self::NotFound(_) => read_pairs(query, |_, _| false),
        };
        Located { route, ignored }
    }

    /// The page of a decoded path, without its parameters. One slash at the end is overlooked.
    fn of_path(path: &str) -> Option<Self> {
        if path.is_empty() || path == "/" {
            return Some(Self::Overview);
        }
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        match path.split_once('/') {
            None => match path {
                "indicators" => Some(Self::Explore(Query::default())),
                "compare" => Some(Self::Compare { of: Compared::default() }),
                "search" => Some(Self::Search(SearchText::default())),
                "handout" => Some(Self::Handout(Handout::default())),
                "scenarios" => Some(Self::Scenarios),
                "sides" => Some(Self::ScenarioComparison { of: Vec::new() }),
                "document" => Some(Self::Document { line: None }),
                "guide" => Some(Self::Guide { at: None }),
                "accessibility" => Some(Self::Accessibility),
                _ => None,
            },
            Some(("goals", id)) => GoalId::parse(id).ok().map(Self::Goal),
            Some(("plans", id)) => PlanId::parse(id).ok().map(Self::Plan),
            Some(("scenarios", id)) => ScenarioId::parse(id).ok().map(Self::sheet),
            Some(("indicators", id)) => IndicatorId::parse(id).ok().map(Self::Indicator),
            Some(_) => None,
        }
    }

    /// The whole grid of a scenario.
    pub fn sheet(scenario: ScenarioId) -> Self {
        Self::Sheet { scenario, query: Query::default(), days: Vec::new() }
    }

    /// The page without its settings: as long as it stays the same, the screen is not rebuilt.
    pub fn page(&self) -> Self {
        match self {
            Self::Explore(_) => Self::Explore(Query::default()),
            Self::Compare { .. } => Self::Compare { of: Compared::default() },
            Self::Handout(_) => Self::Handout(Handout::default()),
            Self::Sheet { scenario, .. } => Self::sheet(scenario.clone()),
            Self::ScenarioComparison { .. } => Self::ScenarioComparison { of: Vec::new() },
            Self::Search(_) => Self::Search(SearchText::default()),
            other => other.clone(),
        }
    }

    /// True for the search without a word to search for.
    pub fn is_blank_search(&self) -> bool {
        matches!(self, Self::Search(text) if text.is_blank())
    }

    /// The query of a page that shows a choice of indicators.
    pub fn query(&self) -> Option<&Query> {
        match self {
            Self::Explore(query) | Self::Sheet { query, .. } => Some(query),
            _ => None,
        }
    }

    /// The same page with another query; the explorer where the page has none.
    pub fn with_query(&self, query: Query) -> Self {
        match self {
            Self::Sheet { scenario, days, .. } => Self::Sheet { scenario: scenario.clone(), query, days: days.clone() },
            _ => Self::Explore(query),
        }
    }

    /// The address for a link: `#` and what [`Route::parse`] reads back as this route. Plain ASCII.
    pub fn href(&self) -> String {
        match self {
            Self::Overview => "#/".to_owned(),
            Self::Goal(id) => format!("#/goals/{id}"),
            Self::Plan(id) => format!("#/plans/{id}"),
            Self::Explore(query) => with_query("#/indicators", &query.encode()),
            Self::Indicator(id) => format!("#/indicators/{id}"),
            Self::Compare { of } => with_query("#/compare", &repeated("of", of.iter())),
            Self::Search(text) => {
                // Written as the explorer writes it, so that one text has one spelling.
                let query = Query { text: text.clone(), ..Query::default() };
                with_query("#/search", &query.encode())
            }
            Self::Handout(handout) => with_query("#/handout", &handout.encode()),
            Self::Scenarios => "#/scenarios".to_owned(),
            Self::Sheet { scenario, query, days } => {
                let mut pairs = query.encode();
                for day in days {
                    if !pairs.is_empty() {
                        pairs.push('&');
                    }
                    pairs.push_str("day=");
                    pairs.push_str(&day.iso());
                }
                with_query(&format!("#/scenarios/{scenario}"), &pairs)
            }
            Self::ScenarioComparison { of } => with_query("#/sides", &repeated("of", of.iter())),
            Self::Shared(text) => format!("#/shared/{}", text.as_str()),
            Self::Document { line: None } => "#/document".to_owned(),
            Self::Document { line: Some(SourceLine(line)) } => format!("#/document?line={line}"),
            Self::Guide { at: None } => "#/guide".to_owned(),
            Self::Guide { at: Some(section) } => format!("#/guide?at={}", section.as_str()),
            Self::Accessibility => "#/accessibility".to_owned(),
            Self::NotFound(path) => format!("#{}", utf8_percent_encode(path.as_str(), PATH)),
        }
    }
}

/// Takes the `day=` pairs out of a query string; the rest comes back as it was.
fn take_days(query: &str) -> (Vec<Date>, String) {
    let mut days = Vec::new();
    let mut rest = String::new();
    for pair in query.split('&') {
        let day = pair
            .strip_prefix("day=")
            .and_then(|text| Date::parse_iso(text).ok())
            .filter(|day| days.len() < Route::MAX_DAYS && !days.contains(day));
        if let Some(day) = day {
            days.push(day);
        } else {
            if !rest.is_empty() {
                rest.push('&');
            }
            rest.push_str(pair);
        }
    }
    days.sort_unstable();
    (days, rest)
}

/// Digits only, so that every line has one spelling but for leading zeros.
fn parse_line(text: &str) -> Option<SourceLine> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().map(SourceLine)
}

/// `key=a&key=b`: ids need no escaping.
fn repeated<T: Display>(key: &str, ids: impl Iterator<Item = T>) -> String {
    let pairs: Vec<String> = ids.map(|id| format!("{key}={id}")).collect();
    pairs.join("&")
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use list::TargetKind;
    use proptest::{option, prelude::*};
    use search::{
        Choice,
        strategies::{any_handout, any_query},
    };

    use super::*;

    fn route(address: &str) -> Route {
        Route::parse(address).route
    }

    fn unknown(address: &str) -> Option<String> {
        match route(address) {
            Route::NotFound(path) => Some(path.as_str().to_owned()),
            _ => None,
        }
    }

    /// Found by fuzzing: a path that is no page's became one when it was cut short, and when it was decoded.
    #[test]
    fn a_path_that_is_cut_short_never_becomes_a_page() {
        let long = format!("#/shared/2.{}#", "g".repeat(150));
        let shown = unknown(&long).expect("no page");
        assert_eq!(shown.chars().count(), UnknownPath::MAX_CHARS);
        assert!(shown.ends_with('…'));
        for address in [
            long,
            format!("#/indicators/{}", "1".repeat(500)),
            "#/%73hared/2.ab".to_owned(),
            "#/shared/2.%61b".to_owned(),
        ] {
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
            (Route::Compare { of: Compared::default() }, "#/compare"),
            (Route::Compare { of: Compared::of([&id("9-2"), &id("3-1")]) }, "#/compare?of=9-2&of=3-1"),
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
            (Route::Shared(SharedText::parse("1.aB-_9.00ff").expect("spelt right")), "#/shared/1.aB-_9.00ff"),
            (Route::Document { line: None }, "#/document"),
            (Route::Document { line: Some(SourceLine(61)) }, "#/document?line=61"),
            (Route::Accessibility, "#/accessibility"),
            (Route::Guide { at: None }, "#/guide"),
            (Route::Guide { at: SectionId::parse("method") }, "#/guide?at=method"),
        ] {
            assert_eq!(route.href(), address);
            assert_eq!(Route::parse(address), Located { route, ignored: Vec::new() });
        }
    }

    #[test]
    fn other_spellings_of_the_same_address() {
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
    fn parameters_of_other_pages_are_reported() {
        let located = Route::parse("#/goals/1?line=3&utm_source=x");
        assert_eq!(located.route.href(), "#/goals/1");
        assert_eq!(located.ignored.len(), 2);
        let located = Route::parse("#/document?line=-1&line=+2&line=99999999999&line=7&line=8");
        assert_eq!(located.route, Route::Document { line: Some(SourceLine(7)) });
        assert_eq!(located.ignored.len(), 4);
        let located = Route::parse("#/scenarios/mine?day=2024-03-31&day=x&day=2023-03-31&day=2024-03-31&goal=1&x=y");
        assert_eq!(located.route.href(), "#/scenarios/mine?goal=1&day=2023-03-31&day=2024-03-31");
        assert_eq!(located.ignored.len(), 3);
        let located = Route::parse("#/sides?of=a&of=b&of=a&of=A&of=c&of=d&of=e");
        assert_eq!(located.route.href(), "#/sides?of=a&of=b&of=c&of=d");
        assert_eq!(located.ignored.len(), 3);
        let located = Route::parse("#/compare?of=3-1&of=A&of=3-1&x=1&of=9-2&of=1-1&of=1-2&of=1-3&of=1-4&of=1-5");
        assert_eq!(located.route.href(), "#/compare?of=3-1&of=9-2&of=1-1&of=1-2&of=1-3&of=1-4");
        assert_eq!(located.ignored.len(), 4);
        let located = Route::parse("#/search?q=a&q=b&goal=1");
        assert_eq!(located.route.href(), "#/search?q=a");
        assert_eq!(located.ignored.len(), 2);
        let located = Route::parse("#/guide?at=../x&at=method");
        assert_eq!(located.route, Route::Guide { at: SectionId::parse("method") });
        assert_eq!(located.ignored.len(), 1);
    }

    #[test]
    fn what_is_no_address_is_kept_short_and_plain() {
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
            id.prop_map(|text| Route::Goal(GoalId::parse(&text).expect("drawn from the rule"))),
            id.prop_map(|text| Route::Plan(PlanId::parse(&text).expect("drawn from the rule"))),
            id.prop_map(|text| Route::Indicator(IndicatorId::parse(&text).expect("drawn from the rule"))),
            any_query().prop_map(Route::Explore),
            any_handout().prop_map(Route::Handout),
            proptest::collection::vec(id, 0..=9).prop_map(|texts| {
                let ids: Vec<_> =
                    texts.iter().map(|text| IndicatorId::parse(text).expect("drawn from the rule")).collect();
                Route::Compare { of: Compared::of(&ids) }
            }),
            any::<String>().prop_map(|text| Route::Search(SearchText::new(&text))),
            Just(Route::Scenarios),
            Just(Route::Accessibility),
            (
                id.prop_map(|text| ScenarioId::parse(&text).expect("drawn from the rule")),
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
                    of: ids.iter().map(|text| ScenarioId::parse(text).expect("drawn from the rule")).collect(),
                }
            }),
            "[A-Za-z0-9._-]{1,300}"
                .prop_map(|text| Route::Shared(SharedText::parse(&text).expect("drawn from the rule"))),
            option::of(any::<u32>()).prop_map(|line| Route::Document { line: line.map(SourceLine) }),
            option::of(id).prop_map(|at| Route::Guide { at: at.and_then(|text| SectionId::parse(&text)) }),
            any::<String>().prop_map(|text| route(&format!("/?{text}"))),
            any::<String>().prop_map(|text| route(&format!("/goals/{text}"))),
        ]
    }

    proptest! {
        #[test]
        fn parsing_undoes_printing(route in any_route()) {
            let href = route.href();
            prop_assert!(href.is_ascii());
            prop_assert_eq!(Route::parse(&href), Located { route, ignored: Vec::new() });
        }

        #[test]
        fn any_text_is_read_and_settles(text in any::<String>()) {
            let route = route(&text);
            prop_assert_eq!(Route::parse(&route.href()).route, route);
        }

        #[test]
        fn nearly_right_addresses_settle(text in "#?/?(goals|plans|indicators|search|compare|handout|scenarios|sides|shared|document|guide)?[/?%=&a-z0-9\u{0}あ -]{0,150}") {
            let route = route(&text);
            prop_assert_eq!(Route::parse(&route.href()).route, route);
        }
    }
}
