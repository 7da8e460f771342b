//! Finding, over made-up lists and the bundled one: what is found and in which order, and that counts and rows always agree.

mod counts;
mod finding;
mod matrix;
mod queries;
mod real_list;
mod sample;
mod site_search;
