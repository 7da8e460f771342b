//! Files of own figures: what is read out of them, what taking them does, and that no bytes do harm.

#[path = "../shared/any_text.rs"]
mod any_text;
#[allow(dead_code)]
#[path = "../scenario/build.rs"]
mod build;
mod files;
mod hostile;
mod tables;
