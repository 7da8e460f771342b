//! Local storage as a [`KeyValueStore`], news from other tabs, and the request to keep the data for good.
//!
//! The rules of saving are in [`figures::FigureStore`]; here is only what needs the browser. Nothing panics where
//! storage is blocked, missing or full.

use std::rc::Rc;

use figures::{KeyValueStore, StoreError, keys};
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget, StorageEvent};

/// The local storage of this origin.
#[derive(Debug, Clone, Copy, Default)]
pub struct BrowserStorage;

impl BrowserStorage {
    /// Sees whether anything can be written, so that a reader can be told before typing anything.
    ///
    /// # Errors
    /// [`StoreError`]; a full storage can still be read.
    pub fn probe(&self) -> Result<(), StoreError> {
        self.write(keys::PROBE, "1")?;
        self.remove(keys::PROBE)
    }
}

/// The storage object, asked for anew each time because the reader can take it away while the page is open.
fn storage() -> Result<web_sys::Storage, StoreError> {
    let window = web_sys::window().ok_or_else(|| StoreError::Blocked("no window".to_owned()))?;
    match window.local_storage() {
        // What gloo returns here without a look would be a panic in the two other cases.
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(StoreError::Blocked("no local storage".to_owned())),
        Err(error) => Err(refused(&error)),
    }
}

/// What a thrown value means.
fn refused(error: &JsValue) -> StoreError {
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
        storage()?.get_item(key).map_err(|error| refused(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(|error| refused(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(|error| refused(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let count = storage.length().map_err(|error| refused(&error))?;
        let key = |index| storage.key(index).map_err(|error| refused(&error));
        // A key can go between counting and asking; it is then no longer of interest.
        (0..count).filter_map(|index| key(index).transpose()).collect()
    }
}

/// Calls back for as long as it is kept; dropping it ends that.
#[must_use = "dropping it ends the listening at once"]
#[derive(Debug)]
pub struct EventListener {
    target: EventTarget,
    events: &'static [&'static str],
    callback: Closure<dyn Fn(Event)>,
}

impl EventListener {
    fn to(target: &EventTarget, events: &'static [&'static str], callback: impl Fn(Event) + 'static) -> Self {
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        for event in events {
            // Without the event the page still works; it only learns of the other tab at the next save.
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

/// Calls back when another tab wrote or emptied own figures: then [`figures::FigureStore::receive`] puts both together.
///
/// Also when this tab comes back to view, because a browser may have put it to sleep and dropped the news.
pub fn on_other_tab(callback: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::to(&window, &["storage", "focus", "pageshow"], move |event| {
        let concerns_us = match event.dyn_ref::<StorageEvent>() {
            // No key: everything was cleared.
            Some(event) => event.key().is_none_or(|key| key == keys::OWN_FIGURES),
            None => true,
        };
        if concerns_us {
            callback();
        }
    }))
}

/// Calls back when the page is about to go out of sight, perhaps for good: the last moment to save.
pub fn on_leave(callback: impl Fn() + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let on_hidden = Rc::new(callback);
    let on_page_hide = Rc::clone(&on_hidden);
    let page = document.clone();
    Some([
        EventListener::to(&document, &["visibilitychange"], move |_| {
            if page.hidden() {
                on_hidden();
            }
        }),
        EventListener::to(&window, &["pagehide"], move |_| on_page_hide()),
    ])
}

/// What the browser answered to the request to keep the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persistence {
    /// It clears the data only at the reader's own command.
    Granted,
    /// It may clear the data when it runs out of space.
    MayBeCleared,
    /// It does not know the question (or the page was not served safely).
    Unknown,
}

impl Persistence {
    /// A sentence for the reader.
    pub fn message(self) -> &'static str {
        match self {
            Self::Granted => "ブラウザは、この想定値を自動では消しません。",
            Self::MayBeCleared => {
                "空き容量が足りなくなると、ブラウザがこの想定値を消すことがあります。ファイルにも書き出しておいてください。"
            }
            Self::Unknown => {
                "このブラウザでは、自動で消されないように頼むことができません。ファイルにも書き出しておいてください。"
            }
        }
    }
}

/// Asks the browser to keep the data for good. Some browsers ask the reader: call it once, after the first own figure.
pub async fn persist() -> Persistence {
    let Some(manager) = web_sys::window().map(|window| window.navigator().storage()) else {
        return Persistence::Unknown;
    };
    // Typed as always there, but missing where the page was not served safely.
    if manager.is_undefined() || manager.is_null() {
        return Persistence::Unknown;
    }
    let Ok(asked) = manager.persist() else {
        return Persistence::Unknown;
    };
    match JsFuture::from(asked).await {
        Ok(kept) if kept.is_truthy() => Persistence::Granted,
        Ok(_) => Persistence::MayBeCleared,
        Err(_) => Persistence::Unknown,
    }
}
