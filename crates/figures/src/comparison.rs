//! Compares scenarios with each other and with the official target: figures of every subject, results by goal, and
//! differences.

use std::collections::BTreeMap;

use assess::{Assessment, IndicatorAssessment, Rollup, Verdict, by_goal, subjects, whole};
use list::{Dataset, Goal, Indicator, IndicatorId, Measure};

use super::{
    figure::{Figure, Subject},
    model::{Mark, Scenario, ScenarioId, Workspace},
};

/// The scenarios that an address names, if they exist.
#[derive(Debug, Clone, PartialEq)]
pub struct SelectedScenarios<'w> {
    /// The existing ones without repetition, in the order of the address.
    pub scenarios: Vec<&'w Scenario>,
    pub unknown: Vec<ScenarioId>,
}

pub const MAX_COMPARED_SCENARIOS: usize = 4;

/// Finds the scenarios. No scenario is compared with itself.
pub fn chosen<'w>(workspace: &'w Workspace, of: &[ScenarioId]) -> SelectedScenarios<'w> {
    let mut chosen = SelectedScenarios { scenarios: Vec::new(), unknown: Vec::new() };
    for (at, id) in of.iter().enumerate() {
        if of.iter().take(at).any(|earlier| earlier == id) {
            continue;
        }
        match workspace.scenario(id) {
            Some(scenario) if chosen.scenarios.len() < MAX_COMPARED_SCENARIOS => chosen.scenarios.push(scenario),
            Some(_) => {}
            None => chosen.unknown.push(id.clone()),
        }
    }
    chosen
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioColumn {
    pub id: ScenarioId,
    /// Text of the reader.
    pub name: String,
    pub mark: Mark,
}

impl ScenarioColumn {
    pub fn title(&self) -> String {
        format!("{} {}", self.mark.glyph(), self.name)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonCell {
    pub figure: Option<Figure>,
    pub assessment: Assessment,
}

/// How the scenarios of a row differ, the largest difference first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Differs {
    /// Two figures have different statuses, or only one has a status.
    Status,
    /// The same status, but other values or days.
    Value,
    /// Equal figures, but not every scenario has one.
    Partly,
    Same,
    Nobody,
}

impl Differs {
    pub fn is_difference(self) -> bool {
        self < Self::Same
    }

