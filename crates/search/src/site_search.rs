//! One search over everything that can be read: indicators, plans, goals, numeric targets, directions, the document, and
//! the guide.
//!
//! Indicators are found by the [`Index`], exactly as in the explorer; the [`SiteIndex`] contains everything else.

use std::collections::BTreeSet;

use list::{Dataset, GoalId, IndicatorId, NumericTargetId, PlanId, SourceLine};
use strum::EnumDiscriminants;

use super::{
    index::Index,
    lexicon::{LexiconTerm, reading_parts},
    matching::{MatchReason, SearchField},
    query::SearchText,
    search_terms::{MatchKind, Search, SearchWord},
    suggestions::Suggestion,
    text_column::TextColumn,
};

#[derive(Debug, Clone, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(name(ResultKind), derive(PartialOrd, Ord))]
#[strum_discriminants(doc = "Results are grouped by kind. Of equally good results the first kind comes first.")]
pub enum Destination {
    Indicator(IndicatorId),
    Plan(PlanId),
    Goal(GoalId),
    NumericTarget(NumericTargetId),
    Direction(GoalId),
    /// An article of the guide, by its id.
    Article(&'static str),
    /// A heading or a passage of the document.
    Passage(SourceLine),
}

impl Destination {
    pub fn kind(&self) -> ResultKind {
        self.into()
    }
}

/// An article of the guide. Passed in, because its texts are interface words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub id: &'static str,
    pub title: &'static str,
    pub texts: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteResult {
    pub destination: Destination,
    /// One for each word.
    pub reasons: Vec<MatchReason>,
}

/// The results of one kind, the best first; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultGroup {
    pub kind: ResultKind,
    pub results: Vec<SiteResult>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SiteResults {
    /// The group with the best result first.
    pub groups: Vec<ResultGroup>,
    /// Texts to search for instead, if a word is found nowhere.
    pub suggestions: Vec<Suggestion>,
    pub search: Search,
}

impl SiteResults {
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.results.len()).sum()
    }

    pub fn group(&self, kind: ResultKind) -> Option<&ResultGroup> {
        self.groups.iter().find(|group| group.kind == kind)
    }
}

/// Everything that can be found except the indicators. The rows of all columns are `destinations`.
#[derive(Debug, Clone, Default)]
pub struct SiteIndex {
    destinations: Vec<Destination>,
    /// Numbers and numerals, found only as a whole: III is not in VIII.
    labels: TextColumn,
    titles: TextColumn,
    readings: TextColumn,
    texts: TextColumn,
    /// Candidates for suggestions.
    title_terms: Vec<LexiconTerm>,
}

#[derive(Default)]
struct SiteEntry<'a> {
    labels: Vec<&'a str>,
    title: Option<&'a str>,
    readings: Vec<&'a str>,
    texts: Vec<&'a str>,
}

impl SiteIndex {
    pub fn new(dataset: &Dataset, index: &Index, articles: &[Article]) -> Self {
        let entries = entries(dataset, index, articles);
        let titles: BTreeSet<&str> = entries.iter().filter_map(|(_, entry)| entry.title).collect();
        Self {
            title_terms: titles.into_iter().filter_map(LexiconTerm::new).collect(),
            labels: entries.iter().map(|(_, entry)| entry.labels.iter().copied()).collect(),
            titles: entries.iter().map(|(_, entry)| entry.title).collect(),
            readings: entries.iter().map(|(_, entry)| entry.readings.iter().copied()).collect(),
            texts: entries.iter().map(|(_, entry)| entry.texts.iter().copied()).collect(),
            destinations: entries.into_iter().map(|(destination, _)| destination).collect(),
        }
    }

    /// Finds the results that contain every word of the text.
    pub fn find(&self, dataset: &Dataset, index: &Index, text: &SearchText) -> SiteResults {
        let (search, matches) = index.find(text, |word| self.contains(word));
        if search.is_empty() {
            return SiteResults::default();
        }
        let indicators = matches.found().filter_map(|(row, points)| {
            let destination = Destination::Indicator(dataset.indicators.get(row)?.id.clone());
            Some((points, SiteResult { destination, reasons: search.explain(index, row)? }))
        });
        let mut found: Vec<(u16, SiteResult)> = indicators.chain(self.results(&search)).collect();
        found.sort_by_key(|(points, result)| (*points, result.destination.kind()));
        let mut groups: Vec<ResultGroup> = Vec::new();
        for (_, result) in found {
            let kind = result.destination.kind();
            match groups.iter_mut().find(|group| group.kind == kind) {
                Some(group) => group.results.push(result),
                None => groups.push(ResultGroup { kind, results: vec![result] }),
            }
        }
        let mut unmatched = matches.unmatched;
        unmatched.retain(|&at| search.words.get(at).is_some_and(|word| !self.contains(word)));
        let suggestions = index.suggestions(&search, &unmatched, &self.title_terms, |search| {
            index.matches(search).found().count() + self.results(search).count()
        });
        SiteResults { groups, suggestions, search }
    }

