//! Focus, where a page's change would otherwise lose it, where a key press belongs, and what can wait until the screen
//! has followed.

use std::time::Duration;

use leptos::{
    prelude::{document, request_animation_frame, set_timeout, window},
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, KeyboardEvent},
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

/// Gives focus to the first link in a part of the page, or without one to the part itself.
pub fn focus_in(part: Element) {
    let link = part.query_selector("a[href]").ok().flatten();
    if let Ok(element) = link.unwrap_or(part).dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Does something once the screen has been painted next, for what need not hold up what is seen first.
pub fn after_paint(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

/// Goes to a part of the page by its id: into view, marked, and with the focus, so that reading goes on from there.
pub fn go_to(id: &str) {
    let Some(part) = document().get_element_by_id(id) else {
        return;
    };
    // Marking is a convenience; a browser that refuses it still goes there.
    let _ = part.class_list().add_1("is-target");
    let _ = part.set_attribute("tabindex", "-1");
    part.scroll_into_view();
    if let Ok(part) = part.dyn_into::<HtmlElement>() {
        let _ = part.focus();
    }
}

/// True while nothing on the page has the focus.
pub fn is_unfocused() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Lets the field in hand take what was typed, as if it were left: for a page about to go, which tells its fields nothing.
/// The focus stays where it is.
pub fn commit_focused_field() {
    let Some(field) = document().active_element() else {
        return;
    };
    if let Ok(event) = leptos::web_sys::Event::new("blur") {
        // Nobody can prevent it, so the answer says nothing.
        let _ = field.dispatch_event(&event);
    }
}

/// True where a key was pressed in a field that is typed in.
pub fn is_in_field(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|target| {
        target
            .dyn_ref::<Element>()
            .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
    })
}

/// The height of what the window shows, in pixels; infinite where it does not show_message.
pub fn window_height() -> f64 {
    let height = window().inner_height().ok().and_then(|px| px.as_f64());
    height.unwrap_or(f64::INFINITY)
}

/// True while the reader has something of an element in hand: the focus, or a selection of text anywhere.
pub fn is_in_use(element: &Element) -> bool {
    let focused = document().active_element();
    let selection = window().get_selection().ok().flatten();
    focused.is_some_and(|focused| element.contains(Some(&focused)))
        || selection.is_some_and(|selection| !selection.is_collapsed())
}

/// True while a dialog is open over the page.
pub fn has_open_dialog() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|found| found.is_some())
}

/// True where the first element a selector finds has the focus.
pub fn has_focus(selector: &str) -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Opens the browser's own printing; false where it would not.
pub fn print() -> bool {
    window().print().is_ok()
}
