//! The only place that talks to the drawing library: loading it once, and owning each drawing until it is dropped.
//!
//! The library is a script of its own, a global named `echarts`, fetched when a chart is first needed. An instance
//! lives in a module-wide list of the library until it is disposed of, so every one is owned by a [`ChartHandle`] and
//! never looked up by its element.

use std::{
    cell::{Cell, RefCell},
    fmt,
    rc::Rc,
};

use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

/// Where the library lies, relative to the page's base address, unless the page says otherwise.
const SCRIPT: &str = "vendor/echarts.js";

/// The address the build wrote into the page. Its name carries a digest, so that a page never draws with another
/// version's library.
fn script_address(document: &web_sys::Document) -> String {
    let named = document.query_selector("meta[name=charts]").ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| SCRIPT.to_owned())
}

/// Why a chart cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartError {
    /// The script did not arrive. Worth another try.
    NotLoaded,
    /// The script arrived but is not the library.
    NotTheLibrary,
    /// The library refused an element or an option.
    Refused,
}

impl ChartError {
    /// What to show_message the reader.
    pub fn message(self) -> &'static str {
        match self {
            Self::NotLoaded => "グラフの部品を読み込めませんでした。同じ数値を表で示します。",
            Self::NotTheLibrary | Self::Refused => "グラフを描けませんでした。同じ数値を表で示します。",
        }
    }

    /// True where trying again can help.
    pub fn is_passing(self) -> bool {
        self == Self::NotLoaded
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for ChartError {}

#[wasm_bindgen]
extern "C" {
    /// The global `echarts`.
    #[derive(Clone, Debug)]
    type Library;

    #[wasm_bindgen(method, catch)]
    fn init(
        this: &Library,
        element: &web_sys::HtmlElement,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<Instance, JsValue>;

    #[wasm_bindgen(method, catch, js_name = init)]
    fn init_detached(
        this: &Library,
        element: &JsValue,
        theme: &JsValue,
        options: &JsValue,
    ) -> Result<Instance, JsValue>;

    /// One drawing.
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
    /// The one load under way or done; every chart of the page waits for the same.
    static LOADING: RefCell<Option<js_sys::Promise>> = const { RefCell::new(None) };
    /// How many drawings are alive.
    static ALIVE: Cell<usize> = const { Cell::new(0) };
}

/// How many drawings are alive on this page; 0 after all their owners are gone.
pub fn alive() -> usize {
    ALIVE.get()
}

/// The loaded library. Cheap to ask for again.
#[derive(Clone, Debug)]
pub struct Charts {
    library: Library,
}

/// Fetches the library on the first call; later calls wait for the same script. After a failure the next call tries
/// anew.
///
/// # Errors
/// [`ChartError::NotLoaded`] when the script did not arrive, [`ChartError::NotTheLibrary`] when it did not bring the
/// global it should.
pub async fn load() -> Result<Charts, ChartError> {
    if let Some(charts) = loaded() {
        return Ok(charts);
    }
    let shared = LOADING.with_borrow(Clone::clone);
    let promise = match shared {
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

/// The global, if the script has already run.
fn loaded() -> Option<Charts> {
    let global = js_sys::Reflect::get(&js_sys::global(), &"echarts".into()).ok()?;
    let has_init = js_sys::Reflect::get(&global, &"init".into()).ok()?.is_function();
    // The global is a plain namespace object, so there is no class to test for; `init` is what we need of it.
    has_init.then(|| Charts { library: global.unchecked_into() })
}

/// Puts the script into the page. The promise settles with its `load` or `error` event; a script that failed is taken
/// out again.
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
                // A rejected promise is what the waiting charts learn of it; nothing can be done where even that fails.
                let _ = reject.call0(&JsValue::NULL);
            })
        };
        script.set_onload(Some(&resolve));
        script.set_onerror(Some(failed.unchecked_ref()));
        inserted = head.append_child(&script).is_ok();
    });
    inserted.then_some(promise)
}

/// One drawing in one element: follows the element's size, and is disposed of when dropped.
pub struct ChartHandle {
    instance: Rc<Instance>,
    observer: Option<web_sys::ResizeObserver>,
    // Kept alive for the observer.
    _on_resize: Closure<dyn FnMut()>,
}

impl fmt::Debug for ChartHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ChartHandle")
    }
}

impl Charts {
    /// Draws an option once, outside of the page, as an SVG of this many CSS pixels.
    ///
    /// # Errors
    /// [`ChartError::Refused`] when the text is not JSON or the library throws.
    pub fn svg(&self, option_json: &str, width: u32, height: u32) -> Result<String, ChartError> {
        let options = object(&[
            ("renderer", "svg".into()),
            ("ssr", JsValue::TRUE),
            ("width", width.into()),
            ("height", height.into()),
            ("locale", "JA".into()),
        ]);
        let option = js_sys::JSON::parse(option_json).map_err(|_| ChartError::Refused)?;
        let instance =
            self.library.init_detached(&JsValue::NULL, &JsValue::NULL, &options).map_err(|_| ChartError::Refused)?;
        let drawn = instance.set_option(&option, &JsValue::NULL).and_then(|()| instance.render_to_svg_string());
        // As for a handle: it is gone either way.
        let _ = instance.dispose();
        drawn.map_err(|_| ChartError::Refused)
    }

    /// Starts an empty drawing that fills `element`.
    ///
    /// # Errors
    /// [`ChartError::Refused`] when the library throws.
    pub fn attach(&self, element: &web_sys::HtmlElement) -> Result<ChartHandle, ChartError> {
        let options = object(&[("renderer", "svg".into()), ("locale", "JA".into())]);
        let instance = self.library.init(element, &JsValue::NULL, &options).map_err(|_| ChartError::Refused)?;
        let instance = Rc::new(instance);
        ALIVE.set(ALIVE.get() + 1);

        let size = Cell::new((element.client_width(), element.client_height()));
        let on_resize = Closure::new({
            let (instance, element) = (instance.clone(), element.clone());
            move || {
                let now = (element.client_width(), element.client_height());
                // A hidden chart measures 0 and must keep its drawing; an unchanged one has nothing to do.
                if now.0 > 0 && now.1 > 0 && size.replace(now) != now {
                    // A drawing that cannot resize stays as it was, which is still true.
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
    /// Shows an option in place of the one before. Nothing of the old one stays.
    ///
    /// # Errors
    /// [`ChartError::Refused`] when the text is not JSON or the library throws.
    pub fn show(&self, option_json: &str) -> Result<(), ChartError> {
        let option = js_sys::JSON::parse(option_json).map_err(|_| ChartError::Refused)?;
        let how = object(&[("notMerge", JsValue::TRUE)]);
        self.instance.set_option(&option, &how).map_err(|_| ChartError::Refused)
    }
}

impl ChartHandle {
    /// Shows what a mark says, as if it were pointed at; `None` shows nothing any more.
    pub fn point_at(&self, mark: Option<(usize, usize)>) {
        let action = match mark {
            Some((series, mark)) => {
                object(&[("type", "showTip".into()), ("seriesIndex", series.into()), ("dataIndex", mark.into())])
            }
            None => object(&[("type", "hideTip".into())]),
        };
        // A drawing that will not point still stands, and the words are said beside it.
        let _ = self.instance.dispatch_action(&action);
    }
}

impl Drop for ChartHandle {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        // Disposing of a drawing twice or of a broken one throws at worst; it is gone either way.
        let _ = self.instance.dispose();
        ALIVE.set(ALIVE.get().saturating_sub(1));
    }
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        // Setting a field of a fresh plain object cannot fail.
        let _ = js_sys::Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}
