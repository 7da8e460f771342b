//! Interface words and sentences, in the language of the screen.
//!
//! The words are data in `words/<language>/*.toml`; the build script makes a function in [`text`] from every key.
//! Sentences that depend on a result (an assessment, a gap, a validation fault) are made here.

pub mod accessibility;
mod assessment;
mod descriptions;
mod gap;
pub mod guide;
mod sentences;
mod status_group;
mod titles;

/// One module per file of `words/ja/`, one function per key.
#[allow(clippy::unneeded_struct_pattern, reason = "generated patterns have the same form for all variants")]
pub mod text {
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

pub use assessment::{explanation, explanations, outlook, rollup_sentence, shown_pace, unjudged_note};
pub use descriptions::page_description;
pub use gap::{gap_in_short, gap_sentence, gap_sentences, stated_label};
pub use status_group::StatusGroup;
pub use titles::{goal_title, plan_title};

/// Items of an enumeration as one text.
pub(crate) fn separated(items: &[impl AsRef<str>]) -> String {
    items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(text::common::separator())
}
