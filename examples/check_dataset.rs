//! `cargo run --example check_dataset [FILE…]`: reads dataset files as the app does and prints every fault with its
//! place; exits with 1 when there is one.

use std::process::ExitCode;

use ward_indicators::dataset::load;

fn main() -> ExitCode {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        files.push("public/data/indicators.json".to_owned());
    }
    let mut sound = true;
    for file in files {
        let checked = std::fs::read_to_string(&file)
            .map_err(|error| error.to_string())
            .and_then(|text| load(&text).map_err(|faults| faults.to_string()));
        match checked {
            Ok(dataset) => println!(
                "{file}: {}（基本目標{}・数値目標{}・戦略計画{}・指標{}）",
                dataset.id,
                dataset.goals.len(),
                dataset.numeric_targets().count(),
                dataset.plans.len(),
                dataset.indicators.len()
            ),
            Err(faults) => {
                sound = false;
                eprintln!("{file}:\n{faults}");
            }
        }
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
