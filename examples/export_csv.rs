//! `cargo run --example export_csv [DATASET.json [OUT.csv]]`: writes a dataset as CSV, by default
//! `public/data/indicators.json` to `public/data/indicators.csv`.

use std::process::ExitCode;

use ward_indicators::{dataset::load, export::list_csv};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let from = arguments.next().unwrap_or_else(|| "public/data/indicators.json".to_owned());
    let to = arguments.next().unwrap_or_else(|| "public/data/indicators.csv".to_owned());
    let written = std::fs::read_to_string(&from)
        .map_err(|error| format!("{from}: {error}"))
        .and_then(|text| load(&text).map_err(|faults| format!("{from}:\n{faults}")))
        .and_then(|dataset| std::fs::write(&to, list_csv(&dataset)).map_err(|error| format!("{to}: {error}")));
    match written {
        Ok(()) => {
            println!("{to}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
