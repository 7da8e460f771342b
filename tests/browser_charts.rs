//! The chart binding and the chart component in a real browser: loading, drawing, updating, and removal.
//!
//! A recorder replaces the drawing library and records every call.

#![cfg(test)]
#![cfg(target_arch = "wasm32")]

use std::{cell::Cell, rc::Rc};

use charts::{ChartOptions, ChartTable, ChartView, TableCell};
use leptos::{mount::mount_to, prelude::*, task::tick};
use ward_indicators::{
    browser::echarts::{self, ChartError},
    controls::ChartFigure,
};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = r#"
let calls = [], meddling = false, hidden = 0;
export function install() {
  calls = [];
  meddling = false;
  globalThis.echarts = {
    init(element, theme, options) {
      calls.push(`init ${options.renderer} ${options.locale}`);
      return {
        setOption(option, how) {
          if (option.broken) throw new Error("refused");
          calls.push(`set ${option.mark ?? "option"} notMerge=${how.notMerge}`);
          if (!meddling) return;
          element.closest(".chart-frame").dispatchEvent(new Event("pointerenter"));
          hidden = 0;
          window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
          calls.push(`${hidden} hidden while drawing`);
        },
        dispatchAction({ type }) { if (type === "hideTip") hidden += 1; },
        resize() { calls.push("resize"); },
        dispose() { calls.push("dispose"); },
      };
    },
  };
}
export function meddle() { meddling = true; }
export function remove() { delete globalThis.echarts; calls = []; }
export function calls_so_far() { return calls.join(", "); }
export function scripts() { return document.querySelectorAll('script[src*="vendor/echarts.js"]').length; }
export function wait(ms) { return new Promise((resolve) => setTimeout(resolve, ms)); }
"#)]
extern "C" {
    fn install();
    fn meddle();
    fn remove();
    fn calls_so_far() -> String;
    fn scripts() -> u32;
    fn wait(ms: u32) -> js_sys::Promise;
}

async fn rest(ms: u32) {
    JsFuture::from(wait(ms)).await.unwrap();
    tick().await;
}

fn element() -> web_sys::HtmlElement {
    let element: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    element.set_attribute("style", "width: 400px; height: 200px").unwrap();
    document().body().unwrap().append_child(&element).unwrap();
    element
}

fn view(title: &str) -> ChartView {
    ChartView {
        title: title.to_owned(),
        unit: None,
        summary: "あと15校です。".to_owned(),
        note: Some("点線の読みかた".to_owned()),
        table: ChartTable {
            caption: "数値".to_owned(),
            head: vec!["値".to_owned(), "数値".to_owned()],
            rows: vec![vec![TableCell::words("<b>現状値</b>"), TableCell::number(37.0, "37校")]],
        },
        option: ChartOptions::default(),
        height: 240,
    }
}

#[wasm_bindgen_test]
async fn a_failed_script_is_reported_and_can_be_retried() {
    remove();
    // The test page has no such script.
    let (first, second) = futures_both(echarts::load(), echarts::load()).await;
    assert_eq!(first.unwrap_err(), ChartError::NotLoaded);
    assert_eq!(second.unwrap_err(), ChartError::NotLoaded);
    assert_eq!(scripts(), 0, "a failed script is taken out again");
    assert!(ChartError::NotLoaded.is_passing());
    install();
    assert!(echarts::load().await.is_ok(), "and the next try may succeed");
    assert_eq!(scripts(), 0, "a library that is there is not fetched");
}

/// Waits for two futures that were both started before either is done.
async fn futures_both<T: 'static>(
    a: impl Future<Output = T> + 'static,
    b: impl Future<Output = T> + 'static,
) -> (T, T) {
    let results: Rc<[Cell<Option<T>>; 2]> = Rc::new([Cell::new(None), Cell::new(None)]);
    let (for_a, for_b) = (results.clone(), results.clone());
    wasm_bindgen_futures::spawn_local(async move { for_a[0].set(Some(a.await)) });
    wasm_bindgen_futures::spawn_local(async move { for_b[1].set(Some(b.await)) });
    for _ in 0..100 {
        rest(20).await;
        match (results[0].take(), results[1].take()) {
            (Some(a), Some(b)) => return (a, b),
            (a, b) => {
                results[0].set(a);
                results[1].set(b);
            }
        }
    }
    panic!("the loads never ended; scripts in the page: {}", scripts());
}

