//! Own figures in the real local storage of a browser.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]
#![cfg(target_arch = "wasm32")]

use std::{cell::Cell, rc::Rc};

use figures::{
    Action, Basis, Envelope, ExternalChange, Figure, FigureStore, FigureValue, KeyValueStore, LoadOutcome, Number,
    SaveOutcome, ScenarioId, StoreError, Timestamp, UnknownFields, keys,
};
use gloo_storage::{LocalStorage, Storage};
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

/// A store that has loaded nothing yet.
fn new_store() -> FigureStore<BrowserStorage> {
    FigureStore::new(BrowserStorage)
}

fn raw() -> web_sys::Storage {
    LocalStorage::raw()
}

/// An envelope with one figure: the `number` of schools of an indicator.
fn schools(indicator: &str, number: f64, note: &str) -> Envelope {
    let mut envelope = Envelope::default();
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
    envelope.notebook(&dataset()).apply(set, Timestamp(1_000)).unwrap();
    envelope
}

fn figure_count(envelope: &Envelope) -> usize {
    envelope.notebooks[&dataset()].workspace.figure_count()
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
fn what_is_saved_is_there_when_opened_again() {
    raw().clear().unwrap();
    assert_eq!(BrowserStorage.probe(), Ok(()));
    assert_eq!(raw().length(), Ok(0), "the probe leaves nothing behind");
    let mut store = new_store();
    assert_eq!(store.load(NOW), LoadOutcome::Fresh);
    let kept = schools("3-1", 44.0, "委員会で「聞いた」<b>𠮷</b>\n");
    assert!(store.save(&kept, NOW).is_saved());
    match new_store().load(NOW) {
        LoadOutcome::Loaded { envelope, repairs, .. } => {
            assert_eq!(envelope.notebooks, kept.notebooks);
            assert!(repairs.is_empty());
        }
        other => panic!("{other:?}"),
    }
    // What is stored is plain JSON, as the storage crate itself writes and reads it.
    let value: Value = LocalStorage::get(keys::OWN_FIGURES).unwrap();
    assert_eq!(value["format"], "ward-indicators/own-figures");
    LocalStorage::set(keys::OWN_FIGURES, &value).unwrap();
    assert!(matches!(new_store().load(NOW), LoadOutcome::Loaded { .. }));
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_had() {
    raw().clear().unwrap();
    let mut store = new_store();
    store.load(NOW);
    assert!(store.save(&schools("3-1", 44.0, ""), NOW).is_saved());
    let before = raw().get_item(keys::OWN_FIGURES).unwrap();
    fill();
    let longer = schools("3-1", 44.0, &"長いメモ".repeat(400));
    assert_eq!(store.save(&longer, NOW), SaveOutcome::Full);
    assert_eq!(raw().get_item(keys::OWN_FIGURES).unwrap(), before);
    // Full from the start: it can be read, and says so when written to.
    assert_eq!(BrowserStorage.probe(), Err(StoreError::Full));
    let mut store = new_store();
    assert!(matches!(store.load(NOW), LoadOutcome::Loaded { .. }));
    assert_eq!(store.save(&longer, NOW), SaveOutcome::Full);
    raw().clear().unwrap();
    assert!(matches!(store.save(&longer, NOW), SaveOutcome::Saved { was_emptied: true, .. }));
}

#[wasm_bindgen_test]
fn damaged_text_is_set_aside_and_not_written_over() {
    for damaged in
        ["{\"format\":\"ward-ind", "null", "<script>alert(1)</script>", "\u{0}\u{fffd}\"", &"�ノ".repeat(200_000)]
    {
        raw().clear().unwrap();
        raw().set_item(keys::OWN_FIGURES, damaged).unwrap();
        let mut store = new_store();
        let LoadOutcome::SetAside { key, .. } = store.load(NOW) else {
            panic!("{damaged:.20}");
        };
        assert!(store.save(&schools("3-1", 44.0, ""), NOW).is_saved());
        assert_eq!(raw().get_item(&key).unwrap().as_deref(), Some(damaged));
        let kept = store.quarantined().unwrap();
        assert_eq!((kept.len(), kept[0].at), (1, NOW));
        assert_eq!(kept[0].text, damaged);
    }
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn damaged_text_that_finds_no_second_place_stays_where_it_is() {
    raw().clear().unwrap();
    let noise = "雑".repeat(1_500_000);
    raw().set_item(keys::OWN_FIGURES, &noise).unwrap();
    fill();
    let mut store = new_store();
    assert!(matches!(store.load(NOW), LoadOutcome::Damaged { .. }));
    assert_eq!(store.save(&schools("3-1", 44.0, ""), NOW), SaveOutcome::ReadOnly);
    assert_eq!(raw().get_item(keys::OWN_FIGURES).unwrap(), Some(noise));
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn a_newer_version_is_left_alone() {
    raw().clear().unwrap();
    let newer = r#"{"format":"ward-indicators/own-figures","version":1000,"more":true}"#;
    raw().set_item(keys::OWN_FIGURES, newer).unwrap();
    let mut store = new_store();
    assert!(matches!(store.load(NOW), LoadOutcome::Newer { version: 1000, .. }));
    assert_eq!(store.save(&schools("3-1", 44.0, ""), NOW), SaveOutcome::ReadOnly);
    assert_eq!(raw().get_item(keys::OWN_FIGURES).unwrap().as_deref(), Some(newer));
    assert_eq!(raw().length(), Ok(1));
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn two_tabs_are_put_together() {
    raw().clear().unwrap();
    let (mut here, mut there) = (new_store(), new_store());
    here.load(NOW);
    there.load(NOW);
    let mine = schools("3-1", 44.0, "");
    let theirs = schools("3-2", 5.0, "");
    assert!(here.save(&mine, NOW).is_saved());
    let SaveOutcome::Saved { merged: Some(both), .. } = there.save(&theirs, NOW) else {
        panic!("the other tab's figure was not seen");
    };
    assert_eq!(figure_count(&both), 2);
    match here.receive(&mine) {
        ExternalChange::Merged { envelope, save } => {
            assert_eq!((figure_count(&envelope), save), (2, false))
        }
        other => panic!("{other:?}"),
    }
    raw().clear().unwrap();
}

#[wasm_bindgen_test]
fn other_apps_of_the_origin_are_not_touched() {
    raw().clear().unwrap();
    raw().set_item("someone-else", "not JSON").unwrap();
    let mut store = new_store();
    store.load(NOW);
    assert!(store.save(&schools("3-1", 44.0, ""), NOW).is_saved());
    assert_eq!(store.quarantined().unwrap().len(), 0);
    let mut keys = store.shelf().keys().unwrap();
    keys.sort();
    assert_eq!(keys, ["someone-else", keys::OWN_FIGURES]);
    assert_eq!(raw().get_item("someone-else").unwrap().as_deref(), Some("not JSON"));
    raw().clear().unwrap();
}

/// Puts something in the place of `window.localStorage` for the time of a call.
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
fn a_blocked_or_missing_storage_is_an_answer_not_a_panic() {
    raw().clear().unwrap();
    let mut opened = new_store();
    opened.load(NOW);
    for getter in [
        "throw new DOMException('no', 'SecurityError')",
        "throw 'not even an error'",
        "return null",
        "return undefined",
    ] {
        with_local_storage(getter, || {
            assert!(matches!(BrowserStorage.probe(), Err(StoreError::Blocked(_))), "{getter}");
            assert!(matches!(new_store().load(NOW), LoadOutcome::Unavailable(StoreError::Blocked(_))));
            // Taken away while the page is open.
            assert!(matches!(opened.save(&schools("3-1", 44.0, ""), NOW), SaveOutcome::Blocked(_)));
            assert!(matches!(opened.receive(&Envelope::default()), ExternalChange::Unavailable(_)));
            assert!(opened.quarantined().is_err());
        });
    }
    assert!(opened.save(&schools("3-1", 44.0, ""), NOW).is_saved());
    raw().clear().unwrap();
}

fn tell_of(key: &str) {
    let script = format!("window.dispatchEvent(new StorageEvent('storage', {{ key: {key} }}))");
    js_sys::eval(&script).unwrap();
}

#[wasm_bindgen_test]
fn news_of_own_figures_is_heard_until_the_listening_is_dropped() {
    let heard = Rc::new(Cell::new(0));
    let counter = Rc::clone(&heard);
    let listening = storage::on_other_tab(move || counter.set(counter.get() + 1)).unwrap();
    tell_of("'someone-else'");
    assert_eq!(heard.get(), 0);
    tell_of(&format!("'{}'", keys::OWN_FIGURES));
    assert_eq!(heard.get(), 1);
    tell_of("null");
    assert_eq!(heard.get(), 2);
    js_sys::eval("window.dispatchEvent(new Event('focus'))").unwrap();
    assert_eq!(heard.get(), 3);
    drop(listening);
    tell_of("null");
    assert_eq!(heard.get(), 3);
}

#[wasm_bindgen_test]
fn leaving_the_page_is_heard() {
    let heard = Rc::new(Cell::new(0));
    let counter = Rc::clone(&heard);
    let listening = storage::on_leave(move || counter.set(counter.get() + 1)).unwrap();
    js_sys::eval("window.dispatchEvent(new Event('pagehide'))").unwrap();
    assert_eq!(heard.get(), 1);
    // Coming back into view is no leaving.
    js_sys::eval("document.dispatchEvent(new Event('visibilitychange'))").unwrap();
    assert_eq!(heard.get(), 1);
    drop(listening);
    js_sys::eval("window.dispatchEvent(new Event('pagehide'))").unwrap();
    assert_eq!(heard.get(), 1);
}

/// Answers `navigator.storage` with a script for the time of a call of [`storage::persist`].
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
async fn the_request_to_keep_has_an_answer_in_every_browser() {
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
