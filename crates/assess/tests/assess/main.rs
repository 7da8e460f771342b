//! Gaps, rules, roll-ups: tables on values of the real list, edges, properties.

#![cfg(test)]

mod bundled;
mod checkable;
mod gaps;
mod indicators;
mod properties;
mod rollups;
mod rules;
