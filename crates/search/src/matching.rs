//! Which rows a search finds, how well, and why.

use super::{
    index::{Index, NameColumns},
    normalize::TEXT_END,
    query::SearchText,
    search_terms::{MatchKind, Search, SearchWord},
};

/// Where a word was found, the best field first. For results other than indicators a whole number or title counts as the
/// id, the title as the name, and the text as the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SearchField {
    /// The whole number of the indicator, or the part before the hyphen.
    Id,
    /// Name or group heading.
    Name,
    /// Label or name of the plan.
    Plan,
    /// Either statement as printed.
    Statement,
    /// Numeral or name of the goal.
    Goal,
}

/// What was found instead of the typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchedTerm {
    /// A word with this reading: ほいくしょ finds 保育所.
    Reading(String),
    /// A name whose reading contains the typed word.
    NameReading,
    /// 保育園 finds 保育所.
    Synonym(String),
}

/// Why a row was found by one word of the search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchReason {
    pub word: String,
    /// The best field.
    pub field: SearchField,
    /// `None` if the word itself was found.
    pub through: Option<MatchedTerm>,
}

/// How well a word was found: by the field, then by the kind of match. The smallest is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MatchRank(SearchField, MatchKind);

impl MatchRank {
    /// 0 is the best.
    pub(super) fn points(self) -> u16 {
        self.0 as u16 * 4 + self.1 as u16
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextMatches {
    pub(super) rows: Vec<RowMatch>,
    /// Positions of the words that were found in no row.
    pub(super) unmatched: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct RowMatch {
    /// The points of all words; 0 is the best.
    pub(super) points: u16,
    pub(super) missing: u16,
    /// The last missing word.
    pub(super) missing_word: u16,
}

impl TextMatches {
    /// The rows that contain every word, with their points.
    pub(super) fn found(&self) -> impl Iterator<Item = (usize, u16)> {
        self.rows.iter().enumerate().filter(|(_, row)| row.missing == 0).map(|(at, row)| (at, row.points))
    }
}

impl SearchWord {
    /// The best match of the word, where `field_of` finds the best field for a term.
    pub(super) fn best_match(
        &self,
        field_of: impl Fn(&[u16], MatchKind) -> Option<SearchField>,
    ) -> Option<(MatchRank, MatchReason)> {
        let matches =
            self.terms().filter_map(|(term, kind)| Some((MatchRank(field_of(&term.units, kind)?, kind), term)));
        let (rank, term) = matches.min_by_key(|(rank, _)| *rank)?;
        let MatchRank(field, kind) = rank;
        let through = match kind {
            MatchKind::Exact => None,
            MatchKind::Reading => Some(MatchedTerm::Reading(term.written.clone())),
            MatchKind::NameReading => Some(MatchedTerm::NameReading),
            MatchKind::Synonym => Some(MatchedTerm::Synonym(term.written.clone())),
        };
        Some((rank, MatchReason { word: self.typed.written.clone(), field, through }))
    }
}

impl Search {
    /// Why a row was found, word by word; `None` if a word is missing from it.
    pub fn explain(&self, index: &Index, row: usize) -> Option<Vec<MatchReason>> {
        let reason = |word: &SearchWord| Some(word.best_match(|term, kind| index.field_of(row, term, kind))?.1);
        self.words.iter().map(reason).collect()
    }
}

impl Index<'_> {
    /// The words of a text, for [`Search::segments`] and [`Search::explain`].
    pub fn search(&self, text: &SearchText) -> Search {
        Search::new(text, &self.lexicon)
    }

    pub(super) fn matches(&self, search: &Search) -> TextMatches {
        let mut rows = vec![RowMatch::default(); self.len()];
        let mut unmatched = Vec::new();
        // The length of a search text is limited, so 16 bits are enough to count its words.
        for (number, word) in (0u16..).zip(&search.words) {
            let mut best = vec![u16::MAX; self.len()];
            for (term, kind) in word.terms() {
                self.rank_rows(&term.units, kind, &mut best);
            }
            if best.iter().all(|points| *points == u16::MAX) {
                unmatched.push(usize::from(number));
            }
            for (row, &points) in rows.iter_mut().zip(&best) {
                if points == u16::MAX {
                    row.missing += 1;
                    row.missing_word = number;
                } else {
                    row.points = row.points.saturating_add(points);
                }
            }
        }
        TextMatches { rows, unmatched }
    }

    /// Lowers the points of every row that contains the term.
    fn rank_rows(&self, term: &[u16], kind: MatchKind, best: &mut [u16]) {
        let mut found = |row: usize, field: SearchField| {
            if let Some(best) = best.get_mut(row) {
                *best = (*best).min(MatchRank(field, kind).points());
            }
        };
        self.names(kind).indicators.for_each_match(term, |row| found(row, SearchField::Name));
        if kind != MatchKind::NameReading {
            self.statements.for_each_match(term, |row| found(row, SearchField::Statement));
            for (row, id) in self.ids.rows().enumerate() {
                if is_id_or_plan(id, term) {
                    found(row, SearchField::Id);
                }
            }
        }
        // Lists have few plans and goals, so each is searched once for all its rows.
        let fields: Vec<_> = (0..self.plan_count()).map(|plan| self.plan_field(plan, term, kind)).collect();
        if fields.iter().any(Option::is_some) {
            for row in 0..self.len() {
                if let Some(Some(field)) = self.plan_at(row).and_then(|plan| fields.get(plan)) {
                    found(row, *field);
                }
            }
        }
    }

    /// The best field of a row that contains the term.
    fn field_of(&self, row: usize, term: &[u16], kind: MatchKind) -> Option<SearchField> {
        let is_text = kind != MatchKind::NameReading;
        let fields = [
            (is_text && is_id_or_plan(self.ids.row(row), term)).then_some(SearchField::Id),
            self.names(kind).indicators.contains(row, term).then_some(SearchField::Name),
            self.plan_at(row).and_then(|plan| self.plan_field(plan, term, kind)),
            (is_text && self.statements.contains(row, term)).then_some(SearchField::Statement),
        ];
        fields.into_iter().flatten().min()
    }

    /// Whether a plan or its goal contains the term. A numeral must be the whole term: II is not found in III.
    fn plan_field(&self, plan: usize, term: &[u16], kind: MatchKind) -> Option<SearchField> {
        let names = self.names(kind);
        if names.plans.contains(plan, term) {
            return Some(SearchField::Plan);
        }
        let goal = self.goal_of(plan)?;
        let is_numeral = || kind != MatchKind::NameReading && self.numerals.has_text(goal, term);
        (names.goals.contains(goal, term) || is_numeral()).then_some(SearchField::Goal)
    }

    fn names(&self, kind: MatchKind) -> &NameColumns {
        if kind == MatchKind::NameReading { &self.readings } else { &self.names }
    }
}

/// True if the term is the id or its part before a hyphen, with or without the hyphen: 9-2, 9- and 9.
fn is_id_or_plan(id: &[u16], term: &[u16]) -> bool {
    const HYPHEN: u16 = b'-' as u16;
    id.strip_prefix(term)
        .is_some_and(|rest| matches!(rest.first(), Some(&(TEXT_END | HYPHEN))) || term.last() == Some(&HYPHEN))
}
