//! Own figures and the list as files for other programs.

pub mod export;
pub mod import;
