//! Sentences that explain an assessment with its numbers.

use std::cmp::Ordering;

use assess::{
    Assessment, IndicatorAssessment, InputValue, MeasureScale, NumberRule, ON_TRACK_PACE, Rollup, Rule, RuleForm,
    SLIGHTLY_BEHIND_PACE, StageRule, StatementValue, StatusReason, Timing, UnjudgedReason, Verdict,
};
use format::dates;
use list::{Better, MeasurePosition, Stage, TargetKind};

use crate::{
    gap::{change_unit, stated_label, verb},
    separated,
    text::{assessment as text, wording},
};

/// The explanation: baseline, target, figure, formula and status in one short text.
pub fn explanation(assessment: &Assessment) -> String {
    let Some(figure) = &assessment.figure else {
        return text::no_figure().to_owned();
    };
    let sentence = match (&assessment.rule.form, &figure.value) {
        (RuleForm::Number(scale, rule), InputValue::Amount { amount, unit }) => {
            let sentence = ExplanationBuilder { assessment, scale }.number(*rule, *amount, unit);
            if scale.label.is_empty() { sentence } else { text::labelled(&scale.label, sentence) }
        }
        (RuleForm::Words(words), InputValue::Stage(stage)) => stage_sentence(assessment, words, wording::stage(*stage)),
        (RuleForm::Number(..), InputValue::Stage(stage)) => text::stage_for_number(wording::stage(*stage)),
        (RuleForm::Words(words), InputValue::Amount { amount, unit }) => {
            text::number_for_words(&words.target, format::quantity(*amount, unit))
        }
    };
    sentence + &notes(assessment)
}

/// What remains: the missing amount, and the amount per year, if these are numbers.
pub fn outlook(assessment: &Assessment) -> Option<String> {
    let (RuleForm::Number(scale, rule), Some(remaining)) = (&assessment.rule.form, assessment.remaining) else {
        return None;
    };
    let rising = match *rule {
        NumberRule::Reach { from, to } => to.amount > from.amount,
        NumberRule::TargetOnly { better, .. } => better == Better::Higher,
        NumberRule::Ceiling { .. } | NumberRule::Hold { .. } | NumberRule::Direction { .. } => {
            return None;
        }
    };
    let rate = assessment.needed_per_year?;
    let sentence = if rising { text::outlook_rising } else { text::outlook_falling };
    Some(sentence(
        format::number_or_about(remaining),
        change_unit(scale),
        dates::short(assessment.rule.period.due),
        format::number_or_about(rate),
    ))
}

/// For example 『順調』; empty without a status.
fn status_word(assessment: &Assessment) -> String {
    assessment.verdict.status().map_or_else(String::new, |status| text::status(wording::status(status)))
}

/// 「（令和4年度末）」.
fn figure_day(assessment: &Assessment) -> String {
    let date = assessment.figure.as_ref().and_then(|figure| figure.date);
    date.map_or_else(|| text::no_day().to_owned(), |date| text::day(dates::short(date)))
}

fn stage_sentence(assessment: &Assessment, words: &StageRule, stage: &str) -> String {
    let figure = text::stage::figure(stage, figure_day(assessment));
    let head = text::stage::head(&words.target, dates::short(assessment.rule.period.due));
    let needed = wording::stage(words.needed);
    let status = status_word(assessment);
    let sentence = match assessment.verdict {
        Verdict::CannotJudge(why) => cannot(why, &figure, &assessment.rule),
        Verdict::Judged(StatusReason::StageReached) if words.needed == Stage::Done => text::stage::done(figure, status),
        Verdict::Judged(StatusReason::StageReached) => text::stage::reached(figure, needed, status),
        Verdict::Judged(StatusReason::StageNotStarted) => text::stage::not_started(figure, status),
        Verdict::Judged(_) | Verdict::NoFigure => text::stage::underway(figure, needed, status),
    };
    head + &sentence
}

/// Cautions about the statement rather than the formula.
fn notes(assessment: &Assessment) -> String {
    let mut notes = String::new();
    if let RuleForm::Number(scale, rule) = &assessment.rule.form {
        if rule.is_approximate() && assessment.verdict.status().is_some() {
            notes += text::approximate();
        }
        if scale.place == MeasurePosition::Bracket {
            notes += text::bracket();
        }
    }
    if assessment.timing == Some(Timing::AfterDue)
        && assessment.verdict.status().is_some()
        && assessment.verdict != Verdict::Judged(StatusReason::ShortAfterDue)
    {
        notes += text::after_due();
    }
    notes
}

/// The explanations of all parts that have a figure.
pub fn explanations(assessment: &IndicatorAssessment) -> Vec<String> {
    let parts = assessment.parts.iter().map(|part| &part.assessment);
    parts.filter(|assessment| assessment.figure.is_some()).map(explanation).collect()
}

/// A pace with two decimals. It is never shown as one that has a better status.
pub fn shown_pace(pace: f64) -> String {
    format::below_limits(pace, 2, &[0.0, SLIGHTLY_BEHIND_PACE, ON_TRACK_PACE])
}

