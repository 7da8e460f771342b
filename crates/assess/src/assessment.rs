//! Judging one figure by one rule.

use format::unit;
use list::{Better, Date, Stage};

use super::{
    Elapsed, NumberRule, ON_TRACK_PACE, Rule, RuleForm, SLIGHTLY_BEHIND_PACE, Span, StageRule, StatusReason, Timing,
    UnjudgedReason, Verdict,
};

/// Rounding slack, so that a pace that is exactly on a threshold on paper is on it here too.
const SLACK: f64 = 1e-9;

/// Beyond this, differences of two numbers are no longer exact to the unit.
const LARGEST_AMOUNT: f64 = 1e15;

#[derive(Debug, Clone, PartialEq)]
pub struct FigureInput {
    pub value: InputValue,
    pub date: Option<Date>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum InputValue {
    Amount {
        amount: f64,
        /// Its unit; empty for the measure's own.
        unit: String,
    },
    Stage(Stage),
}

/// The result for one figure. The verdict and the numbers are computed independently.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    pub verdict: Verdict,
    /// The share of the way from the current value to the target, (x − b) / (T − b): 0 at the current value, 1 at the
    /// target, below 0 and above 1 beyond them. Only for two different official numbers. Finite.
    pub progress: Option<f64>,
    /// [`Self::progress`] over the share of the period that has passed; 1 is an even pace. Only after the period's
    /// first day. Finite.
    pub pace: Option<f64>,
    /// How much of the period has passed on the figure's day.
    pub elapsed: Option<Elapsed>,
    /// The distance to the target, ceiling or level, in the measure's unit: 0 or more. Finite.
    pub remaining: Option<f64>,
    /// [`Self::remaining`] per year of the remaining time: more than 0. Only before the due day. Finite.
    pub needed_per_year: Option<f64>,
    /// Where the figure's day lies; `None` without a figure.
    pub timing: Option<Timing>,
    /// The figure's number in the measure's unit. Finite.
    pub amount: Option<f64>,
    pub rule: Rule,
    pub figure: Option<FigureInput>,
}

/// Judges a figure. Without one there is no progress of any kind.
pub fn assess(rule: &Rule, figure: Option<&FigureInput>) -> Assessment {
    let mut result = Assessment {
        verdict: Verdict::NoFigure,
        progress: None,
        pace: None,
        elapsed: None,
        remaining: None,
        needed_per_year: None,
        timing: None,
        amount: None,
        rule: rule.clone(),
        figure: figure.cloned(),
    };
    let Some(figure) = figure else {
        return result;
    };
    let timing = rule.period.timing(figure.date);
    result.timing = Some(timing);
    let is_early = timing == Timing::BeforeBaseline;
    let early = Verdict::CannotJudge(UnjudgedReason::BeforeBaseline);
    // `None` before the period.
    let elapsed = figure.date.and_then(|date| rule.period.elapsed(date));
    result.verdict = match (&rule.form, &figure.value) {
        (RuleForm::Number(scale, number), InputValue::Amount { amount, unit }) => {
            match unit::convert(*amount, unit, &scale.unit) {
                None => Verdict::CannotJudge(UnjudgedReason::OtherUnit),
                Some(x) if !x.is_finite() || x.abs() > LARGEST_AMOUNT => {
                    Verdict::CannotJudge(UnjudgedReason::OutOfRange)
                }
                Some(x) => {
                    (result.amount, result.elapsed) = (Some(x), elapsed);
                    if is_early { early } else { judge_number(*number, x, timing, &mut result) }
                }
            }
        }
        (RuleForm::Words(words), InputValue::Stage(stage)) => {
            result.elapsed = elapsed;
            if is_early { early } else { Verdict::Judged(judge_stage(words, *stage)) }
        }
        (RuleForm::Number(..), InputValue::Stage(_)) => Verdict::CannotJudge(UnjudgedReason::StageForNumber),
        (RuleForm::Words(_), InputValue::Amount { .. }) => Verdict::CannotJudge(UnjudgedReason::NumberForWords),
    };
    if let (Some(remaining), Some(date)) = (result.remaining, figure.date)
        && remaining > 0.0
        && matches!(timing, Timing::OnBaseline | Timing::Within)
    {
        result.needed_per_year =
            Span::between(date, rule.period.due).map(|rest| remaining / rest.years()).filter(|rate| rate.is_finite());
    }
    result
}

