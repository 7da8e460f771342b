//! One search over everything that can be read: indicators, plans, goals, numeric targets, directions, the document's own
//! words, and the guide.
//!
//! Indicators are found by the [`Index`], exactly as in the explorer; what else there is stands here, grouped.

use std::collections::BTreeSet;

use list::{Dataset, GoalId, IndicatorId, NumericTargetId, PlanId, SourceLine};

use super::{
    column::Column,
    index::{Index, column, spoken},
    lexicon::LexiconTerm,
    matching::{Grade, MatchReason, Search, SearchField, Via, Word},
    normalize::BREAK,
    query::SearchText,
    suggestions::Suggestion,
};

/// What a result leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Destination {
    /// An indicator.
    Indicator(IndicatorId),
    /// A plan.
    Plan(PlanId),
    /// A goal.
    Goal(GoalId),
    /// A numeric target.
    NumericTarget(NumericTargetId),
    /// A goal's direction.
    Direction(GoalId),
    /// A heading or a passage of the document.
    Passage(SourceLine),
    /// An article of the guide, by its id.
    Article(&'static str),
}

/// The groups results are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKind {
    /// 指標.
    Indicators,
    /// 戦略計画.
    Plans,
    /// 基本目標.
    Goals,
    /// 数値目標.
    NumericTargets,
    /// 基本的な方向性.
    Directions,
    /// The guide's articles.
    Guide,
    /// The document's introduction, principles, footnotes and reading guide.
    Document,
}

impl GroupKind {
    /// All groups; of equally good ones the first here comes first.
    pub const ALL: [Self; 7] = [
        Self::Indicators,
        Self::Plans,
        Self::Goals,
        Self::NumericTargets,
        Self::Directions,
        Self::Guide,
        Self::Document,
    ];
}

impl Destination {
    /// The group it is shown in.
    pub fn kind(&self) -> GroupKind {
        match self {
            Self::Indicator(_) => GroupKind::Indicators,
            Self::Plan(_) => GroupKind::Plans,
            Self::Goal(_) => GroupKind::Goals,
            Self::NumericTarget(_) => GroupKind::NumericTargets,
            Self::Direction(_) => GroupKind::Directions,
            Self::Passage(_) => GroupKind::Document,
            Self::Article(_) => GroupKind::Guide,
        }
    }
}

/// A piece of the guide, handed in because its words belong to the screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its id.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it says.
    pub texts: Vec<String>,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it is.
    pub place: Destination,
    /// Why it was found: one for each word.
    pub reasons: Vec<MatchReason>,
}

/// The results of one group, the best first; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundGroup {
    /// Which group.
    pub kind: GroupKind,
    /// Its results.
    pub findings: Vec<Finding>,
}

/// Everything found, the group with the best result first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// The groups in which something was found.
    pub groups: Vec<FoundGroup>,
    /// Texts to search for instead, where a word is found nowhere.
    pub suggestions: Vec<Suggestion>,
    /// The words searched for, for marking them in any text.
    pub search: Search,
}

impl Findings {
    /// How many results there are in all groups.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.findings.len()).sum()
    }

    /// The group, where something was found in it.
    pub fn group(&self, kind: GroupKind) -> Option<&FoundGroup> {
        self.groups.iter().find(|group| group.kind == kind)
    }
}

/// What is to be found beside the indicators, prepared once.
#[derive(Debug, Clone, Default)]
pub struct SiteIndex {
    places: Vec<Destination>,
    /// Numbers and numerals, found only as a whole: III is not in VIII.
    labels: Column,
    titles: Column,
    readings: Column,
    texts: Column,
    /// The titles as words to guess at.
    guesses: Vec<LexiconTerm>,
}

/// One entry while it is being taken in.
#[derive(Default)]
struct Entry<'a> {
    labels: Vec<&'a str>,
    titles: Vec<&'a str>,
    readings: Vec<&'a str>,
    texts: Vec<&'a str>,
}

