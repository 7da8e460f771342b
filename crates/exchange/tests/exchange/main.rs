//! Files of own figures: what is read out of them, what taking them does, and that no bytes do harm.

#![cfg(test)]

mod files;
mod hostile;
mod list_csv;
mod plain_text;
mod tables;
