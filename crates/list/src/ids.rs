//! Identifiers as types, so that the id of a plan cannot be passed for that of an indicator.

use std::fmt;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 40 characters of a-z, 0-9 and '-'")]
pub struct InvalidId;

/// True for 1 to 40 characters of `a-z`, `0-9` and `-`, which never need escaping in URLs.
fn is_valid(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                text.to_owned().try_into()
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                if is_valid(&text) { Ok(Self(text)) } else { Err(InvalidId) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

id_types! {
    /// One list: municipality, document and edition.
    DatasetId
    /// 基本目標, `1` … `6` in the bundled list.
    GoalId
    /// 数値目標, `goal-row`.
    NumericTargetId
    /// 戦略計画, `1` … `22` in the bundled list.
    PlanId
    /// 指標, `plan-row` in printed order: `9-2` is the second of plan 9.
    IndicatorId
    /// A measure within its indicator, e.g. `main` or `capacity`.
    MeasureId
}
