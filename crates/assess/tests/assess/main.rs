//! Gaps, rules, roll-ups: tables on values of the real list, edges, properties.

mod build;
mod bundled;
mod checkable;
mod examples;
mod explanations;
mod gaps;
mod indicators;
mod properties;
mod rollups;
mod rules;