/// Why several numbers have no status together, if so.
pub fn unjudged_note(assessment: &IndicatorAssessment) -> Option<String> {
    let leading = assessment.leading();
    match assessment.verdict {
        Verdict::CannotJudge(UnjudgedReason::PartOfMeasures) => {
            let entered = leading.iter().filter(|a| a.figure.is_some()).count();
            Some(text::unjudged::part_of_measures(leading.len(), entered))
        }
        Verdict::CannotJudge(UnjudgedReason::MeasuresDiffer) => {
            let each: Vec<String> = leading
                .iter()
                .filter_map(|a| match (&a.rule.form, a.verdict.status()) {
                    (RuleForm::Number(scale, _), Some(status)) => {
                        Some(text::unjudged::measure(&scale.label, wording::status(status)))
                    }
                    _ => None,
                })
                .collect();
            Some(text::unjudged::measures_differ(separated(&each)))
        }
        _ => None,
    }
}

/// The counts in words, each with the same total.
pub fn rollup_sentence(rollup: &Rollup) -> String {
    use text::rollup as words;
    if rollup.with_figure() == 0 {
        return words::nothing(rollup.total);
    }
    let mut sentences = words::with_figure(rollup.total, rollup.with_figure());
    if rollup.judged() > 0 {
        let counts = rollup.counts.iter().map(|(status, count)| words::status(wording::status(*status), count));
        sentences += &words::judged(rollup.judged(), separated(&counts.collect::<Vec<_>>()));
    }
    if !rollup.cannot_judge.is_empty() {
        sentences += &words::cannot_judge(rollup.cannot_judge.len());
    }
    if rollup.without_figure > 0 {
        sentences += &words::without_figure(rollup.without_figure);
    }
    sentences
}

/// Makes the sentences of number rules.
struct ExplanationBuilder<'a> {
    assessment: &'a Assessment,
    scale: &'a MeasureScale,
}

