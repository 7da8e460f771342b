//! Which rows a text finds, how well, and which letters to mark.

use super::{
    column::find,
    index::Index,
    lexicon::{Lexicon, LexiconTerm},
    normalize::{BREAK, NormalizedText, fold},
    numbers,
    query::SearchText,
};

/// Where a word was found, the best place first. Of what is no indicator, a whole number or title counts as the number,
/// the title as the name, and the text as the statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SearchField {
    /// The indicator's number: the whole of it, or the part before a hyphen.
    Id,
    /// Its name or group heading.
    Name,
    /// The label or name of its plan.
    Plan,
    /// A statement: 現状値 or 目標値 as printed.
    Statement,
    /// The numeral or name of its goal.
    Goal,
}

impl SearchField {
    /// All fields, the most telling first.
    pub const ALL: [Self; 5] = [Self::Id, Self::Name, Self::Plan, Self::Statement, Self::Goal];
}

/// A search text taken apart into words, each with whatever else finds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    pub(super) words: Vec<Word>,
}

/// One word; any of its needles finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) written: LexiconTerm,
    others: Vec<(LexiconTerm, Via)>,
    /// Written in kana alone, and long enough not to stand in every other reading.
    pub(super) sounds: bool,
}

impl Word {
    pub(super) fn new(written: LexiconTerm, lexicon: &Lexicon) -> Self {
        let mut others: Vec<(LexiconTerm, Via)> = Vec::new();
        let mut add = |term: &LexiconTerm, via: Via| {
            let known = |(other, _): &(LexiconTerm, Via)| other.units == term.units;
            if term.units != written.units && !others.iter().any(known) {
                others.push((term.clone(), via));
            }
        };
        if let Some(listed) = numbers::as_listed(&fold(&written.written)).as_deref().and_then(LexiconTerm::new) {
            add(&listed, Via::Itself);
        }
        lexicon.read_as(&written.units).for_each(|word| add(word, Via::Reading));
        lexicon.synonyms(&written.units).for_each(|word| add(word, Via::Synonym));
        for read in lexicon.read_as(&written.units) {
            lexicon.synonyms(&read.units).for_each(|word| add(word, Via::Synonym));
        }
        // A known word of two kana (えき) is looked for as that word; as a sound it stands in too much else.
        let known = others.iter().any(|(_, via)| *via != Via::Itself);
        let least = if known { 3 } else { 2 };
        Self {
            sounds: written.units.len() >= least && written.units.iter().all(|unit| is_kana(*unit)),
            written,
            others,
        }
    }

    pub(super) fn needles(&self) -> impl Iterator<Item = (&LexiconTerm, Via)> {
        let others = self.others.iter().map(|(term, via)| (term, *via));
        std::iter::once((&self.written, Via::Itself)).chain(others)
    }

    /// Why the word was found with this grade: as this term, or by the sound of a name where there is none.
    pub(super) fn reason(&self, grade: Grade, term: Option<&LexiconTerm>) -> MatchReason {
        let through = match (grade.1, term) {
            (Via::Reading, Some(term)) => Some(MatchedTerm::Reading(term.written.clone())),
            (Via::Synonym, Some(term)) => Some(MatchedTerm::Synonym(term.written.clone())),
            (Via::Sound, _) => Some(MatchedTerm::NameReading),
            _ => None,
        };
        MatchReason { word: self.written.written.clone(), field: grade.0, through }
    }
}

/// True for folded kana and the long vowel.
fn is_kana(unit: u16) -> bool {
    matches!(unit, 0x3041..=0x3096 | 0x2D)
}

/// How a needle stands to the word that was typed, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Via {
    Itself,
    Reading,
    Sound,
    Synonym,
}

/// What was found instead of the word as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MatchedTerm {
    /// The word that is read as typed: ほいくしょ finds 保育所.
    Reading(String),
    /// The name as a whole is read so.
    NameReading,
    /// A word that means the same: 保育園 finds 保育所.
    Synonym(String),
}

/// Why a row was found: one for each word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchReason {
    /// The word as typed.
    pub word: String,
    /// The best place it was found in.
    pub field: SearchField,
    /// What stands there instead of the word; `None` where it is the word itself.
    pub through: Option<MatchedTerm>,
}

/// A piece of a text, for showing what was found in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The piece as it stands.
    pub text: &'a str,
    /// True where a word of the search stands here.
    pub marked: bool,
}

impl Search {
    /// Splits at spaces of any width; 「計画 9」 stays one. Words that fold to nothing or to an earlier word are passed over.
    pub fn new(text: &SearchText, lexicon: &Lexicon) -> Self {
        let mut search = Self::default();
        let mut typed = text.as_str().split_whitespace().peekable();
        while let Some(word) = typed.next() {
            let numbered = typed
                .next_if(|next| numbers::stands_before_number(&fold(word)) && numbers::begins_with_number(&fold(next)));
            let joined = numbered.map(|number| format!("{word}{number}"));
            search.add(joined.as_deref().unwrap_or(word), lexicon);
        }
        search
    }

