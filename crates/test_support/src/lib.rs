//! Helpers for the tests of several crates; never part of the app.

#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

mod any_query;
mod any_text;
pub mod builders;
pub mod own_figures;
pub mod rule_cases;
pub mod sample;

pub use any_query::{any_handout, any_query};
pub use any_text::any_text;

use std::sync::LazyLock;

use list::{Dataset, Indicator, IndicatorId, SearchWords};

/// The list file of this repository.
pub const BUNDLED: &str = include_str!("../../../public/data/indicators.json");
/// Its readings and synonyms.
pub const BUNDLED_WORDS: &str = include_str!("../../../public/data/words.json");
/// A fictitious list of another shape.
pub const SMALL: &str = include_str!("../../../tests/fixtures/small.json");

static BUNDLED_LIST: LazyLock<Dataset> = LazyLock::new(|| load(BUNDLED));

/// The list of this repository, read once per test run.
pub fn bundled_list() -> &'static Dataset {
    &BUNDLED_LIST
}

static SMALL_LIST: LazyLock<Dataset> = LazyLock::new(|| load(SMALL));

/// The fictitious list, read once per test run.
pub fn small_list() -> &'static Dataset {
    &SMALL_LIST
}

/// Reads a list file.
pub fn load(json: &str) -> Dataset {
    authoring::load(json).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The readings and synonyms of the bundled list.
pub fn bundled_words() -> SearchWords {
    authoring::load_search_words(BUNDLED_WORDS, bundled_list()).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The indicator of a list with this id.
pub fn indicator<'l>(list: &'l Dataset, id: &str) -> &'l Indicator {
    let id = IndicatorId::parse(id).unwrap_or_else(|error| panic!("{error}"));
    list.indicator(&id).unwrap_or_else(|| panic!("no indicator {id}"))
}
