//! Own figures: edits and undo, what people type, storage that loses nothing, two tabs.

#[path = "../shared/any_text.rs"]
mod any_text;
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
