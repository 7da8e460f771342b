//! Assesses own figures with the rules of `assess`.

use std::collections::BTreeMap;

use assess::{Assessment, FigureInput, IndicatorAssessment, Rule, Verdict, assess, assess_indicator};
use list::{Dataset, Indicator, IndicatorId, Measure};

use super::{
    figure::{Figure, FigureValue, Subject},
    model::Scenario,
};

impl FigureValue {
    pub fn to_assessment_input(&self) -> assess::InputValue {
        match self {
            Self::Amount { number, unit, .. } => {
                assess::InputValue::Amount { amount: number.get(), unit: unit.clone() }
            }
            Self::Stage(stage) => assess::InputValue::Stage(*stage),
        }
    }
}

impl Figure {
    pub fn to_assessment_input(&self) -> FigureInput {
        FigureInput { value: self.value.to_assessment_input(), date: Some(self.date) }
    }

    /// The measure of the figure; `None` for a stage, and for a measure that this edition of the list does not have.
    pub fn measure<'i>(&self, indicator: &'i Indicator) -> Option<&'i Measure> {
        self.subject().measure(indicator)
    }

    pub fn assess(&self, dataset: &Dataset, indicator: &Indicator) -> Assessment {
        let rule = match self.measure(indicator) {
            Some(measure) => Rule::for_measure(dataset, indicator, measure),
            None => Rule::for_stage(dataset, indicator),
        };
        assess(&rule, Some(&self.to_assessment_input()))
    }
}

impl Scenario {
    /// The figures of an indicator, sorted by subject and day.
    pub fn figures_of<'s>(&'s self, id: &'s IndicatorId) -> impl Iterator<Item = &'s Figure> {
        self.figures().filter(move |figure| figure.indicator == *id)
    }

    /// The latest figure of each subject of an indicator, sorted by subject.
    pub fn latest_of(&self, indicator: &Indicator) -> Vec<&Figure> {
        let mut latest: Vec<&Figure> = Vec::new();
        // Figures are sorted by subject and day, so the last one of a subject is its latest.
        for figure in self.figures().filter(|figure| figure.indicator == indicator.id) {
            match latest.last_mut() {
                Some(last) if last.subject() == figure.subject() => *last = figure,
                _ => latest.push(figure),
            }
        }
        latest
    }

    /// Assessments of all indicators in the order of the list. The latest figure of each subject counts.
    pub fn assessed<'d>(&self, dataset: &'d Dataset) -> Vec<(&'d Indicator, IndicatorAssessment)> {
        // Figures are sorted by day, so the last one of a subject is its latest.
        let input = |figure: &Figure| ((figure.indicator.clone(), figure.subject()), figure.to_assessment_input());
        let latest: BTreeMap<(IndicatorId, Subject), FigureInput> = self.figures().map(input).collect();
        let assessed = |indicator: &'d Indicator| {
            let of = |subject: &Subject| latest.get(&(indicator.id.clone(), subject.clone()));
            (indicator, assess_indicator(dataset, indicator, of))
        };
        dataset.indicators.iter().map(assessed).collect()
    }

    /// One verdict for each indicator, in the order of the list.
    pub fn verdicts(&self, dataset: &Dataset) -> Vec<Verdict> {
        let assessed = self.assessed(dataset).into_iter();
        assessed.map(|(_, assessment)| assessment.verdict).collect()
    }

    /// The figure that lists show: the latest for the leading subject, or else the latest of all.
    pub fn shown_figure(&self, indicator: &Indicator) -> Option<&Figure> {
        let leading = assess::subjects(indicator).into_iter().next();
        self.figures()
            .filter(|figure| figure.indicator == indicator.id)
            .max_by_key(|figure| (leading.as_ref() == Some(&figure.subject()), figure.date))
    }
}