impl SiteIndex {
    /// Takes in a dataset and the guide. Costs one pass over their texts.
    pub fn new(dataset: &Dataset, index: &Index, articles: &[Article]) -> Self {
        let read = &index.lexicon.names;
        let mut entries: Vec<(Destination, Entry)> = Vec::new();
        for plan in &dataset.plans {
            let entry = Entry {
                labels: vec![&plan.label, plan.id.as_str()],
                titles: vec![&plan.name],
                readings: spoken(&read.plans, plan.id.as_str()).collect(),
                ..Entry::default()
            };
            entries.push((Destination::Plan(plan.id.clone()), entry));
        }
        for goal in &dataset.goals {
            let entry = Entry {
                labels: vec![&goal.numeral],
                titles: vec![&goal.name],
                readings: spoken(&read.goals, goal.id.as_str()).collect(),
                ..Entry::default()
            };
            entries.push((Destination::Goal(goal.id.clone()), entry));
            let texts = goal.direction_paragraphs.iter();
            let texts = texts.chain(&goal.direction_bullets).map(String::as_str);
            let entry = Entry { texts: texts.collect(), ..Entry::default() };
            entries.push((Destination::Direction(goal.id.clone()), entry));
        }
        for target in dataset.numeric_targets() {
            let entry = Entry {
                titles: vec![&target.name],
                readings: spoken(&read.numeric_targets, target.id.as_str()).collect(),
                texts: vec![&target.printed],
                ..Entry::default()
            };
            entries.push((Destination::NumericTarget(target.id.clone()), entry));
        }
        for article in articles {
            let entry = Entry {
                titles: vec![article.title],
                texts: article.texts.iter().map(String::as_str).collect(),
                ..Entry::default()
            };
            entries.push((Destination::Article(article.id), entry));
        }
        for section in &dataset.sections {
            // A heading of ours stands on the line of its first passage, which is the better place to lead to.
            if section.passages.iter().all(|one| one.line != section.line) {
                let entry = Entry { titles: vec![&section.heading], ..Entry::default() };
                entries.push((Destination::Passage(section.line), entry));
            }
            for passage in &section.passages {
                let entry = Entry {
                    labels: passage.label.as_deref().into_iter().collect(),
                    texts: vec![&passage.text],
                    ..Entry::default()
                };
                entries.push((Destination::Passage(passage.line), entry));
            }
        }
        let guesses: BTreeSet<&str> = entries.iter().flat_map(|(_, entry)| entry.titles.iter().copied()).collect();
        Self {
            labels: column(&entries, |(_, entry)| entry.labels.iter().copied()),
            titles: column(&entries, |(_, entry)| entry.titles.iter().copied()),
            readings: column(&entries, |(_, entry)| entry.readings.iter().copied()),
            texts: column(&entries, |(_, entry)| entry.texts.iter().copied()),
            guesses: guesses.into_iter().filter_map(LexiconTerm::new).collect(),
            places: entries.into_iter().map(|(place, _)| place).collect(),
        }
    }

    /// Finds a text in everything: in each result every word stands somewhere.
    pub fn find(&self, dataset: &Dataset, index: &Index, text: &SearchText) -> Findings {
        let (search, hits) = index.find_beside(text, |word| self.knows(word));
        if search.is_empty() {
            return Findings::default();
        }
        let rows = hits.iter().enumerate();
        let mut rows: Vec<(u16, usize)> =
            rows.filter(|(_, hit)| hit.missing == 0).map(|(row, hit)| (hit.points, row)).collect();
        rows.sort_unstable();
        let indicators = rows.into_iter().filter_map(|(points, row)| {
            let finding = Finding {
                place: Destination::Indicator(dataset.indicators.get(row)?.id.clone()),
                reasons: search.explain(index, row)?,
            };
            Some((points, finding))
        });
        let mut found: Vec<(u16, Finding)> = indicators.chain(self.entries(&search)).collect();
        found.sort_by_key(|(points, finding)| (*points, finding.place.kind()));
        let mut groups: Vec<FoundGroup> = Vec::new();
        for (_, finding) in found {
            let kind = finding.place.kind();
            match groups.iter_mut().find(|group| group.kind == kind) {
                Some(group) => group.findings.push(finding),
                None => groups.push(FoundGroup { kind, findings: vec![finding] }),
            }
        }
        let nowhere: Vec<usize> = hits
            .nowhere
            .iter()
            .copied()
            .filter(|&at| search.words.get(at).is_some_and(|word| !self.knows(word)))
            .collect();
        let suggestions = index.suggestions(&search, &nowhere, &self.guesses, |search| {
            let rows = index.hits(search);
            let rows = rows.iter().filter(|hit| hit.missing == 0).count();
            rows + self.entries(search).count()
        });
        Findings { groups, suggestions, search }
    }

    /// The entries in which every word stands, with their points.
    fn entries<'a>(&'a self, search: &'a Search) -> impl Iterator<Item = (u16, Finding)> + 'a {
        let places = self.places.iter().enumerate();
        places.filter_map(|(at, place)| {
            let mut points = 0u16;
            let mut reasons = Vec::new();
            for word in &search.words {
                let (grade, reason) = self.reason(at, word)?;
                points = points.saturating_add(grade.points());
                reasons.push(reason);
            }
            let place = place.clone();
            Some((points, Finding { place, reasons }))
        })
    }

    /// The best place of a word in an entry.
    fn reason(&self, at: usize, word: &Word) -> Option<(Grade, MatchReason)> {
        let needles =
            word.needles().filter_map(|(term, via)| Some((Grade(self.field(at, &term.units)?, via), Some(term))));
        let sound = (word.sounds && self.readings.has(at, &word.written.units))
            .then_some((Grade(SearchField::Name, Via::Sound), None));
        let (grade, term) = needles.chain(sound).min_by_key(|(grade, _)| *grade)?;
        Some((grade, word.reason(grade, term)))
    }

    fn field(&self, at: usize, needle: &[u16]) -> Option<SearchField> {
        let is_whole = |column: &Column| {
            let texts = column.row(at).split(|unit| *unit == BREAK);
            texts.into_iter().any(|text| text == needle)
        };
        if is_whole(&self.labels) || is_whole(&self.titles) {
            Some(SearchField::Id)
        } else if self.titles.has(at, needle) {
            Some(SearchField::Name)
        } else if self.texts.has(at, needle) {
            Some(SearchField::Statement)
        } else {
            None
        }
    }

    /// True where the word stands in some entry.
    fn knows(&self, word: &Word) -> bool {
        (0..self.places.len()).any(|at| self.reason(at, word).is_some())
    }
}
