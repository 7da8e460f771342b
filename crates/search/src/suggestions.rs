//! What was probably meant, where nothing was found: long words taken apart, and words that look alike.

use std::collections::BTreeSet;

use list::Dataset;

use super::{
    index::Index,
    lexicon::LexiconTerm,
    matching::{Hits, Search, Word},
    normalize::fold,
    query::SearchText,
};

/// A text that finds something, offered instead of one that does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The text to search for instead.
    pub text: SearchText,
    /// How many rows it finds; at least 1.
    pub count: usize,
}

/// The most suggestions.
const MAX: usize = 3;
/// The least likeness of a suggestion, in per cent.
const LIKE: usize = 33;
/// Longer words are neither taken apart nor guessed at.
const MAX_CHARS: usize = 30;

/// Kinds of letters; where the kind changes, a word may end.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Letters {
    Hiragana,
    Katakana,
    Latin,
    Other,
}

fn letters(c: char) -> Letters {
    match c {
        'ぁ'..='ゖ' => Letters::Hiragana,
        'ァ'..='ヺ' | 'ー' | '｡'..='ﾟ' => Letters::Katakana,
        '0'..='9' | 'a'..='z' | 'A'..='Z' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Letters::Latin,
        _ => Letters::Other,
    }
}

/// The runs of kanji, of katakana and of letters in all names, each once, of two characters or more.
pub(super) fn pieces(dataset: &Dataset) -> Vec<LexiconTerm> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for indicator in &dataset.indicators {
        names.insert(&indicator.name);
        names.extend(indicator.group.as_deref());
    }
    names.extend(dataset.plans.iter().map(|plan| plan.name.as_str()));
    let runs: BTreeSet<&str> = names.into_iter().flat_map(runs).collect();
    runs.into_iter().filter_map(LexiconTerm::new).collect()
}

fn runs(name: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut kind = None;
    let ends = name.char_indices().map(|(at, c)| (at, Some(letters(c)).filter(|_| c.is_alphanumeric() || c == 'ー')));
    for (at, here) in ends.chain([(name.len(), None)]) {
        if here != kind {
            let run = name.get(start..at).unwrap_or_default();
            let whole = kind.is_some_and(|kind| kind != Letters::Hiragana);
            if whole && run.chars().nth(1).is_some() {
                runs.push(run);
            }
            (start, kind) = (at, here);
        }
    }
    runs
}

impl Index {
    /// The words of a text and what they find. A word no row has is taken apart if its parts are found: 保育園の増設,
    /// 学童待機児童.
    pub(super) fn find(&self, text: &SearchText) -> (Search, Hits) {
        self.find_beside(text, |_| false)
    }

    /// The same where a word that no row has may be found elsewhere, and then stays whole.
    pub(super) fn find_beside(&self, text: &SearchText, elsewhere: impl Fn(&Word) -> bool) -> (Search, Hits) {
        let search = Search::new(text, &self.lexicon);
        let hits = self.hits(&search);
        if hits.nowhere.is_empty() {
            return (search, hits);
        }
        let mut finer = Search::default();
        for (at, word) in search.words.iter().enumerate() {
            let parts = (hits.nowhere.contains(&at) && !elsewhere(word))
                .then(|| self.take_apart(&word.written.written))
                .flatten();
            match parts {
                Some(parts) => parts.iter().for_each(|part| finer.add(part, &self.lexicon)),
                None => finer.add(&word.written.written, &self.lexicon),
            }
        }
        if finer == search {
            return (search, hits);
        }
        let hits = self.hits(&finer);
        (finer, hits)
    }

