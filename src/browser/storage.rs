//! The browser's side of saving; its rules are in [`figures::FigureStore`].

use std::rc::Rc;

use figures::{KeyValueStore, StoreError, keys};
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, StorageEvent};
use words::text::storage::persistence as labels;

use super::{IN_BROWSER, window};

#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserStorage;

impl BrowserStorage {
    /// Tests whether anything can be written. A full storage can still be read.
    pub fn probe(&self) -> Result<(), StoreError> {
        self.write(keys::PROBE, "1")?;
        self.remove(keys::PROBE)
    }
}

/// Asked for each time, because the reader can block the storage while the page is open.
fn storage() -> Result<web_sys::Storage, StoreError> {
    let window = window().ok_or_else(|| StoreError::Blocked("no window".to_owned()))?;
    match window.local_storage() {
        // gloo panics in the two other cases.
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(StoreError::Blocked("no local storage".to_owned())),
        Err(error) => Err(store_error(&error)),
    }
}

fn store_error(error: &JsValue) -> StoreError {
    let text = |name: &str| js_sys::Reflect::get(error, &JsValue::from_str(name)).ok()?.as_string();
    let name = text("name").unwrap_or_default();
    // The second name is that of older Firefox versions.
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
        StoreError::Full
    } else {
        StoreError::Blocked(format!("{name}: {}", text("message").unwrap_or_default()))
    }
}

impl KeyValueStore for BrowserStorage {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        if !IN_BROWSER {
            return Ok(None);
        }
        storage()?.get_item(key).map_err(|error| store_error(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(|error| store_error(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(|error| store_error(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let count = storage.length().map_err(|error| store_error(&error))?;
        let key = |index| storage.key(index).map_err(|error| store_error(&error));
        // A key may be removed after counting.
        (0..count).filter_map(|index| key(index).transpose()).collect()
    }
}

/// Calls back until it is dropped.
#[must_use]
#[derive(Debug)]
pub struct EventListener {
    target: EventTarget,
    events: &'static [&'static str],
    callback: Closure<dyn Fn(Event)>,
}

impl EventListener {
    fn new(target: &EventTarget, events: &'static [&'static str], callback: impl Fn(Event) + 'static) -> Self {
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        for event in events {
            let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        }
        Self { target: target.clone(), events, callback }
    }
}

impl Drop for EventListener {
    fn drop(&mut self) {
        for event in self.events {
            let callback = self.callback.as_ref().unchecked_ref();
            let _ = self.target.remove_event_listener_with_callback(event, callback);
        }
    }
}

/// Also calls back when this tab comes back to view: a browser may have suspended it and dropped events.
pub fn on_other_tab(callback: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, &["storage", "focus", "pageshow"], move |event| {
        // Without a key everything was cleared.
        let changed_key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if changed_key.is_none_or(|key| key == keys::OWN_FIGURES) {
            callback();
        }
    }))
}

/// Calls back when the page is hidden, perhaps for good: the last moment to save.
pub fn on_leave(callback: impl Fn() + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let document = window.document()?;
    let on_hidden = Rc::new(callback);
    let on_page_hide = Rc::clone(&on_hidden);
    let page = document.clone();
    Some([
        EventListener::new(&document, &["visibilitychange"], move |_| {
            if page.hidden() {
                on_hidden();
            }
        }),
        EventListener::new(&window, &["pagehide"], move |_| on_page_hide()),
    ])
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    Granted,
    /// The browser may clear the storage when space runs out.
    MayBeCleared,
    /// The browser has no such request, or the page was not served safely.
    Unknown,
}

impl Persistence {
    pub fn message(self) -> &'static str {
        match self {
            Self::Granted => labels::granted(),
            Self::MayBeCleared => labels::may_be_cleared(),
            Self::Unknown => labels::unknown(),
        }
    }
}

/// Requests that the storage is not cleared. Some browsers ask the reader, so call it once, after the first own figure.
pub async fn persist() -> Persistence {
    // The manager's type says that it is always there, but not where the page was not served safely.
    let manager = window().map(|window| window.navigator().storage());
    let Some(manager) = manager.filter(|manager| !manager.is_undefined() && !manager.is_null()) else {
        return Persistence::Unknown;
    };
    let Ok(request) = manager.persist() else { return Persistence::Unknown };
    match JsFuture::from(request).await {
        Ok(granted) if granted.is_truthy() => Persistence::Granted,
        Ok(_) => Persistence::MayBeCleared,
        Err(_) => Persistence::Unknown,
    }
}
