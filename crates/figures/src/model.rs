//! Scenarios, the workspace that holds them, and their stored form.
//!
//! Two copies can be merged in any order with the same result: each independent part has the moment of its last change,
//! and deleted parts are only marked as removed.

use std::collections::BTreeMap;

use list::{DatasetId, id_types};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use strum::IntoStaticStr;

use super::{
    figure::{Figure, FigureKey, Timestamp, UnknownFields},
    record::SortedFields,
};

id_types! { ScenarioId }

impl ScenarioId {
    /// An id for a scenario made at `now`. `random` prevents two tabs from making the same id in the same millisecond.
    pub fn made_at(now: Timestamp, random: u32) -> Self {
        Self(format!("s-{:x}-{random:x}", now.0))
    }

    /// The id of the scenario that every workspace begins with.
    pub fn first() -> Self {
        Self("mine".to_owned())
    }
}

/// Reads scenario ids. Invalid ones are skipped, because they cannot name anything.
pub(super) fn valid_ids<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<ScenarioId>, D::Error> {
    let ids = Vec::<Value>::deserialize(from)?;
    Ok(ids.iter().filter_map(|id| ScenarioId::deserialize(id).ok()).collect())
}

/// Shape and colour of a scenario in charts: never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Mark {
    /// Orange; the first scenario.
    #[default]
    Diamond,
    /// Purple.
    Triangle,
    /// Blue.
    Square,
    /// Magenta.
    Star,
    /// Brown.
    Cross,
    /// Teal.
    Hexagon,
}

impl Mark {
    /// In the order in which they are assigned.
    pub const ALL: [Self; 6] = [Self::Diamond, Self::Triangle, Self::Square, Self::Star, Self::Cross, Self::Hexagon];

    /// The shape in running text, before the scenario's name.
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Diamond => "◆",
            Self::Triangle => "▲",
            Self::Square => "■",
            Self::Star => "★",
            Self::Cross => "✚",
            Self::Hexagon => "⬢",
        }
    }

    /// The word in files and class names.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeaderContent {
    /// Deleted scenarios are kept hidden, so that deletion can be undone and merged. `true` sorts last: at equal times
    /// the scenario stays.
    pub present: bool,
    pub name: String,
    pub description: String,
    pub mark: Mark,
}

impl Serialize for HeaderContent {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct HeaderRecord<'h> {
            deleted: bool,
            description: &'h str,
            mark: Mark,
            name: &'h str,
        }
        let Self { present, name, description, mark } = self;
        HeaderRecord { deleted: !present, description, mark: *mark, name }.serialize(to)
    }
}

/// A scenario's header; the later one wins a merge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Header {
    /// The first field, because the derived order compares it first.
    pub at: Timestamp,
    pub value: HeaderContent,
}

/// The order of the scenarios; the later one wins a merge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct ScenarioOrder {
    pub at: Timestamp,
    #[serde(deserialize_with = "valid_ids")]
    pub ids: Vec<ScenarioId>,
}

/// The active scenario; the later one wins a merge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct ActiveScenario {
    #[serde(default)]
    pub at: Timestamp,
    pub id: ScenarioId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    Live(Figure),
    /// When the figure was removed. Without this mark another tab's copy would bring it back.
    Removed(Timestamp),
}

impl Entry {
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Live(figure) => figure.edited,
            Self::Removed(at) => *at,
        }
    }

    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Live(figure) => Some(figure),
            Self::Removed(_) => None,
        }
    }
}

/// Parts of stored data that could not be read. Sorted, without repetition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnreadableParts(BTreeMap<String, Value>);

impl From<Vec<Value>> for UnreadableParts {
    fn from(parts: Vec<Value>) -> Self {
        Self(parts.into_iter().map(|part| (part.to_string(), part)).collect())
    }
}

impl Serialize for UnreadableParts {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.values())
    }
}

