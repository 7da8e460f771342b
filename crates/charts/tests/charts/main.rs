//! Charts: what they show, told from the JSON that is drawn and the table beside it.

mod bars;
mod guidebook;
mod path;
mod sample;
mod sides;
mod snapshots;
mod stops;
mod take;
mod told;
mod whole;
