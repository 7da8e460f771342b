//! Suggests similar words if a word is found nowhere.

use std::{cmp::Reverse, collections::BTreeSet, iter::once};

use super::{index::Index, lexicon::LexiconTerm, query::SearchText, search_terms::Search};

/// A text that finds something, offered instead of one that does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub text: SearchText,
    /// How many results it has; at least 1.
    pub count: usize,
}

const MAX_SUGGESTIONS: usize = 3;
/// More candidates than suggestions, since not all find something.
const MAX_CANDIDATES: usize = 4 * MAX_SUGGESTIONS;
/// Per cent.
const MIN_SIMILARITY: usize = 33;
/// Longer words have no suggestions.
const MAX_UNITS: usize = 30;
const MAX_LEN_DIFFERENCE: usize = 5;

impl Index<'_> {
    /// The search with its first unmatched word replaced by a similar one of the list or of `more_terms`. `count` is the
    /// number of results of a search.
    pub(super) fn suggestions(
        &self,
        search: &Search,
        unmatched: &[usize],
        more_terms: &[LexiconTerm],
        count: impl Fn(&Search) -> usize,
    ) -> Vec<Suggestion> {
        let Some((wrong, word)) = unmatched.first().and_then(|&at| Some((at, search.words.get(at)?))) else {
            return Vec::new();
        };
        let suggestion = |candidate: &str| {
            let words = search.words().enumerate().map(|(at, word)| if at == wrong { candidate } else { word });
            let text = SearchText::new(&words.collect::<Vec<_>>().join(" "));
            let count = count(&self.search(&text));
            (count > 0).then_some(Suggestion { text, count })
        };
        let candidates = self.similar_words(&word.typed.units, more_terms);
        candidates.into_iter().filter_map(suggestion).take(MAX_SUGGESTIONS).collect()
    }

    /// The words most similar to the typed one, the most similar first.
    fn similar_words<'a>(&'a self, typed: &[u16], more_terms: &'a [LexiconTerm]) -> Vec<&'a str> {
        if !(2..=MAX_UNITS).contains(&typed.len()) {
            return Vec::new();
        }
        let typed_bigrams = bigrams(typed);
        let mut scored: Vec<(usize, &str)> = self
            .lexicon
            .terms()
            .chain(self.name_words())
            .chain(more_terms)
            .filter(|term| term.units.len() > 1 && term.units.len().abs_diff(typed.len()) <= MAX_LEN_DIFFERENCE)
            .filter_map(|term| {
                let similarity = similarity(&typed_bigrams, &bigrams(&term.units));
                // The most common mistake is one letter for another, so words of the same length come first.
                let bonus = if term.units.len() == typed.len() { 10 } else { 0 };
                (similarity >= MIN_SIMILARITY).then_some((similarity + bonus, term.written.as_str()))
            })
            .collect();
        scored.sort_by_key(|(score, _)| Reverse(*score));
        let mut seen = BTreeSet::new();
        scored.into_iter().map(|(_, term)| term).filter(|term| seen.insert(*term)).take(MAX_CANDIDATES).collect()
    }
}

/// Pairs of neighbouring units, including the beginning and the end of the word. Small and large kana count as equal,
/// because しよ for しょ is the most common mistake.
fn bigrams(units: &[u16]) -> Vec<(u16, u16)> {
    let large = units.iter().copied().map(to_large_kana);
    once(0).chain(large.clone()).zip(large.chain(once(0))).collect()
}

fn to_large_kana(unit: u16) -> u16 {
    match unit {
        0x3041 | 0x3043 | 0x3045 | 0x3047 | 0x3049 | 0x3063 | 0x3083 | 0x3085 | 0x3087 => unit + 1,
        _ => unit,
    }
}

/// The Sørensen–Dice coefficient in per cent: twice the number of shared pairs over the number of all pairs.
fn similarity(a: &[(u16, u16)], b: &[(u16, u16)]) -> usize {
    let mut rest = b.to_vec();
    let mut take = |pair: &(u16, u16)| rest.iter().position(|other| other == pair).map(|at| rest.swap_remove(at));
    let shared = a.iter().filter(|pair| take(pair).is_some()).count();
    200 * shared / (a.len() + b.len()).max(1)
}
