//! Assessment of figures.
//!
//! One official current value and one target make a *gap* ([`gap`]), never progress. Progress needs a later figure:
//! [`assess`] assesses one by the [`Rule`] for its target, [`assess_indicator`] does so for every measure of an
//! indicator, and [`Rollup`] counts. The sentences that explain results are in `words`.

mod assessment;
mod checkable;
mod example;
mod gap;
mod indicator;
mod period;
mod rollup;
mod rule;
mod verdict;

pub use assessment::{Assessment, FigureInput, InputValue, assess};
pub use checkable::{Checkability, TargetForm, Uncheckable, target_form, uncheckable};
pub use example::{Example, example};
pub use gap::{Gap, NoGap, RelativeChange, gap};
pub use indicator::{IndicatorAssessment, Subject, SubjectAssessment, assess_indicator, subjects};
pub use period::{Elapsed, Period, Span, Timing};
pub use rollup::{Rollup, by_goal, by_kind, by_plan, whole};
pub use rule::{MeasureScale, NumberRule, Rule, RuleForm, StageRule, StatementValue, number_rule};
pub use verdict::{ON_TRACK_PACE, SLIGHTLY_BEHIND_PACE, Status, StatusReason, UnjudgedReason, Verdict};
