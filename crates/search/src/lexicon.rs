//! Synonyms and readings, as data.

use list::{Readings, SearchWords};

use super::normalize::append_normalized;

/// Groups of synonyms (保育園 and 保育所, in all directions) and readings (ほいくえん).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexicon {
    groups: Vec<Vec<LexiconTerm>>,
    /// A reading and the word it belongs to.
    readings: Vec<(LexiconTerm, LexiconTerm)>,
    /// With the readings of names by id.
    pub(super) words: SearchWords,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LexiconTerm {
    /// As written, to explain why a row was found.
    pub(super) written: String,
    /// As searched for; never empty.
    pub(super) units: Vec<u16>,
}

impl LexiconTerm {
    /// `None` for a text that is empty after normalisation.
    pub(super) fn new(written: &str) -> Option<Self> {
        let mut units = Vec::new();
        append_normalized(&mut units, written);
        (!units.is_empty()).then(|| Self { written: written.to_owned(), units })
    }
}

impl From<SearchWords> for Lexicon {
    fn from(words: SearchWords) -> Self {
        let reading = |(word, reading): (&String, &String)| Some((LexiconTerm::new(reading)?, LexiconTerm::new(word)?));
        Self {
            groups: words.groups.iter().map(|group| distinct_terms(group)).collect(),
            readings: words.words.iter().filter_map(reading).collect(),
            words,
        }
    }
}

/// Of spellings with the same normalised form the first is kept.
fn distinct_terms(words: &[String]) -> Vec<LexiconTerm> {
    let mut terms: Vec<LexiconTerm> = Vec::new();
    for term in words.iter().filter_map(|word| LexiconTerm::new(word)) {
        if terms.iter().all(|known| known.units != term.units) {
            terms.push(term);
        }
    }
    terms
}

impl Lexicon {
    /// The other spellings of a word, over all groups that contain it.
    pub(super) fn synonyms<'a>(&'a self, units: &'a [u16]) -> impl Iterator<Item = &'a LexiconTerm> {
        let groups = self.groups.iter().filter(move |group| group.iter().any(|term| term.units == units));
        groups.flatten().filter(move |term| term.units != units)
    }

    /// The words with this reading.
    pub(super) fn words_read_as<'a>(&'a self, units: &'a [u16]) -> impl Iterator<Item = &'a LexiconTerm> {
        let readings =
            self.readings.iter().filter(move |(reading, word)| reading.units == units && word.units != units);
        readings.map(|(_, word)| word)
    }

    /// Every word of the groups, every word with a reading, and every reading.
    pub(super) fn terms(&self) -> impl Iterator<Item = &LexiconTerm> {
        self.groups.iter().flatten().chain(self.readings.iter().flat_map(|(reading, word)| [word, reading]))
    }
}

/// The parts of a name's reading; none if it has no reading.
pub(super) fn reading_parts<'a>(readings: &'a Readings, id: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    readings.get(id).into_iter().flat_map(|text| text.split_whitespace())
}
