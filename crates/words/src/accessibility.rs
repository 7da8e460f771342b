//! Success criteria of the accessibility page, each with how it was checked and the outcome. The words are in
//! `words/ja/accessibility.toml`.

use strum::EnumString;

use crate::{separated, text::accessibility as text};

/// How a criterion was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum TestMethod {
    /// axe-core on every kind of page, in the project's tests.
    Rules,
    /// A scenario in a real browser, in the project's tests.
    Scenario,
    /// A developer read the code.
    Code,
}

/// The outcome of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum CriterionOutcome {
    /// The named methods found no fault.
    Met,
    /// The criterion does not apply to anything here.
    NotApplicable,
    /// The checked parts conform; the rest needs a person who has not checked yet.
    Partly,
}

/// A success criterion of WCAG 2.2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    pub number: &'static str,
    pub name: &'static str,
    /// `A` or `AA`.
    pub level: &'static str,
    /// Whether JIS X 8341-3:2016 has it.
    pub is_in_jis: bool,
    pub methods: Vec<TestMethod>,
    pub outcome: CriterionOutcome,
    /// The reason for the outcome.
    pub note: &'static str,
}

/// All success criteria of levels A and AA, in order.
pub fn criteria() -> Vec<Criterion> {
    text::criteria().iter().filter_map(|row| criterion(row)).collect()
}

/// Reads a row; `None` for a row of another shape, which a test rules out.
fn criterion(row: &'static [&'static str]) -> Option<Criterion> {
    let [number, name, level, jis, methods, outcome, note] = row else { return None };
    let methods = methods.split(' ').map(|method| method.parse().ok()).collect::<Option<_>>()?;
    let outcome = outcome.parse().ok()?;
    Some(Criterion { number, name, level, is_in_jis: *jis == "jis", methods, outcome, note })
}

/// The number of criteria with each outcome.
pub fn outcome_counts() -> String {
    let criteria = criteria();
    let parts = [CriterionOutcome::Met, CriterionOutcome::Partly, CriterionOutcome::NotApplicable].map(|outcome| {
        let count = criteria.iter().filter(|criterion| criterion.outcome == outcome).count();
        text::outcome_count(text::outcome(outcome), count)
    });
    text::counts(criteria.len(), separated(&parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(number: &str) -> Vec<u32> {
        number.split('.').map(|part| part.parse().expect("a number")).collect()
    }

    #[test]
    fn every_criterion_occurs_once_and_in_order() {
        let criteria = criteria();
        assert_eq!(criteria.len(), text::criteria().len());
        assert!(criteria.windows(2).all(|two| order(two[0].number) < order(two[1].number)));
        // WCAG 2.2 has 55 of these levels; the one it dropped is still in the standard.
        assert_eq!(criteria.len(), 56);
        let standard =
            |level| criteria.iter().filter(|criterion| criterion.is_in_jis && criterion.level == level).count();
        assert_eq!((standard("A"), standard("AA")), (25, 13));
    }

    #[test]
    fn every_criterion_has_a_method_and_a_note() {
        for criterion in criteria() {
            assert!(!criterion.methods.is_empty() && !criterion.note.is_empty(), "{}", criterion.number);
        }
        assert_eq!(outcome_counts().matches('件').count(), 4, "the sum and three outcomes");
    }
}
