//! Command line of the build: `site check LIST.json` and `site csv LIST.json OUT.csv`.

#![allow(clippy::print_stdout, reason = "this is a command line tool")]

use std::{fs, process::ExitCode};

use list::Dataset;

const USAGE: &str = "usage: site check LIST.json | site csv LIST.json OUT.csv";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["check", list] => check(list),
        ["csv", list, out] => write_csv(list, out),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(message) => {
            println!("{message}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Reads and validates a list file. The error holds every fault with its place.
fn read(path: &str) -> Result<Dataset, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    authoring::load(&text).map_err(|faults| format!("{path}:\n{faults}"))
}

fn check(path: &str) -> Result<String, String> {
    let list = read(path)?;
    Ok(format!(
        "{path}: {}（基本目標{}・数値目標{}・戦略計画{}・指標{}）",
        list.id,
        list.goals.len(),
        list.numeric_targets().count(),
        list.plans.len(),
        list.indicators.len()
    ))
}

fn write_csv(path: &str, out: &str) -> Result<String, String> {
    let csv = exchange::export::list_csv(&read(path)?);
    fs::write(out, csv).map_err(|error| format!("{out}: {error}"))?;
    Ok(out.to_owned())
}
