//! Gaps, rules, roll-ups: tables on values of the real list, edges, properties.

mod build;
mod gaps;
mod properties;
mod rollups;
mod rules;
