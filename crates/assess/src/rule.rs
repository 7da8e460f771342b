//! The rule that assesses a target, derived from what the document states.
//!
//! | what is stated | rule |
//! |---|---|
//! | a ceiling (以下) | [`NumberRule::Ceiling`] |
//! | two different numbers | [`NumberRule::Reach`] |
//! | two equal numbers, or one number to be held | [`NumberRule::Hold`] |
//! | a current number, and a direction or an extension as target | [`NumberRule::Direction`] |
//! | a number only as target | [`NumberRule::TargetOnly`] |
//! | words on both sides, or a number that the target does not concern | [`StageRule`] |

use format::unit;
use list::{Better, Dataset, Extent, Indicator, Measure, MeasurePosition, Quantity, Stage, TargetKind};

use super::Period;

/// Everything about the official statement that an assessment needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub kind: TargetKind,
    pub period: Period,
    pub form: RuleForm,
}

#[derive(Debug, Clone, PartialEq)]
pub enum RuleForm {
    Number(MeasureScale, NumberRule),
    Words(StageRule),
}

#[derive(Debug, Clone, PartialEq)]
pub struct MeasureScale {
    /// What is counted, e.g. 定員; empty if the indicator's name says it.
    pub label: String,
    /// The unit of every number under the rule.
    pub unit: String,
    /// Whether the numbers are in the cell itself or only in 〔〕.
    pub place: MeasurePosition,
}

impl MeasureScale {
    pub fn is_share(&self) -> bool {
        unit::is_share(&self.unit)
    }
}

/// An official number with what rules and sentences need. In the unit of its [`MeasureScale`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatementValue {
    pub amount: f64,
    /// 約 is printed.
    pub approximate: bool,
    /// 年間 is printed.
    pub per_year: bool,
}

impl StatementValue {
    fn of(quantity: &Quantity) -> Self {
        Self {
            amount: quantity.amount,
            approximate: quantity.approximate,
            per_year: quantity.extent == Some(Extent::PerYear),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberRule {
    /// From one number to a different one, upwards or downwards.
    Reach { from: StatementValue, to: StatementValue },
    /// Stay at or below a number.
    Ceiling { current: Option<StatementValue>, limit: StatementValue },
    /// Keep or improve a number.
    Hold { level: StatementValue, better: Better },
    /// A direction from a number, without an amount.
    Direction { from: StatementValue, better: Better },
    /// A number as target; the current value is words.
    TargetOnly { to: StatementValue, better: Better },
}

impl NumberRule {
    /// 約 is printed at any number the rule uses.
    pub fn is_approximate(&self) -> bool {
        match self {
            Self::Reach { from, to } => from.approximate || to.approximate,
            Self::Ceiling { limit: only, .. }
            | Self::Hold { level: only, .. }
            | Self::Direction { from: only, .. }
            | Self::TargetOnly { to: only, .. } => only.approximate,
        }
    }
}

/// A target in words.
#[derive(Debug, Clone, PartialEq)]
pub struct StageRule {
    pub current: String,
    pub target: String,
    /// The stage at which the target counts as achieved, never [`Stage::NotStarted`].
    pub needed: Stage,
}

impl StageRule {
    pub fn of(indicator: &Indicator) -> Self {
        // If the target's words describe a later stage than the current ones, that stage is required. If both describe
        // the same stage (調整 → 調整), the stage cannot tell them apart, so what the target names has to be done.
        let needed = indicator
            .target
            .stage
            .filter(|target| {
                *target > Stage::NotStarted && indicator.current.stage.is_none_or(|current| current < *target)
            })
            .unwrap_or(Stage::Done);
        Self { current: indicator.current.printed(), target: indicator.target.printed(), needed }
    }
}

impl Rule {
    /// The rule for one measure of an indicator. If the target does not concern the measure's number (実施〔5回〕 → 実施), it
    /// is the rule of the indicator's words.
    pub fn for_measure(dataset: &Dataset, indicator: &Indicator, measure: &Measure) -> Self {
        let form = number_rule(indicator.kind, measure).map_or_else(
            || RuleForm::Words(StageRule::of(indicator)),
            |rule| {
                let scale =
                    MeasureScale { label: measure.label.clone(), unit: measure.unit.clone(), place: measure.place };
                RuleForm::Number(scale, rule)
            },
        );
        Self { kind: indicator.kind, period: Period::of(dataset, indicator), form }
    }

    pub fn for_stage(dataset: &Dataset, indicator: &Indicator) -> Self {
        Self {
            kind: indicator.kind,
            period: Period::of(dataset, indicator),
            form: RuleForm::Words(StageRule::of(indicator)),
        }
    }

    pub fn is_number(&self) -> bool {
        matches!(self.form, RuleForm::Number(..))
    }
}

/// The number rule of a measure; `None` if the target says nothing about its number.
pub fn number_rule(kind: TargetKind, measure: &Measure) -> Option<NumberRule> {
    let better = measure.better;
    let current = measure.current.as_ref().map(StatementValue::of);
    let target = measure.target.as_ref().map(StatementValue::of);
    let is_ceiling = kind == TargetKind::Ceiling || measure.target.as_ref().is_some_and(|q| q.at_most);
    match (current, target) {
        (current, Some(limit)) if is_ceiling => Some(NumberRule::Ceiling { current, limit }),
        // Equal printed numbers parse to equal floats, so exact equality is intended.
        (Some(from), Some(to)) if from.amount == to.amount => Some(NumberRule::Hold { level: to, better }),
        (Some(from), Some(to)) => Some(NumberRule::Reach { from, to }),
        (None, Some(level)) if kind == TargetKind::Hold => Some(NumberRule::Hold { level, better }),
        (None, Some(to)) => Some(NumberRule::TargetOnly { to, better }),
        (Some(from), None) => match kind {
            TargetKind::Hold => Some(NumberRule::Hold { level: from, better }),
            TargetKind::Direction | TargetKind::Extend | TargetKind::Reach => {
                Some(NumberRule::Direction { from, better })
            }
            TargetKind::Ceiling | TargetKind::Milestone => None,
        },
        (None, None) => None,
    }
}
