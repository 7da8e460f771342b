//! Random rules and figures.

use assess::{FigureInput, InputValue, Rule};
use list::{Better, Date, TargetKind};
use proptest::prelude::*;

use super::builders::make;

fn kind() -> impl Strategy<Value = TargetKind> {
    prop::sample::select(TargetKind::ALL.to_vec())
}

pub fn some_day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of((2020..2027_i32, 1..13_u8, 1..29_u8).prop_map(|(y, m, d)| Date::from_ymd(y, m, d).unwrap()))
}

/// Tenths from a narrow range, so that ties with official numbers happen often.
pub fn tenths() -> impl Strategy<Value = f64> + Clone {
    (-40..40_i32).prop_map(|n| f64::from(n) / 10.0)
}

/// Any number a dataset could hold, up to the largest there are.
pub fn finite() -> impl Strategy<Value = f64> + Clone {
    use prop::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO
}

#[derive(Debug, Clone)]
pub struct RuleCase {
    kind: TargetKind,
    current: Option<f64>,
    target: Option<f64>,
    better: Better,
}

impl RuleCase {
    pub fn rule(&self, factor: f64) -> Rule {
        make("9-1", self.kind, "検討", "実施")
            .number(self.current.map(|x| x * factor), self.target.map(|x| x * factor), "件")
            .with(|m| m.better = self.better)
            .rule()
    }
}

pub fn rule_case(amounts: impl Strategy<Value = f64> + Clone) -> impl Strategy<Value = RuleCase> {
    (
        kind(),
        prop::option::weighted(0.8, amounts.clone()),
        prop::option::weighted(0.8, amounts),
        prop::sample::select(vec![Better::Higher, Better::Lower]),
    )
        .prop_map(|(kind, current, target, better)| RuleCase { kind, current, target, better })
}

pub fn figure_input(x: f64, date: Option<Date>) -> FigureInput {
    FigureInput { value: InputValue::Amount { amount: x, unit: "件".to_owned() }, date }
}
