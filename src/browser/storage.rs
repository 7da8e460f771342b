//! The browser's side of saving; its rules are in [`figures::FigureStore`].

use figures::{KeyValueStore, StoreError, keys};
use gloo_storage::{LocalStorage, Storage};
use leptos::{
    ev,
    leptos_dom::helpers::{WindowListenerHandle, window_event_listener_untyped},
    prelude::{document, window_event_listener},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEvent;
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

/// Also calls back when this tab comes back to view: a browser may have suspended it and dropped events.
pub fn on_other_tab(callback: impl Fn() + Clone + 'static) -> [WindowListenerHandle; 3] {
    ["storage", "focus", "pageshow"].map(|name| {
        let callback = callback.clone();
        window_event_listener_untyped(name, move |event| {
            // Without a key everything was cleared.
            let changed_key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if changed_key.is_none_or(|key| key == keys::OWN_FIGURES) {
                callback();
            }
        })
    })
}

/// Calls back when the page is hidden, perhaps for good: the last moment to save.
pub fn on_leave(callback: impl Fn() + Clone + 'static) -> [WindowListenerHandle; 2] {
    let on_hidden = callback.clone();
    let hidden = window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            on_hidden();
        }
    });
    [hidden, window_event_listener(ev::pagehide, move |_| callback())]
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
