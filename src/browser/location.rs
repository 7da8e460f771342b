//! The address bar: the hash is the route. Also remembers how far each page was scrolled, so that going back to a long
//! list returns to the row one left.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use leptos::{
    ev,
    prelude::{window, window_event_listener},
    web_sys,
};

use super::dom;

thread_local! {
    static SCROLLED: RefCell<HashMap<String, f64>> = RefCell::default();
    /// How far down the browser last said it is.
    static PLACE: Cell<f64> = const { Cell::new(0.0) };
    static FOLLOWED_LINK: Cell<bool> = const { Cell::new(false) };
    static SHOWN: RefCell<String> = RefCell::default();
    /// The address to be written once what it shows has been painted.
    static UNWRITTEN: RefCell<Option<String>> = RefCell::default();
}

/// How the reader came to the page that is now shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arrival {
    /// By a link, a form or a typed address: the page starts at its top.
    Forward,
    /// By the browser's back or forward button: the page was left this far down, in CSS pixels.
    Return(f64),
}

/// The hash with its `#`, empty at the start page. A browser that refuses to show_message gives the start page.
pub fn hash() -> String {
    write();
    window().location().hash().unwrap_or_default()
}

/// The whole address, for passing on; empty where the browser refuses to show_message.
pub fn address() -> String {
    write();
    window().location().href().unwrap_or_default()
}

/// Remembers how far the page now shown is scrolled.
fn remember_place() {
    if let Ok(y) = window().scroll_y() {
        PLACE.set(y);
        keep_place();
    }
}

/// Remembers the place last told of for the page now shown. Asking anew makes the browser lay out what has changed.
fn keep_place() {
    let shown = SHOWN.with_borrow(Clone::clone);
    SCROLLED.with_borrow_mut(|scrolled| scrolled.insert(shown, PLACE.get()));
}

/// Whether two addresses are settings of one page.
fn is_same_page(one: &str, other: &str) -> bool {
    one.split('?').next() == other.split('?').next()
}

/// Opens an address of this app: a new entry in the history, without an event. Returns whether it is another one than
/// before; browsers only refuse pages that ask for it again and again.
pub fn open(href: &str) -> bool {
    if href == hash() {
        return false;
    }
    if SHOWN.with_borrow(|shown| is_same_page(shown, href)) {
        keep_place();
    } else {
        remember_place();
    }
    let opened = window()
        .history()
        .and_then(|history| history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(href)));
    if opened.is_ok() {
        SHOWN.set(href.to_owned());
    }
    opened.is_ok()
}

/// Changes the address without a new entry in the history and without an event; for settings that change while typing.
/// Written after the next paint: browsers take a millisecond for it, and limit how often they do it.
pub fn replace(href: &str) {
    let before = UNWRITTEN.replace(Some(href.to_owned()));
    if before.is_none() {
        dom::after_paint(write);
    }
}

/// Writes the address that is still to be written. Before anything that reads it or goes on from it.
fn write() {
    let Some(href) = UNWRITTEN.take() else {
        return;
    };
    let written = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&href)));
    // Refused only where it was done too often; the address then lags behind, the page does not.
    if written.is_ok() {
        SHOWN.set(href);
    }
}

/// Calls back with every new hash. Listens for as long as the page lives.
pub fn on_change(callback: impl Fn(String, Arrival) + 'static) {
    SHOWN.set(hash());
    let clicked = window_event_listener(ev::click, |event| {
        use web_sys::wasm_bindgen::JsCast;
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href^='#']").ok().flatten());
        if link.is_some() {
            write();
            // Browsers show_message of scrolling with the next frame only, when the page may be another.
            remember_place();
            FOLLOWED_LINK.set(true);
        }
    });
    let scrolled = window_event_listener(ev::scroll, |_| {
        // `hashchange` comes after the browser may have moved the page; until then the old page is meant.
        let now = hash();
        if SHOWN.with_borrow(|shown| *shown == now) {
            remember_place();
        }
    });
    let changed = window_event_listener(ev::hashchange, move |_| {
        // What is still to be written is of the page that has just been left.
        UNWRITTEN.take();
        let now = hash();
        let followed = FOLLOWED_LINK.replace(false);
        let left_at = SCROLLED.with_borrow(|scrolled| scrolled.get(&now).copied());
        SHOWN.set(now.clone());
        let arrival = match left_at {
            Some(y) if !followed => Arrival::Return(y),
            _ => Arrival::Forward,
        };
        callback(now, arrival);
    });
    // The listeners live as long as the page: dropping a handle does not remove its listener.
    drop((clicked, scrolled, changed));
}
