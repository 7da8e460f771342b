//! What the document says: the model, quantities, dates, loading and validation.

mod catalog;
mod date;
mod era;
mod fault;
mod ids;
mod indicator;
mod load;
mod model;
mod quantity;
mod read;
mod read_indicator;
mod reader;
mod rules;
mod search_words;
mod words;

pub use catalog::{Dataset, Neighbours};
pub use date::{Date, InvalidDate};
pub use era::Era;
pub use fault::{Fault, Faults};
pub use ids::{DatasetId, GoalId, IndicatorId, InvalidId, MeasureId, NumericTargetId, PlanId};
pub use indicator::count_measurable;
pub use load::{bundled, load};
pub use model::*;
pub use search_words::{Readings, SearchWords, bundled_search_words, load_search_words};
