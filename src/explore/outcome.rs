//! From a query to what the explorer shows.

use std::collections::BTreeSet;

use super::{
    facets::{FacetCounts, FacetOption, Membership, Tally},
    fold::fold,
    index::Index,
    matching::{Hits, Search},
    query::{Choice, Facet, Query, SearchText, Sort, SortKey, SortOrder},
};
use crate::dataset::IndicatorId;

/// The indicators that have an own figure in the active scenario.
pub type OwnSet = BTreeSet<IndicatorId>;

/// Everything the explorer shows for a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The rows found, in the order asked for: positions in [`crate::dataset::Dataset::indicators`].
    pub rows: Vec<usize>,
    /// True when `rows` stand in printed order, so that they can be shown under their plans.
    pub in_printed_order: bool,
    /// How many rows the whole list has.
    pub total: usize,
    /// All facets with live counts, in the order of [`Facet::ALL`].
    pub facets: Vec<FacetCounts>,
    /// Chosen options this dataset does not have. They narrow nothing.
    pub unknown: Vec<Choice>,
    /// For an empty result: which single condition to drop finds how many rows, the most first.
    pub widenings: Vec<Widening>,
    /// The words searched for, for marking them in any text.
    pub search: Search,
}

impl Outcome {
    /// The options of one facet.
    #[must_use]
    pub fn options(&self, facet: Facet) -> &[FacetOption] {
        let group = self.facets.iter().find(|group| group.facet == facet);
        group.map_or(&[], |group| group.options.as_slice())
    }
}

/// A condition whose removal alone would find something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Widening {
    /// What to let go of.
    pub drop: Condition,
    /// How many rows there would be without it; at least 1.
    pub count: usize,
}

/// A single condition of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The whole search text.
    Text,
    /// One of several words, as typed.
    Word(String),
    /// All chosen options of a facet.
    Facet(Facet),
}

impl Query {
    /// The query without a condition.
    #[must_use]
    pub fn without(&self, condition: &Condition) -> Self {
        let mut query = self.clone();
        match condition {
            Condition::Text => query.text = SearchText::default(),
            Condition::Word(word) => {
                let dropped = fold(word);
                let kept: Vec<&str> = self
                    .text
                    .as_str()
                    .split_whitespace()
                    .filter(|word| fold(word) != dropped)
                    .collect();
                query.text = SearchText::new(&kept.join(" "));
            }
            Condition::Facet(facet) => query.clear(*facet),
        }
        query
    }
}

/// Finds, counts and sorts, in one pass over the rows for text and all facets together.
///
/// A row belongs to the result when every word of the text stands in it and every facet with chosen options admits it.
#[must_use]
pub fn explore(index: &Index, query: &Query, own: &OwnSet) -> Outcome {
    let search = index.search(&query.text);
    let hits = index.hits(&search);
    let mut with_own = vec![false; index.len()];
    for row in own.iter().filter_map(|id| index.row_of(id)) {
        if let Some(with) = with_own.get_mut(row) {
            *with = true;
        }
    }
    let own_members = Membership::of_own(&with_own, &index.options);
    let mut tallies = Facet::ALL.map(|facet| {
        let members = match facet {
            Facet::Own => &own_members,
            _ => &index.members[facet as usize], // one per variant
        };
        Tally::new(facet, &index.options, members, query)
    });

    let mut rows = Vec::new();
    let mut without_text = 0;
    let mut without_word = vec![0; search.words().count()];
    let mut without_facet = [0; Facet::ALL.len()];
    for row in 0..index.len() {
        let hit = hits.get(row);
        let mut refusing = (0..)
            .zip(&tallies)
            .filter(|(_, tally)| !tally.admits(row))
            .map(|(at, _): (usize, _)| at);
        let refused = (refusing.next(), refusing.next());
        drop(refusing);
        match (hit.missing, refused) {
            (0, (None, _)) => {
                rows.push(row);
                tallies.iter_mut().for_each(|tally| tally.count(row));
            }
            (0, (Some(only), None)) => {
                tallies[only].count(row); // `only` numbers one of them
                without_facet[only] += 1;
            }
            (missing, (None, _)) => {
                without_text += 1;
                if let (1, Some(count)) =
                    (missing, without_word.get_mut(usize::from(hit.missing_word)))
                {
                    *count += 1;
                }
            }
            _ => {}
        }
    }

    let widenings = if rows.is_empty() {
        let text = std::iter::once((Condition::Text, without_text));
        // With one word, dropping the word is dropping the text.
        let several = search.words().count() > 1;
        let words = search.words().zip(without_word).filter(|_| several);
        let words = words.map(|(word, count)| (Condition::Word(word.to_owned()), count));
        let facets = tallies
            .iter()
            .zip(without_facet)
            .map(|(tally, count)| (Condition::Facet(tally.facet()), count));
        most_first(text.chain(words).chain(facets))
    } else {
        Vec::new()
    };
    sort(&mut rows, index, &hits, query.sort, !search.is_empty());
    Outcome {
        in_printed_order: rows.is_sorted(),
        rows,
        total: index.len(),
        facets: tallies.into_iter().map(Tally::finish).collect(),
        unknown: query
            .chosen
            .iter()
            .filter(|choice| index.options.find(choice).is_none())
            .cloned()
            .collect(),
        widenings,
        search,
    }
}

/// The conditions that find something, by how much.
fn most_first(conditions: impl Iterator<Item = (Condition, usize)>) -> Vec<Widening> {
    let mut widenings: Vec<Widening> = conditions
        .filter(|(_, count)| *count > 0)
        .map(|(drop, count)| Widening { drop, count })
        .collect();
    widenings.sort_by_key(|widening| std::cmp::Reverse(widening.count));
    widenings
}

/// Puts rows in order; equal ones keep the printed order, those without a value come last.
fn sort(rows: &mut [usize], index: &Index, hits: &Hits, by: Sort, searching: bool) {
    let value = |row: usize| match by.key {
        SortKey::Relevance if searching => Some(u32::from(hits.get(row).points)),
        key => index.sort_value(row, key),
    };
    rows.sort_by_cached_key(|&row| {
        let value = value(row);
        let directed = match by.order {
            SortOrder::Ascending => value,
            SortOrder::Descending => value.map(|value| u32::MAX - value),
        };
        (directed.is_none(), directed)
    });
}
