//! Own figures: edits and undo, typed input, storage without loss, two tabs.

#![cfg(test)]

mod comparison;
mod draft;
mod edits;
mod figure_store;
mod input;
mod links;
mod merging;
mod restoring;
mod sheet;
mod slider_scale;
mod templates;