    /// Words that are found and together make up the word, but for the particles between them.
    fn take_apart<'t>(&self, word: &'t str) -> Option<Vec<&'t str>> {
        if word.chars().count() > MAX_CHARS {
            return None;
        }
        let mut parts = Vec::new();
        let mut rest = word;
        while !rest.is_empty() {
            let part = self.ends(rest).into_iter().find(|part| self.has_word(part))?;
            parts.push(part);
            rest = rest
                .get(part.len()..)?
                .trim_start_matches(['の', 'を', 'に', 'が', 'は', 'と', 'で', 'へ', 'や', '・']);
        }
        (parts.len() > 1).then_some(parts)
    }

    /// Where a word at the beginning of a text may end, the longest first: at a known word's end or a change of letters.
    /// Hiragana alone must be a known word: two or three of them sound like something in every name.
    fn ends<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let folded = LexiconTerm::new(text).map(|term| term.units).unwrap_or_default();
        let mut known: BTreeSet<usize> = BTreeSet::new();
        for term in self.lexicon.terms().chain(&self.pieces) {
            if folded.starts_with(&term.units) {
                known.insert(term.units.len());
            }
        }
        let mut ends = Vec::new();
        let mut before = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            let here = Some(letters(c));
            if let Some(piece) = text.get(..at).filter(|piece| !piece.is_empty())
                && piece.chars().nth(1).is_some()
                && (known.contains(&fold(piece).encode_utf16().count())
                    || here != before && piece.chars().any(|c| letters(c) != Letters::Hiragana))
            {
                ends.push(piece);
            }
            before = here;
        }
        ends.reverse();
        ends
    }

    fn has_word(&self, word: &str) -> bool {
        let mut search = Search::default();
        search.add(word, &self.lexicon);
        !search.is_empty() && self.hits(&search).nowhere.is_empty()
    }

    /// Texts that find something, with a word like the first that is found nowhere: one of the list or of `more`. `count`
    /// says how much a search finds.
    pub(super) fn suggestions(
        &self,
        search: &Search,
        nowhere: &[usize],
        more: &[LexiconTerm],
        count: impl Fn(&Search) -> usize,
    ) -> Vec<Suggestion> {
        let Some(&wrong) = nowhere.first() else {
            return Vec::new();
        };
        let Some(word) = search.words.get(wrong) else {
            return Vec::new();
        };
        let mut found: Vec<Suggestion> = Vec::new();
        for guess in self.like(word, more) {
            let words = search.words().enumerate();
            let words: Vec<&str> = words.map(|(at, word)| if at == wrong { guess } else { word }).collect();
            let text = SearchText::new(&words.join(" "));
            let count = count(&Search::new(&text, &self.lexicon));
            if count > 0 {
                found.push(Suggestion { text, count });
            }
            if found.len() == MAX {
                break;
            }
        }
        found
    }

    /// The words most like this one, the most alike first; a few more than are offered, since not all find something.
    fn like<'a>(&'a self, word: &Word, more: &'a [LexiconTerm]) -> Vec<&'a str> {
        let typed = bigrams(&word.written.units);
        if word.written.units.len() < 2 || word.written.units.len() > MAX_CHARS {
            return Vec::new();
        }
        let mut scored: Vec<(usize, &str)> = self
            .lexicon
            .terms()
            .chain(&self.pieces)
            .chain(more)
            .filter(|term| term.units.len() > 1 && term.units.len().abs_diff(word.written.units.len()) < 6)
            .map(|term| {
                // One letter for another is the commonest slip, so words of the same length come first.
                let same_length = term.units.len() == word.written.units.len();
                let score = alike(&typed, &bigrams(&term.units));
                (score, score + 10 * usize::from(same_length), term)
            })
            .filter(|(score, ..)| *score >= LIKE)
            .map(|(_, score, term)| (score, term.written.as_str()))
            .collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let mut seen = BTreeSet::new();
        scored.retain(|(_, term)| seen.insert(*term));
        scored.into_iter().map(|(_, term)| term).take(MAX * 4).collect()
    }
}

/// Neighbouring units, the word's beginning and end included. Small and large kana are one here: しよ for しょ is the
/// commonest slip there is.
fn bigrams(units: &[u16]) -> Vec<(u16, u16)> {
    let padded: Vec<u16> = std::iter::once(0).chain(units.iter().copied().map(large)).chain([0]).collect();
    let mut pairs: Vec<(u16, u16)> = padded.iter().copied().zip(padded.iter().copied().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// The large form of small kana.
fn large(unit: u16) -> u16 {
    match unit {
        0x3041 | 0x3043 | 0x3045 | 0x3047 | 0x3049 | 0x3063 | 0x3083 | 0x3085 | 0x3087 => unit + 1,
        _ => unit,
    }
}

/// How much two words have in common, in per cent: twice the shared pairs over all pairs.
fn alike(a: &[(u16, u16)], b: &[(u16, u16)]) -> usize {
    let (mut shared, mut i, mut j) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    200 * shared / (a.len() + b.len()).max(1)
}
