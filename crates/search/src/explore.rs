//! Runs a query: rows, counts, and what to change if nothing is found.

use std::{cmp::Reverse, collections::BTreeSet};

use list::IndicatorId;
use strum::VariantArray;

use super::{
    facets::{FacetCounts, FacetFilter, FacetOption, Rejections, RowOptions},
    index::Index,
    matching::TextMatches,
    normalize::normalize,
    query::{Choice, Facet, OwnFigure, Query, SearchText, Sort, SortKey, SortOrder},
    search_terms::Search,
    suggestions::Suggestion,
};

/// The indicators that have a figure in the active scenario.
pub type IndicatorsWithFigure = BTreeSet<IndicatorId>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchResult {
    /// Positions in [`list::Dataset::indicators`], sorted as requested.
    pub rows: Vec<usize>,
    /// True when `rows` are in printed order and can therefore be grouped by plan.
    pub in_printed_order: bool,
    pub total: usize,
    /// All facets in the order of the screen.
    pub facets: Vec<FacetCounts>,
    /// Chosen options that this dataset does not have. They have no effect.
    pub unknown: Vec<Choice>,
    /// For an empty result, the conditions that can be removed to find something, the most results first.
    pub relaxations: Vec<Relaxation>,
    /// Texts to search for instead, if a word is found nowhere in the list.
    pub suggestions: Vec<Suggestion>,
    pub search: Search,
}

impl SearchResult {
    pub fn options(&self, facet: Facet) -> &[FacetOption] {
        let counts = self.facets.iter().find(|counts| counts.facet == facet);
        counts.map_or(&[], |counts| &counts.options)
    }
}

/// A condition whose removal alone finds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    pub condition: QueryCondition,
    /// How many rows are found without the condition; at least 1.
    pub count: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryCondition {
    Text,
    /// One of several words, as typed.
    Word(String),
    Facet(Facet),
}

impl Query {
    pub fn without(&self, condition: &QueryCondition) -> Self {
        let mut query = self.clone();
        match condition {
            QueryCondition::Text => query.text = SearchText::default(),
            QueryCondition::Word(removed) => {
                let removed = normalize(removed);
                let words = self.text.as_str().split_whitespace().filter(|word| normalize(word) != removed);
                query.text = SearchText::new(&words.collect::<Vec<_>>().join(" "));
            }
            QueryCondition::Facet(facet) => query.clear(*facet),
        }
        query
    }
}

/// A row is found if it contains every word of the text and has one of the chosen options of every facet with chosen
/// options. Rows and counts are computed from the same rejections, so they always agree.
#[allow(clippy::indexing_slicing, reason = "there is one place per variant")]
pub fn explore(index: &Index, query: &Query, own: &IndicatorsWithFigure) -> SearchResult {
    let (search, matches) = index.find(&query.text, |_| false);
    let own_options = own_options(index, own);
    let filter = |&facet: &Facet| {
        let rows = if facet == Facet::Own { &own_options } else { &index.row_options[facet as usize] };
        FacetFilter::new(facet, &index.options, rows, query)
    };
    let filters: Vec<FacetFilter> = Facet::VARIANTS.iter().map(filter).collect();

    let mut rejections = vec![Rejections::default(); index.len()];
    for filter in &filters {
        filter.reject(&mut rejections);
    }
    for (rejections, row) in rejections.iter_mut().zip(&matches.rows) {
        if row.missing > 0 {
            rejections.add(Rejections::TEXT);
        }
    }
    let accepted = rejections.iter().enumerate().filter(|(_, rejections)| rejections.is_none());
    let mut rows: Vec<usize> = accepted.map(|(row, _)| row).collect();
    let relaxations = if rows.is_empty() { relaxations(&search, &matches, &rejections) } else { Vec::new() };
    let suggestions =
        index.suggestions(&search, &matches.unmatched, &[], |search| index.matches(search).found().count());
    sort(&mut rows, index, &matches, query.sort, !search.is_empty());
    SearchResult {
        in_printed_order: rows.is_sorted(),
        rows,
        total: index.len(),
        facets: filters.into_iter().map(|filter| filter.count(&rejections)).collect(),
        unknown: query.chosen.iter().filter(|choice| index.options.find(choice).is_none()).cloned().collect(),
        relaxations,
        suggestions,
        search,
    }
}

/// The option of [`Facet::Own`] of each row.
fn own_options(index: &Index, own: &IndicatorsWithFigure) -> RowOptions {
    let with_figure: BTreeSet<usize> = own.iter().filter_map(|id| index.row_of(id)).collect();
    let [with, without] = [OwnFigure::With, OwnFigure::Without].map(|own| index.options.find(&Choice::Own(own)));
    let mut options = RowOptions::default();
    for row in 0..index.len() {
        options.push_row(if with_figure.contains(&row) { with } else { without });
    }
    options
}

fn relaxations(search: &Search, matches: &TextMatches, rejections: &[Rejections]) -> Vec<Relaxation> {
    let without = |condition: Rejections| rejections.iter().filter(|rejections| rejections.is_only(condition)).count();
    let mut counts = vec![(QueryCondition::Text, without(Rejections::TEXT))];
    // With one word, removing the word is the same as removing the text.
    if search.words.len() > 1 {
        counts.extend((0u16..).zip(search.words()).map(|(number, word)| {
            let rows = matches.rows.iter().zip(rejections).filter(|(row, rejections)| {
                row.missing == 1 && row.missing_word == number && rejections.is_only(Rejections::TEXT)
            });
            (QueryCondition::Word(word.to_owned()), rows.count())
        }));
    }
    counts.extend(Facet::VARIANTS.iter().map(|&facet| (QueryCondition::Facet(facet), without(Rejections::by(facet)))));
    counts.retain(|(_, count)| *count > 0);
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts.into_iter().map(|(condition, count)| Relaxation { condition, count }).collect()
}

/// Equal rows keep the printed order; rows without a value come last.
fn sort(rows: &mut [usize], index: &Index, matches: &TextMatches, sort: Sort, is_searching: bool) {
    let by_relevance = sort.key == SortKey::Relevance && is_searching;
    if !by_relevance && matches!(sort.key, SortKey::Printed | SortKey::Relevance) {
        if sort.order == SortOrder::Descending {
            rows.reverse();
        }
        return;
    }
    rows.sort_by_cached_key(|&row| {
        let points = || matches.rows.get(row).map(|row| u32::from(row.points));
        let value = if by_relevance { points() } else { index.sort_value(row, sort.key) };
        let directed = match sort.order {
            SortOrder::Ascending => value,
            SortOrder::Descending => value.map(|value| u32::MAX - value),
        };
        (directed.is_none(), directed)
    });
}