    /// The results that contain every word, with their points.
    fn results<'a>(&'a self, search: &'a Search) -> impl Iterator<Item = (u16, SiteResult)> + 'a {
        self.destinations.iter().enumerate().filter_map(|(row, destination)| {
            let mut points = 0u16;
            let mut reasons = Vec::new();
            for word in &search.words {
                let (rank, reason) = word.best_match(|term, kind| self.field_of(row, term, kind))?;
                points = points.saturating_add(rank.points());
                reasons.push(reason);
            }
            Some((points, SiteResult { destination: destination.clone(), reasons }))
        })
    }

    fn contains(&self, word: &SearchWord) -> bool {
        (0..self.destinations.len()).any(|row| word.best_match(|term, kind| self.field_of(row, term, kind)).is_some())
    }

    /// The best field of a row that contains the term.
    fn field_of(&self, row: usize, term: &[u16], kind: MatchKind) -> Option<SearchField> {
        if kind == MatchKind::NameReading {
            self.readings.contains(row, term).then_some(SearchField::Name)
        } else if self.labels.has_text(row, term) || self.titles.has_text(row, term) {
            Some(SearchField::Id)
        } else if self.titles.contains(row, term) {
            Some(SearchField::Name)
        } else {
            self.texts.contains(row, term).then_some(SearchField::Statement)
        }
    }
}

fn entries<'a>(dataset: &'a Dataset, index: &'a Index, articles: &'a [Article]) -> Vec<(Destination, SiteEntry<'a>)> {
    let words = &index.lexicon.words;
    let mut entries: Vec<(Destination, SiteEntry)> = Vec::new();
    let mut add = |destination: Destination, entry: SiteEntry<'a>| entries.push((destination, entry));
    for plan in &dataset.plans {
        let entry = SiteEntry {
            labels: vec![&plan.label, plan.id.as_str()],
            title: Some(&plan.name),
            readings: reading_parts(&words.plans, plan.id.as_str()).collect(),
            ..SiteEntry::default()
        };
        add(Destination::Plan(plan.id.clone()), entry);
    }
    for goal in &dataset.goals {
        let entry = SiteEntry {
            labels: vec![&goal.numeral],
            title: Some(&goal.name),
            readings: reading_parts(&words.goals, goal.id.as_str()).collect(),
            ..SiteEntry::default()
        };
        add(Destination::Goal(goal.id.clone()), entry);
        let texts = goal.direction_paragraphs.iter().chain(&goal.direction_bullets).map(String::as_str).collect();
        add(Destination::Direction(goal.id.clone()), SiteEntry { texts, ..SiteEntry::default() });
    }
    for target in dataset.numeric_targets() {
        let entry = SiteEntry {
            title: Some(&target.name),
            readings: reading_parts(&words.numeric_targets, target.id.as_str()).collect(),
            texts: vec![&target.printed],
            ..SiteEntry::default()
        };
        add(Destination::NumericTarget(target.id.clone()), entry);
    }
    for article in articles {
        let texts = article.texts.iter().map(String::as_str).collect();
        let entry = SiteEntry { title: Some(article.title), texts, ..SiteEntry::default() };
        add(Destination::Article(article.id), entry);
    }
    for section in &dataset.sections {
        // Some headings are ours and have the line of their first passage. The passage is the better destination.
        if section.passages.iter().all(|passage| passage.line != section.line) {
            let entry = SiteEntry { title: Some(&section.heading), ..SiteEntry::default() };
            add(Destination::Passage(section.line), entry);
        }
        for passage in &section.passages {
            let labels = passage.label.as_deref().into_iter().collect();
            let entry = SiteEntry { labels, texts: vec![&passage.text], ..SiteEntry::default() };
            add(Destination::Passage(passage.line), entry);
        }
    }
    entries
}
