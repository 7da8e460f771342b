//! The track: from the current value to the target, with the reader's own figure on it, as positions only.

use std::cmp::Ordering;

use assess::{InputValue, NumberRule, Rule, RuleForm, subjects};
use format::unit;
use list::{Better, Dataset, Indicator, Stage};

/// How far a track extends beyond its ends, as a share of its length; anything farther out is drawn at that end.
const OVERHANG: f64 = 0.18;

/// Positions: 0 at the current value, 1 at the target. `own` is the reader's figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Track {
    /// From one number to another.
    Reach { own: Option<f64> },
    /// To a number, without a stated current number; 0 is the number 0.
    TargetOnly { own: Option<f64> },
    /// Below a limit, which is 1; 0 is well below it.
    Ceiling { current: Option<f64>, own: Option<f64> },
    /// At a level to be held; `Greater` is above it.
    Hold { own: Option<Ordering> },
    /// In a direction, without an amount; `Greater` is above the current value.
    Direction { rising: bool, own: Option<Ordering> },
    /// By stages instead of numbers.
    Stages { current: Option<Stage>, target: Option<Stage>, own: Option<Stage> },
}

/// The track of an indicator's leading subject. `own` is a figure for that subject; one in another unit is not drawn.
pub fn track(dataset: &Dataset, indicator: &Indicator, own: Option<&InputValue>) -> Track {
    let stages = || Track::Stages {
        current: indicator.current.stage,
        target: indicator.target.stage,
        own: own.and_then(|value| match value {
            InputValue::Stage(stage) => Some(*stage),
            InputValue::Amount { .. } => None,
        }),
    };
    let leading = subjects(indicator).into_iter().find_map(|subject| subject.measure(indicator));
    let Some(measure) = leading else {
        return stages();
    };
    let RuleForm::Number(scale, rule) = Rule::for_measure(dataset, indicator, measure).form else {
        return stages();
    };
    let own = own.and_then(|value| match value {
        InputValue::Amount { amount, unit: own_unit } => unit::convert(*amount, own_unit, &scale.unit),
        InputValue::Stage(_) => None,
    });
    match rule {
        NumberRule::Reach { from, to } => Track::Reach { own: own.and_then(|x| share(x, from.amount, to.amount)) },
        NumberRule::TargetOnly { to, .. } => Track::TargetOnly { own: own.and_then(|x| share(x, 0.0, to.amount)) },
        NumberRule::Ceiling { current, limit } => {
            // The scale extends to three gaps below the limit, so that the gap itself is easy to see.
            let gap = current.map_or(limit.amount.abs() * 0.1, |now| (limit.amount - now.amount).abs());
            let floor = if gap > 0.0 { limit.amount - 3.0 * gap } else { 0.0 };
            let at = |x| share(x, floor, limit.amount);
            Track::Ceiling { current: current.and_then(|now| at(now.amount)), own: own.and_then(at) }
        }
        NumberRule::Hold { level, .. } => Track::Hold { own: own.and_then(|x| x.partial_cmp(&level.amount)) },
        NumberRule::Direction { from, better } => {
            Track::Direction { rising: better == Better::Higher, own: own.and_then(|x| x.partial_cmp(&from.amount)) }
        }
    }
}

/// The position of `x` between two numbers; `None` if they are equal or not finite.
fn share(x: f64, from: f64, to: f64) -> Option<f64> {
    let share = (x - from) / (to - from);
    share.is_finite().then(|| share.clamp(-OVERHANG, 1.0 + OVERHANG))
}
