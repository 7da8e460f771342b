//! The pages of the app, one folder or file per feature.

pub mod accessibility;
pub mod compare;
pub mod document;
pub mod explorer;
pub mod faults;
pub mod goal;
pub mod grid;
pub mod guide;
pub mod handout;
pub mod indicator;
pub mod not_found;
pub mod overview;
pub mod plan;
pub mod scenario_comparison;
pub mod scenarios;
pub mod search;
pub mod shared_link;
