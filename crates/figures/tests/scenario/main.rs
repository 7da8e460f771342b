//! Own figures: edits and undo, what people type, storage that loses nothing, two tabs.

mod build;
mod edits;
mod half_typed;
mod input;
mod keeping;
mod links;
mod merging;
mod ready;
mod restoring;
mod sheet;
mod sides;
mod slide;
