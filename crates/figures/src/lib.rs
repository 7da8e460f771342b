//! Own figures: what a reader writes down beside the official list, how it is edited, and how it is never lost.
//!
//! A [`Notebook`] is a [`Workspace`] (scenarios of figures) with its [`History`]; every edit goes through
//! [`Notebook::apply`]. What a person types becomes a [`Figure`] only through [`FigureDraft::check`]. An [`Envelope`]
//! holds the notebooks of all datasets and is the one thing that is written to storage; [`restore`] reads it back,
//! repairing instead of rejecting, and a [`Keeper`] guards the place where it is kept.
//!
//! A whole scenario also fits into a link: see [`link`].
//!
//! Nothing here reads a clock or touches the browser: times come in as [`Timestamp`], storage as a [`Shelf`].

mod action;
mod backup;
mod days;
mod decode;
mod edit;
mod encode;
mod envelope;
mod figure;
mod half_typed;
mod history;
mod input;
mod judged;
mod keeper;
mod kept;
pub mod link;
mod merge;
mod model;
mod number_text;
pub mod paste;
mod ready;
mod restore;
pub mod sheet;
mod sides;
mod slide;

pub use action::{Action, Applied, EditError, NewScenario, limits};
pub use backup::Backup;
pub use days::{usual_days, year_ends};
pub use edit::Notebook;
pub use envelope::{Envelope, FORMAT, VERSION};
pub use figure::{
    Basis, Extra, Figure, FigureKey, FigureValue, InvalidSource, Number, SourceUrl, Subject, Timestamp, stage_code,
    stage_from_code,
};
pub use half_typed::HalfTyped;
pub use history::{Change, History, Step};
pub use input::{Asked, Field, FigureDraft, InputProblem, caution, check_date};
pub use keeper::{Keeper, Shelf, ShelfError, keys};
pub use kept::{Opening, QuarantinedText, Received, SaveOutcome};
pub use model::{Entry, Header, HeaderContent, Mark, Scenario, ScenarioId, Stamped, Unreadable, Workspace};
pub use number_text::{fold, is_dash};
pub use ready::{LeftOut, Ready, ReadyMade};
pub use restore::{Repair, Restored, restore};
pub use sides::{Chosen, Differs, GoalSides, Head, MAX_SIDES, Row, RowChoice, Side, Sides, chosen, head};
pub use slide::Slide;
