//! Focus, where a page's change would otherwise lose it.

use leptos::{
    prelude::{document, request_animation_frame},
    wasm_bindgen::JsCast,
    web_sys::HtmlElement,
};

/// Gives focus to the first element a selector finds, now. An element that cannot take focus only means that focus stays
/// where it was.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The same after the screen has followed what was just changed.
pub fn focus_later(selector: String) {
    request_animation_frame(move || focus(&selector));
}
