//! Shares a link with the system's share sheet, or else through the clipboard.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareOutcome {
    Shared,
    Copied,
    Cancelled,
    Refused,
}

/// Call it soon after a press: browsers allow neither way without one.
pub async fn share(title: &str, url: &str) -> ShareOutcome {
    let navigator = leptos::prelude::window().navigator();
    // Typed as always there, but missing in some browsers and where the page was not served safely.
    let has = |name: &str| Reflect::get(&navigator, &JsValue::from_str(name)).is_ok_and(|found| !found.is_undefined());
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    if has("share") && (!has("canShare") || navigator.can_share_with_data(&data)) {
        match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => return ShareOutcome::Shared,
            Err(error) if is_abort(&error) => return ShareOutcome::Cancelled,
            // The clipboard may still take it, for example if the link is too long for the system.
            Err(_) => {}
        }
    }
    if has("clipboard") && JsFuture::from(navigator.clipboard().write_text(url)).await.is_ok() {
        return ShareOutcome::Copied;
    }
    ShareOutcome::Refused
}

fn is_abort(error: &JsValue) -> bool {
    error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError")
}
