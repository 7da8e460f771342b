//! Reads and writes addresses.

use std::fmt::Display;

use figures::ScenarioId;
use list::{Date, GoalId, IndicatorId, PlanId, SourceLine};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use search::{ComparedIndicators, Handout, IgnoredParameter, Query, SearchText, parse_parameters, set_once};

use super::{
    route::Route,
    texts::{SectionId, SharedText, UnknownPath},
};

/// What an address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedAddress {
    pub route: Route,
    /// Parameters that the page does not know. They have no effect, but the reader is told.
    pub ignored: Vec<IgnoredParameter>,
}

/// Characters of an unknown path that are percent-encoded.
const ENCODED_IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Route {
    /// Reads the fragment of a URL, with or without its `#`. Never fails.
    pub fn parse(fragment: &str) -> ParsedAddress {
        let address = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = percent_decode_str(path).decode_utf8_lossy();
        // A shared scenario is longer than any other path.
        if let Some(text) = path.strip_prefix("/shared/").and_then(SharedText::parse) {
            return ParsedAddress { route: Self::Shared(text), ignored: parse_parameters(query, |_, _| false) };
        }
        let path = UnknownPath::new(&path);
        let Some(mut route) = Self::from_path(path.as_str()) else {
            return ParsedAddress { route: Self::NotFound(path), ignored: Vec::new() };
        };
        let ignored = route.set_parameters(query);
        ParsedAddress { route, ignored }
    }

    /// The page of a decoded path, without its parameters. A slash at the end is optional.
    fn from_path(path: &str) -> Option<Self> {
        if path.is_empty() || path == "/" {
            return Some(Self::Overview);
        }
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        Some(match path.split_once('/') {
            None => match path {
                "indicators" => Self::Explore(Query::default()),
                "compare" => Self::Compare { of: ComparedIndicators::default() },
                "search" => Self::Search(SearchText::default()),
                "handout" => Self::Handout(Handout::default()),
                "scenarios" => Self::Scenarios,
                "sides" => Self::ScenarioComparison { of: Vec::new() },
                "document" => Self::Document { line: None },
                "guide" => Self::Guide { at: None },
                "accessibility" => Self::Accessibility,
                _ => return None,
            },
            Some(("goals", id)) => Self::Goal(GoalId::parse(id).ok()?),
            Some(("plans", id)) => Self::Plan(PlanId::parse(id).ok()?),
            Some(("scenarios", id)) => Self::sheet(ScenarioId::parse(id).ok()?),
            Some(("indicators", id)) => Self::Indicator(IndicatorId::parse(id).ok()?),
            Some(_) => return None,
        })
    }

    /// Sets what the query string says. The first valid occurrence of a parameter counts.
    fn set_parameters(&mut self, query: &str) -> Vec<IgnoredParameter> {
        let ignored;
        match self {
            Self::Explore(explored) => (*explored, ignored) = Query::decode(query),
            Self::Handout(handout) => (*handout, ignored) = Handout::decode(query),
            Self::Sheet { query: shown, days, .. } => {
                let rest;
                (*days, rest) = split_off_days(query);
                (*shown, ignored) = Query::decode(&rest);
            }
            Self::Compare { of } => {
                let add = |value: &str| IndicatorId::parse(value).is_ok_and(|id| of.add(id));
                ignored = parse_key(query, "of", add);
            }
            Self::ScenarioComparison { of } => {
                let add = |value: &str| {
                    let id = ScenarioId::parse(value).ok();
                    let new = id.filter(|id| of.len() < Self::MAX_COMPARED_SCENARIOS && !of.contains(id));
                    let is_new = new.is_some();
                    of.extend(new);
                    is_new
                };
                ignored = parse_key(query, "of", add);
            }
            Self::Search(text) => {
                let mut found = None;
                ignored = parse_key(query, "q", |value| set_once(&mut found, Some(SearchText::new(value))));
                *text = found.unwrap_or_default();
            }
            Self::Document { line } => ignored = parse_key(query, "line", |value| set_once(line, parse_line(value))),
            Self::Guide { at } => ignored = parse_key(query, "at", |value| set_once(at, SectionId::parse(value))),
            Self::Overview
            | Self::Goal(_)
            | Self::Plan(_)
            | Self::Indicator(_)
            | Self::Scenarios
            | Self::Shared(_)
            | Self::Accessibility
            | Self::NotFound(_) => ignored = parse_parameters(query, |_, _| false),
        }
        ignored
    }

    /// `#` and the address that [`Route::parse`] reads as this route, in ASCII.
    pub fn href(&self) -> String {
        match self {
            Self::Overview => "#/".to_owned(),
            Self::Goal(id) => format!("#/goals/{id}"),
            Self::Plan(id) => format!("#/plans/{id}"),
            Self::Explore(query) => with_parameters("#/indicators", &query.encode()),
            Self::Indicator(id) => format!("#/indicators/{id}"),
            Self::Compare { of } => with_parameters("#/compare", &repeat_key("of", of.iter())),
            // Encoded as in the explorer.
            Self::Search(text) => {
                with_parameters("#/search", &Query { text: text.clone(), ..Query::default() }.encode())
            }
            Self::Handout(handout) => with_parameters("#/handout", &handout.encode()),
            Self::Scenarios => "#/scenarios".to_owned(),
            Self::Sheet { scenario, query, days } => {
                let parameters = [query.encode(), repeat_key("day", days.iter().map(|day| day.iso()))];
                let parameters = parameters.iter().filter(|part| !part.is_empty()).map(String::as_str);
                with_parameters(&format!("#/scenarios/{scenario}"), &parameters.collect::<Vec<_>>().join("&"))
            }
            Self::ScenarioComparison { of } => with_parameters("#/sides", &repeat_key("of", of.iter())),
            Self::Shared(text) => format!("#/shared/{}", text.as_str()),
            Self::Document { line: None } => "#/document".to_owned(),
            Self::Document { line: Some(SourceLine(line)) } => format!("#/document?line={line}"),
            Self::Guide { at: None } => "#/guide".to_owned(),
            Self::Guide { at: Some(section) } => format!("#/guide?at={}", section.as_str()),
            Self::Accessibility => "#/accessibility".to_owned(),
            Self::NotFound(path) => format!("#{}", utf8_percent_encode(path.as_str(), ENCODED_IN_PATH)),
        }
    }
}

