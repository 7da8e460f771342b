//! A [`Query`] as the query string of a URL, total in both directions.
//!
//! Defaults are left out, the order is fixed and several options of a facet repeat the key, so equal queries have equal
//! URLs. Reading never fails: what is not understood is set aside and reported, for the page to say so.

use form_urlencoded::Serializer;
use list::{Date, GoalId, LevelKind, Measurability, PlanId, TargetKind};

use super::query::{
    Choice, Columns, Density, OwnFigure, Query, SearchText, Sort, SortKey, SortOrder, TableColumn, UnitName, View,
};

/// A part of a URL that was not understood, shortened for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// Its key, at most [`Ignored::MAX_CHARS`] characters.
    pub key: String,
    /// Its value, at most [`Ignored::MAX_CHARS`] characters.
    pub value: String,
}

impl Ignored {
    /// The most characters kept of a key or a value.
    pub const MAX_CHARS: usize = 40;
    /// The most parts reported for one URL.
    pub const MAX_PARTS: usize = 20;

    /// Keeps what can be shown of a key and its value.
    fn new(key: &str, value: &str) -> Self {
        Self { key: presentable(key, Self::MAX_CHARS), value: presentable(value, Self::MAX_CHARS) }
    }
}

/// The beginning of a text, with U+FFFD for every control character.
pub fn presentable(text: &str, max_chars: usize) -> String {
    text.chars().take(max_chars).map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// Takes the pairs of a query string apart; `take` says whether it understood one. The others are returned.
pub fn read_pairs(query: &str, mut take: impl FnMut(&str, &str) -> bool) -> Vec<Ignored> {
    let mut ignored = Vec::new();
    for (key, value) in form_urlencoded::parse(query.as_bytes()) {
        if !take(&key, &value) && ignored.len() < Ignored::MAX_PARTS {
            ignored.push(Ignored::new(&key, &value));
        }
    }
    ignored
}

impl Query {
    /// The query string without its `?`; empty for the default query.
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
                Choice::Kind(kind) => pairs.append_pair("kind", kind.code()),
                Choice::Measurability(place) => pairs.append_pair("number", place.code()),
                Choice::Level(level) => pairs.append_pair("level", level.code()),
                Choice::Own(own) => pairs.append_pair("own", own.code()),
                Choice::Due(date) => pairs.append_pair("due", &date.iso()),
                Choice::Unit(unit) => pairs.append_pair("unit", unit.as_str()),
            };
        }
        if self.sort != Sort::default() {
            let key = self.sort.key.code();
            match self.sort.order {
                SortOrder::Ascending => pairs.append_pair("sort", key),
                SortOrder::Descending => pairs.append_pair("sort", &format!("{key}{DESCENDING}")),
            };
        }
        if let Some(view) = self.view {
            pairs.append_pair("view", view.code());
        }
        if self.columns != Columns::default() {
            pairs.append_pair("columns", &encode_columns(self.columns));
        }
        if self.density != Density::default() {
            pairs.append_pair("rows", self.density.code());
        }
        pairs.finish()
    }

    /// Reads a query string without its `?`. Of a key that may stand only once, the first counts.
    pub fn decode(query: &str) -> (Self, Vec<Ignored>) {
        let mut read = Self::default();
        let (mut text, mut sort, mut columns, mut density) = (None, None, None, None);
        let ignored = read_pairs(query, |key, value| match key {
            "q" => text.is_none() && text.replace(SearchText::new(value)).is_none(),
            "sort" => sort.is_none() && decode_sort(value).is_some_and(|found| sort.replace(found).is_none()),
            "view" => {
                read.view.is_none() && View::from_code(value).is_some_and(|found| read.view.replace(found).is_none())
            }
            "columns" => {
                columns.is_none() && decode_columns(value).is_some_and(|found| columns.replace(found).is_none())
            }
            "rows" => {
                density.is_none() && Density::from_code(value).is_some_and(|found| density.replace(found).is_none())
            }
            _ => decode_choice(key, value).is_some_and(|choice| {
                read.chosen.insert(choice);
                true
            }),
        });
        read.text = text.unwrap_or_default();
        read.sort = sort.unwrap_or_default();
        read.columns = columns.unwrap_or_default();
        read.density = density.unwrap_or_default();
        (read, ignored)
    }
}

/// Follows the sort key where the order is descending.
const DESCENDING: &str = "-desc";

fn decode_sort(value: &str) -> Option<Sort> {
    let (key, order) = match value.strip_suffix(DESCENDING) {
        Some(key) => (key, SortOrder::Descending),
        None => (value, SortOrder::Ascending),
    };
    SortKey::from_code(key).map(|key| Sort { key, order })
}

/// Stands for a table of number and name alone.
const NO_COLUMNS: &str = "none";

