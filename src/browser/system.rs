use figures::Timestamp;
use list::Date;

use super::IN_BROWSER;

/// Milliseconds since 1970-01-01 UTC; a clock set before then counts as 1970. Natively always 0: no page may depend on
/// the day on which it was rendered.
pub fn now() -> Timestamp {
    if !IN_BROWSER {
        return Timestamp(0);
    }
    // Whole milliseconds stay exact in an f64 for 285,000 years.
    Timestamp(js_sys::Date::now().max(0.0) as u64)
}

/// A moment in the time zone of this device.
pub struct LocalTime {
    /// `None` outside the years of [`Date`].
    pub date: Option<Date>,
    pub hour: u32,
    pub minute: u32,
}

pub fn local(at: Timestamp) -> LocalTime {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64));
    let year = i32::try_from(date.get_full_year()).ok();
    let month = u8::try_from(date.get_month() + 1).ok();
    let day = u8::try_from(date.get_date()).ok();
    let parts = year.zip(month).zip(day);
    LocalTime {
        date: parts.and_then(|((year, month), day)| Date::from_ymd(year, month, day).ok()),
        hour: date.get_hours(),
        minute: date.get_minutes(),
    }
}

/// In the time zone of this device.
pub fn today() -> Option<Date> {
    if IN_BROWSER { local(now()).date } else { None }
}

pub fn random() -> u32 {
    (js_sys::Math::random() * 4_294_967_296.0) as u32
}
