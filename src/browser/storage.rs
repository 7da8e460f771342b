//! Local storage as a [`Shelf`]: every way it can fail is an error value, never a panic.

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::scenario::{Shelf, ShelfError};

/// The local storage of this origin.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalShelf;

impl LocalShelf {
    /// The storage, asked for anew each time: a reader may change the setting while the page is open.
    fn storage() -> Result<web_sys::Storage, ShelfError> {
        let absent = || ShelfError::Blocked("localStorage".to_owned());
        let window = web_sys::window().ok_or_else(absent)?;
        // gloo-storage panics where the browser blocks storage, so that is found out first.
        window.local_storage().map_err(|error| shelf_error(&error))?.ok_or_else(absent)?;
        Ok(LocalStorage::raw())
    }
}

/// What an exception of the storage means.
fn shelf_error(exception: &JsValue) -> ShelfError {
    let Some(exception) = exception.dyn_ref::<DomException>() else {
        return ShelfError::Blocked("unknown".to_owned());
    };
    match exception.name().as_str() {
        // The second is what older versions of Firefox say.
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => ShelfError::Full,
        name => ShelfError::Blocked(name.to_owned()),
    }
}

impl Shelf for LocalShelf {
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Self::storage()?.get_item(key).map_err(|error| shelf_error(&error))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        Self::storage()?.set_item(key, text).map_err(|error| shelf_error(&error))
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        Self::storage()?.remove_item(key).map_err(|error| shelf_error(&error))
    }

    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = Self::storage()?;
        let count = storage.length().map_err(|error| shelf_error(&error))?;
        (0..count).filter_map(|at| storage.key(at).map_err(|error| shelf_error(&error)).transpose()).collect()
    }
}
