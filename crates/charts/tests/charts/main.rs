//! What the charts show, read from the drawn JSON and the table.

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
