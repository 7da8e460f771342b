//! Keeps relocations in the program: the step that cuts it into chunks has to find every place that names a function.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_CHUNKED").is_some() {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
