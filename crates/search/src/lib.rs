//! Finding: from what the reader types and chooses to rows, marks and live counts.
//!
//! An [`Index`] is made once per dataset. [`explore`] then answers a [`Query`] in a few passes over the rows; it knows nothing of own
//! figures but the set of indicators that have one. Substring scans over folded text are all it takes: no dictionary, no
//! word breaking. Synonyms and readings come in as a [`Lexicon`]. Of a very long list found, a [`VisibleRange`] says which lines
//! are in the page.

mod column;
mod facets;
mod handout;
mod index;
mod lexicon;
mod matching;
mod matrix;
mod normalize;
mod numbers;
mod ordered_selection;
mod query;
mod row_lists;
mod search_result;
mod site_search;
#[cfg(any(test, feature = "strategies"))]
pub mod strategies;
mod suggestions;
mod url;
mod visible_range;

pub use facets::{FacetCounts, FacetOption};
pub use handout::{Handout, HandoutTitle, OwnShown, Paper};
pub use index::Index;
pub use lexicon::Lexicon;
pub use matching::{MatchReason, MatchedTerm, Search, SearchField, Segment};
pub use matrix::{Matrix, MatrixRow};
pub use normalize::{NormalizedText, fold};
pub use ordered_selection::{Compared, OrderedSelection, Shift};
pub use query::{
    Choice, Columns, Density, Facet, OwnFigure, Query, SearchText, Sort, SortKey, SortOrder, TableColumn, UnitName,
    View,
};
pub use search_result::{Condition, OwnSet, SearchResult, Widening, explore};
pub use site_search::{Article, Destination, Finding, Findings, FoundGroup, GroupKind, SiteIndex};
pub use suggestions::Suggestion;
pub use url::Ignored;
pub use url::{presentable, read_pairs};
pub use visible_range::{TALL, ViewportPosition, VisibleRange};
