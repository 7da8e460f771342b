//! Which targets can be checked against a number, and why the others cannot.

use list::{Indicator, Measurability, TargetKind};
use strum::VariantArray;

/// How a target states its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TargetForm {
    /// By a number in the cell itself.
    Number,
    Direction,
    Words,
}

/// Why a target cannot be checked against a number, in the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum Uncheckable {
    /// 増加 and similar: a direction without an amount.
    NoAmount,
    /// 充実, 拡大 and similar: more or better, without an amount.
    NoExtent,
    /// 実施, 策定 and similar: done or not done, nothing to count.
    DoneOrNot,
    /// A number is in 〔〕 only, and the document does not say whether it is the target.
    BracketOnly,
}

pub fn target_form(indicator: &Indicator) -> TargetForm {
    match (indicator.measurability(), indicator.kind) {
        (Measurability::InCell, _) => TargetForm::Number,
        (_, TargetKind::Direction) => TargetForm::Direction,
        _ => TargetForm::Words,
    }
}

pub fn uncheckable(indicator: &Indicator) -> Option<Uncheckable> {
    match (indicator.measurability(), indicator.kind) {
        (Measurability::InCell, _) => None,
        (_, TargetKind::Direction) => Some(Uncheckable::NoAmount),
        (Measurability::InBracket, _) => Some(Uncheckable::BracketOnly),
        (Measurability::None, TargetKind::Milestone) => Some(Uncheckable::DoneOrNot),
        (Measurability::None, _) => Some(Uncheckable::NoExtent),
    }
}

/// Indicators by target form: `number + direction + words` is the whole group, the reasons hold all but the numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checkability<'i> {
    /// Targets with a number in the cell.
    pub number: usize,
    pub direction: usize,
    pub words: usize,
    /// The indicators that cannot be checked, by reason, in the order given. Only reasons that occur.
    pub unchecked: Vec<(Uncheckable, Vec<&'i Indicator>)>,
}

impl<'i> Checkability<'i> {
    pub fn of(indicators: impl IntoIterator<Item = &'i Indicator>) -> Self {
        let mut group = Self::default();
        let mut unchecked = Uncheckable::VARIANTS.iter().map(|reason| (*reason, Vec::new())).collect::<Vec<_>>();
        for indicator in indicators {
            match target_form(indicator) {
                TargetForm::Number => group.number += 1,
                TargetForm::Direction => group.direction += 1,
                TargetForm::Words => group.words += 1,
            }
            let why = uncheckable(indicator);
            let place = unchecked.iter_mut().find(|(reason, _)| Some(*reason) == why);
            if let Some((_, found)) = place {
                found.push(indicator);
            }
        }
        group.unchecked = unchecked.into_iter().filter(|(_, found)| !found.is_empty()).collect();
        group
    }

    pub fn total(&self) -> usize {
        self.number + self.direction + self.words
    }

    pub fn count(&self, reason: Uncheckable) -> usize {
        let group = self.unchecked.iter().find(|(known, _)| *known == reason);
        group.map_or(0, |(_, found)| found.len())
    }
}
