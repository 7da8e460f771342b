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
    /// The address has the form of earlier versions: it leads to the same page, which has another address now.
    pub is_old: bool,
}

/// Characters of an unknown path that are percent-encoded.
const ENCODED_IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Parameters that other services add to links. Nobody needs to be told about these.
const TRACKING: [&str; 6] = ["fbclid", "gclid", "msclkid", "yclid", "twclid", "openExternalBrowser"];

impl Route {
    /// Reads path, query and fragment of a URL, relative to the root of the site. Never fails.
    pub fn parse(address: &str) -> ParsedAddress {
        let (before, fragment) = address.split_once('#').unwrap_or((address, ""));
        if fragment.starts_with('/') {
            return Self::parse_old(fragment);
        }
        if let Some(old) = encoded_fragment(before).or_else(|| encoded_fragment(fragment)) {
            return Self::parse_old(&old);
        }
        let (path, query) = before.split_once('?').unwrap_or((before, ""));
        let path = percent_decode_str(path.strip_prefix("./").unwrap_or(path)).decode_utf8_lossy();
        let path = path
            .strip_suffix("index.html")
            .filter(|folder| folder.is_empty() || folder.ends_with('/'))
            .unwrap_or(&path);
        let query = without_tracking(query);
        match path.strip_suffix('/').unwrap_or(path) {
            "shared" => {
                let text = percent_decode_str(fragment).decode_utf8_lossy();
                Self::parse_path(&format!("/shared/{text}"), &query)
            }
            "scenarios/sheet" => {
                let mut scenario = None;
                let query = take_pairs(&query, "of", |id| set_once(&mut scenario, ScenarioId::parse(id).ok()));
                scenario.map_or(Self::Scenarios, Self::sheet).parsed(&query)
            }
            "scenarios/compare" => Self::ScenarioComparison { of: Vec::new() }.parsed(&query),
            _ => {
                let mut parsed = Self::parse_path(&format!("/{path}"), &query);
                match &mut parsed.route {
                    Self::Document { line } => *line = fragment.strip_prefix("line-").and_then(parse_line).or(*line),
                    Self::Guide { at } => *at = SectionId::parse(fragment).or(at.take()),
                    _ => {}
                }
                parsed
            }
        }
    }

    /// Reads an address of earlier versions, which was the fragment of the URL: `/goals/1`.
    fn parse_old(fragment: &str) -> ParsedAddress {
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let path = percent_decode_str(path).decode_utf8_lossy();
        ParsedAddress { is_old: true, ..Self::parse_path(&path, query) }
    }

    /// Reads a decoded path that begins with a slash.
    fn parse_path(path: &str, query: &str) -> ParsedAddress {
        // A shared scenario is longer than any other path.
        if let Some(text) = path.strip_prefix("/shared/").and_then(SharedText::parse) {
            return Self::Shared(text).parsed(query);
        }
        let path = UnknownPath::new(path);
        match Self::from_path(path.as_str()) {
            Some(route) => route.parsed(query),
            None => ParsedAddress { route: Self::NotFound(path), ignored: Vec::new(), is_old: false },
        }
    }