fn encode_columns(columns: Columns) -> String {
    if columns == Columns::NONE {
        return NO_COLUMNS.to_owned();
    }
    let codes: Vec<&str> = columns.iter().map(Code::code).collect();
    codes.join(".")
}

fn decode_columns(value: &str) -> Option<Columns> {
    if value == NO_COLUMNS {
        return Some(Columns::NONE);
    }
    value.split('.').map(TableColumn::from_code).collect()
}

fn decode_choice(key: &str, value: &str) -> Option<Choice> {
    match key {
        "goal" => GoalId::parse(value).ok().map(Choice::Goal),
        "plan" => PlanId::parse(value).ok().map(Choice::Plan),
        "kind" => TargetKind::from_code(value).map(Choice::Kind),
        "number" => Measurability::from_code(value).map(Choice::Measurability),
        "level" => LevelKind::from_code(value).map(Choice::Level),
        "own" => OwnFigure::from_code(value).map(Choice::Own),
        "due" => Date::parse_iso(value).ok().map(Choice::Due),
        "unit" => UnitName::new(value).map(Choice::Unit),
        _ => None,
    }
}

/// A closed set of values with a fixed word for each in URLs. The words are kept for good: old links use them.
pub(crate) trait Code: Copy + Sized + 'static {
    /// Every value with its word.
    const CODES: &'static [(Self, &'static str)];

    /// The value's word.
    fn code(self) -> &'static str;

    /// The value of a word.
    fn from_code(word: &str) -> Option<Self> {
        Self::CODES.iter().find(|(_, code)| *code == word).map(|(value, _)| *value)
    }
}

macro_rules! codes {
    ($type:ident { $($value:ident = $code:literal),+ $(,)? }) => {
        impl Code for $type {
            const CODES: &'static [(Self, &'static str)] = &[$(($type::$value, $code)),+];

            fn code(self) -> &'static str {
                match self { $($type::$value => $code),+ }
            }
        }
    };
}

codes!(TargetKind {
    Reach = "reach",
    Ceiling = "ceiling",
    Hold = "hold",
    Direction = "direction",
    Extend = "extend",
    Milestone = "milestone",
});
codes!(Measurability { InCell = "cell", InBracket = "bracket", None = "none" });
codes!(LevelKind { Output = "output", Outcome = "outcome" });
codes!(OwnFigure { With = "with", Without = "without" });
codes!(SortKey {
    Relevance = "relevance",
    Printed = "printed",
    Name = "name",
    Plan = "plan",
    Gap = "gap",
    Due = "due",
});
codes!(View { Table = "table", Cards = "cards", Matrix = "matrix" });
codes!(Density { Comfortable = "wide", Dense = "dense" });
codes!(TableColumn {
    Plan = "plan",
    Kind = "kind",
    Current = "current",
    Track = "track",
    Target = "target",
    Due = "due",
    Level = "level",
    Own = "own",
});

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::strategies::any_query;

    #[test]
    fn the_default_is_the_empty_string() {
        assert_eq!(Query::default().encode(), "");
        assert_eq!(Query::decode(""), (Query::default(), Vec::new()));
    }

    #[test]
    fn a_full_query_in_its_fixed_order() {
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
    fn columns_and_density() {
        let query = Query {
            columns: Columns::NONE.toggled(TableColumn::Due).toggled(TableColumn::Plan),
            density: Density::Dense,
            ..Query::default()
        };
        assert_eq!(query.encode(), "columns=plan.due&rows=dense");
        let none = Query::decode("columns=none&rows=wide").0;
        assert_eq!((none.columns, none.density), (Columns::NONE, Density::Comfortable));
        for refused in ["columns=", "columns=plan.colour", "columns=plan..due", "rows=9"] {
            assert_eq!(Query::decode(refused).1.len(), 1, "{refused}");
        }
    }

    #[test]
    fn what_is_not_understood_is_reported_and_harmless() {
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
    fn reports_stay_short() {
        let hostile = format!("{}={}&", "k".repeat(5000), "%00<script>".repeat(1000)).repeat(100);
        let (_, ignored) = Query::decode(&hostile);
        assert_eq!(ignored.len(), Ignored::MAX_PARTS);
        for part in ignored {
            assert_eq!(part.key.chars().count(), Ignored::MAX_CHARS);
            assert_eq!(part.value.chars().count(), Ignored::MAX_CHARS);
            assert!(!part.value.chars().any(char::is_control));
        }
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(query in any_query()) {
            let encoded = query.encode();
            prop_assert!(encoded.is_ascii());
            prop_assert_eq!(Query::decode(&encoded), (query, Vec::new()));
        }

        #[test]
        fn any_text_is_read_and_settles(text in any::<String>()) {
            let (query, _) = Query::decode(&text);
            prop_assert_eq!(Query::decode(&query.encode()), (query, Vec::new()));
        }
    }
}
