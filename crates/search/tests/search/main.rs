//! What a search finds and in which order, and that counts and rows agree, on sample lists and the bundled one.

#![cfg(test)]

mod counts;
mod finding;
mod matrix;
mod queries;
mod query_string;
mod real_list;
mod sample;
mod site_search;
