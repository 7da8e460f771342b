//! What can be done to own figures, what came of it, and why it may be refused.

use super::{
    figure::{Figure, FigureKey, UnknownFields},
    model::{Mark, ScenarioId, UnreadableParts},
};

pub mod limits {
    /// Scenarios shown at a time.
    pub const SCENARIOS: usize = 50;
    pub const NAME_CHARS: usize = 60;
    /// Characters of a note or a description.
    pub const TEXT_CHARS: usize = 2_000;
}

/// A scenario to be made, as it comes from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewScenario {
    /// Its id; see [`ScenarioId::made_at`].
    pub id: ScenarioId,
    pub name: String,
    pub description: String,
    /// How it is drawn; `None` for a mark no other scenario has.
    pub mark: Option<Mark>,
    pub figures: Vec<Figure>,
    pub unreadable: UnreadableParts,
    pub extra: UnknownFields,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Write down a figure. Its `edited` is set by [`Notebook::apply`].
    SetFigure {
        scenario: ScenarioId,
        figure: Box<Figure>,
        /// The figure it takes the place of, where the edit changed its date.
        replaces: Option<FigureKey>,
    },
    /// Write down and take out many at once (paste, fill, import): one step.
    SetFigures {
        scenario: ScenarioId,
        /// The figures; of two under one key the later in the list stands.
        figures: Vec<Figure>,
        /// The figures to take out, unless `figures` sets them anew; keys without a figure are passed over.
        remove: Vec<FigureKey>,
        /// The step's name, e.g. 「CSVから 12件を取り込み」.
        name: String,
    },
    RemoveFigure {
        scenario: ScenarioId,
        key: FigureKey,
    },
    /// Make a scenario, empty or with figures, and work in it.
    AddScenario {
        id: ScenarioId,
        name: String,
        description: String,
        figures: Vec<Figure>,
    },
    /// Make scenarios out of a file and work in the first of them: one step.
    AddScenarios {
        /// What they are and hold; at least one.
        scenarios: Vec<NewScenario>,
        name: String,
    },
    /// Copy a scenario with its figures and work in the copy.
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
        /// The place, 0 for the first; beyond the end means last.
        to: usize,
    },
    DeleteScenario {
        id: ScenarioId,
    },
    /// Work in a scenario. Not a step: there is nothing to take back.
    ActivateScenario {
        id: ScenarioId,
    },
    Undo,
    Redo,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    /// Everything already was as wanted.
    Unchanged,
    /// Changed, without a step.
    Changed,
    Made {
        name: String,
    },
    Undone {
        name: String,
        /// How many of its changes were left because something newer stands there.
        left: usize,
    },
    Redone {
        name: String,
        left: usize,
    },
}

/// What a step does. Its name is stored as text in the history.
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
    /// At least one scenario stays.
    LastScenario,
    TooManyScenarios,
    IdTaken,
    NameEmpty,
    NameTooLong,
    DescriptionTooLong,
    NothingToUndo,
    NothingToRedo,
}
