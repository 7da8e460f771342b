//! Results of an assessment: a status with its reason, or a reason why there is none.

use strum::VariantArray;

/// The least pace of 順調: 95 % of an even pace.
pub const ON_TRACK_PACE: f64 = 0.95;

/// The least pace of やや遅れ.
pub const SLIGHTLY_BEHIND_PACE: f64 = 0.60;

/// The state of a figure: a word, never a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
pub enum Status {
    /// 達成: at or beyond the target.
    Achieved,
    /// 順調: short of the target, at [`ON_TRACK_PACE`] or faster.
    OnTrack,
    /// やや遅れ: at [`SLIGHTLY_BEHIND_PACE`] or faster.
    SlightlyBehind,
    /// 遅れ: slower, but not behind the official current value.
    Behind,
    /// 後退: on the wrong side of the official current value.
    Regressed,
    /// 未達成: short of the target on the day it was due or later.
    NotAchieved,
    /// 上限内: at or below the ceiling.
    WithinCeiling,
    /// 上限超過: above the ceiling.
    OverCeiling,
    /// 維持: at the level to be held, or on its good side.
    Held,
    /// 低下: on the bad side of the level to be held.
    Dropped,
    /// 目標どおりの方向: changed in the target's direction.
    AsDirected,
    /// 横ばい: unchanged.
    Unchanged,
    /// 逆方向: changed in the other direction.
    Opposite,
    /// 途中: begun, but short of the stage the target names.
    Underway,
    /// 未着手: not begun.
    NotStarted,
}

impl Status {
    /// In the order of legends and counts.
    pub const ALL: &[Self] = Self::VARIANTS;
}

/// The reason for a status. Every reason belongs to exactly one [`Status`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatusReason {
    Reached,
    Overshot,
    ShortOnDueDay,
    ShortAfterDue,
    PaceOnTrack,
    PaceSlightlyBehind,
    PaceBehind,
    MovedAway,
    WithinLimit,
    OverLimit,
    LevelHeld,
    LevelLost,
    DirectionFollowed,
    NoMovement,
    DirectionReversed,
    /// The stage the target names, or a later one.
    StageReached,
    StageUnderway,
    StageNotStarted,
}

impl StatusReason {
    pub fn status(self) -> Status {
        match self {
            Self::Reached | Self::Overshot | Self::StageReached => Status::Achieved,
            Self::ShortOnDueDay | Self::ShortAfterDue => Status::NotAchieved,
            Self::PaceOnTrack => Status::OnTrack,
            Self::PaceSlightlyBehind => Status::SlightlyBehind,
            Self::PaceBehind => Status::Behind,
            Self::MovedAway => Status::Regressed,
            Self::WithinLimit => Status::WithinCeiling,
            Self::OverLimit => Status::OverCeiling,
            Self::LevelHeld => Status::Held,
            Self::LevelLost => Status::Dropped,
            Self::DirectionFollowed => Status::AsDirected,
            Self::NoMovement => Status::Unchanged,
            Self::DirectionReversed => Status::Opposite,
            Self::StageUnderway => Status::Underway,
            Self::StageNotStarted => Status::NotStarted,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, VariantArray)]
pub enum UnjudgedReason {
    /// The rule needs a date, and the figure has none.
    NoDate,
    BeforeBaseline,
    /// The figure is of the same day as the official current value: no time has passed.
    OnBaselineDay,
    OtherUnit,
    /// The current value is words, so there is nothing to measure progress from, and the target is not reached yet.
    NoOfficialCurrent,
    NumberForWords,
    StageForNumber,
    /// Not a number, or too large to calculate with.
    OutOfRange,
    /// The indicator has several measures and not all of them have a figure.
    PartOfMeasures,
    /// The indicator has several measures and their statuses differ.
    MeasuresDiffer,
}

impl UnjudgedReason {
    /// In the order they are listed.
    pub const ALL: &[Self] = Self::VARIANTS;
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// There is no figure: the official statement alone says nothing about progress.
    NoFigure,
    CannotJudge(UnjudgedReason),
    Judged(StatusReason),
}

impl Verdict {
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Judged(reason) => Some(reason.status()),
            Self::NoFigure | Self::CannotJudge(_) => None,
        }
    }
}
