//! Wrappers of browser interfaces. Natively the views are only rendered to text: what a view asks while it is built has a
//! neutral answer there, everything else must not be called.

pub mod clipboard;
pub mod compress;
pub mod dom;
pub mod download;
pub mod echarts;
pub mod files;
pub mod location;
pub mod media;
pub mod rasterize;
pub mod share;
pub mod storage;
pub mod system;
pub mod worker;

/// False where the views are rendered to text.
pub const IN_BROWSER: bool = cfg!(target_arch = "wasm32");

fn window() -> Option<web_sys::Window> {
    if IN_BROWSER { web_sys::window() } else { None }
}
