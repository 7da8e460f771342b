//! What each chart shows: pure functions from the dataset to a [`ChartView`], tested natively.
//!
//! Rules kept by all of them: bars start at 0; nothing is told by colour alone; every number of the drawing is in the
//! table; text of a user or of the dataset is only ever text; what was promised in words gets no chart.

mod bars;
pub mod chart_export;
mod comparison_progress;
mod comparison_status;
mod decals;
mod distance;
mod finish;
mod kinds;
mod labels;
mod options;
mod palette;
mod path;
mod path_drawing;
mod path_marks;
mod path_time;
mod path_words;
mod satisfaction;
mod scale;
mod stops;
pub mod track;
mod view;

pub use comparison_progress::sides_progress;
pub use comparison_status::sides_status;
pub use distance::{Measured, NotComparable, distance_to_target};
pub use finish::{Animation, ChartExtras, description, finish};
pub use kinds::kinds_by_goal;
pub use options::ChartOptions;
pub use palette::{ColorScheme, Palette};
pub use path::{OwnPoint, indicator_path};
pub use satisfaction::satisfaction_baselines;
pub use scale::wrap;
pub use stops::{Stop, stops};
pub use view::{ChartView, DataTable, TableCell};

/// Where the chart will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Canvas {
    /// The colours.
    pub palette: Palette,
    /// The chart gets less than about 640 CSS pixels of width: names stand above their bars.
    pub narrow: bool,
}
