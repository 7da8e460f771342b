//! An address: any text leads to a page, whose own address leads to the same page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use routes::Route;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let parsed = Route::parse(&text);
    let href = parsed.route.href();
    assert!(!href.starts_with('/') && href.is_ascii(), "{href}");
    let again = Route::parse(&href);
    assert_eq!(again.route, parsed.route, "{href}");
    assert_eq!(again.ignored, [], "{href}");
    let page = parsed.route.page();
    assert_eq!(page.page(), page);
});
