//! Files of own figures: what is read out of them, what taking them does, and that no bytes do harm.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

mod files;
mod hostile;
mod list_csv;
mod plain_text;
mod tables;
