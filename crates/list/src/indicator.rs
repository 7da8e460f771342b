//! Properties of a single indicator.

use super::ids::MeasureId;
use super::model::{Indicator, Measurability, Measure, MeasurePosition};

/// The number of targets that state their number in the cell itself, so that anybody can check them.
pub fn count_measurable<'i>(indicators: impl IntoIterator<Item = &'i Indicator>) -> usize {
    indicators.into_iter().filter(|indicator| indicator.measurability() == Measurability::InCell).count()
}

impl Indicator {
    /// Where the target states its number: the best place of all its measures.
    pub fn measurability(&self) -> Measurability {
        let targeted = || self.measures.iter().filter(|measure| measure.target.is_some());
        if targeted().any(|measure| measure.place == MeasurePosition::Cell) {
            Measurability::InCell
        } else if targeted().next().is_some() {
            Measurability::InBracket
        } else {
            Measurability::None
        }
    }

    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.id == *id)
    }

    /// The leading measure, if the document states a number.
    pub fn leading_measure(&self) -> Option<&Measure> {
        self.measures.first()
    }

    /// The name with its group heading before it: `病床の確保：病院の整備`.
    pub fn full_name(&self) -> String {
        match &self.group {
            Some(group) => format!("{group}：{}", self.name),
            None => self.name.clone(),
        }
    }

    /// The name with what the measure counts, if the indicator counts several things: `保育の充実（定員）`.
    pub fn name_with(&self, measure: &Measure) -> String {
        match measure.label.as_str() {
            "" => self.full_name(),
            label => format!("{}（{label}）", self.full_name()),
        }
    }
}
