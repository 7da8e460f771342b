//! Splits compound words that are found nowhere into words that are: 保育園の増設, 学童待機児童.

use std::collections::BTreeSet;

use super::{
    index::Index,
    matching::TextMatches,
    normalize::normalize,
    query::SearchText,
    scripts::Script,
    search_terms::{Search, SearchWord},
};

/// Longer words are not split.
const MAX_CHARS: usize = 30;

impl Index<'_> {
    /// The words of a text and the rows they match. A word that no row contains is split if its parts are found, unless it
    /// `is_found_elsewhere`.
    pub(super) fn find(
        &self,
        text: &SearchText,
        is_found_elsewhere: impl Fn(&SearchWord) -> bool,
    ) -> (Search, TextMatches) {
        let search = self.search(text);
        let matches = self.matches(&search);
        if matches.unmatched.is_empty() {
            return (search, matches);
        }
        let mut split = Search::default();
        for (at, word) in search.words.iter().enumerate() {
            let typed = word.typed.written.as_str();
            let is_unknown = matches.unmatched.contains(&at) && !is_found_elsewhere(word);
            let parts = if is_unknown { self.split_compound(typed) } else { None };
            parts.unwrap_or_else(|| vec![typed]).into_iter().for_each(|part| split.add(part, &self.lexicon));
        }
        if split == search {
            return (search, matches);
        }
        let matches = self.matches(&split);
        (split, matches)
    }

    /// Words that are found and that together are the compound, except for particles between them.
    fn split_compound<'t>(&self, compound: &'t str) -> Option<Vec<&'t str>> {
        const PARTICLES: [char; 10] = ['の', 'を', 'に', 'が', 'は', 'と', 'で', 'へ', 'や', '・'];
        if compound.chars().count() > MAX_CHARS {
            return None;
        }
        let mut parts = Vec::new();
        let mut rest = compound;
        while !rest.is_empty() {
            let part = self.prefixes(rest).into_iter().rev().find(|part| self.contains_word(part))?;
            parts.push(part);
            rest = rest.strip_prefix(part)?.trim_start_matches(PARTICLES);
        }
        (parts.len() > 1).then_some(parts)
    }

    /// The prefixes of a text that may be words, the shortest first: known words, and those that end where the script
    /// changes. Hiragana alone must be a known word, because two or three kana occur in nearly every reading.
    fn prefixes<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let units: Vec<u16> = normalize(text).encode_utf16().collect();
        let terms = self.lexicon.terms().chain(self.name_words());
        let known_lens: BTreeSet<usize> =
            terms.filter(|term| units.starts_with(&term.units)).map(|term| term.units.len()).collect();
        let mut prefixes = Vec::new();
        let mut previous = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            let script = Some(Script::of(c));
            let prefix = text.get(..at).unwrap_or_default();
            let is_word = known_lens.contains(&normalize(prefix).encode_utf16().count())
                || script != previous && prefix.chars().any(|c| Script::of(c) != Script::Hiragana);
            if prefix.chars().nth(1).is_some() && is_word {
                prefixes.push(prefix);
            }
            previous = script;
        }
        prefixes
    }

    fn contains_word(&self, word: &str) -> bool {
        let mut search = Search::default();
        search.add(word, &self.lexicon);
        !search.is_empty() && self.matches(&search).unmatched.is_empty()
    }
}
