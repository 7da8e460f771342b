//! The time of this device.

use crate::scenario::Timestamp;

/// Milliseconds since 1970-01-01 UTC; a clock set before then counts as 1970.
#[must_use]
pub fn now() -> Timestamp {
    // Whole milliseconds stay exact in an f64 for 285,000 years.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Timestamp(js_sys::Date::now().max(0.0) as u64)
}
