//! How things are put into Japanese: numbers, dates and the word for every enum that reaches the screen.
//!
//! This module knows the types whose words it holds, but no rule: nothing here decides, it only says.

pub mod accessibility;
pub mod chart;
pub mod dates;
pub mod format;
pub mod guide;
pub mod screen;
pub mod wording;
