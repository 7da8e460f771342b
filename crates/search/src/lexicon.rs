//! Words that mean the same and how words are read, as data.

use list::{Readings, SearchWords};

use super::normalize::fold_onto;

/// Groups of words any of which finds all (保育園 and 保育所, in all directions), and readings (ほいくえん).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexicon {
    groups: Vec<Vec<LexiconTerm>>,
    /// Reading, then the word that is read so.
    readings: Vec<(LexiconTerm, LexiconTerm)>,
    /// How names are read.
    pub(super) names: Names,
}

/// Readings of names by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Names {
    pub(super) goals: Readings,
    pub(super) numeric_targets: Readings,
    pub(super) plans: Readings,
    pub(super) indicators: Readings,
}

/// One spelling of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LexiconTerm {
    /// As written, for saying why a row was found.
    pub written: String,
    /// As searched for; never empty.
    pub units: Vec<u16>,
}

impl LexiconTerm {
    /// `None` for a text that folds to nothing.
    pub(super) fn new(written: &str) -> Option<Self> {
        let mut units = Vec::new();
        fold_onto(&mut units, written);
        let written = written.to_owned();
        (!units.is_empty()).then_some(Self { written, units })
    }
}

impl From<SearchWords> for Lexicon {
    fn from(words: SearchWords) -> Self {
        let readings = words.words.iter();
        Self {
            readings: readings
                .filter_map(|(word, reading)| Some((LexiconTerm::new(reading)?, LexiconTerm::new(word)?)))
                .collect(),
            names: Names {
                goals: words.goals,
                numeric_targets: words.numeric_targets,
                plans: words.plans,
                indicators: words.indicators,
            },
            ..Self::new(words.groups)
        }
    }
}

impl Lexicon {
    /// Takes the groups as written. Of spellings that fold to the same the first is kept; empty ones are passed over.
    pub fn new<G>(groups: impl IntoIterator<Item = G>) -> Self
    where
        G: IntoIterator,
        G::Item: AsRef<str>,
    {
        let terms = |words: G| {
            let mut terms: Vec<LexiconTerm> = Vec::new();
            for term in words.into_iter().filter_map(|word| LexiconTerm::new(word.as_ref())) {
                if terms.iter().all(|known| known.units != term.units) {
                    terms.push(term);
                }
            }
            terms
        };
        Self { groups: groups.into_iter().map(terms).collect(), ..Self::default() }
    }

    /// The other spellings of a word, over all groups it stands in.
    pub(super) fn synonyms<'a>(&'a self, units: &'a [u16]) -> impl Iterator<Item = &'a LexiconTerm> {
        self.groups
            .iter()
            .filter(move |group| group.iter().any(|term| term.units == units))
            .flatten()
            .filter(move |term| term.units != units)
    }

    /// The words that are read like this.
    pub(super) fn read_as<'a>(&'a self, units: &'a [u16]) -> impl Iterator<Item = &'a LexiconTerm> {
        self.readings
            .iter()
            .filter(move |(reading, word)| reading.units == units && word.units != units)
            .map(|(_, word)| word)
    }

    /// Every word of the groups, every word with a reading, and every reading.
    pub(super) fn terms(&self) -> impl Iterator<Item = &LexiconTerm> {
        let readings = self.readings.iter();
        let readings = readings.flat_map(|(reading, word)| [word, reading]);
        self.groups.iter().flatten().chain(readings)
    }
}
