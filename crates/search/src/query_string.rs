//! A [`Query`] as the query string of a URL.
//!
//! Defaults are omitted, the order is fixed, and several options of a facet repeat the key, so equal queries have equal
//! URLs. Decoding never fails: what is not understood is ignored and reported, so that the page can say so.

use form_urlencoded::Serializer;
use list::{Date, GoalId, PlanId};

use super::query::{Choice, Density, Query, SearchText, Sort, SortOrder, TableColumn, UnitName, View, VisibleColumns};

/// A parameter of a URL that was not understood, shortened for display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredParameter {
    pub key: String,
    pub value: String,
}

impl IgnoredParameter {
    /// Maximum length of key and value.
    pub const MAX_CHARS: usize = 40;
    /// How many are reported per URL at most.
    pub const MAX_COUNT: usize = 20;
}

/// The first characters of a text, with U+FFFD for every control character.
pub fn displayable(text: &str, max_chars: usize) -> String {
    text.chars().take(max_chars).map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Passes each parameter of a query string to `accept`. Returns those for which it is false.
pub fn parse_parameters(query: &str, mut accept: impl FnMut(&str, &str) -> bool) -> Vec<IgnoredParameter> {
    let mut ignored = Vec::new();
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        if !accept(&key, &value) && ignored.len() < IgnoredParameter::MAX_COUNT {
            let [key, value] = [key, value].map(|text| displayable(&text, IgnoredParameter::MAX_CHARS));
            ignored.push(IgnoredParameter { key, value });
        }
    }
    ignored
}

/// For a parameter of which only the first valid occurrence counts: true if the value is used.
pub fn set_once<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    let is_used = slot.is_none() && value.is_some();
    if is_used {
        *slot = value;
    }
    is_used
}

impl Query {
    /// Without the `?`; empty for the default query.
    pub fn encode(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        let text = self.text.as_str();
        if !text.is_empty() {
            pairs.append_pair("q", text);
        }
        for choice in &self.chosen {
            match choice {
                Choice::Goal(id) => pairs.append_pair("goal", id.as_str()),
                Choice::Plan(id) => pairs.append_pair("plan", id.as_str()),
                Choice::Kind(kind) => pairs.append_pair("kind", kind.into()),
                Choice::Measurability(place) => pairs.append_pair("number", place.into()),
                Choice::Level(level) => pairs.append_pair("level", level.into()),
                Choice::Own(own) => pairs.append_pair("own", own.into()),
                Choice::Due(date) => pairs.append_pair("due", &date.iso()),
                Choice::Unit(unit) => pairs.append_pair("unit", unit.as_str()),
            };
        }
        if self.sort != Sort::default() {
            let key: &str = self.sort.key.into();
            match self.sort.order {
                SortOrder::Ascending => pairs.append_pair("sort", key),
                SortOrder::Descending => pairs.append_pair("sort", &format!("{key}{DESCENDING}")),
            };
        }
        if let Some(view) = self.view {
            pairs.append_pair("view", view.into());
        }
        if self.columns != VisibleColumns::default() {
            pairs.append_pair("columns", &encode_columns(self.columns));
        }
        if self.density != Density::default() {
            pairs.append_pair("rows", self.density.into());
        }
        pairs.finish()
    }

    /// Reads a query string without the `?`. The first occurrence of a key counts, except for facets.
    pub fn decode(query: &str) -> (Self, Vec<IgnoredParameter>) {
        let mut decoded = Self::default();
        let (mut text, mut sort, mut columns, mut density) = (None, None, None, None);
        let ignored = parse_parameters(query, |key, value| match key {
            "q" => set_once(&mut text, Some(SearchText::new(value))),
            "sort" => set_once(&mut sort, decode_sort(value)),
            "view" => set_once(&mut decoded.view, value.parse::<View>().ok()),
            "columns" => set_once(&mut columns, decode_columns(value)),
            "rows" => set_once(&mut density, value.parse().ok()),
            _ => {
                let choice = decode_choice(key, value);
                let is_valid = choice.is_some();
                decoded.chosen.extend(choice);
                is_valid
            }
        });
        decoded.text = text.unwrap_or_default();
        decoded.sort = sort.unwrap_or_default();
        decoded.columns = columns.unwrap_or_default();
        decoded.density = density.unwrap_or_default();
        (decoded, ignored)
    }
}

/// Follows the sort key if the order is descending.
const DESCENDING: &str = "-desc";

fn decode_sort(value: &str) -> Option<Sort> {
    let (key, order) = match value.strip_suffix(DESCENDING) {
        Some(key) => (key, SortOrder::Descending),
        None => (value, SortOrder::Ascending),
    };
    key.parse().ok().map(|key| Sort { key, order })
}

/// The code of [`VisibleColumns::NONE`].
const NO_COLUMNS: &str = "none";

fn encode_columns(columns: VisibleColumns) -> String {
    let codes: Vec<&str> = columns.iter().map(Into::into).collect();
    if codes.is_empty() { NO_COLUMNS.to_owned() } else { codes.join(".") }
}

fn decode_columns(value: &str) -> Option<VisibleColumns> {
    match value {
        NO_COLUMNS => Some(VisibleColumns::NONE),
        codes => codes.split('.').map(|code| code.parse::<TableColumn>().ok()).collect(),
    }
}

fn decode_choice(key: &str, value: &str) -> Option<Choice> {
    match key {
        "goal" => GoalId::parse(value).ok().map(Choice::Goal),
        "plan" => PlanId::parse(value).ok().map(Choice::Plan),
        "kind" => value.parse().ok().map(Choice::Kind),
        "number" => value.parse().ok().map(Choice::Measurability),
        "level" => value.parse().ok().map(Choice::Level),
        "own" => value.parse().ok().map(Choice::Own),
        "due" => Date::parse_iso(value).ok().map(Choice::Due),
        "unit" => UnitName::new(value).map(Choice::Unit),
        _ => None,
    }
}