    fn of(cells: &[ComparisonCell]) -> Self {
        let present: Vec<(&ComparisonCell, &Figure)> =
            cells.iter().filter_map(|side| Some((side, side.figure.as_ref()?))).collect();
        let Some((first, figure)) = present.first() else {
            return Self::Nobody;
        };
        // Different reasons for a missing status are not a difference in status.
        let status = first.assessment.verdict.status();
        if present.iter().any(|(side, _)| side.assessment.verdict.status() != status) {
            Self::Status
        } else if present.iter().any(|(_, other)| (&other.value, other.date) != (&figure.value, figure.date)) {
            Self::Value
        } else if present.len() < cells.len() {
            Self::Partly
        } else {
            Self::Same
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RowFilter {
    #[default]
    Differences,
    /// Rows with at least one figure.
    Filled,
    All,
}

impl RowFilter {
    /// From the narrowest to the widest.
    pub const ALL: [Self; 3] = [Self::Differences, Self::Filled, Self::All];

    pub fn takes(self, differs: Differs) -> bool {
        match self {
            Self::Differences => differs.is_difference(),
            Self::Filled => differs != Differs::Nobody,
            Self::All => true,
        }
    }
}

/// One subject of an indicator with the figures of all scenarios.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonRow<'d> {
    pub indicator: &'d Indicator,
    pub subject: Subject,
    /// One for each scenario, in their order.
    pub cells: Vec<ComparisonCell>,
    pub differs: Differs,
}

impl ComparisonRow<'_> {
    fn measure(&self) -> Option<&Measure> {
        self.subject.measure(self.indicator)
    }

    /// What is counted, if the indicator counts several things.
    pub fn label(&self) -> &str {
        self.measure().map_or("", |measure| measure.label.as_str())
    }

    /// The official current value as printed: the number of the subject, or else the whole cell.
    pub fn current(&self) -> String {
        let stated = self.measure().and_then(|measure| measure.current.as_ref());
        stated.map_or_else(|| self.indicator.current.printed(), |stated| stated.printed.clone())
    }

    /// The official target as printed: the number of the subject, or else the whole cell.
    pub fn target(&self) -> String {
        let stated = self.measure().and_then(|measure| measure.target.as_ref());
        stated.map_or_else(|| self.indicator.target.printed(), |stated| stated.printed.clone())
    }

    pub fn name(&self) -> String {
        self.measure().map_or_else(|| self.indicator.full_name(), |measure| self.indicator.name_with(measure))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct SectionComparison<'d> {
    pub goal: &'d Goal,
    /// One for each scenario, in their order.
    pub rollups: Vec<Rollup>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioComparison<'d> {
    pub columns: Vec<ScenarioColumn>,
    /// Every subject of the list: rows with differences first, each group in the order of the list.
    pub rows: Vec<ComparisonRow<'d>>,
    /// One for each goal, in the order of the list.
    pub goals: Vec<SectionComparison<'d>>,
    /// Of the whole list, one for each scenario.
    pub whole: Vec<Rollup>,
}

impl<'d> ScenarioComparison<'d> {
    /// The latest figure of each subject counts, as everywhere.
    pub fn of(dataset: &'d Dataset, scenarios: &[&Scenario]) -> Self {
        let latest: Vec<_> = scenarios.iter().map(|scenario| latest_figures(scenario)).collect();
        let assessed: Vec<_> = scenarios.iter().map(|scenario| scenario.assessed(dataset)).collect();
        let mut rows = Vec::new();
        for (at, indicator) in dataset.indicators.iter().enumerate() {
            for (place, subject) in subjects(indicator).into_iter().enumerate() {
                let key = (indicator.id.clone(), subject);
                // Every scenario is assessed for the same indicators and subjects in the same order.
                let side = |(of, figures): (&Assessed<'_>, &Latest<'_>)| {
                    let part = of.get(at)?.1.parts.get(place)?;
                    Some(ComparisonCell {
                        figure: figures.get(&key).map(|figure| (*figure).clone()),
                        assessment: part.assessment.clone(),
                    })
                };
                let cells: Vec<ComparisonCell> = assessed.iter().zip(&latest).filter_map(side).collect();
                rows.push(ComparisonRow { indicator, subject: key.1, differs: Differs::of(&cells), cells });
            }
        }
        // A stable sort keeps the order of the list within each group.
        rows.sort_by_key(|row| row.differs);
        let mut goals: Vec<SectionComparison<'d>> =
            dataset.goals.iter().map(|goal| SectionComparison { goal, rollups: Vec::new() }).collect();
        for of in &assessed {
            let counted = by_goal(dataset, verdicts(of));
            for (goal, (_, rollup)) in goals.iter_mut().zip(counted) {
                goal.rollups.push(rollup);
            }
        }
        Self {
            columns: scenarios.iter().map(|scenario| head(scenario)).collect(),
            rows,
            goals,
            whole: assessed.iter().map(|of| whole(verdicts(of))).collect(),
        }
    }

    pub fn shown(&self, show: RowFilter) -> impl Iterator<Item = &ComparisonRow<'d>> {
        self.rows.iter().filter(move |row| show.takes(row.differs))
    }

    pub fn count(&self, show: RowFilter) -> usize {
        self.shown(show).count()
    }
}

pub fn head(scenario: &Scenario) -> ScenarioColumn {
    ScenarioColumn { id: scenario.id.clone(), name: scenario.name().to_owned(), mark: scenario.header.value.mark }
}

/// The verdicts of a scenario in the order of the list.
type Assessed<'d> = Vec<(&'d Indicator, IndicatorAssessment)>;

type Latest<'s> = BTreeMap<(IndicatorId, Subject), &'s Figure>;

/// Figures are sorted by day, so the last one of a subject is its latest.
fn latest_figures(scenario: &Scenario) -> Latest<'_> {
    scenario.figures().map(|figure| ((figure.indicator.clone(), figure.subject()), figure)).collect()
}

fn verdicts<'a>(of: &'a Assessed<'_>) -> impl Iterator<Item = (&'a Indicator, Verdict)> {
    of.iter().map(|(indicator, assessed)| (*indicator, assessed.verdict))
}
