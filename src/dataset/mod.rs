//! What the document says: the model, quantities, dates, loading and validation.

mod date;
mod ids;
mod model;

pub use date::{Date, InvalidDate};
pub use ids::{DatasetId, GoalId, IndicatorId, InvalidId, MeasureId, NumericTargetId, PlanId};
pub use model::*;
