//! From own figures to what follows from them: the bridge to the rules.

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

    /// The measure it follows; `None` for a stage, and for a measure this edition of the list no longer has.
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
    /// An indicator's figures, by subject and then by day.
    pub fn figures_of<'s>(&'s self, id: &'s IndicatorId) -> impl Iterator<Item = &'s Figure> {
        self.figures().filter(move |figure| figure.indicator == *id)
    }

    /// An indicator's latest figure of each subject, by subject.
    pub fn latest_of(&self, indicator: &Indicator) -> Vec<&Figure> {
        let mut latest: Vec<&Figure> = Vec::new();
        // Figures come by subject and then by day, so the last one of a subject is its latest.
        for figure in self.figures().filter(|figure| figure.indicator == indicator.id) {
            match latest.last_mut() {
                Some(last) if last.subject() == figure.subject() => *last = figure,
                _ => latest.push(figure),
            }
        }
        latest
    }

    /// What the figures come to for every indicator of the list, in its order: the latest figure of each subject counts.
    pub fn assessed<'d>(&self, dataset: &'d Dataset) -> Vec<(&'d Indicator, IndicatorAssessment)> {
        // Figures come by day, so the last one of a subject is its latest.
        let input = |figure: &Figure| ((figure.indicator.clone(), figure.subject()), figure.to_assessment_input());
        let latest: BTreeMap<(IndicatorId, Subject), FigureInput> = self.figures().map(input).collect();
        let assessed = |indicator: &'d Indicator| {
            let of = |subject: &Subject| latest.get(&(indicator.id.clone(), subject.clone()));
            (indicator, assess_indicator(dataset, indicator, of))
        };
        dataset.indicators.iter().map(assessed).collect()
    }

    /// What the figures come to, one verdict for each indicator in the order of the list.
    pub fn verdicts(&self, dataset: &Dataset) -> Vec<Verdict> {
        let assessed = self.assessed(dataset).into_iter();
        assessed.map(|(_, assessment)| assessment.verdict).collect()
    }

    /// The latest figure for an indicator's leading subject, or else its latest of all: the one that lists show.
    pub fn shown_figure(&self, indicator: &Indicator) -> Option<&Figure> {
        let leading = assess::subjects(indicator).into_iter().next();
        self.figures()
            .filter(|figure| figure.indicator == indicator.id)
            .max_by_key(|figure| (leading.as_ref() == Some(&figure.subject()), figure.date))
    }
}
