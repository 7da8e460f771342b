//! The only place that talks to ECharts, a script fetched when a chart is first needed. ECharts keeps a list of its
//! instances until they are disposed of, so each is owned by a [`ChartHandle`] and never looked up by its element.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use words::text::charts::view as text;

/// Relative to the page's base address.
const DEFAULT_SCRIPT: &str = "vendor/echarts.js";

/// The build writes the address into the page, with a digest, so that no page uses the library of another version.
fn script_address(document: &web_sys::Document) -> String {
    let named = document.query_selector("meta[name=charts]").ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| DEFAULT_SCRIPT.to_owned())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartError {
    /// The script did not arrive. Worth another try.
    NotLoaded,
    NotTheLibrary,
    Refused,
}

impl ChartError {
    pub fn message(self) -> &'static str {
        match self {
            Self::NotLoaded => text::not_loaded(),
            Self::NotTheLibrary | Self::Refused => text::refused(),
        }
    }

    pub fn is_passing(self) -> bool {
        self == Self::NotLoaded
    }
}

impl From<JsValue> for ChartError {
    fn from(_: JsValue) -> Self {
        Self::Refused
    }
}

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug)]
    type Library;

    /// Without an element the drawing is made outside of the page.
    #[wasm_bindgen(method, catch)]
    fn init(this: &Library, element: &JsValue, theme: &JsValue, options: &JsValue) -> Result<Instance, JsValue>;

    type Instance;

    #[wasm_bindgen(method, catch, js_name = renderToSVGString)]
    fn render_to_svg_string(this: &Instance) -> Result<String, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, how: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = dispatchAction)]
    fn dispatch_action(this: &Instance, action: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
}

thread_local! {
    /// The load in progress or done; all charts of the page wait for the same one.
    static LOADING: RefCell<Option<js_sys::Promise>> = const { RefCell::new(None) };
    static ALIVE: Cell<usize> = const { Cell::new(0) };
}

/// Number of drawings on this page; 0 after all their owners are dropped.
pub fn alive() -> usize {
    ALIVE.get()
}

#[derive(Clone, Debug)]
pub struct ChartLibrary(Library);

/// Fetches the library on the first call; later calls wait for the same script, or try again after a failure.
pub async fn load() -> Result<ChartLibrary, ChartError> {
    if let Some(charts) = loaded() {
        return Ok(charts);
    }
    let promise = match LOADING.with_borrow(Clone::clone) {
        Some(promise) => promise,
        None => {
            let promise = insert_script().ok_or(ChartError::NotLoaded)?;
            LOADING.set(Some(promise.clone()));
            promise
        }
    };
    let arrived = JsFuture::from(promise).await.is_ok();
    if arrived && let Some(charts) = loaded() {
        return Ok(charts);
    }
    LOADING.set(None);
    Err(if arrived { ChartError::NotTheLibrary } else { ChartError::NotLoaded })
}

fn loaded() -> Option<ChartLibrary> {
    let global = js_sys::Reflect::get(&js_sys::global(), &"echarts".into()).ok()?;
    let has_init = js_sys::Reflect::get(&global, &"init".into()).ok()?.is_function();
    // The global is a plain namespace object without a class, so `init` is the test.
    has_init.then(|| ChartLibrary(global.unchecked_into()))
}

/// The promise settles with the `load` or `error` event of the script; a script that failed is removed from the page.
fn insert_script() -> Option<js_sys::Promise> {
    let document = web_sys::window()?.document()?;
    let head = document.head()?;
    let script: web_sys::HtmlScriptElement = document.create_element("script").ok()?.dyn_into().ok()?;
    script.set_src(&script_address(&document));
    script.set_async(true);
    let mut inserted = false;
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        let failed = {
            let script = script.clone();
            Closure::once_into_js(move || {
                script.remove();
                // Where even the rejection fails, nothing can be done.
                let _ = reject.call0(&JsValue::NULL);
            })
        };
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(failed.unchecked_ref()));
        inserted = head.append_child(&script).is_ok();
    });
    inserted.then_some(promise)
}

/// One drawing in one element. It follows the element's size, and is disposed of when dropped.
pub struct ChartHandle {
    instance: Rc<Instance>,
    observer: Option<web_sys::ResizeObserver>,
    // Kept alive for the observer.
    _on_resize: Closure<dyn FnMut()>,
}

impl ChartLibrary {
    /// Draws an option once, outside of the page, as an SVG. Width and height in CSS pixels.
    pub fn svg(&self, option_json: &str, width: u32, height: u32) -> Result<String, ChartError> {
        let options = object(&[
            ("renderer", "svg".into()),
            ("ssr", JsValue::TRUE),
            ("width", width.into()),
            ("height", height.into()),
            ("locale", "JA".into()),
        ]);
        let option = js_sys::JSON::parse(option_json)?;
        let instance = self.0.init(&JsValue::NULL, &JsValue::NULL, &options)?;
        let drawn = instance.set_option(&option, &JsValue::NULL).and_then(|()| instance.render_to_svg_string());
        // An error is of no use: the instance is gone either way.
        let _ = instance.dispose();
        Ok(drawn?)
    }

    pub fn attach(&self, element: &web_sys::HtmlElement) -> Result<ChartHandle, ChartError> {
        let options = object(&[("renderer", "svg".into()), ("locale", "JA".into())]);
        let instance = self.0.init(element, &JsValue::NULL, &options)?;
        let instance = Rc::new(instance);
        ALIVE.set(ALIVE.get() + 1);

        let size = Cell::new((element.client_width(), element.client_height()));
        let on_resize = Closure::new({
            let (instance, element) = (instance.clone(), element.clone());
            move || {
                let now = (element.client_width(), element.client_height());
                // A hidden chart measures 0 and must keep its drawing.
                if now.0 > 0 && now.1 > 0 && size.replace(now) != now {
                    // A drawing that cannot resize stays as it was, and is still right.
                    let _ = instance.resize();
                }
            }
        });
        // A browser without the observer keeps the first size.
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        Ok(ChartHandle { instance, observer, _on_resize: on_resize })
    }
}

impl ChartHandle {
    pub fn show(&self, option_json: &str) -> Result<(), ChartError> {
        let option = js_sys::JSON::parse(option_json)?;
        let how = object(&[("notMerge", JsValue::TRUE)]);
        Ok(self.instance.set_option(&option, &how)?)
    }

    /// Shows the tooltip of a mark (series and index), or hides the tooltip.
    pub fn point_at(&self, mark: Option<(usize, usize)>) {
        let action = match mark {
            Some((series, mark)) => {
                object(&[("type", "showTip".into()), ("seriesIndex", series.into()), ("dataIndex", mark.into())])
            }
            None => object(&[("type", "hideTip".into())]),
        };
        // The sentence is also in the page's live region, so an error changes nothing.
        let _ = self.instance.dispatch_action(&action);
    }
}

impl Drop for ChartHandle {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        // Disposing of a broken drawing may throw; it is gone either way.
        let _ = self.instance.dispose();
        ALIVE.set(ALIVE.get().saturating_sub(1));
    }
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        // Setting a field of a new plain object cannot fail.
        let _ = js_sys::Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}
