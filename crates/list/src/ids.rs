//! Identifiers as types, so that the id of a plan cannot be passed for that of an indicator.

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 40 characters of a-z, 0-9 and '-'")]
pub struct InvalidId;

/// True for 1 to 40 characters of `a-z`, `0-9` and `-`, which never need escaping in URLs.
pub fn is_valid_id(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Defines types for texts that [`is_valid_id`] accepts.
#[macro_export]
macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(String);

        impl $name {
            pub fn parse(text: &str) -> Result<Self, $crate::InvalidId> {
                text.to_owned().try_into()
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::InvalidId;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                if $crate::is_valid_id(&text) { Ok(Self(text)) } else { Err($crate::InvalidId) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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
