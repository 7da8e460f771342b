//! From own figures to what follows from them: the bridge to the rules.

use super::{
    figure::{Figure, FigureValue, Subject},
    model::Scenario,
};
use crate::{
    assess::{self, Assessment, FigureInput, Rule, assess},
    dataset::{Dataset, Indicator, IndicatorId, Measure},
};

impl FigureValue {
    /// The value as the rules take it.
    #[must_use]
    pub fn for_rules(&self) -> assess::FigureValue {
        match self {
            Self::Amount { number, unit, .. } => assess::FigureValue::Amount {
                amount: number.get(),
                unit: unit.clone(),
            },
            Self::Stage(stage) => assess::FigureValue::Stage(*stage),
        }
    }
}

impl Figure {
    /// The figure as the rules take it.
    #[must_use]
    pub fn for_rules(&self) -> FigureInput {
        FigureInput {
            value: self.value.for_rules(),
            date: Some(self.date),
        }
    }

    /// The measure it follows; `None` for a stage, and for a measure this edition of the list no longer has.
    #[must_use]
    pub fn measure<'i>(&self, indicator: &'i Indicator) -> Option<&'i Measure> {
        match self.subject() {
            Subject::Measure(id) => indicator.measures.iter().find(|measure| measure.id == id),
            Subject::Stage => None,
        }
    }

    /// What follows from it.
    #[must_use]
    pub fn judged(&self, dataset: &Dataset, indicator: &Indicator) -> Assessment {
        let rule = match self.measure(indicator) {
            Some(measure) => Rule::for_measure(dataset, indicator, measure),
            None => Rule::for_stage(dataset, indicator),
        };
        assess(&rule, Some(&self.for_rules()))
    }
}

impl Scenario {
    /// An indicator's figures, by subject and then by day.
    pub fn figures_of<'s>(&'s self, id: &'s IndicatorId) -> impl Iterator<Item = &'s Figure> {
        self.figures().filter(move |figure| figure.indicator == *id)
    }

    /// The latest figure for an indicator's leading subject, or else its latest of all: the one that lists show.
    #[must_use]
    pub fn shown_figure(&self, indicator: &Indicator) -> Option<&Figure> {
        let leading = assess::subjects(indicator).into_iter().next();
        self.figures()
            .filter(|figure| figure.indicator == indicator.id)
            .max_by_key(|figure| (leading.as_ref() == Some(&figure.subject()), figure.date))
    }
}
