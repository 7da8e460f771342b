//! Cached rows in a real browser: their order, which rows are rendered again, and their updates.

#![cfg(test)]
#![cfg(target_arch = "wasm32")]

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use leptos::{html::ul, mount::mount_to, prelude::*, tachys::html::directive::DirectiveAttribute, task::tick};
use ward_indicators::controls::{row_cache, while_in_page};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// How often each row was rendered.
type Made = Rc<RefCell<BTreeMap<u32, u32>>>;

/// A list of numbers in an element of its own; each shows itself and `word`.
fn list(numbers: RwSignal<Vec<u32>>, word: RwSignal<String>) -> (web_sys::HtmlElement, Made) {
    let place: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let made = Made::default();
    let count = made.clone();
    mount_to(place.clone(), move || {
        let lines = Memo::new(move |_| numbers.get());
        let rows = row_cache(lines, move |number: u32, in_page| {
            *count.borrow_mut().entry(number).or_default() += 1;
            let word: Signal<String> = while_in_page(in_page, word.into());
            view! { <li>{number} {word}</li> }.into_any()
        });
        ul().directive(rows, ())
    })
    .forget();
    (place, made)
}

fn shown(place: &web_sys::HtmlElement) -> Vec<String> {
    let items = place.query_selector("ul").unwrap().unwrap().children();
    (0..items.length()).filter_map(|at| items.item(at)?.text_content()).collect()
}

fn words(numbers: &[u32], word: &str) -> Vec<String> {
    numbers.iter().map(|number| format!("{number}{word}")).collect()
}

/// Some of the numbers in a pseudo-random order.
fn some_of(all: u32, seed: u32) -> Vec<u32> {
    let mixed = |number: u32| (number ^ seed).wrapping_mul(2_654_435_761).rotate_left(7);
    let mut some: Vec<u32> = (0..all).filter(|&number| mixed(number) % 3 > 0).collect();
    some.sort_by_key(|&number| if seed.is_multiple_of(2) { number } else { mixed(number) });
    some
}

#[wasm_bindgen_test]
async fn rows_are_in_order_after_any_change() {
    let numbers = RwSignal::new(vec![3, 1, 2]);
    let (place, made) = list(numbers, RwSignal::new("件".to_owned()));
    assert_eq!(shown(&place), words(&[3, 1, 2], "件"), "at once");
    for next in [vec![], vec![1], vec![1, 2, 3, 4], vec![4, 3, 2, 1], vec![2, 3, 4, 1], vec![5, 4]]
        .into_iter()
        .chain((0..40).map(|seed| some_of(60, seed)))
    {
        numbers.set(next.clone());
        tick().await;
        assert_eq!(shown(&place), words(&next, "件"));
    }
    assert!(made.borrow().values().all(|&times| times == 1), "{made:?}");
    place.remove();
}

#[wasm_bindgen_test]
async fn a_cached_row_is_updated_only_when_it_returns_to_the_page() {
    let numbers = RwSignal::new(vec![1, 2]);
    let word = RwSignal::new("甲".to_owned());
    let (place, _) = list(numbers, word);
    tick().await;
    let first = place.query_selector("li").unwrap().unwrap();
    numbers.set(vec![2]);
    tick().await;
    word.set("乙".to_owned());
    tick().await;
    assert_eq!(shown(&place), ["2乙"]);
    assert_eq!(first.text_content().unwrap(), "1甲");
    numbers.set(vec![1, 2]);
    tick().await;
    assert_eq!(shown(&place), ["1乙", "2乙"]);
    place.remove();
}

#[wasm_bindgen_test]
async fn only_the_most_recent_rows_stay_cached() {
    let numbers = RwSignal::new((0..10).collect::<Vec<u32>>());
    let (place, made) = list(numbers, RwSignal::new(String::new()));
    for start in 1..100 {
        numbers.set((start * 10..start * 10 + 10).collect());
        tick().await;
    }
    numbers.set(vec![0, 980]);
    tick().await;
    assert_eq!(shown(&place), ["0", "980"]);
    assert_eq!(made.borrow()[&0], 2, "let go of, and made anew");
    assert_eq!(made.borrow()[&980], 1, "kept");
    place.remove();
}
