//! Finding, over made-up lists: what is found and in which order, and that counts and rows always agree.

mod counts;
mod finding;
mod sample;
