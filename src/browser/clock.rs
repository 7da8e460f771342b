//! The time of this device.

use crate::{dataset::Date, scenario::Timestamp};

/// Milliseconds since 1970-01-01 UTC; a clock set before then counts as 1970.
#[must_use]
pub fn now() -> Timestamp {
    // Whole milliseconds stay exact in an f64 for 285,000 years.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Timestamp(js_sys::Date::now().max(0.0) as u64)
}

/// The day where the reader is; `None` for a clock beyond our years.
#[must_use]
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    Date::from_ymd(year, month, u8::try_from(now.get_date()).ok()?).ok()
}
