//! Charts: what they show, told from the JSON that is drawn and the table beside it.

mod bars;
mod chart_export;
mod comparison;
mod guidebook;
mod mark_descriptions;
mod path;
mod sample;
mod snapshots;
mod told;
mod whole;