    /// Adds a word that is not there yet.
    pub(super) fn add(&mut self, word: &str, lexicon: &Lexicon) {
        if let Some(written) = LexiconTerm::new(word)
            && self.words.iter().all(|word| word.written.units != written.units)
        {
            self.words.push(Word::new(written, lexicon));
        }
    }

    /// True when there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words as typed.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.written.written.as_str())
    }

    /// A text cut into marked and unmarked pieces that together are the text.
    pub fn segments<'a>(&self, text: &'a str) -> Vec<Segment<'a>> {
        let folded = NormalizedText::new(text);
        let mut marks = Vec::new();
        for (needle, _) in self.words.iter().flat_map(Word::needles) {
            let mut from = 0;
            while let Some(found) = find(folded.units(), &needle.units, from) {
                from = found.end;
                marks.extend(folded.origin(found));
            }
        }
        marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
        let mut segments: Vec<Segment<'a>> = Vec::new();
        let mut done = 0;
        let mut push = |end: usize, marked: bool, done: &mut usize| {
            if let Some(piece) = text.get(*done..end).filter(|piece| !piece.is_empty()) {
                segments.push(Segment { text: piece, marked });
                *done = end;
            }
        };
        for mark in merged(marks) {
            push(mark.start, false, &mut done);
            push(mark.end, true, &mut done);
        }
        push(text.len(), false, &mut done);
        segments
    }

    /// A piece of the text of about `max` characters round the first mark, and whether it leaves out something before and
    /// after.
    pub fn excerpt<'a>(&self, text: &'a str, max: usize) -> (&'a str, bool, bool) {
        let mark = self
            .segments(text)
            .iter()
            .scan(0, |at, segment| {
                let start = *at;
                *at += segment.text.len();
                Some((start, segment.marked))
            })
            .find_map(|(start, marked)| marked.then_some(start));
        let before = text.get(..mark.unwrap_or(0)).unwrap_or_default();
        let lead: usize = before.chars().rev().take(max / 4).map(char::len_utf8).sum();
        let start = before.len() - lead;
        let rest = text.get(start..).unwrap_or_default();
        let length: usize = rest.chars().take(max).map(char::len_utf8).sum();
        let piece = rest.get(..length).unwrap_or_default();
        (piece, start > 0, length < rest.len())
    }

    /// Why a row is found, word by word; `None` where a word is missing from it.
    pub fn explain(&self, index: &Index, row: usize) -> Option<Vec<MatchReason>> {
        let reason = |word: &Word| {
            let needles = word.needles().filter_map(|(term, via)| {
                let field = SearchField::ALL.into_iter().find(|&field| index.stands_in(field, row, &term.units))?;
                Some((Grade(field, via), Some(term)))
            });
            let sound = word
                .sounds
                .then(|| index.sounds_in(row, &word.written.units))
                .flatten()
                .map(|field| (Grade(field, Via::Sound), None));
            let (grade, term) = needles.chain(sound).min_by_key(|(grade, _)| *grade)?;
            Some(word.reason(grade, term))
        };
        self.words.iter().map(reason).collect()
    }
}

/// Joins overlapping and touching ranges that are sorted by their start.
fn merged(sorted: Vec<std::ops::Range<usize>>) -> Vec<std::ops::Range<usize>> {
    let mut merged: Vec<std::ops::Range<usize>> = Vec::with_capacity(sorted.len());
    for range in sorted {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// How well one word was found: the field decides, then whether it was the word itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Grade(pub SearchField, pub Via);

impl Grade {
    /// 0 for the best.
    pub(super) fn points(self) -> u16 {
        self.0 as u16 * 4 + self.1 as u16
    }
}

/// What a search found, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hits {
    rows: Vec<Hit>,
    /// The words no row has, by place.
    pub(super) nowhere: Vec<usize>,
}

/// How one row answers a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Hit {
    /// The grades of all words added up; small is good.
    pub points: u16,
    /// How many words are missing.
    pub missing: u16,
    /// The missing word, where only one is.
    pub missing_word: u16,
}

impl Hits {
    /// All rows in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.rows.iter()
    }

    /// How well a row answers; 0 is best.
    pub(super) fn points(&self, row: usize) -> u32 {
        self.rows.get(row).map_or(0, |hit| u32::from(hit.points))
    }
}

impl Index {
    /// The words of a text, for [`Search::segments`] and [`Search::explain`].
    pub fn search(&self, text: &SearchText) -> Search {
        Search::new(text, &self.lexicon)
    }

