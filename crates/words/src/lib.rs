//! How things are put into Japanese: numbers, dates and the word for every enum that reaches the screen.
//!
//! This module knows the types whose words it holds, but no rule: nothing here decides, it only says.

pub mod accessibility;
mod assessment;
pub mod chart;
mod gap;
pub mod guide;
pub mod notes;
pub mod screen;
mod titles;
pub mod wording;

pub use assessment::{explanation, explanations, outlook, rollup_sentence, unjudged_note};
pub use gap::{gap_in_short, gap_sentence, gap_sentences, stated_label};
pub use titles::{goal_title, plan_title};
