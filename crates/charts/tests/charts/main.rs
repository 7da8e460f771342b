//! Charts: what they show, told from the JSON that is drawn and the table beside it.

mod bars;
mod chart_export;
mod comparison;
mod guidebook;
mod path;
mod sample;
mod snapshots;
mod stops;
mod told;
mod whole;
