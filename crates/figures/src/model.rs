//! Scenarios and the workspace that holds them.
//!
//! Everything here is built so that two copies can be merged in any order with the same result: each part that can
//! change alone carries the moment it last changed, and nothing that was entered disappears, it is marked as removed.

use std::{collections::BTreeMap, fmt};

use list::{DatasetId, InvalidId};
use serde_json::Value;

use super::figure::{Figure, FigureKey, Timestamp, UnknownFields};

/// Identifies a scenario; spelt like every id (1–40 of `a-z`, `0-9`, `-`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScenarioId(String);

impl ScenarioId {
    /// Reads an id.
    ///
    /// # Errors
    /// [`InvalidId`] for any other spelling.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        // The datasets' ids have the same spelling; their check is reused.
        DatasetId::parse(text).map(|id| Self(id.into()))
    }

    /// An id for a scenario made at `now`; `random` keeps two tabs from making the same one in the same millisecond.
    pub fn made_at(now: Timestamp, random: u32) -> Self {
        Self(format!("s-{:x}-{random:x}", now.0))
    }

    /// The id of the scenario every workspace begins with.
    pub fn first() -> Self {
        Self("mine".to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ScenarioId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Shape and colour a scenario is drawn with: never colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Orange; the first scenario.
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
    /// All, in the order they are given out.
    pub const ALL: [Self; 6] = [Self::Diamond, Self::Triangle, Self::Square, Self::Star, Self::Cross, Self::Hexagon];

    /// The words on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::Diamond => "ひし形（だいだい）",
            Self::Triangle => "三角（紫）",
            Self::Square => "四角（青）",
            Self::Star => "星（赤紫）",
            Self::Cross => "十字（茶）",
            Self::Hexagon => "六角（青緑）",
        }
    }

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
        match self {
            Self::Diamond => "diamond",
            Self::Triangle => "triangle",
            Self::Square => "square",
            Self::Star => "star",
            Self::Cross => "cross",
            Self::Hexagon => "hexagon",
        }
    }

    /// Reads [`Mark::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }
}

/// A value with the moment it was last set; the later one wins a merge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamped<T> {
    /// When it was set. First, so that ordering compares it first.
    pub at: Timestamp,
    /// The value.
    pub value: T,
}

/// What a scenario is called and whether it is there at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeaderContent {
    /// Deleted scenarios stay, hidden, so that deletion can be undone and merged. `true` sorts last: at equal times a
    /// scenario stays rather than goes.
    pub present: bool,
    /// The name.
    pub name: String,
    /// A description; may be empty.
    pub description: String,
    /// How it is drawn.
    pub mark: Mark,
}

/// A scenario's header with its moment.
pub type Header = Stamped<HeaderContent>;

/// What a scenario holds under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A figure.
    Live(Figure),
    /// There was one until then. Without this mark another tab's copy would bring it back.
    Removed(Timestamp),
}

impl Entry {
    /// When it was last touched.
    pub fn at(&self) -> Timestamp {
        match self {
            Self::Live(figure) => figure.edited,
            Self::Removed(at) => *at,
        }
    }

    /// The figure, unless removed.
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Live(figure) => Some(figure),
            Self::Removed(_) => None,
        }
    }
}

/// Parts of stored data that could not be read, kept as they are. Sorted and without repetition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnreadableParts(BTreeMap<String, Value>);

impl UnreadableParts {
    /// Keeps a part.
    pub fn keep(&mut self, part: Value) {
        self.0.insert(part.to_string(), part);
    }

    /// The parts.
    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.0.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when everything could be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps the other's parts as well.
    pub(super) fn absorb(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// A named set of figures (シナリオ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// Unique in its workspace.
    pub id: ScenarioId,
    /// Name, description, mark, presence.
    pub header: Header,
    /// Private: an entry's figure must have the entry's key.
    pub(super) entries: BTreeMap<FigureKey, Entry>,
    /// Figures that could not be read.
    pub unreadable: UnreadableParts,
    /// Unknown fields.
    pub extra: UnknownFields,
}

impl Scenario {
    /// A scenario without figures.
    pub fn new(id: ScenarioId, header: Header) -> Self {
        Self {
            id,
            header,
            entries: BTreeMap::new(),
            unreadable: UnreadableParts::default(),
            extra: UnknownFields::new(),
        }
    }

    /// The name on the screen.
    pub fn name(&self) -> &str {
        &self.header.value.name
    }

    /// All figures, by indicator id, subject and date.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.entries.values().filter_map(Entry::figure)
    }

    /// The figure under a key.
    pub fn figure(&self, key: &FigureKey) -> Option<&Figure> {
        self.entries.get(key).and_then(Entry::figure)
    }

    /// All entries, removed ones too.
    pub fn entries(&self) -> impl Iterator<Item = (&FigureKey, &Entry)> {
        self.entries.iter()
    }

    /// Puts an entry for a figure under its own key, whatever was there.
    pub(super) fn put(&mut self, figure: Figure) {
        self.entries.insert(figure.key(), Entry::Live(figure));
    }

    /// Marks a key as removed.
    pub(super) fn remove(&mut self, key: FigureKey, at: Timestamp) {
        self.entries.insert(key, Entry::Removed(at));
    }

    /// The last moment anything in it was touched.
    pub fn last_touched(&self) -> Timestamp {
        self.entries.values().map(Entry::at).fold(self.header.at, Timestamp::max)
    }

