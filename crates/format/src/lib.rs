//! Numbers, dates and delimited text, as people write and read them.

pub mod csv;
pub mod dates;
mod number;
mod stage;

pub use number::*;
pub use stage::stage_word;
