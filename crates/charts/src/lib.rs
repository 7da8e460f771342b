//! Chart models: pure functions from the dataset to a [`ChartView`], tested natively.
//!
//! Rules for all charts: bars start at 0; colour is never the only distinction; every number of the drawing is in the
//! table; texts of a reader or of the dataset are never markup; promises in words get no chart.

pub mod chart_export;
mod comparison_progress;
mod comparison_status;
mod decals;
mod distance;
mod finish;
mod kinds;
mod labels;
mod mark_descriptions;
mod marks;
mod options;
mod palette;
mod path;
mod path_data;
mod path_drawing;
mod path_time;
mod row_chart;
mod satisfaction;
mod scale;
mod stacked_bars;
pub mod track;
mod view;

pub use comparison_progress::comparison_progress;
pub use comparison_status::comparison_status;
pub use distance::{ChangeUnit, distance_to_target};
pub use finish::{Animation, description, finish};
pub use kinds::kinds_by_goal;
pub use mark_descriptions::{MarkDescription, mark_descriptions};
pub use options::ChartOptions;
pub use palette::{Canvas, ColorScheme, Palette};
pub use path::indicator_path;
pub use path_data::OwnPoint;
pub use satisfaction::satisfaction_baselines;
pub use scale::wrap;
pub use view::{ChartTable, ChartView, TableCell};
