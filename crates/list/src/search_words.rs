//! Readings and synonyms for the search, kept beside the list because the document does not print them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Readings by id. A space separates parts that are read separately, such as heading and name.
pub type Readings = BTreeMap<String, String>;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SearchWords {
    pub goals: Readings,
    pub numeric_targets: Readings,
    pub plans: Readings,
    /// The readings of indicators' names, after their group heading if there is one.
    pub indicators: Readings,
    /// The readings of other words, by the written word.
    pub words: Readings,
    /// Groups of synonyms: each word also finds all others.
    pub groups: Vec<Vec<String>>,
}
