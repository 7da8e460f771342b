//! A refused dataset gives a readable page with every fault, never a white screen.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]
#![cfg(target_arch = "wasm32")]

use leptos::{mount::mount_to, prelude::*, task::tick, web_sys::HtmlElement};
use ward_indicators::pages::faults::FaultsPage;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn every_fault_is_on_the_page() {
    let faults = authoring::load(include_str!("fixtures/broken.json")).unwrap_err();
    let expected = faults.0.clone();
    assert!(expected.len() > 10);
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let handle = mount_to(place.clone(), move || view! { <FaultsPage faults /> });
    tick().await;
    let text = place.text_content().unwrap();
    for fault in expected {
        assert!(text.contains(&fault.path), "{}", fault.path);
        assert!(text.contains(&fault.reason), "{}", fault.reason);
    }
    drop(handle);
    place.remove();
}
