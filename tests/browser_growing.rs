//! A long list in a real browser: what of it is in the page right after a change, a moment later, and when asked for.

#![cfg(target_arch = "wasm32")]

use leptos::{mount::mount_to, prelude::*, task::tick};
use ward_indicators::{
    browser::location::Arrival,
    ui::parts::growing::{Growing, ListRest},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A list of `len` numbers from `first` in an element of its own.
fn list(numbers: RwSignal<(u32, u32)>) -> web_sys::HtmlElement {
    list_arrived_at(RwSignal::new(Arrival::Forward), numbers)
}

fn list_arrived_at(
    arrival: RwSignal<Arrival>,
    numbers: RwSignal<(u32, u32)>,
) -> web_sys::HtmlElement {
    let place: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    mount_to(place.clone(), move || {
        let growing = Growing::new(arrival, move || {
            let (first, len) = numbers.get();
            (first..first + len).collect()
        });
        view! {
            <ul>
                <For each=move || growing.shown.get() key=|number| *number let:number>
                    <li>{number}</li>
                </For>
            </ul>
            <ListRest growing />
        }
    })
    .forget();
    place
}

fn items(place: &web_sys::HtmlElement) -> u32 {
    place
        .query_selector("ul")
        .unwrap()
        .unwrap()
        .child_element_count()
}

/// Lets the browser show a frame and do what was left for after it.
async fn frame() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        request_animation_frame(move || {
            set_timeout(
                move || {
                    done.call0(&wasm_bindgen::JsValue::NULL).unwrap();
                },
                std::time::Duration::ZERO,
            );
        });
    });
    JsFuture::from(promise).await.unwrap();
    tick().await;
}

/// Frames until the list has more than `few` items and takes no more.
async fn grown(place: &web_sys::HtmlElement, few: u32) -> u32 {
    let mut last = items(place);
    for _ in 0..600 {
        for _ in 0..3 {
            frame().await;
        }
        let now = items(place);
        if now > few && now == last {
            break;
        }
        last = now;
    }
    items(place)
}

#[wasm_bindgen_test]
async fn a_list_of_usual_length_is_whole_at_first_and_again_a_moment_after_a_change() {
    let numbers = RwSignal::new((0, 120));
    let place = list(numbers);
    tick().await;
    assert_eq!(items(&place), 120);
    numbers.set((1_000, 110));
    tick().await;
    assert!(items(&place) < 40, "{}", items(&place));
    assert!(place.text_content().unwrap().starts_with("1000"));
    let at_once = items(&place);
    assert_eq!(grown(&place, at_once).await, 110);
    assert!(place.query_selector("button").unwrap().is_none());
    place.remove();
}

#[wasm_bindgen_test]
async fn a_list_that_is_gone_back_to_is_whole_at_once() {
    let arrival = RwSignal::new(Arrival::Forward);
    let numbers = RwSignal::new((0, 120));
    let place = list_arrived_at(arrival, numbers);
    arrival.set(Arrival::Return(3_000.0));
    numbers.set((1_000, 110));
    tick().await;
    assert_eq!(items(&place), 110);
    place.remove();
}

#[wasm_bindgen_test]
async fn a_long_list_keeps_to_what_a_window_shows_until_it_is_asked_for() {
    let numbers = RwSignal::new((0, 5_000));
    let place = list(numbers);
    tick().await;
    let at_first = items(&place);
    assert!(at_first < 400, "{at_first}");
    numbers.set((10_000, 4_000));
    tick().await;
    assert!(items(&place) < 40, "{}", items(&place));
    let at_once = items(&place);
    let grown = grown(&place, at_once).await;
    assert!(grown < 200, "{grown}");
    let rest = 4_000 - items(&place);
    let said = place.text_content().unwrap();
    assert!(said.contains(&format!("ほかに {rest} 件")), "{said}");
    let button: web_sys::HtmlElement = place
        .query_selector("button")
        .unwrap()
        .unwrap()
        .unchecked_into();
    button.click();
    tick().await;
    assert_eq!(items(&place), 4_000);
    assert!(place.query_selector("button").unwrap().is_none());
    place.remove();
}

#[wasm_bindgen_test]
async fn paper_gets_all_of_a_long_list() {
    let place = list(RwSignal::new((0, 2_000)));
    tick().await;
    assert!(items(&place) < 400);
    window()
        .dispatch_event(&web_sys::Event::new("beforeprint").unwrap())
        .unwrap();
    tick().await;
    assert_eq!(items(&place), 2_000);
    place.remove();
}

#[wasm_bindgen_test]
async fn scrolling_near_the_end_brings_more() {
    let place = list(RwSignal::new((0, 2_000)));
    tick().await;
    let before = items(&place);
    let root = document().document_element().unwrap();
    root.set_scroll_top(root.scroll_height());
    window()
        .dispatch_event(&web_sys::Event::new("scroll").unwrap())
        .unwrap();
    tick().await;
    assert!(items(&place) > before);
    place.remove();
}
