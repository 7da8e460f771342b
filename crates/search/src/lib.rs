//! Search in a list: text, facets and counts.
//!
//! An [`Index`] is built once per dataset. [`explore`] answers a [`Query`] in a few passes over the rows. Text is found by
//! substring scans over normalised text, without a dictionary or word segmentation. Synonyms and readings come from a
//! [`Lexicon`]. [`SiteIndex`] searches everything else. [`VisibleRange`] says which rows of a long list are rendered.

mod bounded_text;
mod compounds;
mod explore;
mod facets;
mod handout;
mod highlight;
mod index;
mod lexicon;
mod matching;
mod matrix;
mod normalize;
mod numbers;
mod ordered_selection;
mod query;
mod query_string;
mod row_lists;
mod scripts;
mod search_terms;
mod site_search;
mod suggestions;
mod text_column;
mod visible_range;

pub use bounded_text::BoundedText;
pub use explore::{IndicatorsWithFigure, QueryCondition, Relaxation, SearchResult, explore};
pub use facets::{FacetCounts, FacetOption};
pub use handout::{FigureDetail, Handout, HandoutTitle, PaperOrientation};
pub use highlight::TextSegment;
pub use index::Index;
pub use lexicon::Lexicon;
pub use matching::{MatchReason, MatchedTerm, SearchField};
pub use matrix::{Matrix, MatrixRow};
pub use normalize::normalize;
pub use ordered_selection::{ComparedIndicators, OrderedSelection, Shift};
pub use query::{
    Choice, Density, Facet, OwnFigure, Query, SearchText, Sort, SortKey, SortOrder, TableColumn, UnitName, View,
    VisibleColumns,
};
pub use query_string::{IgnoredParameter, displayable, parse_parameters, set_once};
pub use search_terms::Search;
pub use site_search::{Article, Destination, ResultGroup, ResultKind, SiteIndex, SiteResult, SiteResults};
pub use suggestions::Suggestion;
pub use visible_range::{INITIAL_ROWS, ViewportPosition, VisibleRange};
