//! From a query to what the explorer shows.

use std::collections::BTreeSet;

use list::IndicatorId;

use super::{
    facets::{FacetCounts, FacetOption, FacetView, Membership, Refusal},
    index::Index,
    matching::{Hits, Search},
    normalize::fold,
    query::{Choice, Facet, Query, SearchText, Sort, SortKey, SortOrder},
    suggestions::Suggestion,
};

/// The indicators that have an own figure in the active scenario.
pub type OwnSet = BTreeSet<IndicatorId>;

/// Everything the explorer shows for a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchResult {
    /// The rows found, in the order asked for: positions in [`list::Dataset::indicators`].
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
    /// Texts to search for instead, where a word is found nowhere in the list.
    pub suggestions: Vec<Suggestion>,
    /// The words searched for, for marking them in any text.
    pub search: Search,
}

impl SearchResult {
    /// The options of one facet.
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
    pub fn without(&self, condition: &Condition) -> Self {
        let mut query = self.clone();
        match condition {
            Condition::Text => query.text = SearchText::default(),
            Condition::Word(word) => {
                let dropped = fold(word);
                let kept: Vec<&str> =
                    self.text.as_str().split_whitespace().filter(|word| fold(word) != dropped).collect();
                query.text = SearchText::new(&kept.join(" "));
            }
            Condition::Facet(facet) => query.clear(*facet),
        }
        query
    }
}

/// Finds, counts and sorts. Rows and counts come from the same refusals, so they cannot disagree.
///
/// A row belongs to the result when every word of the text stands in it and every facet with chosen options admits it.
pub fn explore(index: &Index, query: &Query, own: &OwnSet) -> SearchResult {
    let (search, hits) = index.find(&query.text);
    let own_members = own_members(index, own);
    let facets = Facet::ALL.map(|facet| {
        let members = match facet {
            Facet::Own => &own_members,
            _ => &index.members[facet as usize], // one per variant
        };
        FacetView::new(facet, &index.options, members, query)
    });

    let mut refusals = vec![Refusal::default(); index.len()];
    for facet in &facets {
        facet.refuse(&mut refusals);
    }
    for (refusal, hit) in refusals.iter_mut().zip(hits.iter()) {
        if hit.missing > 0 {
            refusal.add(Refusal::TEXT);
        }
    }
    let accepted = |refusal: &Refusal| *refusal == Refusal::default();
    let numbered = refusals.iter().enumerate();
    let mut rows: Vec<usize> = numbered.filter(|(_, refusal)| accepted(refusal)).map(|(row, _)| row).collect();
    let widenings = if rows.is_empty() { widenings(&search, &hits, &refusals) } else { Vec::new() };
    let suggestions = index.suggestions(&search, &hits.nowhere, &[], |search| {
        let hits = index.hits(search);
        hits.iter().filter(|hit| hit.missing == 0).count()
    });
    sort(&mut rows, index, &hits, query.sort, !search.is_empty());
    SearchResult {
        in_printed_order: rows.is_sorted(),
        rows,
        total: index.len(),
        facets: facets.into_iter().map(|facet| facet.count(&refusals)).collect(),
        unknown: query.chosen.iter().filter(|choice| index.options.find(choice).is_none()).cloned().collect(),
        widenings,
        suggestions,
        search,
    }
}

/// Which rows have an own figure.
fn own_members(index: &Index, own: &OwnSet) -> Membership {
    let mut with = vec![false; index.len()];
    for row in own.iter().filter_map(|id| index.row_of(id)) {
        if let Some(with) = with.get_mut(row) {
            *with = true;
        }
    }
    Membership::of_own(&with, &index.options)
}

/// The single conditions without which something would be found, where nothing is found with all.
fn widenings(search: &Search, hits: &Hits, refusals: &[Refusal]) -> Vec<Widening> {
    let refused_only_by = |by: Refusal| refusals.iter().filter(move |refusal| refusal.is_at_most(by)).count();
    let text = std::iter::once((Condition::Text, refused_only_by(Refusal::TEXT)));
    let mut without = vec![0; search.words().count()];
    for (hit, refusal) in hits.iter().zip(refusals) {
        if let (1, true, Some(count)) =
            (hit.missing, refusal.is_at_most(Refusal::TEXT), without.get_mut(usize::from(hit.missing_word)))
        {
            *count += 1;
        }
    }
    // With one word, dropping the word is dropping the text.
    let several = without.len() > 1;
    let words = search.words().map(|word| Condition::Word(word.to_owned()));
    let words = words.zip(without).filter(|_| several);
    let facets = Facet::ALL.map(|facet| (Condition::Facet(facet), refused_only_by(Refusal::by(facet))));
    let mut widenings: Vec<Widening> = text
        .chain(words)
        .chain(facets)
        .filter(|(_, count)| *count > 0)
        .map(|(drop, count)| Widening { drop, count })
        .collect();
    widenings.sort_by_key(|widening| std::cmp::Reverse(widening.count));
    widenings
}

/// Puts rows in order; equal ones keep the printed order, those without a value come last.
fn sort(rows: &mut [usize], index: &Index, hits: &Hits, by: Sort, searching: bool) {
    let by_relevance = by.key == SortKey::Relevance && searching;
    let as_printed = matches!(by.key, SortKey::Printed | SortKey::Relevance) && !by_relevance;
    match by.order {
        SortOrder::Ascending if as_printed => return,
        SortOrder::Descending if as_printed => return rows.reverse(),
        _ => {}
    }
    rows.sort_by_cached_key(|&row| {
        let value = if by_relevance { Some(hits.points(row)) } else { index.sort_value(row, by.key) };
        let directed = match by.order {
            SortOrder::Ascending => value,
            SortOrder::Descending => value.map(|value| u32::MAX - value),
        };
        (directed.is_none(), directed)
    });
}
