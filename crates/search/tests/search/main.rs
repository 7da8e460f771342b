//! What a search finds and in which order, and that counts and rows agree, on sample lists and the bundled one.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

mod counts;
mod finding;
mod matrix;
mod queries;
mod query_string;
mod real_list;
mod sample;
mod site_search;
