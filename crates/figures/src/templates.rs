//! Scenarios that follow from the list alone, to start from or to compare with.

use assess::{NumberRule, Period, Rule, RuleForm, StageRule, subjects};
use list::{Dataset, Date, Indicator, IndicatorId, Measure, Stage};

use super::figure::{Basis, Figure, FigureValue, Number, Subject, Timestamp, UnknownFields};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScenarioTemplate {
    /// 目標達成: every target is reached on the day it is due.
    TargetsMet,
    /// 現状維持: all values stay at the official current values until a day.
    AsToday(Date),
    /// 直線ペース: all values are at an even pace on a day.
    EvenPace(Date),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// The target has a direction without an amount, so no particular figure fulfils it.
    DirectionOnly,
    /// The target is words, which have no pace.
    Words,
    NoCurrentNumber,
    NoCurrentStage,
    /// The day is not after the day of the official current value.
    BeforeBaseline,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TemplateResult {
    /// In the order of the list.
    pub figures: Vec<Figure>,
    /// Every indicator without a figure, with the reason, in the order of the list.
    pub left_out: Vec<(IndicatorId, SkipReason)>,
}

impl ScenarioTemplate {
    pub fn make(self, dataset: &Dataset) -> TemplateResult {
        let mut made = TemplateResult::default();
        for indicator in &dataset.indicators {
            match self.figures(dataset, indicator) {
                Ok(figures) => made.figures.extend(figures),
                Err(why) => made.left_out.push((indicator.id.clone(), why)),
            }
        }
        made
    }

    /// One figure for each number that the target concerns, or the stage if there is no such number.
    fn figures(self, dataset: &Dataset, indicator: &Indicator) -> Result<Vec<Figure>, SkipReason> {
        let period = Period::of(dataset, indicator);
        let date = match self {
            Self::TargetsMet => period.due,
            Self::AsToday(date) | Self::EvenPace(date) => date,
        };
        if date <= period.from {
            return Err(SkipReason::BeforeBaseline);
        }
        let figure = |value| Figure {
            indicator: indicator.id.clone(),
            value,
            date,
            basis: Basis::Assumed,
            note: String::new(),
            source: None,
            edited: Timestamp::default(),
            extra: UnknownFields::new(),
        };
        let mut figures = Vec::new();
        let mut why = None;
        for subject in subjects(indicator) {
            let value = match subject {
                Subject::Measure(id) => indicator
                    .measure(&id)
                    .map(|measure| self.amount(&Rule::for_measure(dataset, indicator, measure), measure, date)),
                // If there are numbers, they decide; a stage would repeat them.
                Subject::Stage if figures.is_empty() => Some(self.stage(indicator)),
                Subject::Stage => None,
            };
            match value {
                Some(Ok(value)) => figures.push(figure(value)),
                Some(Err(reason)) => why = why.or(Some(reason)),
                None => {}
            }
        }
        match why {
            Some(why) if figures.is_empty() => Err(why),
            _ => Ok(figures),
        }
    }

    fn stage(self, indicator: &Indicator) -> Result<FigureValue, SkipReason> {
        let stage: Result<Stage, SkipReason> = match self {
            Self::TargetsMet => Ok(StageRule::of(indicator).needed),
            Self::AsToday(_) => indicator.current.stage.ok_or(SkipReason::NoCurrentStage),
            Self::EvenPace(_) => Err(SkipReason::Words),
        };
        stage.map(FigureValue::Stage)
    }

    fn amount(self, rule: &Rule, measure: &Measure, date: Date) -> Result<FigureValue, SkipReason> {
        let RuleForm::Number(_, number) = &rule.form else {
            return Err(SkipReason::Words);
        };
        let amount = match (self, *number) {
            (_, NumberRule::Hold { level, .. }) => Ok(level.amount),
            (Self::TargetsMet, NumberRule::Reach { to, .. } | NumberRule::TargetOnly { to, .. }) => Ok(to.amount),
            (Self::TargetsMet, NumberRule::Ceiling { limit, .. }) => Ok(limit.amount),
            (Self::AsToday(_), NumberRule::Reach { from, .. } | NumberRule::Direction { from, .. }) => Ok(from.amount),
            (Self::EvenPace(_), NumberRule::Reach { from, to }) => {
                let ratio = rule.period.elapsed(date).map_or(1.0, assess::Elapsed::ratio);
                Ok(on_the_way(from.amount, to.amount, ratio))
            }
            (_, NumberRule::Ceiling { current, .. }) => {
                current.map(|current| current.amount).ok_or(SkipReason::NoCurrentNumber)
            }
            (_, NumberRule::TargetOnly { .. }) => Err(SkipReason::NoCurrentNumber),
            (_, NumberRule::Direction { .. }) => Err(SkipReason::DirectionOnly),
        }?;
        // The loader accepts only official numbers that are valid figures, so numbers between them are valid too.
        let number = Number::new(amount).ok_or(SkipReason::NoCurrentNumber)?;
        Ok(FigureValue::Amount { measure: measure.id.clone(), number, unit: measure.unit.clone() })
    }
}

/// The number at `ratio` of the way, at most the target. Rounded towards the target to the decimals of the two numbers: a
/// count stays whole, and the figure is never behind the even pace. It has more decimals where it would be the target before
/// its time.
fn on_the_way(from: f64, to: f64, ratio: f64) -> f64 {
    let ratio = ratio.clamp(0.0, 1.0);
    let decimals = format::decimals(from, 6).max(format::decimals(to, 6));
    let mut rounded = (decimals..=6).map(|decimals| {
        let scale = 10_f64.powi(decimals.into());
        let exact = (from + (to - from) * ratio) * scale;
        // A rounding error must not move a whole number to the next one.
        let slack = 1e-7;
        let rounded = if to >= from { (exact - slack).ceil() } else { (exact + slack).floor() };
        rounded / scale
    });
    rounded.find(|rounded| ratio >= 1.0 || *rounded != to).unwrap_or(to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interpolated_numbers_are_rounded_towards_the_target() {
        for (from, to, ratio, at) in [
            (37.0, 52.0, 0.5, 45.0),
            (37.0, 52.0, 0.0, 37.0),
            (37.0, 52.0, 1.0, 52.0),
            (37.0, 52.0, 1.7, 52.0),
            (10.0, 5.0, 0.5, 7.0),
            (0.0, 10.0, 0.5, 5.0),
            (7.0, 8.0, 0.5, 7.5),
            (6.0, 7.0, 0.5, 6.5),
            (2.0, 1.0, 0.95, 1.05),
            (7.0, 8.0, 0.96, 7.96),
            (45.5, 50.0, 0.5, 47.8),
            (0.1, 0.3, 1.0, 0.3),
            (14_500.0, 50_000.0, 365.0 / 731.0, 32_226.0),
        ] {
            assert!((on_the_way(from, to, ratio) - at).abs() < 1e-9, "{from} {to} {ratio}");
        }
    }
}
