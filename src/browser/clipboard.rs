use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::dom;

/// False where the browser refuses.
pub async fn copy(text: &str) -> bool {
    // Missing where the page was not served safely.
    let clipboard = window().navigator().clipboard();
    let offered = !AsRef::<JsValue>::as_ref(&clipboard).is_undefined();
    if offered && JsFuture::from(clipboard.write_text(text)).await.is_ok() {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// Selects the text in a text area and copies that. It works without the clipboard object.
fn copy_by_selection(text: &str) -> Option<bool> {
    let area: HtmlTextAreaElement = document().create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("visually-hidden");
    let before = document().active_element();
    document().body()?.append_child(&area).ok()?;
    area.select();
    let copied = document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
    area.remove();
    before.into_iter().for_each(dom::focus_element);
    Some(copied)
}
