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

/// Day, hour and minute in the time zone of this device; `None` outside the years of [`Date`].
pub fn local(at: Timestamp) -> Option<(Date, u32, u32)> {
    let time = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64));
    let year = i32::try_from(time.get_full_year()).ok()?;
    let (month, day) = (u8::try_from(time.get_month() + 1).ok()?, u8::try_from(time.get_date()).ok()?);
    Some((Date::from_ymd(year, month, day).ok()?, time.get_hours(), time.get_minutes()))
}

/// In the time zone of this device.
pub fn today() -> Option<Date> {
    if IN_BROWSER { local(now()).map(|(date, ..)| date) } else { None }
}

pub fn random() -> u32 {
    (js_sys::Math::random() * 4_294_967_296.0) as u32
}
