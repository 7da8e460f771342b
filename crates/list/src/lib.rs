//! Model of a published list: goals, plans, indicators, quantities and dates, as the document states them.

mod catalog;
mod date;
mod ids;
mod indicator;
mod model;
mod prepared;
mod search_words;

pub use catalog::{Dataset, Neighbours};
pub use date::{Date, InvalidDate};
pub use ids::{DatasetId, GoalId, IndicatorId, InvalidId, MeasureId, NumericTargetId, PlanId, is_valid_id};
pub use indicator::count_measurable;
pub use model::*;
pub use prepared::{InvalidPreparedList, PreparedList, checksum};
pub use search_words::{Readings, SearchWords};