    /// Looks every word up in every field of every row.
    pub(super) fn hits(&self, search: &Search) -> Hits {
        let mut rows = vec![Hit::default(); self.len()];
        let mut nowhere = Vec::new();
        // A search text of bounded length has far fewer words than fit in 16 bits.
        for (number, word) in (0u16..).zip(&search.words) {
            let mut best = vec![u16::MAX; self.len()];
            for (term, via) in word.needles() {
                self.grade_rows(term, via, &mut best);
            }
            if word.sounds {
                self.grade_sounds(&word.written.units, &mut best);
            }
            if best.iter().all(|points| *points == u16::MAX) {
                nowhere.push(usize::from(number));
            }
            for (hit, &points) in rows.iter_mut().zip(&best) {
                if points == u16::MAX {
                    hit.missing += 1;
                    hit.missing_word = number;
                } else {
                    hit.points = hit.points.saturating_add(points);
                }
            }
        }
        Hits { rows, nowhere }
    }

    /// Lowers the points of every row whose name, or plan's or goal's name, is read so.
    fn grade_sounds(&self, needle: &[u16], best: &mut [u16]) {
        let mut found = |row: usize, field: SearchField| {
            if let Some(best) = best.get_mut(row) {
                *best = (*best).min(Grade(field, Via::Sound).points());
            }
        };
        self.name_readings.each_hit(needle, |row| found(row, SearchField::Name));
        let mut fields: Vec<Option<SearchField>> = vec![None; self.plan_readings.rows().count()];
        for (plan, field) in fields.iter_mut().enumerate() {
            *field = self.plan_sounds(plan, needle);
        }
        if fields.iter().any(Option::is_some) {
            for row in 0..self.len() {
                if let Some(Some(field)) = self.plan_at(row).and_then(|plan| fields.get(plan)) {
                    found(row, *field);
                }
            }
        }
    }

    fn plan_sounds(&self, plan: usize, needle: &[u16]) -> Option<SearchField> {
        if self.plan_readings.has(plan, needle) {
            return Some(SearchField::Plan);
        }
        let goal = self.goal_of(plan)?;
        self.goal_readings.has(goal, needle).then_some(SearchField::Goal)
    }

    /// The best field of a row that is read so.
    fn sounds_in(&self, row: usize, needle: &[u16]) -> Option<SearchField> {
        if self.name_readings.has(row, needle) {
            return Some(SearchField::Name);
        }
        self.plan_sounds(self.plan_at(row)?, needle)
    }

    /// Lowers the points of every row the term stands in.
    fn grade_rows(&self, term: &LexiconTerm, via: Via, best: &mut [u16]) {
        let needle = term.units.as_slice();
        let mut found = |row: usize, field: SearchField| {
            if let Some(best) = best.get_mut(row) {
                *best = (*best).min(Grade(field, via).points());
            }
        };
        self.names.each_hit(needle, |row| found(row, SearchField::Name));
        self.statements.each_hit(needle, |row| found(row, SearchField::Statement));
        for (row, id) in self.ids.rows().enumerate() {
            if begins_id(id, needle) {
                found(row, SearchField::Id);
            }
        }
        // Plans and goals are few: look once in each, then hand the answer to their rows.
        let field_of_plan = |(plan, texts): (usize, &[u16])| {
            if find(texts, needle, 0).is_some() {
                Some(SearchField::Plan)
            } else {
                let goal = self.goal_of(plan)?;
                self.goal_has(goal, needle).then_some(SearchField::Goal)
            }
        };
        let fields: Vec<Option<SearchField>> = self.plans.rows().enumerate().map(field_of_plan).collect();
        if fields.iter().any(Option::is_some) {
            for row in 0..self.len() {
                if let Some(Some(field)) = self.plan_at(row).and_then(|plan| fields.get(plan)) {
                    found(row, *field);
                }
            }
        }
    }

    /// The same question for one row and one field.
    fn stands_in(&self, field: SearchField, row: usize, needle: &[u16]) -> bool {
        match field {
            SearchField::Id => begins_id(self.ids.row(row), needle),
            SearchField::Name => self.names.has(row, needle),
            SearchField::Plan => self.plan_at(row).is_some_and(|plan| self.plans.has(plan, needle)),
            SearchField::Statement => self.statements.has(row, needle),
            SearchField::Goal => {
                self.plan_at(row).and_then(|plan| self.goal_of(plan)).is_some_and(|goal| self.goal_has(goal, needle))
            }
        }
    }

    /// A numeral counts as a whole: II is not in III.
    fn goal_has(&self, goal: usize, needle: &[u16]) -> bool {
        self.goals.has(goal, needle)
            || self.numerals.row(goal).split_last().is_some_and(|(_, numeral)| numeral == needle)
    }
}

/// True where the needle is the id or the part of it before a hyphen, with or without the hyphen: 9-2, 9- and 9.
fn begins_id(id: &[u16], needle: &[u16]) -> bool {
    const HYPHEN: u16 = b'-' as u16;
    let ends_whole = |rest: &[u16]| matches!(rest.first(), Some(&(BREAK | HYPHEN)));
    id.strip_prefix(needle).is_some_and(|rest| ends_whole(rest) || needle.last() == Some(&HYPHEN))
}
