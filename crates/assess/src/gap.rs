//! What follows from the official statement alone: the distance from the current value to the target. A gap is not
//! progress, so no sentence here describes progress.

use super::{NumberRule, Rule, RuleForm, Span};

/// The difference of two official numbers. All numbers finite, in the measure's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    pub current: f64,
    pub target: f64,
    /// Target minus current value; negative for a falling target.
    pub difference: f64,
    /// The relative difference, or why there is none.
    pub change: RelativeChange,
    /// The difference per year of the period, if the period has a length.
    pub per_year: Option<f64>,
    /// The length of the period, if the target is due after the day of the current value.
    pub span: Option<Span>,
    /// 約 is printed on either side.
    pub approximate: bool,
}

/// A difference relative to the current value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RelativeChange {
    /// The share, 0.4 for 40 %. Finite.
    Share(f64),
    /// The current value is 0, so there is no relative difference.
    FromZero,
    /// Both numbers are shares already; the difference is in percentage points.
    OfShares,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoGap {
    WithinCeiling,
    Hold,
    NoAmount,
    NoCurrentNumber,
    Words,
}

pub fn gap(rule: &Rule) -> Result<Gap, NoGap> {
    let RuleForm::Number(scale, number) = &rule.form else {
        return Err(NoGap::Words);
    };
    let (from, to) = match *number {
        NumberRule::Reach { from, to } => (from, to),
        NumberRule::Ceiling { current: Some(current), limit } if current.amount > limit.amount => (current, limit),
        NumberRule::Ceiling { current: Some(_), .. } => return Err(NoGap::WithinCeiling),
        NumberRule::Hold { .. } => return Err(NoGap::Hold),
        NumberRule::Direction { .. } => return Err(NoGap::NoAmount),
        NumberRule::TargetOnly { .. } | NumberRule::Ceiling { current: None, .. } => {
            return Err(NoGap::NoCurrentNumber);
        }
    };
    let difference = to.amount - from.amount;
    let span = rule.period.span();
    let change = if scale.is_share() {
        RelativeChange::OfShares
    } else {
        // With a baseline close to 0 the share overflows and says nothing, as with 0.
        let share = difference / from.amount.abs();
        if share.is_finite() { RelativeChange::Share(share) } else { RelativeChange::FromZero }
    };
    Ok(Gap {
        current: from.amount,
        target: to.amount,
        difference,
        change,
        per_year: span.map(|span| difference / span.years()).filter(|rate| rate.is_finite()),
        span,
        approximate: from.approximate || to.approximate,
    })
}
