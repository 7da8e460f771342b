//! Tells the compiler which dataset the app is built on: the file named by `DATASET` (absolute, or relative to the
//! repository), else `public/data/indicators.json`. The code includes it by `include_str!(env!("DATASET_PATH"))`.

use std::env;
use std::path::Path;
use std::process::ExitCode;

const DEFAULT: &str = "public/data/indicators.json";

fn main() -> ExitCode {
    println!("cargo:rerun-if-env-changed=DATASET");
    println!("cargo:rerun-if-changed=build.rs");
    let named = env::var("DATASET").ok().filter(|name| !name.is_empty());
    let Ok(root) = env::var("CARGO_MANIFEST_DIR") else {
        println!(
            "cargo::error=CARGO_MANIFEST_DIR is not set: this file is meant to be run by cargo"
        );
        return ExitCode::FAILURE;
    };
    // `join` keeps an absolute second part as it is.
    let file = Path::new(&root).join(named.as_deref().unwrap_or(DEFAULT));
    if !file.is_file() {
        println!(
            "cargo::error=dataset {} is not a file (set DATASET to the path of one)",
            file.display()
        );
        return ExitCode::FAILURE;
    }
    println!("cargo:rerun-if-changed={}", file.display());
    println!("cargo:rustc-env=DATASET_PATH={}", file.display());
    ExitCode::SUCCESS
}
