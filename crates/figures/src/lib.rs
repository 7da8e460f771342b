//! Own figures: what a reader enters beside the official list, how it is edited, stored and recovered.
//!
//! A [`Notebook`] is a [`Workspace`] (scenarios of figures) with its [`History`]; every edit goes through
//! [`Notebook::apply`]. Typed text becomes a [`Figure`] only through [`FigureDraft::check`]. An [`Envelope`] has the
//! notebooks of all datasets and is written to storage as a whole. [`restore`] reads it back and repairs instead of
//! rejecting. A [`FigureStore`] protects the storage.
//!
//! A scenario can also be shared as a link: see [`link`].
//!
//! Nothing here reads a clock or uses the browser: times are passed as [`Timestamp`], storage as [`KeyValueStore`].

mod action;
mod assess_figure;
mod backup;
mod comparison;
mod days;
mod draft;
mod envelope;
mod figure;
mod figure_store;
mod history;
mod input;
pub mod link;
mod merge;
mod model;
mod notebook;
pub mod paste;
mod record;
mod restore;
pub mod sheet;
mod slider_scale;
mod storage;
mod store_outcome;
mod templates;

pub use action::{Action, Applied, EditError, NewScenario, StepLabel, StepNames, limits};
pub use backup::Backup;
pub use comparison::{
    ComparisonCell, ComparisonRow, Differs, MAX_COMPARED_SCENARIOS, RowFilter, ScenarioColumn, ScenarioComparison,
    SectionComparison, SelectedScenarios, chosen, head,
};
pub use days::{usual_days, year_ends};
pub use draft::FormDraft;
pub use envelope::{Envelope, FORMAT, VERSION};
pub use figure::{
    Basis, Figure, FigureKey, FigureValue, InvalidSource, Number, SourceUrl, Subject, Timestamp, UnknownFields,
    stage_code, stage_from_code,
};
pub use figure_store::{FigureStore, is_storage_empty};
pub use history::{History, HistoryChange, HistoryStep, OrderChange};
pub use input::{ExpectedInput, FigureDraft, FormField, InputFault, InputProblem, check_date, exceeds_whole};
pub use model::{Entry, Header, HeaderContent, Mark, Scenario, ScenarioId, UnreadableParts, Workspace};
pub use notebook::Notebook;
pub use restore::{Repair, Restored, StoredFault, UnreadableReason, restore};
pub use slider_scale::SliderScale;
pub use storage::{KeyValueStore, StoreError, keys};
pub use store_outcome::{ExternalChange, LastSave, QuarantinedText, SaveError, SaveReport, StorageProblem};
pub use templates::{ScenarioTemplate, SkipReason, TemplateResult};