fn judge_number(rule: NumberRule, x: f64, timing: Timing, result: &mut Assessment) -> Verdict {
    match rule {
        NumberRule::Reach { from, to } => judge_reach(from.amount, to.amount, x, timing, result),
        NumberRule::TargetOnly { to, better } => {
            let missing = towards(better, x, to.amount);
            result.remaining = Some(missing.max(0.0));
            match timing {
                _ if missing <= 0.0 => Verdict::Judged(reached(missing)),
                Timing::OnDue => Verdict::Judged(StatusReason::ShortOnDueDay),
                Timing::AfterDue => Verdict::Judged(StatusReason::ShortAfterDue),
                _ => Verdict::CannotJudge(UnjudgedReason::NoOfficialCurrent),
            }
        }
        NumberRule::Ceiling { limit, .. } => {
            let over = x - limit.amount;
            result.remaining = Some(over.max(0.0));
            Verdict::Judged(if over <= 0.0 { StatusReason::WithinLimit } else { StatusReason::OverLimit })
        }
        NumberRule::Hold { level, better } => {
            let missing = towards(better, x, level.amount);
            result.remaining = Some(missing.max(0.0));
            Verdict::Judged(if missing <= 0.0 { StatusReason::LevelHeld } else { StatusReason::LevelLost })
        }
        NumberRule::Direction { from, better } => {
            // On the day of the current value nothing can have changed yet: two numbers for one day contradict each
            // other.
            if timing == Timing::OnBaseline {
                return Verdict::CannotJudge(UnjudgedReason::OnBaselineDay);
            }
            let moved = towards(better, from.amount, x);
            Verdict::Judged(if moved > 0.0 {
                StatusReason::DirectionFollowed
            } else if moved < 0.0 {
                StatusReason::DirectionReversed
            } else {
                StatusReason::NoMovement
            })
        }
    }
}

fn judge_reach(b: f64, target: f64, x: f64, timing: Timing, result: &mut Assessment) -> Verdict {
    let progress = (x - b) / (target - b);
    if !progress.is_finite() {
        return Verdict::CannotJudge(UnjudgedReason::OutOfRange);
    }
    let rising = if target > b { Better::Higher } else { Better::Lower };
    let missing = towards(rising, x, target);
    result.progress = Some(progress);
    result.remaining = Some(missing.max(0.0));
    result.pace = result
        .elapsed
        .filter(|elapsed| elapsed.days > 0)
        .map(|elapsed| progress / elapsed.ratio())
        .filter(|pace| pace.is_finite());
    if missing <= 0.0 {
        return Verdict::Judged(reached(missing));
    }
    match timing {
        Timing::OnDue => Verdict::Judged(StatusReason::ShortOnDueDay),
        Timing::AfterDue => Verdict::Judged(StatusReason::ShortAfterDue),
        Timing::Undated => Verdict::CannotJudge(UnjudgedReason::NoDate),
        Timing::OnBaseline => Verdict::CannotJudge(UnjudgedReason::OnBaselineDay),
        Timing::BeforeBaseline => Verdict::CannotJudge(UnjudgedReason::BeforeBaseline),
        Timing::Within => match result.pace {
            _ if towards(rising, b, x) < 0.0 => Verdict::Judged(StatusReason::MovedAway),
            Some(pace) if pace >= ON_TRACK_PACE - SLACK => Verdict::Judged(StatusReason::PaceOnTrack),
            Some(pace) if pace >= SLIGHTLY_BEHIND_PACE - SLACK => Verdict::Judged(StatusReason::PaceSlightlyBehind),
            Some(_) => Verdict::Judged(StatusReason::PaceBehind),
            None => Verdict::CannotJudge(UnjudgedReason::OutOfRange),
        },
    }
}

fn judge_stage(words: &StageRule, stage: Stage) -> StatusReason {
    if stage >= words.needed {
        StatusReason::StageReached
    } else if stage == Stage::NotStarted {
        StatusReason::StageNotStarted
    } else {
        StatusReason::StageUnderway
    }
}

/// The difference of two numbers, positive in the good direction.
fn towards(better: Better, from: f64, to: f64) -> f64 {
    match better {
        Better::Higher => to - from,
        Better::Lower => from - to,
    }
}

/// The reason for a figure that has nothing missing.
fn reached(missing: f64) -> StatusReason {
    if missing < 0.0 { StatusReason::Overshot } else { StatusReason::Reached }
}
