//! The content of charts, read from the drawing's JSON and the table.

#![cfg(test)]

mod bars;
mod chart_export;
mod comparison;
mod every_chart;
mod guidebook;
mod mark_descriptions;
mod path;
mod sample;
mod snapshots;
mod view_reader;
