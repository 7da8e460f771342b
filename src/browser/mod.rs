//! Every effect on the browser: address bar, storage, service worker, downloads.

pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod download;
pub mod files;
pub mod location;
pub mod media;
pub mod storage;
pub mod worker;
