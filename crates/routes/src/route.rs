//! The pages and their settings.

use figures::ScenarioId;
use list::{Dataset, Date, GoalId, IndicatorId, PlanId, SourceLine};
use search::{ComparedIndicators, Handout, Query, SearchText};

use super::texts::{SectionId, SharedText, UnknownPath};

/// A page with everything its address says. Ids are only checked for their spelling; the dataset may not have them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `./`
    Overview,
    /// `goals/1/`
    Goal(GoalId),
    /// `plans/3/`
    Plan(PlanId),
    /// `indicators/?…`
    Explore(Query),
    /// `indicators/3-1/`
    Indicator(IndicatorId),
    /// `compare/?of=3-1&of=9-2`
    Compare {
        of: ComparedIndicators,
    },
    /// The site search: `search/?q=…`
    Search(SearchText),
    /// `handout/?of=3-1&title=…`
    Handout(Handout),
    /// `scenarios/`
    Scenarios,
    /// All figures of a scenario in one grid: `scenarios/sheet/?of=mine&goal=1&day=2023-03-31`
    Sheet {
        scenario: ScenarioId,
        /// The indicators shown.
        query: Query,
        /// The days with a column, distinct and ascending, at most [`Route::MAX_DAYS`]. Empty for the default days.
        days: Vec<Date>,
    },
    /// `scenarios/compare/?of=mine&of=s-1`
    ScenarioComparison {
        /// Distinct, in the order shown, at most [`Route::MAX_COMPARED_SCENARIOS`].
        of: Vec<ScenarioId>,
    },
    /// A scenario in a link: `shared/#1.…`. The text may not be readable.
    Shared(SharedText),
    /// `document/`, `document/#line-61`
    Document {
        /// The line of the source text to scroll to.
        line: Option<SourceLine>,
    },
    /// `guide/`, `guide/#method`
    Guide {
        /// The section to scroll to.
        at: Option<SectionId>,
    },
    /// `accessibility/`
    Accessibility,
    NotFound(UnknownPath),
}

impl Route {
    pub const MAX_DAYS: usize = 6;
    pub const MAX_COMPARED_SCENARIOS: usize = figures::MAX_COMPARED_SCENARIOS;

    /// The pages whose content is fixed by the list.
    pub fn fixed(dataset: &Dataset) -> Vec<Self> {
        let goals = dataset.goals.iter().map(|goal| Self::Goal(goal.id.clone()));
        let plans = dataset.plans.iter().map(|plan| Self::Plan(plan.id.clone()));
        let indicators = dataset.indicators.iter().map(|indicator| Self::Indicator(indicator.id.clone()));
        let others = [
            Self::Overview,
            Self::Explore(Query::default()),
            Self::Document { line: None },
            Self::Guide { at: None },
            Self::Accessibility,
        ];
        others.into_iter().chain(goals).chain(plans).chain(indicators).collect()
    }

    /// One page of every other kind: their content depends on the address or on what the reader has entered.
    pub fn variable() -> Vec<Self> {
        let shared = SharedText::parse("1").map(Self::Shared);
        let others = [
            Self::Compare { of: ComparedIndicators::default() },
            Self::Search(SearchText::default()),
            Self::Handout(Handout::default()),
            Self::Scenarios,
            Self::sheet(ScenarioId::first()),
            Self::ScenarioComparison { of: Vec::new() },
        ];
        others.into_iter().chain(shared).collect()
    }

    /// The whole grid of a scenario.
    pub fn sheet(scenario: ScenarioId) -> Self {
        Self::Sheet { scenario, query: Query::default(), days: Vec::new() }
    }

    /// The page without its settings. The screen is only rebuilt when this changes.
    pub fn page(&self) -> Self {
        match self {
            Self::Explore(_) => Self::Explore(Query::default()),
            Self::Compare { .. } => Self::Compare { of: ComparedIndicators::default() },
            Self::Handout(_) => Self::Handout(Handout::default()),
            Self::Sheet { scenario, .. } => Self::sheet(scenario.clone()),
            Self::ScenarioComparison { .. } => Self::ScenarioComparison { of: Vec::new() },
            Self::Search(_) => Self::Search(SearchText::default()),
            other => other.clone(),
        }
    }

    /// True for the search page without a search text.
    pub fn is_blank_search(&self) -> bool {
        matches!(self, Self::Search(text) if text.is_blank())
    }

    /// The query of a page that lists indicators.
    pub fn query(&self) -> Option<&Query> {
        match self {
            Self::Explore(query) | Self::Sheet { query, .. } => Some(query),
            _ => None,
        }
    }

    /// The same page with another query; the explorer if the page has none.
    pub fn with_query(&self, query: Query) -> Self {
        match self {
            Self::Sheet { scenario, days, .. } => Self::Sheet { scenario: scenario.clone(), query, days: days.clone() },
            _ => Self::Explore(query),
        }
    }
}
