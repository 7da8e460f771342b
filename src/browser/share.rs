//! Handing a link on: by the system's share sheet, else by the clipboard.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareOutcome {
    /// To the share sheet, and on.
    Shared,
    /// To the clipboard.
    Copied,
    /// The reader closed the share sheet.
    Left,
    /// Nowhere: the reader has to copy it by hand.
    Refused,
}

/// The address of this page without its fragment.
pub fn base() -> String {
    let href = leptos::prelude::window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Hands a link on. Call it soon after a press: browsers allow neither way out of the blue.
pub async fn share(title: &str, url: &str) -> ShareOutcome {
    let navigator = leptos::prelude::window().navigator();
    // All three are typed as always there, but are not in every browser, nor on a page that was not served safely.
    let has = |name: &str| Reflect::get(&navigator, &JsValue::from_str(name)).is_ok_and(|found| !found.is_undefined());
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    if has("share") && (!has("canShare") || navigator.can_share_with_data(&data)) {
        match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => return ShareOutcome::Shared,
            Err(error) if is_abort(&error) => return ShareOutcome::Left,
            // Refused for another reason, such as too long a link for the system: the clipboard may still take it.
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
