//! Files of own figures: reading, importing, and safety for any bytes.

#![cfg(test)]

mod files;
mod hostile;
mod list_csv;
mod plain_text;
mod tables;
