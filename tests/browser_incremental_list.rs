//! A long list in a real browser: which rows are in the page right after a change, a moment later, and on request.

#![cfg(test)]
#![cfg(target_arch = "wasm32")]

use leptos::{html::ul, mount::mount_to, prelude::*, tachys::html::directive::DirectiveAttribute, task::tick};
use ward_indicators::{
    browser::location::Arrival,
    controls::{IncrementalList, ListAbove, ListRest, row_cache},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A list of `len` numbers from `first` in an element of its own.
fn list(numbers: RwSignal<(u32, u32)>) -> web_sys::HtmlElement {
    list_arrived_at(RwSignal::new(Arrival::Forward), numbers)
}

fn list_arrived_at(arrival: RwSignal<Arrival>, numbers: RwSignal<(u32, u32)>) -> web_sys::HtmlElement {
    let place: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    mount_to(place.clone(), move || {
        let list = IncrementalList::new(arrival, move || {
            let (first, len) = numbers.get();
            (first..first + len).collect()
        });
        let keep = row_cache(list.shown, |number, _| view! { <li tabindex="0">{number}</li> }.into_any());
        let numbers = move |element: web_sys::Element| {
            list.set_element(element.clone());
            keep(element);
        };
        view! {
            <Show when=move || { list.lines_above() > 0 }>
                <ListAbove list />
            </Show>
            {ul().style("margin: 0").directive(numbers, ())}
            <ListRest list />
        }
    })
    .forget();
    place
}

fn items(place: &web_sys::HtmlElement) -> u32 {
    place.query_selector("ul").unwrap().unwrap().child_element_count()
}

/// Waits for a frame and for the work scheduled after it.
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

/// Frames until the list has more than `few` items and does not grow.
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
async fn a_list_of_usual_length_is_complete_at_first_and_soon_after_a_change() {
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
async fn a_list_that_the_reader_returns_to_is_complete_at_once() {
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
async fn a_long_list_renders_only_a_range_until_all_is_requested() {
    let numbers = RwSignal::new((0, 5_000));
    let place = list(numbers);
    tick().await;
    let at_first = items(&place);
    assert_eq!(at_first, 64);
    numbers.set((10_000, 4_000));
    tick().await;
    assert!(items(&place) < 40, "{}", items(&place));
    let at_once = items(&place);
    let grown = grown(&place, at_once).await;
    assert!(grown < 200, "{grown}");
    let rest = 4_000 - items(&place);
    let said = place.text_content().unwrap();
    assert!(said.contains(&format!("ほかに {rest} 件")), "{said}");
    let button: web_sys::HtmlElement = place.query_selector("button").unwrap().unwrap().unchecked_into();
    button.focus().unwrap();
    button.click();
    tick().await;
    assert_eq!(items(&place), 4_000);
    assert!(place.query_selector("button").unwrap().is_none());
    frame().await;
    let focused = document().active_element().unwrap();
    let first_new = 10_000 + 4_000 - rest;
    assert_eq!(focused.text_content().unwrap(), first_new.to_string());
    scroll_to(0).await;
    frame().await;
    place.remove();
}

#[wasm_bindgen_test]
async fn a_long_list_is_printed_completely() {
    let place = list(RwSignal::new((0, 2_000)));
    tick().await;
    assert_eq!(items(&place), 64);
    window().dispatch_event(&web_sys::Event::new("beforeprint").unwrap()).unwrap();
    tick().await;
    assert_eq!(items(&place), 2_000);
    place.remove();
}

#[wasm_bindgen_test]
async fn scrolling_near_the_end_appends_rows() {
    let place = list(RwSignal::new((0, 2_000)));
    tick().await;
    let last = |place: &web_sys::HtmlElement| {
        let list = place.query_selector("ul").unwrap().unwrap();
        list.last_element_child().unwrap().text_content().unwrap()
    };
    assert_eq!(last(&place), "63");
    let root = document().document_element().unwrap();
    scroll_to(root.scroll_height()).await;
    assert_eq!(last(&place), "87");
    scroll_to(0).await;
    place.remove();
}

/// Scrolls and lets the page follow.
async fn scroll_to(px: i32) {
    document().document_element().unwrap().set_scroll_top(px);
    window().dispatch_event(&web_sys::Event::new("scroll").unwrap()).unwrap();
    tick().await;
}

/// The number at the upper edge of the viewport, and its distance from it.
fn at_edge(place: &web_sys::HtmlElement) -> (u32, f64) {
    let lines = place.get_elements_by_tag_name("li");
    (0..lines.length())
        .map(|at| {
            let line: web_sys::HtmlElement = lines.item(at).unwrap().unchecked_into();
            let top = line.get_bounding_client_rect().top();
            (line.inner_text().parse().unwrap(), top)
        })
        .find(|&(_, top)| top >= 0.0)
        .unwrap()
}

#[wasm_bindgen_test]
async fn a_very_long_list_renders_the_rows_around_the_viewport_in_order() {
    let place = list(RwSignal::new((0, 5_000)));
    tick().await;
    let root = document().document_element().unwrap();
    let step = root.client_height() / 3;
    scroll_to(0).await;
    let mut scrolled = 0;
    let mut seen = Vec::new();
    for _ in 0..60 {
        let (number, top) = at_edge(&place);
        seen.push((scrolled, number, top));
        scrolled += step;
        scroll_to(scrolled).await;
        assert_eq!(root.scroll_top(), scrolled, "the page goes on");
    }
    assert!(items(&place) < 400, "{}", items(&place));
    let said = place.text_content().unwrap();
    assert!(said.starts_with("この上に "), "{said}");
    for (scrolled, number, top) in seen.into_iter().rev() {
        scroll_to(scrolled).await;
        let (again, at) = at_edge(&place);
        assert_eq!(number, again);
        assert!((top - at).abs() < 1.0, "{number}: {top} {at}");
    }
    assert!(place.text_content().unwrap().starts_with("01"));
    place.remove();
}

#[wasm_bindgen_test]
async fn a_list_that_is_not_in_the_page_renders_no_rows() {
    let place = list(RwSignal::new((0, 5_000)));
    tick().await;
    place.remove();
    scroll_to(0).await;
    assert_eq!(items(&place), 64);
}

#[wasm_bindgen_test]
async fn a_row_in_use_is_not_trimmed() {
    let place = list(RwSignal::new((0, 5_000)));
    tick().await;
    let first: web_sys::HtmlElement = place.query_selector("li").unwrap().unwrap().unchecked_into();
    first.focus().unwrap();
    let root = document().document_element().unwrap();
    for step in 1..40 {
        scroll_to(step * root.client_height() / 3).await;
    }
    assert!(first.is_connected());
    assert_eq!(document().active_element().as_ref(), Some(first.as_ref()));
    first.blur().unwrap();
    scroll_to(14 * root.client_height()).await;
    assert!(!first.is_connected());
    scroll_to(0).await;
    place.remove();
}
