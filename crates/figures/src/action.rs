//! Edits of own figures, their results, and the reasons why they are refused.

use super::{
    figure::{Figure, FigureKey, UnknownFields},
    model::{Mark, ScenarioId, UnreadableParts},
};

pub mod limits {
    /// Shown scenarios.
    pub const SCENARIOS: usize = 50;
    pub const NAME_CHARS: usize = 60;
    /// Characters of a note or a description.
    pub const TEXT_CHARS: usize = 2_000;
}

/// A scenario to be added, read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewScenario {
    /// See [`ScenarioId::made_at`].
    pub id: ScenarioId,
    pub name: String,
    pub description: String,
    /// `None` for a mark that no other scenario has.
    pub mark: Option<Mark>,
    pub figures: Vec<Figure>,
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Its `edited` is set by [`Notebook::apply`].
    SetFigure {
        scenario: ScenarioId,
        figure: Box<Figure>,
        /// The figure that it replaces, if the edit changed its date.
        replaces: Option<FigureKey>,
    },
    /// Sets and removes many figures (paste, fill, import) in one step.
    SetFigures {
        scenario: ScenarioId,
        /// If two have the same key, the later one counts.
        figures: Vec<Figure>,
        /// Figures to remove, unless `figures` sets them. Keys without a figure are ignored.
        remove: Vec<FigureKey>,
        /// Name of the step, e.g. 「CSVから 12件を取り込み」.
        name: String,
    },
    RemoveFigure {
        scenario: ScenarioId,
        key: FigureKey,
    },
    /// Adds a scenario, with or without figures, and activates it.
    AddScenario {
        id: ScenarioId,
        name: String,
        description: String,
        figures: Vec<Figure>,
    },
    /// Adds the scenarios of a file and activates the first one, in one step.
    AddScenarios {
        /// At least one.
        scenarios: Vec<NewScenario>,
        name: String,
    },
    /// Copies a scenario with its figures and activates the copy.
    CopyScenario {
        from: ScenarioId,
        id: ScenarioId,
        name: String,
    },
    RenameScenario {
        id: ScenarioId,
        name: String,
    },
    DescribeScenario {
        id: ScenarioId,
        description: String,
    },
    MarkScenario {
        id: ScenarioId,
        mark: Mark,
    },
    MoveScenario {
        id: ScenarioId,
        /// The new position from 0; beyond the end means last.
        to: usize,
    },
    DeleteScenario {
        id: ScenarioId,
    },
    /// Not a step, so it cannot be undone.
    ActivateScenario {
        id: ScenarioId,
    },
    Undo,
    Redo,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    /// The content was already as requested.
    Unchanged,
    /// Changed without a step.
    Changed,
    Made {
        name: String,
    },
    Undone {
        name: String,
        /// Number of its changes that were skipped because the content is newer.
        skipped: usize,
    },
    Redone {
        name: String,
        skipped: usize,
    },
}

/// The content of a step. Its name is stored as text in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepLabel<'a> {
    EnterFigure { figure: &'a Figure },
    ChangeValue { figure: &'a Figure },
    ChangeDate { figure: &'a Figure },
    ChangeDetails { figure: &'a Figure },
    RemoveFigure { figure: &'a Figure },
    AddScenario { name: &'a str },
    RenameScenario { from: &'a str, to: &'a str },
    DescribeScenario { name: &'a str },
    MarkScenario { name: &'a str, mark: Mark },
    DeleteScenario { name: &'a str },
    MoveScenario { name: &'a str },
}

pub type StepNames = fn(&StepLabel<'_>) -> String;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    NoSuchScenario,
    NoSuchFigure,
    /// At least one scenario must remain.
    LastScenario,
    TooManyScenarios,
    IdTaken,
    NameEmpty,
    NameTooLong,
    DescriptionTooLong,
    NothingToUndo,
    NothingToRedo,
}