#[wasm_bindgen_test]
async fn a_drawing_is_created_resized_and_disposed_of() {
    install();
    let element = element();
    let alive = echarts::alive();
    let charts = echarts::load().await.unwrap();
    let handle = charts.attach(&element).unwrap();
    assert_eq!(echarts::alive(), alive + 1);
    handle.show(r#"{"mark":"one"}"#).unwrap();
    handle.show(r#"{"mark":"two"}"#).unwrap();
    assert_eq!(calls_so_far(), "init svg JA, set one notMerge=true, set two notMerge=true");
    assert_eq!(handle.show("{").unwrap_err(), ChartError::Refused);
    assert_eq!(handle.show(r#"{"broken":true}"#).unwrap_err(), ChartError::Refused);

    rest(50).await;
    assert!(!calls_so_far().contains("resize"), "an unchanged size is left alone");
    element.set_attribute("style", "width: 300px; height: 200px").unwrap();
    rest(100).await;
    assert_eq!(calls_so_far().matches("resize").count(), 1);
    element.set_attribute("style", "display: none").unwrap();
    rest(100).await;
    assert_eq!(calls_so_far().matches("resize").count(), 1, "a hidden drawing is left alone");

    drop(handle);
    assert!(calls_so_far().ends_with("dispose"));
    assert_eq!(echarts::alive(), alive);
    element.set_attribute("style", "width: 500px; height: 200px").unwrap();
    rest(100).await;
    assert!(calls_so_far().ends_with("dispose"), "nobody watches it any more");
    element.remove();
}

#[wasm_bindgen_test]
async fn a_chart_is_drawn_updated_and_removed_without_leaks() {
    install();
    let place = element();
    let shown = RwSignal::new(Some(view("道のり")));
    let mounted = mount_to(place.clone(), move || view! { <ChartFigure view=shown /> });
    rest(200).await;

    let drawing = place.query_selector("[role=img]").unwrap().unwrap();
    assert_eq!(drawing.get_attribute("aria-label").as_deref(), Some("道のり。あと15校です。"));
    let frame: web_sys::HtmlElement = place.query_selector(".chart-frame").unwrap().unwrap().unchecked_into();
    assert_eq!(frame.client_height(), 240, "the height is reserved");
    assert_eq!(calls_so_far(), "init svg JA, set option notMerge=true");
    let figure = place.query_selector("figure").unwrap().unwrap();
    let heading = place.query_selector("h3").unwrap().unwrap();
    assert_eq!(figure.get_attribute("aria-labelledby"), Some(heading.id()));

    // Another view is drawn in the same element, and of several changes within a frame only the last.
    shown.set(Some(view("飛ばされる道のり")));
    tick().await;
    shown.set(Some(view("べつの道のり")));
    rest(50).await;
    assert_eq!(calls_so_far(), "init svg JA, set option notMerge=true, set option notMerge=true");
    assert_eq!(heading.text_content().as_deref(), Some("べつの道のり"));

    // The table replaces the drawing.
    let button = |at| {
        let button = place.query_selector(&format!(".chart-switch button:nth-child({})", at + 1));
        button.unwrap().unwrap().unchecked_into::<web_sys::HtmlElement>()
    };
    assert_eq!(button(0).get_attribute("aria-pressed").as_deref(), Some("true"));
    button(1).click();
    rest(50).await;
    assert_eq!(button(1).get_attribute("aria-pressed").as_deref(), Some("true"));
    assert_eq!(frame.client_height(), 0, "the drawing is hidden");
    let row = place.query_selector("tbody th[scope=row]").unwrap().unwrap();
    assert_eq!(row.text_content().as_deref(), Some("<b>現状値</b>"));
    button(0).click();
    rest(50).await;
    assert_eq!(frame.client_height(), 240);

    // Without a view there is no figure and no drawing.
    shown.set(None);
    rest(50).await;
    assert!(place.query_selector("figure").unwrap().is_none());
    assert_eq!(echarts::alive(), 0);
    shown.set(Some(view("また道のり")));
    rest(200).await;
    assert_eq!(echarts::alive(), 1);

    // A pending drawing is not drawn after the page is removed.
    shown.set(Some(view("間に合わない道のり")));
    tick().await;
    drop(mounted);
    rest(50).await;
    assert_eq!(echarts::alive(), 0);
    assert_eq!(calls_so_far().matches("dispose").count(), 2);
    assert!(calls_so_far().ends_with("dispose"));
    place.remove();
}

#[wasm_bindgen_test]
async fn no_borrow_is_held_while_the_library_draws() {
    install();
    meddle();
    let place = element();
    let shown = RwSignal::new(Some(view("道のり")));
    let mounted = mount_to(place.clone(), move || view! { <ChartFigure view=shown /> });
    rest(200).await;
    let once = "set option notMerge=true, 1 hidden while drawing";
    assert_eq!(calls_so_far(), format!("init svg JA, {once}"));
    shown.set(Some(view("べつの道のり")));
    rest(50).await;
    assert_eq!(calls_so_far(), format!("init svg JA, {once}, {once}"));
    drop(mounted);
    assert_eq!(echarts::alive(), 0);
    place.remove();
}

#[wasm_bindgen_test]
async fn without_the_library_the_table_is_shown() {
    remove();
    let place = element();
    let mounted = mount_to(place.clone(), move || view! { <ChartFigure view=Signal::stored(Some(view("道のり"))) /> });
    rest(400).await;
    let text = place.text_content().unwrap();
    assert!(text.contains(ChartError::NotLoaded.message()), "{text}");
    let table: web_sys::HtmlElement = place.query_selector(".chart-table").unwrap().unwrap().unchecked_into();
    assert!(table.client_height() > 0, "the table is shown");

    // A retry works once the library is available.
    install();
    let retry: web_sys::HtmlElement = place.query_selector(".chart-problem button").unwrap().unwrap().unchecked_into();
    retry.click();
    rest(200).await;
    assert_eq!(calls_so_far(), "init svg JA, set option notMerge=true");
    assert_eq!(table.client_height(), 0);
    drop(mounted);
    assert_eq!(echarts::alive(), 0);
    place.remove();
}

#[wasm_bindgen_test]
async fn a_chart_far_below_the_viewport_is_not_drawn() {
    remove();
    install();
    let place = element();
    place.set_attribute("style", "position: absolute; top: 20000px; width: 400px").unwrap();
    let mounted = mount_to(place.clone(), move || view! { <ChartFigure view=Signal::stored(Some(view("道のり"))) /> });
    rest(200).await;
    assert_eq!(calls_so_far(), "");
    place.set_attribute("style", "width: 400px").unwrap();
    place.scroll_into_view();
    rest(300).await;
    assert_eq!(calls_so_far(), "init svg JA, set option notMerge=true");
    drop(mounted);
    assert_eq!(echarts::alive(), 0);
    place.remove();
}