    /// A deleted scenario is shown again when one of its figures was edited after the deletion, as when another tab was
    /// still working in it.
    pub(super) fn is_shown(&self) -> bool {
        self.header.value.present || self.figures().any(|figure| figure.edited > self.header.at)
    }
}

/// All scenarios for one dataset. Has at least one to show at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// The dataset its indicator ids belong to.
    pub dataset: DatasetId,
    /// The scenario every workspace begins with; a field of its own, so that there is always one to fall back on.
    pub(super) first: Scenario,
    /// All others, never under the first one's id.
    pub(super) rest: BTreeMap<ScenarioId, Scenario>,
    pub(super) order: Stamped<Vec<ScenarioId>>,
    pub(super) active: Stamped<ScenarioId>,
    /// Scenarios that could not be read.
    pub unreadable: UnreadableParts,
    /// Unknown fields.
    pub extra: UnknownFields,
}

impl Workspace {
    /// A workspace with the one empty scenario 「わたしの想定」.
    pub fn new(dataset: DatasetId) -> Self {
        let start = Timestamp::default();
        let first = Scenario::new(
            ScenarioId::first(),
            Header {
                at: start,
                value: HeaderContent {
                    present: true,
                    name: "わたしの想定".to_owned(),
                    description: String::new(),
                    mark: Mark::Diamond,
                },
            },
        );
        Self {
            dataset,
            first,
            rest: BTreeMap::new(),
            order: Stamped { at: start, value: Vec::new() },
            active: Stamped { at: start, value: ScenarioId::first() },
            unreadable: UnreadableParts::default(),
            extra: UnknownFields::new(),
        }
    }

    /// Every scenario, deleted ones too, the first one first.
    pub fn all(&self) -> impl Iterator<Item = &Scenario> {
        std::iter::once(&self.first).chain(self.rest.values())
    }

    /// The scenarios to show, in the reader's order. Never empty: when all were deleted (each tab the other's last
    /// one), the one touched last stays.
    pub fn scenarios(&self) -> Vec<&Scenario> {
        let mut shown: Vec<&Scenario> = self.all().filter(|scenario| scenario.is_shown()).collect();
        if shown.is_empty() {
            let last = self.all().max_by_key(|scenario| (scenario.last_touched(), &scenario.id));
            shown.push(last.unwrap_or(&self.first));
        }
        let place = |scenario: &Scenario| {
            let place = self.order.value.iter().position(|id| *id == scenario.id);
            place.unwrap_or(usize::MAX)
        };
        // Stable: scenarios the order does not know yet come last, by id, and ids begin with the time of making.
        shown.sort_by_key(|scenario| place(scenario));
        shown
    }

    /// A scenario that is shown.
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Scenario> {
        self.scenarios().into_iter().find(|scenario| scenario.id == *id)
    }

    /// The scenario the reader works in; the first one shown when the chosen one is gone.
    pub fn active(&self) -> &Scenario {
        let shown = self.scenarios();
        let chosen = shown.iter().find(|scenario| scenario.id == self.active.value);
        chosen.or(shown.first()).copied().unwrap_or(&self.first)
    }

    /// How many figures all shown scenarios hold.
    pub fn figure_count(&self) -> usize {
        self.scenarios().iter().map(|scenario| scenario.figures().count()).sum()
    }

    /// The last moment anything was touched.
    pub fn latest(&self) -> Timestamp {
        self.all().map(Scenario::last_touched).fold(self.order.at.max(self.active.at), Timestamp::max)
    }

    pub(super) fn get(&self, id: &ScenarioId) -> Option<&Scenario> {
        if *id == self.first.id { Some(&self.first) } else { self.rest.get(id) }
    }

    pub(super) fn get_mut(&mut self, id: &ScenarioId) -> Option<&mut Scenario> {
        if *id == self.first.id { Some(&mut self.first) } else { self.rest.get_mut(id) }
    }

    /// Puts a scenario under its id, whatever was there.
    pub(super) fn put(&mut self, scenario: Scenario) {
        if scenario.id == self.first.id {
            self.first = scenario;
        } else {
            self.rest.insert(scenario.id.clone(), scenario);
        }
    }

    /// The workspace with one of its scenarios alone, to be handed on.
    pub fn only(&self, id: &ScenarioId) -> Self {
        let mut only = Self::new(self.dataset.clone());
        only.first.header.value.present = false;
        if let Some(scenario) = self.get(id) {
            only.put(scenario.clone());
        }
        only.active.value = id.clone();
        only
    }

    /// Drops what was removed before `before`: marks of removed figures, and deleted scenarios with their figures.
    ///
    /// Call it only once no tab can still hold a copy from before then; an older copy would bring figures back.
    pub fn purge(&mut self, before: Timestamp) {
        let shown: Vec<ScenarioId> = self.scenarios().iter().map(|scenario| scenario.id.clone()).collect();
        let gone = |s: &Scenario| !shown.contains(&s.id) && s.last_touched() < before;
        self.rest.retain(|_, scenario| !gone(scenario));
        if gone(&self.first) {
            self.first.entries.clear();
        }
        for scenario in std::iter::once(&mut self.first).chain(self.rest.values_mut()) {
            scenario.entries.retain(|_, entry| !matches!(entry, Entry::Removed(at) if *at < before));
        }
    }
}