impl ExplanationBuilder<'_> {
    fn number(&self, rule: NumberRule, entered: f64, unit: &str) -> String {
        let figure = self.figure(entered, unit);
        let head = self.head(rule);
        let verdict = self.assessment.verdict;
        let amount = match (verdict, self.assessment.amount) {
            // Without a date there is still a progress to state.
            (Verdict::CannotJudge(UnjudgedReason::NoDate | UnjudgedReason::NoOfficialCurrent), Some(x)) => x,
            (Verdict::Judged(_), Some(x)) => x,
            (Verdict::CannotJudge(UnjudgedReason::OtherUnit), _) => {
                return head + &text::unjudged::other_unit(unit, &self.scale.unit);
            }
            (Verdict::CannotJudge(why), _) => {
                return head + &cannot(why, &figure, &self.assessment.rule);
            }
            (Verdict::NoFigure | Verdict::Judged(_), _) => return head,
        };
        let tail = match rule {
            NumberRule::Reach { from, to } => self.reach(from.amount, to.amount, amount),
            NumberRule::TargetOnly { to, better } => self.target_only(to.amount, better, amount),
            NumberRule::Ceiling { limit, .. } => match self.side(limit.amount, amount) {
                None => text::number::at_limit(self.status()),
                Some(side) => text::number::beside_limit(side, self.status()),
            },
            NumberRule::Hold { level, .. } => match self.side(level.amount, amount) {
                None => text::number::at_level(self.status()),
                Some(side) => text::number::beside_level(side, self.status()),
            },
            NumberRule::Direction { from, .. } => match self.side(from.amount, amount) {
                None => text::number::at_current(self.status()),
                Some(side) => text::number::beside_current(side, self.status()),
            },
        };
        format!("{head}{figure}{tail}")
    }

    /// What the figure is compared with.
    fn head(&self, rule: NumberRule) -> String {
        let period = self.assessment.rule.period;
        let (from_day, due) = (dates::short(period.from), dates::short(period.due));
        let shown = |stated: StatementValue| stated_label(stated, self.scale);
        match rule {
            NumberRule::Reach { from, to } => {
                let sentence =
                    if to.amount < from.amount { text::head::reach_falling } else { text::head::reach_rising };
                sentence(shown(from), from_day, shown(to), due, self.apart(from.amount, to.amount))
            }
            NumberRule::Ceiling { limit, .. } => text::head::ceiling(shown(limit), due),
            NumberRule::Hold { level, .. } => text::head::hold(shown(level), due),
            NumberRule::Direction { from, .. } if self.assessment.rule.kind == TargetKind::Extend => {
                text::head::extend(shown(from), from_day, due)
            }
            NumberRule::Direction { from, better } => {
                text::head::direction(shown(from), from_day, verb(better, self.scale), due)
            }
            NumberRule::TargetOnly { to, .. } => text::head::target(shown(to), due),
        }
    }

    /// For example 「想定 44校（令和4年度末）」, with the conversion if there was one.
    fn figure(&self, entered: f64, unit: &str) -> String {
        let own_unit = if unit.is_empty() { &self.scale.unit } else { unit };
        let mut figure = text::figure(format::quantity(entered, own_unit));
        if let Some(amount) = self.assessment.amount
            && amount.to_bits() != entered.to_bits()
        {
            figure += &text::converted(format::quantity(amount, &self.scale.unit));
        }
        figure + &figure_day(self.assessment)
    }

    fn reach(&self, from: f64, to: f64, amount: f64) -> String {
        let progress = self.assessment.progress.unwrap_or_default();
        let status = self.status();
        let moved = self.apart(from, amount);
        let movement = if progress < 0.0 {
            text::number::moved_back(moved, format::percent(progress))
        } else {
            text::number::moved(moved, format::share(progress))
        };
        let missing = self.apart(amount, to);
        let rising = to > from;
        match self.assessment.verdict {
            Verdict::Judged(StatusReason::Reached) => text::way::reached(movement, status),
            Verdict::Judged(StatusReason::Overshot) if rising => text::way::overshot(movement, missing, status),
            Verdict::Judged(StatusReason::Overshot) => text::way::undershot(movement, missing, status),
            Verdict::Judged(StatusReason::ShortOnDueDay) => {
                text::way::short_on_due_day(movement, lacking(rising, missing), status)
            }
            Verdict::Judged(StatusReason::ShortAfterDue) => {
                text::way::short_after_due(movement, self.days_late(), lacking(rising, missing), status)
            }
            Verdict::Judged(StatusReason::MovedAway) => text::way::moved_away(movement, status),
            Verdict::CannotJudge(_) | Verdict::NoFigure => text::way::no_date(movement),
            Verdict::Judged(_) => match (self.assessment.elapsed, self.assessment.pace) {
                (Some(elapsed), Some(pace)) => text::way::pace(
                    movement,
                    format::percent(elapsed.ratio()),
                    format::exact(f64::from(elapsed.days)),
                    format::exact(f64::from(elapsed.of)),
                    shown_pace(pace),
                    status,
                ),
                _ => text::way::judged(movement, status),
            },
        }
    }

    fn target_only(&self, to: f64, better: Better, amount: f64) -> String {
        let status = self.status();
        let missing = self.apart(amount, to);
        let rising = better == Better::Higher;
        match self.assessment.verdict {
            Verdict::Judged(StatusReason::Overshot) if rising => text::number::overshot(missing, status),
            Verdict::Judged(StatusReason::Overshot) => text::number::undershot(missing, status),
            Verdict::Judged(StatusReason::ShortOnDueDay) => {
                text::number::short_on_due_day(lacking(rising, missing), status)
            }
            Verdict::Judged(StatusReason::ShortAfterDue) => {
                text::number::short_after_due(self.days_late(), lacking(rising, missing), status)
            }
            Verdict::Judged(_) => text::number::reached(status),
            Verdict::CannotJudge(_) | Verdict::NoFigure => text::number::no_current(missing),
        }
    }

    /// For example 「1.0ポイント下回る」; `None` if the two are equal.
    fn side(&self, official: f64, amount: f64) -> Option<String> {
        match amount.total_cmp(&official) {
            Ordering::Less => Some(text::number::below(self.apart(official, amount))),
            Ordering::Equal => None,
            Ordering::Greater => Some(text::number::above(self.apart(official, amount))),
        }
    }

    fn apart(&self, a: f64, b: f64) -> String {
        format::difference(a, b, &self.scale.unit)
    }

    fn status(&self) -> String {
        status_word(self.assessment)
    }

    fn days_late(&self) -> String {
        let date = self.assessment.figure.as_ref().and_then(|figure| figure.date);
        let days = date.map(|date| date.days_since(self.assessment.rule.period.due));
        days.map_or_else(String::new, |days| format::exact(f64::from(days)))
    }
}

fn lacking(rising: bool, missing: String) -> String {
    if rising { text::number::lacking(missing) } else { text::number::too_many(missing) }
}

/// Why a figure cannot be assessed, if the reason is the same for all rules.
fn cannot(why: UnjudgedReason, figure: &str, rule: &Rule) -> String {
    match why {
        UnjudgedReason::BeforeBaseline => text::unjudged::before_baseline(figure, dates::short(rule.period.from)),
        UnjudgedReason::OnBaselineDay => text::unjudged::on_baseline_day(figure),
        UnjudgedReason::OutOfRange => text::unjudged::out_of_range().to_owned(),
        UnjudgedReason::NoDate
        | UnjudgedReason::OtherUnit
        | UnjudgedReason::NoOfficialCurrent
        | UnjudgedReason::NumberForWords
        | UnjudgedReason::StageForNumber
        | UnjudgedReason::PartOfMeasures
        | UnjudgedReason::MeasuresDiffer => text::unjudged::other(figure, wording::why(why)),
    }
}