impl UnreadableParts {
    pub fn add(&mut self, part: Value) {
        self.0.insert(part.to_string(), part);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `None` if it is empty: then it is not stored.
    pub(super) fn to_record(&self) -> Option<&Self> {
        Some(self).filter(|parts| !parts.is_empty())
    }

    pub(super) fn absorb(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// A named set of figures (シナリオ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// Unique in its workspace.
    pub id: ScenarioId,
    pub header: Header,
    /// The key of an entry is the key of its figure. Stored as two lists, `figures` and `removed`.
    pub(super) entries: BTreeMap<FigureKey, Entry>,
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

impl Serialize for Scenario {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let removed = self.entries.iter().filter_map(|(key, entry)| match entry {
            Entry::Live(_) => None,
            Entry::Removed(at) => Some(key.to_record(Some(*at))),
        });
        let HeaderContent { present, name, description, mark } = &self.header.value;
        let mut fields = SortedFields::begin(to, &self.extra)?;
        fields.add("deleted", &!present)?;
        fields.add("description", description)?;
        fields.add("edited", &self.header.at)?;
        fields.add("figures", &self.figures().collect::<Vec<_>>())?;
        fields.add("id", &self.id)?;
        fields.add("mark", mark)?;
        fields.add("name", name)?;
        fields.add("removed", &removed.collect::<Vec<_>>())?;
        fields.add_some("unreadable", self.unreadable.to_record())?;
        fields.end()
    }
}

impl Scenario {
    pub fn new(id: ScenarioId, header: Header) -> Self {
        Self {
            id,
            header,
            entries: BTreeMap::new(),
            unreadable: UnreadableParts::default(),
            extra: UnknownFields::new(),
        }
    }

    pub fn name(&self) -> &str {
        &self.header.value.name
    }

    /// All figures, sorted by indicator id, subject and date.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.entries.values().filter_map(Entry::figure)
    }

    pub fn figure(&self, key: &FigureKey) -> Option<&Figure> {
        self.entries.get(key).and_then(Entry::figure)
    }

    /// All entries, including removed ones.
    pub fn entries(&self) -> impl Iterator<Item = (&FigureKey, &Entry)> {
        self.entries.iter()
    }

    /// Puts a figure under its own key; replaces an existing one.
    pub(super) fn put(&mut self, figure: Figure) {
        self.entries.insert(figure.key(), Entry::Live(figure));
    }

    pub(super) fn remove(&mut self, key: FigureKey, at: Timestamp) {
        self.entries.insert(key, Entry::Removed(at));
    }

    pub fn last_touched(&self) -> Timestamp {
        self.entries.values().map(Entry::at).fold(self.header.at, Timestamp::max)
    }

    /// Also true if a figure was edited after the deletion, for example in another tab.
    pub(super) fn is_shown(&self) -> bool {
        self.header.value.present || self.figures().any(|figure| figure.edited > self.header.at)
    }
}

/// All scenarios for one dataset. At least one of them is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    pub dataset: DatasetId,
    /// The scenario that every workspace begins with. A field of its own, so that there is always a fallback.
    pub(super) first: Scenario,
    /// All others; never contains the id of the first one.
    pub(super) rest: BTreeMap<ScenarioId, Scenario>,
    pub(super) order: ScenarioOrder,
    pub(super) active: ActiveScenario,
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

impl Workspace {
    /// With one empty scenario 「わたしの想定」.
    pub fn new(dataset: DatasetId) -> Self {
        let at = Timestamp::default();
        let value = HeaderContent {
            present: true,
            name: "わたしの想定".to_owned(),
            description: String::new(),
            mark: Mark::Diamond,
        };
        Self {
            dataset,
            first: Scenario::new(ScenarioId::first(), Header { at, value }),
            rest: BTreeMap::new(),
            order: ScenarioOrder::default(),
            active: ActiveScenario { at, id: ScenarioId::first() },
            unreadable: UnreadableParts::default(),
            extra: UnknownFields::new(),
        }
    }

    /// All scenarios, including deleted ones, the first one first.
    pub fn all(&self) -> impl Iterator<Item = &Scenario> {
        std::iter::once(&self.first).chain(self.rest.values())
    }

    /// In the reader's order. Never empty: if all were deleted (each of two tabs deleted the other's last one), the
    /// latest stays.
    pub fn scenarios(&self) -> Vec<&Scenario> {
        let mut shown: Vec<&Scenario> = self.all().filter(|scenario| scenario.is_shown()).collect();
        if shown.is_empty() {
            let last = self.all().max_by_key(|scenario| (scenario.last_touched(), &scenario.id));
            shown.push(last.unwrap_or(&self.first));
        }
        let position =
            |scenario: &Scenario| self.order.ids.iter().position(|id| *id == scenario.id).unwrap_or(usize::MAX);
        // A stable sort: scenarios without a position come last, by id, and ids begin with their time.
        shown.sort_by_key(|scenario| position(scenario));
        shown
    }

    /// `None` if the scenario is not shown.
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Scenario> {
        self.scenarios().into_iter().find(|scenario| scenario.id == *id)
    }

    /// The active scenario, or the first shown one if it was deleted.
    pub fn active(&self) -> &Scenario {
        let shown = self.scenarios();
        let chosen = shown.iter().find(|scenario| scenario.id == self.active.id);
        chosen.or(shown.first()).copied().unwrap_or(&self.first)
    }

    /// The number of figures in all shown scenarios.
    pub fn figure_count(&self) -> usize {
        self.scenarios().iter().map(|scenario| scenario.figures().count()).sum()
    }

    pub fn latest(&self) -> Timestamp {
        self.all().map(Scenario::last_touched).fold(self.order.at.max(self.active.at), Timestamp::max)
    }

    pub(super) fn get(&self, id: &ScenarioId) -> Option<&Scenario> {
        if *id == self.first.id { Some(&self.first) } else { self.rest.get(id) }
    }

    pub(super) fn get_mut(&mut self, id: &ScenarioId) -> Option<&mut Scenario> {
        if *id == self.first.id { Some(&mut self.first) } else { self.rest.get_mut(id) }
    }

    pub(super) fn put(&mut self, scenario: Scenario) {
        if scenario.id == self.first.id {
            self.first = scenario;
        } else {
            self.rest.insert(scenario.id.clone(), scenario);
        }
    }

    pub fn only(&self, id: &ScenarioId) -> Self {
        let mut only = Self::new(self.dataset.clone());
        only.first.header.value.present = false;
        if let Some(scenario) = self.get(id) {
            only.put(scenario.clone());
        }
        only.active.id = id.clone();
        only
    }

    /// Drops what was removed before `before`: marks of removed figures, and deleted scenarios with their figures. Call
    /// it only if no tab can still have an older copy, which would bring figures back.
    pub fn purge(&mut self, before: Timestamp) {
        let shown: Vec<ScenarioId> = self.scenarios().iter().map(|scenario| scenario.id.clone()).collect();
        let is_dropped = |s: &Scenario| !shown.contains(&s.id) && s.last_touched() < before;
        self.rest.retain(|_, scenario| !is_dropped(scenario));
        if is_dropped(&self.first) {
            self.first.entries.clear();
        }
        for scenario in std::iter::once(&mut self.first).chain(self.rest.values_mut()) {
            scenario.entries.retain(|_, entry| !matches!(entry, Entry::Removed(at) if *at < before));
        }
    }
}
