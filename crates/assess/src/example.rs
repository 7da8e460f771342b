//! A worked example of every status, from the list itself: an indicator, a possible figure, and its assessment. Figures
//! are tried until the rules give the required status.

use list::{Better, Dataset, Date, Indicator, Stage};

use super::{Assessment, FigureInput, InputValue, NumberRule, Rule, RuleForm, StatementValue, Status, assess};

#[derive(Debug, Clone, PartialEq)]
pub struct Example<'d> {
    pub indicator: &'d Indicator,
    pub assessment: Assessment,
}

/// The progress of the tried numbers: 1 is the target, below 0 is the wrong direction.
const ON_THE_WAY: [f64; 6] = [1.0, 0.8, 0.5, 0.4, 0.2, -0.2];

/// The first indicator of the list for which a tried figure has this status; `None` if no target can have it.
pub fn example(dataset: &Dataset, status: Status) -> Option<Example<'_>> {
    dataset.indicators.iter().find_map(|indicator| {
        let rules = indicator.measures.iter().map(|measure| Rule::for_measure(dataset, indicator, measure));
        let rules = rules.chain(indicator.measures.is_empty().then(|| Rule::for_stage(dataset, indicator)));
        rules
            .flat_map(|rule| tried(&rule).into_iter().map(move |figure| assess(&rule, Some(&figure))))
            .find(|assessment| assessment.verdict.status() == Some(status))
            .map(|assessment| Example { indicator, assessment })
    })
}

/// Possible figures under a rule: before the due day and on it.
fn tried(rule: &Rule) -> Vec<FigureInput> {
    let values: Vec<InputValue> = match &rule.form {
        RuleForm::Number(scale, number) => {
            amounts(*number).into_iter().map(|amount| InputValue::Amount { amount, unit: scale.unit.clone() }).collect()
        }
        RuleForm::Words(_) => Stage::ALL.into_iter().map(InputValue::Stage).collect(),
    };
    let days: Vec<Date> = on_the_way(rule).into_iter().chain([rule.period.due]).collect();
    let on_days = |value| days.iter().map(move |day| FigureInput { value: InputValue::clone(value), date: Some(*day) });
    values.iter().flat_map(on_days).collect()
}

/// The end of the first fiscal year within the period.
fn on_the_way(rule: &Rule) -> Option<Date> {
    let (from, due) = (rule.period.from, rule.period.due);
    (from.year()..=due.year()).filter_map(|year| Date::from_ymd(year, 3, 31).ok()).find(|day| *day > from && *day < due)
}

fn amounts(rule: NumberRule) -> Vec<f64> {
    let around = |stated: StatementValue, shares: [f64; 3]| {
        shares.map(|share| like(stated.amount, stated.amount * share)).to_vec()
    };
    match rule {
        NumberRule::Reach { from, to } => {
            ON_THE_WAY.map(|share| like(to.amount, from.amount + share * (to.amount - from.amount))).to_vec()
        }
        NumberRule::Ceiling { limit, .. } => around(limit, [0.9, 1.0, 1.1]),
        NumberRule::TargetOnly { to, .. } => around(to, [1.0, 0.9, 1.1]),
        NumberRule::Hold { level, better } => match better {
            Better::Lower => around(level, [1.0, 0.9, 1.1]),
            Better::Higher => around(level, [1.0, 1.1, 0.9]),
        },
        NumberRule::Direction { from, .. } => around(from, [1.1, 1.0, 0.9]),
    }
}

/// A number as precise as a printed one: whole if possible, else with one decimal.
fn like(printed: f64, value: f64) -> f64 {
    if printed.fract() == 0.0 { value.round() } else { (value * 10.0).round() / 10.0 }
}
