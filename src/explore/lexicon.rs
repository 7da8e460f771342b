//! Words that mean the same, as data.

use super::fold::fold_onto;

/// Groups of words any of which finds all: 保育園 and 保育所. Every group works in all directions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexicon {
    groups: Vec<Vec<Term>>,
}

/// One spelling of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// As written, for saying why a row was found.
    pub written: String,
    /// As searched for; never empty.
    pub units: Vec<u16>,
}

impl Term {
    /// `None` for a text that folds to nothing.
    pub(super) fn new(written: &str) -> Option<Self> {
        let mut units = Vec::new();
        fold_onto(&mut units, written);
        let written = written.to_owned();
        (!units.is_empty()).then_some(Self { written, units })
    }
}

impl Lexicon {
    /// Takes the groups as written. Of spellings that fold to the same the first is kept; empty ones are passed over.
    #[must_use]
    pub fn new<G>(groups: impl IntoIterator<Item = G>) -> Self
    where
        G: IntoIterator,
        G::Item: AsRef<str>,
    {
        let terms = |words: G| {
            let mut terms: Vec<Term> = Vec::new();
            for term in words
                .into_iter()
                .filter_map(|word| Term::new(word.as_ref()))
            {
                if terms.iter().all(|known| known.units != term.units) {
                    terms.push(term);
                }
            }
            terms
        };
        Self {
            groups: groups.into_iter().map(terms).collect(),
        }
    }

    /// The other spellings of a word, over all groups it stands in.
    pub(super) fn synonyms<'a>(&'a self, word: &'a Term) -> impl Iterator<Item = &'a Term> {
        self.groups
            .iter()
            .filter(|group| group.iter().any(|term| term.units == word.units))
            .flatten()
            .filter(|term| term.units != word.units)
    }
}
