//! Boot only; everything lives in the library.

#[cfg(target_arch = "wasm32")]
fn main() {
    ward_indicators::shell::boot();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `make run` builds and serves it.");
}
