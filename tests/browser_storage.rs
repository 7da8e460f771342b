//! Own figures in the real local storage of a browser.

#![cfg(test)]
#![cfg(target_arch = "wasm32")]

use std::{cell::Cell, rc::Rc};

use figures::{
    Action, Basis, ExternalChange, Figure, FigureStore, FigureValue, KeyValueStore, Number, SaveError, ScenarioId,
    StorageProblem, StoreError, Timestamp, UnknownFields, keys,
};
use gloo_storage::{LocalStorage, Storage};
use leptos::leptos_dom::helpers::WindowListenerHandle;
use list::{DatasetId, Date, IndicatorId, MeasureId};
use serde_json::Value;
use ward_indicators::browser::storage::{self, BrowserStorage, Persistence};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const NOW: Timestamp = Timestamp(1_700_000_000_000);

fn dataset() -> DatasetId {
    DatasetId::parse("test").unwrap()
}

fn open() -> FigureStore<BrowserStorage> {
    let mut store = FigureStore::new(BrowserStorage, dataset(), words::text::figures::step_name);
    store.load(NOW);
    store
}

fn raw() -> web_sys::Storage {
    LocalStorage::raw()
}

/// Sets an indicator's number of schools.
fn set_schools(store: &mut FigureStore<BrowserStorage>, indicator: &str, number: f64, note: &str) {
    let figure = Figure {
        indicator: IndicatorId::parse(indicator).unwrap(),
        value: FigureValue::Amount {
            measure: MeasureId::parse("main").unwrap(),
            number: Number::new(number).unwrap(),
            unit: "校".to_owned(),
        },
        date: Date::parse_iso("2023-03-31").unwrap(),
        basis: Basis::Heard,
        note: note.to_owned(),
        source: None,
        edited: Timestamp(0),
        extra: UnknownFields::new(),
    };
    let set = Action::SetFigure { scenario: ScenarioId::first(), figure: Box::new(figure), replaces: None };
    store.apply(set, Timestamp(1_000)).unwrap();
}

/// A store with one figure that is not saved yet.
fn with_schools() -> FigureStore<BrowserStorage> {
    let mut store = open();
    set_schools(&mut store, "3-1", 44.0, "");
    store
}

fn figure_count(store: &FigureStore<BrowserStorage>) -> usize {
    store.notebook().workspace.figure_count()
}

/// Fills the storage to the last character, under names of another app.
fn fill() {
    let mut size = 4_000_000;
    let mut index = 0;
    while size > 0 {
        if raw().set_item(&format!("filler-{index}"), &"x".repeat(size)).is_ok() {
            index += 1;
        } else {
            size /= 2;
        }
    }
}

#[wasm_bindgen_test]
fn saved_figures_are_loaded_again() {
    raw().clear().unwrap();
    assert_eq!(BrowserStorage.probe(), Ok(()));
    assert_eq!(raw().length(), Ok(0), "the probe leaves nothing behind");
    let mut store = open();
    assert_eq!((store.problem(), store.last_save()), (None, None));
    set_schools(&mut store, "3-1", 44.0, "委員会で「聞いた」<b>𠮷</b>\n");
    assert!(store.save(NOW).is_ok());
    let again = open();
    assert_eq!(again.notebook(), store.notebook());
    assert_eq!((again.problem(), again.last_save()), (None, store.last_save()));
    // The stored text is plain JSON, as the storage crate writes and reads it.
    let value: Value = LocalStorage::get(keys::OWN_FIGURES).unwrap();
    assert_eq!(value["format"], "ward-indicators/own-figures");
    LocalStorage::set(keys::OWN_FIGURES, &value).unwrap();
    assert_eq!((open().problem(), figure_count(&open())), (None, 1));
}

