//! Only links the library: the start script of the page calls [`ward_indicators::shell::Program`].

#[cfg(target_arch = "wasm32")]
fn main() {
    // The linker drops a library that nothing names, and its exports with it.
    let _ = ward_indicators::shell::Program::load;
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `make run` builds and serves it.");
}
