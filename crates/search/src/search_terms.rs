//! A search text split into words, each with its other spellings.

use super::{
    lexicon::{Lexicon, LexiconTerm},
    normalize::normalize,
    numbers,
    query::SearchText,
};

/// The words of a search text. All of them must be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    pub(super) words: Vec<SearchWord>,
}

/// A word is found if any of its terms is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SearchWord {
    pub(super) typed: LexiconTerm,
    /// Other spellings, synonyms, and the typed word again if it may be the reading of a name.
    others: Vec<(LexiconTerm, MatchKind)>,
}

/// How a term is related to the typed word, the closest relation first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchKind {
    Exact,
    /// The typed word is the reading of the term.
    Reading,
    /// The typed word occurs in the reading of a name.
    NameReading,
    Synonym,
}

impl SearchWord {
    fn new(typed: LexiconTerm, lexicon: &Lexicon) -> Self {
        let mut others: Vec<(LexiconTerm, MatchKind)> = Vec::new();
        let mut add = |term: &LexiconTerm, kind: MatchKind| {
            if term.units != typed.units && others.iter().all(|(other, _)| other.units != term.units) {
                others.push((term.clone(), kind));
            }
        };
        if let Some(printed) = numbers::as_printed(&normalize(&typed.written)).as_deref().and_then(LexiconTerm::new) {
            add(&printed, MatchKind::Exact);
        }
        lexicon.words_read_as(&typed.units).for_each(|word| add(word, MatchKind::Reading));
        lexicon.synonyms(&typed.units).for_each(|word| add(word, MatchKind::Synonym));
        for word in lexicon.words_read_as(&typed.units) {
            lexicon.synonyms(&word.units).for_each(|word| add(word, MatchKind::Synonym));
        }
        // Two kana occur in many readings. A known word of two kana (えき) is therefore only searched as that word.
        let is_known = others.iter().any(|(_, kind)| *kind != MatchKind::Exact);
        let min_len = if is_known { 3 } else { 2 };
        if typed.units.len() >= min_len && typed.units.iter().all(|unit| is_kana(*unit)) {
            others.push((typed.clone(), MatchKind::NameReading));
        }
        Self { typed, others }
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = (&LexiconTerm, MatchKind)> {
        std::iter::once((&self.typed, MatchKind::Exact)).chain(self.others.iter().map(|(term, kind)| (term, *kind)))
    }
}

/// True for normalised kana and the long vowel mark.
fn is_kana(unit: u16) -> bool {
    matches!(unit, 0x3041..=0x3096 | 0x2D)
}

impl Search {
    /// Splits at spaces of any width; 「計画 9」 is one word. Drops repeated words and those that normalise to nothing.
    pub fn new(text: &SearchText, lexicon: &Lexicon) -> Self {
        let mut search = Self::default();
        let mut typed = text.as_str().split_whitespace().peekable();
        while let Some(word) = typed.next() {
            let number = typed.next_if(|next| {
                numbers::is_number_prefix(&normalize(word)) && numbers::starts_with_number(&normalize(next))
            });
            search.add(&format!("{word}{}", number.unwrap_or_default()), lexicon);
        }
        search
    }

    pub(super) fn add(&mut self, word: &str, lexicon: &Lexicon) {
        if let Some(typed) = LexiconTerm::new(word)
            && self.words.iter().all(|word| word.typed.units != typed.units)
        {
            self.words.push(SearchWord::new(typed, lexicon));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.typed.written.as_str())
    }
}
