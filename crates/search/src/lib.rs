//! Finding: from what the reader types and chooses to rows, marks and live counts.
//!
//! An [`Index`] is made once per dataset. [`explore`] then answers a [`Query`] in a few passes over the rows; it knows nothing of own
//! figures but the set of indicators that have one. Substring scans over folded text are all it takes: no dictionary, no
//! word breaking. Synonyms and readings come in as a [`Lexicon`]. Of a very long list found, a [`Stretch`] says which lines
//! are in the page.

mod column;
mod everywhere;
mod facets;
mod fold;
mod guess;
mod handout;
mod index;
mod lexicon;
mod matching;
mod matrix;
mod numbers;
mod outcome;
mod picked;
mod query;
mod rows;
#[cfg(any(test, feature = "strategies"))]
pub mod strategies;
mod stretch;
mod url;

pub use everywhere::{Article, Destination, Everywhere, Finding, Findings, FoundGroup, GroupKind};
pub use facets::{FacetCounts, FacetOption};
pub use fold::{Folded, fold};
pub use guess::Suggestion;
pub use handout::{Handout, HandoutTitle, OwnShown, Paper};
pub use index::Index;
pub use lexicon::Lexicon;
pub use matching::{Field, Reason, Search, Segment, Through};
pub use matrix::{Matrix, MatrixRow};
pub use outcome::{Condition, Outcome, OwnSet, Widening, explore};
pub use picked::{Compared, Picked, Shift};
pub use query::{
    Choice, Columns, Density, Facet, OwnFigure, Query, SearchText, Sort, SortKey, SortOrder, TableColumn, UnitName,
    View,
};
pub use stretch::{Seen, Stretch, TALL};
pub use url::Ignored;
pub use url::{presentable, read_pairs};
