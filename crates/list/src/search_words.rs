//! Readings and synonyms for the search, kept beside the list because the document does not print them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Readings by id. A space separates what must not be read as one, such as heading and name.
pub type Readings = BTreeMap<String, String>;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SearchWords {
    pub goals: Readings,
    pub numeric_targets: Readings,
    pub plans: Readings,
    /// How the names of indicators are read, after their heading where they have one.
    pub indicators: Readings,
    /// How other words are read, by the word as written.
    pub words: Readings,
    /// Words any of which finds all, in every direction.
    pub groups: Vec<Vec<String>>,
}
