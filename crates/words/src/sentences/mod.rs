//! Sentences that need a decision or a computation; everything else is a key in `words/`.
//!
//! A file here has the name of a file in `words/ja/`, and `text` contains both in one module.

pub mod compare;
pub mod explorer;
pub mod figures;
pub mod handout;
pub mod indicator;
pub mod notes;
pub mod notice;
pub mod own;
pub mod scenario;
pub mod search;
pub mod wording;
