//! Identifiers as types, so that a plan's id can never be passed where an indicator's is meant.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId(pub String);

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "「{}」は番号として使えません（半角の英小文字・数字・ハイフンで1〜40字）", self.0)
    }
}

impl std::error::Error for InvalidId {}

/// True for 1 to 40 characters of `a-z`, `0-9` and `-`: the only texts that stand in URLs unescaped everywhere.
fn is_valid(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks the text against the rule of this module.
            ///
            /// # Errors
            /// [`InvalidId`] for an empty, too long or differently spelt text.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                if is_valid(text) { Ok(Self(text.to_owned())) } else { Err(InvalidId(text.to_owned())) }
            }

            /// The text as it stands in the dataset and in URLs.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                if is_valid(&text) { Ok(Self(text)) } else { Err(InvalidId(text)) }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id_type!(
    /// One dataset (municipality, document and edition).
    DatasetId
);
id_type!(
    /// A goal (基本目標), `1` … `6` in the bundled list.
    GoalId
);
id_type!(
    /// A numeric target (数値目標), `goal-row`.
    NumericTargetId
);
id_type!(
    /// A plan (戦略計画), `1` … `22` in the bundled list.
    PlanId
);
id_type!(
    /// An indicator (指標), `plan-row` in printed order: `9-2` is the second of plan 9.
    IndicatorId
);
id_type!(
    /// A measure within its indicator, e.g. `main` or `capacity`.
    MeasureId
);
