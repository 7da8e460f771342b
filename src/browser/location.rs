//! The address bar, and the scroll positions of the pages in the history. Addresses are relative to the root of the site,
//! which every page names in its `<base>`.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

use leptos::{
    ev,
    prelude::{document, window, window_event_listener},
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{Element, HtmlAnchorElement, MouseEvent},
};

use super::dom;

thread_local! {
    static POSITIONS: RefCell<HashMap<String, f64>> = RefCell::default();
    static POSITION: Cell<f64> = const { Cell::new(0.0) };
    static SHOWN: RefCell<String> = RefCell::default();
    /// The address that is written after the next paint.
    static UNWRITTEN: RefCell<Option<String>> = RefCell::default();
    static ROOT: String = root();
}

/// How the reader came to the page that is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arrival {
    /// By a link, a form or a typed address: the page starts at its top.
    Forward,
    /// By the browser's back or forward button, to this scroll position in CSS pixels.
    Return(f64),
}

/// The folder of the base address. It does not change with the address bar.
fn root() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let path = base.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default()
}

fn without_dot(href: &str) -> &str {
    href.strip_prefix("./").unwrap_or(href)
}

/// The whole address of a page or file of the site.
pub fn absolute(href: &str) -> String {
    ROOT.with(|root| format!("{root}{}", without_dot(href)))
}

/// Path, query and fragment below the root of the site; `None` for an address elsewhere.
fn relative(address: &str) -> Option<String> {
    ROOT.with(|root| address.strip_prefix(root.as_str()).map(str::to_owned))
}

fn written() -> String {
    window().location().href().ok().and_then(|address| relative(&address)).unwrap_or_default()
}

/// Path, query and fragment below the root of the site; empty where the browser refuses to tell.
pub fn current() -> String {
    write();
    written()
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
    one.split(['?', '#']).next() == other.split(['?', '#']).next()
}

/// Adds a history entry, without an event. False if the address is the current one, or after too many requests.
pub fn open(href: &str) -> bool {
    if without_dot(href) == current() {
        return false;
    }
    if SHOWN.with_borrow(|shown| is_same_page(shown, without_dot(href))) {
        save_last_position();
    } else {
        save_current_position();
    }
    let history = window().history();
    // Browsers take an empty address as the current one.
    let url = absolute(href);
    let is_open = history.is_ok_and(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&url)).is_ok());
    if is_open {
        SHOWN.set(written());
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
    let url = absolute(&href);
    // Refused only where it was done too often; the address is then out of date, the page is not.
    if history.is_ok_and(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&url)).is_ok()) {
        SHOWN.set(written());
    }
}

/// Calls back with the address of each pressed link within the site, unless the reader wants a new tab or a download. The
/// browser follows the link if the result is false.
pub fn on_link(open: impl Fn(&str) -> bool + 'static) {
    let click = window_event_listener(ev::click, move |event| {
        if event.default_prevented() || is_for_browser(&event) {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|element| element.closest("a[href]").ok().flatten());
        let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
        if link.has_attribute("target") || link.has_attribute("download") {
            return;
        }
        if relative(&link.href()).is_some_and(|address| open(&address)) {
            event.prevent_default();
        }
    });
    // Dropping a handle does not remove its listener.
    drop(click);
}

/// Browsers open a new tab or window for these.
fn is_for_browser(event: &MouseEvent) -> bool {
    event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()
}

/// Calls back with every address that the browser opens without loading a page: by its back and forward buttons, or by
/// another fragment. For as long as the page lives.
pub fn on_change(callback: impl Fn(String, Arrival) + 'static) {
    SHOWN.set(current());
    let scroll = window_event_listener(ev::scroll, |_| {
        // The browser may scroll before it reports the change; the position is then not that of the page shown.
        let now = current();
        if SHOWN.with_borrow(|shown| *shown == now) {
            save_current_position();
        }
    });
    let change = Rc::new(move || {
        let now = written();
        if SHOWN.with_borrow(|shown| *shown == now) {
            return;
        }
        // A pending address belongs to the page that was left.
        UNWRITTEN.take();
        let position = POSITIONS.with_borrow(|positions| positions.get(&now).copied());
        SHOWN.set(now.clone());
        callback(now, position.map_or(Arrival::Forward, Arrival::Return));
    });
    let changed = change.clone();
    let history = window_event_listener(ev::popstate, move |_| changed());
    // Not every browser reports a typed fragment as a change of the history.
    let fragment = window_event_listener(ev::hashchange, move |_| change());
    // Dropping a handle does not remove its listener.
    drop((scroll, history, fragment));
}