/// Passes the values of one parameter to `accept`. Returns other parameters and those for which it is false.
fn parse_key(query: &str, key: &str, mut accept: impl FnMut(&str) -> bool) -> Vec<IgnoredParameter> {
    parse_parameters(query, |found, value| found == key && accept(value))
}

/// The valid `day` parameters, and the query string without them.
fn split_off_days(query: &str) -> (Vec<Date>, String) {
    let mut days = Vec::new();
    let mut rest = Vec::new();
    for pair in query.split('&') {
        let day = pair.strip_prefix("day=").and_then(|text| Date::parse_iso(text).ok());
        match day.filter(|day| days.len() < Route::MAX_DAYS && !days.contains(day)) {
            Some(day) => days.push(day),
            None => rest.push(pair),
        }
    }
    days.sort_unstable();
    (days, rest.join("&"))
}

/// Digits only: no signs or spaces.
fn parse_line(text: &str) -> Option<SourceLine> {
    let is_number = text.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten().map(SourceLine)
}

/// `key=a&key=b`, for values that need no escaping.
fn repeat_key<T: Display>(key: &str, values: impl Iterator<Item = T>) -> String {
    let pairs: Vec<String> = values.map(|value| format!("{key}={value}")).collect();
    pairs.join("&")
}

fn with_parameters(path: &str, parameters: &str) -> String {
    if parameters.is_empty() { path.to_owned() } else { format!("{path}?{parameters}") }
}
