//! Access to the browser.

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
