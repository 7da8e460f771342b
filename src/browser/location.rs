//! The address bar, whose hash is the route, and the scroll positions of the pages in the history.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use leptos::{
    ev,
    prelude::{window, window_event_listener},
    wasm_bindgen::{JsCast, JsValue},
    web_sys::Element,
};

use super::dom;

thread_local! {
    static POSITIONS: RefCell<HashMap<String, f64>> = RefCell::default();
    static POSITION: Cell<f64> = const { Cell::new(0.0) };
    static FOLLOWED_LINK: Cell<bool> = const { Cell::new(false) };
    static SHOWN: RefCell<String> = RefCell::default();
    /// The address that is written after the next paint.
    static UNWRITTEN: RefCell<Option<String>> = RefCell::default();
}

/// How the reader came to the page that is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arrival {
    /// By a link, a form or a typed address: the page starts at its top.
    Forward,
    /// By the browser's back or forward button, to this scroll position in CSS pixels.
    Return(f64),
}

/// The hash with its `#`; empty at the start page, or where the browser refuses to tell.
pub fn hash() -> String {
    write();
    window().location().hash().unwrap_or_default()
}

/// The whole address; empty where the browser refuses to tell.
pub fn address() -> String {
    write();
    window().location().href().unwrap_or_default()
}

fn save_current_position() {
    if let Ok(y) = window().scroll_y() {
        POSITION.set(y);
        save_last_position();
    }
}

/// Saves the last known position. To ask for the current one makes the browser lay out the page.
fn save_last_position() {
    let shown = SHOWN.with_borrow(Clone::clone);
    POSITIONS.with_borrow_mut(|positions| positions.insert(shown, POSITION.get()));
}

fn is_same_page(one: &str, other: &str) -> bool {
    one.split('?').next() == other.split('?').next()
}

/// Adds a history entry, without an event. False if the address is the current one, or after too many requests.
pub fn open(href: &str) -> bool {
    if href == hash() {
        return false;
    }
    if SHOWN.with_borrow(|shown| is_same_page(shown, href)) {
        save_last_position();
    } else {
        save_current_position();
    }
    let history = window().history();
    let is_open = history.is_ok_and(|history| history.push_state_with_url(&JsValue::NULL, "", Some(href)).is_ok());
    if is_open {
        SHOWN.set(href.to_owned());
    }
    is_open
}

/// Without history entry or event. Written after the next paint: browsers take a millisecond and limit the frequency.
pub fn replace(href: &str) {
    let before = UNWRITTEN.replace(Some(href.to_owned()));
    if before.is_none() {
        dom::after_paint(write);
    }
}

/// Writes the pending address. Call it before anything that depends on the address.
fn write() {
    let Some(href) = UNWRITTEN.take() else { return };
    let history = window().history();
    // Refused only where it was done too often; the address is then out of date, the page is not.
    if history.is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&href)).is_ok()) {
        SHOWN.set(href);
    }
}

/// Calls back with every new hash, for as long as the page lives.
pub fn on_change(callback: impl Fn(String, Arrival) + 'static) {
    SHOWN.set(hash());
    let click = window_event_listener(ev::click, |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.and_then(|element| element.closest("a[href^='#']").ok().flatten()).is_some() {
            write();
            // Browsers report scrolling only with the next frame, when another page may be shown.
            save_current_position();
            FOLLOWED_LINK.set(true);
        }
    });
    let scroll = window_event_listener(ev::scroll, |_| {
        // The browser may scroll before `hashchange`; the position is then not that of the page shown.
        let now = hash();
        if SHOWN.with_borrow(|shown| *shown == now) {
            save_current_position();
        }
    });
    let change = window_event_listener(ev::hashchange, move |_| {
        // A pending address belongs to the page that was left.
        UNWRITTEN.take();
        let now = hash();
        let followed_link = FOLLOWED_LINK.replace(false);
        let position = POSITIONS.with_borrow(|positions| positions.get(&now).copied());
        SHOWN.set(now.clone());
        let arrival = position.filter(|_| !followed_link).map_or(Arrival::Forward, Arrival::Return);
        callback(now, arrival);
    });
    // Dropping a handle does not remove its listener.
    drop((click, scroll, change));
}
