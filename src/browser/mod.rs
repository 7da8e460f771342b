//! Every effect on the browser: address bar, storage, service worker, downloads.

pub mod location;
pub mod worker;
