//! Reads and validates list files.

mod fault;
mod load;
mod read;
mod reader;
mod rules;
mod search_words;

pub use fault::{Fault, Faults};
pub use load::load;
pub use search_words::load_search_words;
