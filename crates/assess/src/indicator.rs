//! Assesses an indicator with everything it states: several numbers in one cell, a second number in 〔〕, words.

use list::{Dataset, Indicator, Measure, MeasureId, MeasurePosition, TargetKind};

use super::{Assessment, FigureInput, Rule, RuleForm, UnjudgedReason, Verdict, assess, number_rule};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    Measure(MeasureId),
    Stage,
}

impl Subject {
    pub fn measure_id(&self) -> Option<&MeasureId> {
        match self {
            Self::Measure(id) => Some(id),
            Self::Stage => None,
        }
    }

    /// The measure it is about; `None` for a stage, and for a measure that this edition of the list does not have.
    pub fn measure<'i>(&self, indicator: &'i Indicator) -> Option<&'i Measure> {
        indicator.measure(self.measure_id()?)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct SubjectAssessment {
    pub subject: Subject,
    pub assessment: Assessment,
}

#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorAssessment {
    /// One for each of [`subjects`], in that order.
    pub parts: Vec<SubjectAssessment>,
    pub verdict: Verdict,
}

impl IndicatorAssessment {
    /// The numbers that decide: those in the cell itself, or else those in 〔〕.
    pub fn leading(&self) -> Vec<&Assessment> {
        leading(&self.parts)
    }
}

/// What a figure for this indicator can be about: each number that the target concerns, and the stage if the target is
/// an extension or a milestone or states no number at all. Never empty.
pub fn subjects(indicator: &Indicator) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = indicator
        .measures
        .iter()
        .filter(|measure| number_rule(indicator.kind, measure).is_some())
        .map(|measure| Subject::Measure(measure.id.clone()))
        .collect();
    let in_words = matches!(indicator.kind, TargetKind::Extend | TargetKind::Milestone);
    if in_words || subjects.is_empty() {
        subjects.push(Subject::Stage);
    }
    subjects
}

/// Assesses every subject of an indicator, and the indicator as a whole. The whole follows the numbers in the cell
/// itself; numbers in 〔〕 decide only if the cell has none, and the stage only if no number was entered. Several numbers
/// decide together: all must have a figure and the same status, because neither the first one nor a sum or mean
/// represents the others.
pub fn assess_indicator<'f>(
    dataset: &Dataset,
    indicator: &Indicator,
    figure: impl Fn(&Subject) -> Option<&'f FigureInput>,
) -> IndicatorAssessment {
    let parts: Vec<SubjectAssessment> = subjects(indicator)
        .into_iter()
        .map(|subject| {
            let rule = match subject.measure(indicator) {
                Some(measure) => Rule::for_measure(dataset, indicator, measure),
                None => Rule::for_stage(dataset, indicator),
            };
            let assessment = assess(&rule, figure(&subject));
            SubjectAssessment { subject, assessment }
        })
        .collect();
    let verdict = together(&parts);
    IndicatorAssessment { parts, verdict }
}

fn leading(parts: &[SubjectAssessment]) -> Vec<&Assessment> {
    let at = |wanted: MeasurePosition| -> Vec<&Assessment> {
        parts
            .iter()
            .map(|part| &part.assessment)
            .filter(|a| matches!(&a.rule.form, RuleForm::Number(scale, _) if scale.place == wanted))
            .collect()
    };
    match at(MeasurePosition::Cell) {
        cell if cell.is_empty() => at(MeasurePosition::Bracket),
        cell => cell,
    }
}

fn together(parts: &[SubjectAssessment]) -> Verdict {
    let leading = leading(parts);
    let entered = leading.iter().filter(|a| a.figure.is_some()).count();
    if entered == 0 {
        let stage = parts.iter().find(|part| part.subject == Subject::Stage);
        return match stage.map(|part| part.assessment.verdict) {
            Some(verdict) if verdict != Verdict::NoFigure => verdict,
            _ if parts.iter().any(|part| part.assessment.figure.is_some()) => {
                Verdict::CannotJudge(UnjudgedReason::PartOfMeasures)
            }
            _ => Verdict::NoFigure,
        };
    }
    if let Some(failed) = leading.iter().map(|a| a.verdict).find(|verdict| matches!(verdict, Verdict::CannotJudge(_))) {
        return failed;
    }
    if entered < leading.len() {
        return Verdict::CannotJudge(UnjudgedReason::PartOfMeasures);
    }
    let mut verdicts = leading.iter().map(|a| a.verdict);
    let first = verdicts.next().unwrap_or(Verdict::NoFigure);
    if verdicts.all(|verdict| verdict.status() == first.status()) {
        first
    } else {
        Verdict::CannotJudge(UnjudgedReason::MeasuresDiffer)
    }
}