#[wasm_bindgen_test]
fn a_full_storage_is_reported_and_keeps_the_previous_text() {
    raw().clear().unwrap();
    let mut store = with_schools();
    assert!(store.save(NOW).is_ok());
    let before = raw().get_item(keys::OWN_FIGURES).unwrap();
    fill();
    set_schools(&mut store, "3-1", 44.0, &"長いメモ".repeat(400));
    assert_eq!(store.save(NOW), Err(SaveError::Full));
    assert_eq!(raw().get_item(keys::OWN_FIGURES).unwrap(), before);
    // Full from the start: reading works, and a save reports it.
    assert_eq!(BrowserStorage.probe(), Err(StoreError::Full));
    let mut store = open();
    assert_eq!((store.problem(), figure_count(&store)), (None, 1));
    set_schools(&mut store, "3-1", 44.0, &"長いメモ".repeat(400));
    assert_eq!(store.save(NOW), Err(SaveError::Full));
    raw().clear().unwrap();
    assert!(store.save(NOW).unwrap().was_emptied);
}

#[wasm_bindgen_test]
fn damaged_text_is_set_aside_and_not_overwritten() {
    for damaged in
        ["{\"format\":\"ward-ind", "null", "<script>alert(1)</script>", "\u{0}\u{fffd}\"", &"�ノ".repeat(200_000)]
    {
        raw().clear().unwrap();
        raw().set_item(keys::OWN_FIGURES, damaged).unwrap();
        let mut store = with_schools();
        let Some(StorageProblem::SetAside { key, .. }) = store.problem().cloned() else {
            panic!("{damaged:.20}");
        };
        assert!(store.save(NOW).is_ok());
        assert_eq!(raw().get_item(&key).unwrap().as_deref(), Some(damaged));
        let kept = store.quarantined().unwrap();
        assert_eq!((kept.len(), kept[0].at), (1, NOW));
        assert_eq!(kept[0].text, damaged);
    }
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn damaged_text_that_cannot_be_copied_stays_where_it_is() {
    raw().clear().unwrap();
    let noise = "雑".repeat(1_500_000);
    raw().set_item(keys::OWN_FIGURES, &noise).unwrap();
    fill();
    let mut store = with_schools();
    assert!(matches!(store.problem(), Some(StorageProblem::Damaged { .. })));
    assert_eq!(store.save(NOW), Err(SaveError::ReadOnly));
    assert_eq!(raw().get_item(keys::OWN_FIGURES).unwrap(), Some(noise));
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn a_newer_version_is_not_changed() {
    raw().clear().unwrap();
    let newer = r#"{"format":"ward-indicators/own-figures","version":1000,"more":true}"#;
    raw().set_item(keys::OWN_FIGURES, newer).unwrap();
    let mut store = with_schools();
    assert!(matches!(store.problem(), Some(StorageProblem::Newer { version: 1000, .. })));
    assert_eq!(store.save(NOW), Err(SaveError::ReadOnly));
    assert_eq!(raw().get_item(keys::OWN_FIGURES).unwrap().as_deref(), Some(newer));
    assert_eq!(raw().length(), Ok(1));
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn the_figures_of_two_tabs_are_merged() {
    raw().clear().unwrap();
    let (mut here, mut there) = (with_schools(), open());
    set_schools(&mut there, "3-2", 5.0, "");
    assert!(here.save(NOW).is_ok());
    assert!(there.save(NOW).unwrap().merged, "the other tab's figure was not seen");
    assert_eq!(figure_count(&there), 2);
    assert_eq!(here.receive(NOW), ExternalChange::Merged { saved: None });
    assert_eq!(figure_count(&here), 2);
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn other_apps_of_the_origin_are_not_touched() {
    raw().clear().unwrap();
    raw().set_item("someone-else", "not JSON").unwrap();
    let mut store = with_schools();
    assert!(store.save(NOW).is_ok());
    assert_eq!(store.quarantined().unwrap().len(), 0);
    let mut keys = BrowserStorage.keys().unwrap();
    keys.sort();
    assert_eq!(keys, ["someone-else", keys::OWN_FIGURES]);
    assert_eq!(raw().get_item("someone-else").unwrap().as_deref(), Some("not JSON"));
    raw().clear().unwrap();
}

/// Replaces `window.localStorage` during a call.
fn with_local_storage(getter: &str, call: impl FnOnce()) {
    let define = |descriptor: &str| {
        let script = format!("Object.defineProperty(window, 'localStorage', {descriptor})");
        js_sys::eval(&script).unwrap();
    };
    js_sys::eval("window.kept = Object.getOwnPropertyDescriptor(window, 'localStorage')").unwrap();
    define(&format!("{{ configurable: true, get() {{ {getter} }} }}"));
    call();
    define("window.kept");
}

#[wasm_bindgen_test]
fn a_blocked_or_missing_storage_is_an_error_not_a_panic() {
    raw().clear().unwrap();
    let mut opened = with_schools();
    for getter in [
        "throw new DOMException('no', 'SecurityError')",
        "throw 'not even an error'",
        "return null",
        "return undefined",
    ] {
        with_local_storage(getter, || {
            assert!(matches!(BrowserStorage.probe(), Err(StoreError::Blocked(_))), "{getter}");
            assert!(matches!(open().problem(), Some(StorageProblem::Unavailable(StoreError::Blocked(_)))));
            // Removed while the page is open.
            assert!(matches!(opened.save(NOW), Err(SaveError::Blocked(_))));
            assert!(matches!(opened.receive(NOW), ExternalChange::Unavailable(_)));
            assert!(opened.quarantined().is_err());
        });
    }
    assert!(opened.save(NOW).is_ok());
    raw().clear().unwrap();
}

fn tell_of(key: &str) {
    let script = format!("window.dispatchEvent(new StorageEvent('storage', {{ key: {key} }}))");
    js_sys::eval(&script).unwrap();
}

#[wasm_bindgen_test]
fn changes_of_own_figures_are_reported_until_the_listener_is_dropped() {
    let heard = Rc::new(Cell::new(0));
    let counter = Rc::clone(&heard);
    let listening = storage::on_other_tab(move || counter.set(counter.get() + 1));
    tell_of("'someone-else'");
    assert_eq!(heard.get(), 0);
    tell_of(&format!("'{}'", keys::OWN_FIGURES));
    assert_eq!(heard.get(), 1);
    tell_of("null");
    assert_eq!(heard.get(), 2);
    js_sys::eval("window.dispatchEvent(new Event('focus'))").unwrap();
    assert_eq!(heard.get(), 3);
    listening.into_iter().for_each(WindowListenerHandle::remove);
    tell_of("null");
    assert_eq!(heard.get(), 3);
}

#[wasm_bindgen_test]
fn hiding_the_page_is_reported() {
    let heard = Rc::new(Cell::new(0));
    let counter = Rc::clone(&heard);
    let listening = storage::on_leave(move || counter.set(counter.get() + 1));
    js_sys::eval("window.dispatchEvent(new Event('pagehide'))").unwrap();
    assert_eq!(heard.get(), 1);
    // Becoming visible is not hiding.
    js_sys::eval("document.dispatchEvent(new Event('visibilitychange'))").unwrap();
    assert_eq!(heard.get(), 1);
    listening.into_iter().for_each(WindowListenerHandle::remove);
    js_sys::eval("window.dispatchEvent(new Event('pagehide'))").unwrap();
    assert_eq!(heard.get(), 1);
}

/// Replaces `navigator.storage` by a script during a call of [`storage::persist`].
async fn persist_where(storage: &str) -> Persistence {
    let define = |storage: &str| {
        js_sys::eval(&format!(
            "Object.defineProperty(navigator, 'storage', {{ configurable: true, value: {storage} }})"
        ))
        .unwrap();
    };
    define(storage);
    let answer = storage::persist().await;
    js_sys::Reflect::delete_property(&web_sys::window().unwrap().navigator(), &JsValue::from_str("storage")).unwrap();
    answer
}

#[wasm_bindgen_test]
async fn the_request_to_persist_has_a_result_in_every_browser() {
    for (storage, answer) in [
        ("{ persist: async () => true }", Persistence::Granted),
        ("{ persist: async () => false }", Persistence::MayBeCleared),
        ("{ persist: async () => { throw new TypeError('no') } }", Persistence::Unknown),
        ("{ persist() { throw new TypeError('no') } }", Persistence::Unknown),
        ("{}", Persistence::Unknown),
        ("undefined", Persistence::Unknown),
    ] {
        assert_eq!(persist_where(storage).await, answer, "{storage}");
    }
    assert_ne!(storage::persist().await, Persistence::Unknown, "Chromium knows the question");
}
