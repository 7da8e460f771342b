//! What is seen: the frame, the pages and the parts they share. Components only show; rules are below.

pub mod app;
pub mod pages;
pub mod parts;
