use std::time::Duration;

use leptos::{
    prelude::{SetValue, StoredValue, document, request_animation_frame, set_timeout, use_context, window},
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement, KeyboardEvent},
};

use super::IN_BROWSER;

/// In context where a page is rendered to text: the title of its window.
#[derive(Clone, Copy)]
pub struct PageTitle(pub StoredValue<String>);

pub fn set_title(title: &str) {
    if IN_BROWSER {
        document().set_title(title);
    } else if let Some(PageTitle(kept)) = use_context() {
        kept.set_value(title.to_owned());
    }
}

pub fn focus_element(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

pub fn focus(selector: &str) {
    document().query_selector(selector).ok().flatten().into_iter().for_each(focus_element);
}

/// Focuses in the next frame, after the page has been updated.
pub fn focus_later(selector: String) {
    request_animation_frame(move || focus(&selector));
}

/// Focuses the first link in a part of the page, or the part itself.
pub fn focus_in(part: Element) {
    focus_element(part.query_selector("a[href]").ok().flatten().unwrap_or(part));
}

pub fn after_paint(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

/// Scrolls to a part of the page by its id, marks it and focuses it.
pub fn go_to(id: &str) {
    let Some(part) = document().get_element_by_id(id) else { return };
    let _ = part.class_list().add_1("is-target");
    let _ = part.set_attribute("tabindex", "-1");
    part.scroll_into_view();
    focus_element(part);
}

pub fn is_unfocused() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Makes the focused field save its text but keeps the focus: a page that gets hidden sends its fields no event.
pub fn commit_focused_field() {
    if let Some(field) = document().active_element()
        && let Ok(event) = web_sys::Event::new("blur")
    {
        let _ = field.dispatch_event(&event);
    }
}

/// Whether a key was pressed in a field with an input of its own.
pub fn is_in_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

/// In CSS pixels; infinite where the browser does not say.
pub fn window_height() -> f64 {
    let height = super::window().and_then(|window| window.inner_height().ok());
    height.and_then(|px| px.as_f64()).unwrap_or(f64::INFINITY)
}

/// Whether the element has the focus, or any text is selected.
pub fn is_in_use(element: &Element) -> bool {
    let selection = window().get_selection().ok().flatten();
    document().active_element().is_some_and(|focused| element.contains(Some(&focused)))
        || selection.is_some_and(|selection| !selection.is_collapsed())
}

pub fn has_open_dialog() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|found| found.is_some())
}

pub fn has_focus(selector: &str) -> bool {
    document().active_element().is_some_and(|element| element.matches(selector).unwrap_or(false))
}

/// Opens the print dialog; false where the browser refuses.
pub fn print() -> bool {
    window().print().is_ok()
}
