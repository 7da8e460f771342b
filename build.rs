//! Tells the compiler which dataset the app is built on: the file named by `DATASET` (absolute, or relative to the
//! repository), else `public/data/indicators.json`. The code includes it by `include_str!(env!("DATASET_PATH"))`. The words
//! for finding are `words.json` in the same folder, where there is one.

use std::env;
use std::path::Path;
use std::process::ExitCode;

const DEFAULT: &str = "public/data/indicators.json";

fn main() -> ExitCode {
    println!("cargo:rerun-if-env-changed=DATASET");
    println!("cargo:rerun-if-changed=build.rs");
    // What cuts the program into chunks moves functions and data, and has to know every place that names them.
    if env::var_os("CARGO_FEATURE_CHUNKED").is_some() {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
    let named = env::var("DATASET").ok().filter(|name| !name.is_empty());
    let Ok(root) = env::var("CARGO_MANIFEST_DIR") else {
        println!("cargo::error=CARGO_MANIFEST_DIR is not set: this file is meant to be run by cargo");
        return ExitCode::FAILURE;
    };
    // `join` keeps an absolute second part as it is.
    let file = Path::new(&root).join(named.as_deref().unwrap_or(DEFAULT));
    if !file.is_file() {
        println!("cargo::error=dataset {} is not a file (set DATASET to the path of one)", file.display());
        return ExitCode::FAILURE;
    }
    println!("cargo:rerun-if-changed={}", file.display());
    println!("cargo:rustc-env=DATASET_PATH={}", file.display());
    // Words for finding are optional: a list without them is searched by what it prints.
    let words = file.with_file_name("words.json");
    let words = if words.is_file() {
        println!("cargo:rerun-if-changed={}", words.display());
        words
    } else {
        // A missing file cannot be watched, its folder can.
        if let Some(folder) = file.parent() {
            println!("cargo:rerun-if-changed={}", folder.display());
        }
        let Ok(out) = env::var("OUT_DIR") else {
            println!("cargo::error=OUT_DIR is not set: this file is meant to be run by cargo");
            return ExitCode::FAILURE;
        };
        let none = Path::new(&out).join("no-words.json");
        if let Err(error) = std::fs::write(&none, "") {
            println!("cargo::error={}: {error}", none.display());
            return ExitCode::FAILURE;
        }
        none
    };
    println!("cargo:rustc-env=WORDS_PATH={}", words.display());
    ExitCode::SUCCESS
}