    /// The page of a decoded path, without its parameters. A slash at the end is optional.
    fn from_path(path: &str) -> Option<Self> {
        let path = path.strip_prefix('/')?;
        let path = path.strip_suffix('/').unwrap_or(path);
        Some(match path.split_once('/') {
            None => match path {
                "" => Self::Overview,
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

    /// This page with the settings of a query string.
    fn parsed(mut self, query: &str) -> ParsedAddress {
        let ignored = self.set_parameters(query);
        ParsedAddress { route: self, ignored, is_old: false }
    }

    /// Sets what the query string says. The first valid occurrence of a parameter counts.
    fn set_parameters(&mut self, query: &str) -> Vec<IgnoredParameter> {
        let ignored;
        match self {
            Self::Explore(explored) => (*explored, ignored) = Query::decode(query),
            Self::Handout(handout) => (*handout, ignored) = Handout::decode(query),
            Self::Sheet { query: shown, days, .. } => {
                let rest = take_pairs(query, "day", |text| {
                    let day =
                        Date::parse_iso(text).ok().filter(|day| days.len() < Self::MAX_DAYS && !days.contains(day));
                    days.extend(day);
                    day.is_some()
                });
                days.sort_unstable();
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

    /// The address that [`Route::parse`] reads as this route, relative to the root of the site, in ASCII.
    pub fn href(&self) -> String {
        match self {
            Self::Overview => "./".to_owned(),
            Self::Goal(id) => format!("goals/{id}/"),
            Self::Plan(id) => format!("plans/{id}/"),
            Self::Explore(query) => with_parameters("indicators/", &query.encode()),
            Self::Indicator(id) => format!("indicators/{id}/"),
            Self::Compare { of } => with_parameters("compare/", &repeat_key("of", of.iter())),
            // Encoded as in the explorer.
            Self::Search(text) => {
                with_parameters("search/", &Query { text: text.clone(), ..Query::default() }.encode())
            }
            Self::Handout(handout) => with_parameters("handout/", &handout.encode()),
            Self::Scenarios => "scenarios/".to_owned(),
            Self::Sheet { scenario, query, days } => {
                let days = repeat_key("day", days.iter().map(|day| day.iso()));
                let parameters = [format!("of={scenario}"), query.encode(), days];
                let parameters: Vec<_> =
                    parameters.iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
                with_parameters("scenarios/sheet/", &parameters.join("&"))
            }
            Self::ScenarioComparison { of } => with_parameters("scenarios/compare/", &repeat_key("of", of.iter())),
            // In the fragment, which browsers never send to a server.
            Self::Shared(text) => format!("shared/#{}", text.as_str()),
            Self::Document { line: None } => "document/".to_owned(),
            Self::Document { line: Some(SourceLine(line)) } => format!("document/#line-{line}"),
            Self::Guide { at: None } => "guide/".to_owned(),
            Self::Guide { at: Some(section) } => format!("guide/#{}", section.as_str()),
            Self::Accessibility => "accessibility/".to_owned(),
            // As a fragment, because a path could lead out of the site.
            Self::NotFound(path) => format!("./#{}", utf8_percent_encode(path.as_str(), ENCODED_IN_PATH)),
        }
    }

    /// The address of an element of the page by its id. A fragment alone would be relative to the root of the site.
    pub fn href_of_part(&self, id: &str) -> String {
        let href = self.href();
        format!("{}#{id}", href.split('#').next().unwrap_or_default())
    }

    /// The folder of the page in a published site, relative to its root; empty for the root itself.
    pub fn folder(&self) -> String {
        let href = self.href();
        let folder = href.split(['?', '#']).next().unwrap_or_default();
        folder.strip_prefix("./").unwrap_or(folder).to_owned()
    }
}

/// The fragment of an address of earlier versions whose `#` is percent-encoded, as some mail programs do: `%23/goals/1`.
fn encoded_fragment(address: &str) -> Option<String> {
    let encoded = address.strip_prefix("./").unwrap_or(address).strip_prefix("%23")?;
    // Either the `?` and the slashes are encoded as well, or nothing else is.
    let upper = encoded.to_ascii_uppercase();
    let is_encoded = upper.starts_with("%2F") || (upper.contains("%3F") && !upper.contains('?'));
    let fragment =
        if is_encoded { percent_decode_str(encoded).decode_utf8_lossy().into_owned() } else { encoded.to_owned() };
    fragment.starts_with('/').then_some(fragment)
}

fn without_tracking(query: &str) -> String {
    let is_tracking = |pair: &str| {
        let key = pair.split('=').next().unwrap_or_default();
        key.starts_with("utm_") || TRACKING.contains(&key)
    };
    query.split('&').filter(|pair| !is_tracking(pair)).collect::<Vec<_>>().join("&")
}

/// The query string without the values of one parameter that `take` accepts. For values that need no escaping.
fn take_pairs(query: &str, key: &str, mut take: impl FnMut(&str) -> bool) -> String {
    let mut is_taken = |pair: &str| pair.split_once('=').is_some_and(|(found, value)| found == key && take(value));
    query.split('&').filter(|pair| !is_taken(pair)).collect::<Vec<_>>().join("&")
}

/// Passes the values of one parameter to `accept`. Returns other parameters and those for which it is false.
fn parse_key(query: &str, key: &str, mut accept: impl FnMut(&str) -> bool) -> Vec<IgnoredParameter> {
    parse_parameters(query, |found, value| found == key && accept(value))
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
