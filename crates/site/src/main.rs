//! Command line of the build: `site check LIST.json`, `site data LIST.json FOLDER`, and with the feature `pages`
//! `site pages LIST.json OUT.json [FOLDER]…`.

#![allow(clippy::print_stdout, reason = "this is a command line tool")]

#[cfg(feature = "pages")]
mod pages;

use std::{fs, io::ErrorKind, path::Path, process::ExitCode};

use list::{Dataset, PreparedList};

const USAGE: &str = "usage: site check LIST.json | site data LIST.json FOLDER";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["check", list] => read(Path::new(list)).map(|(dataset, _)| println!("{}", summary(list, &dataset))),
        ["data", list, folder] => write_data(Path::new(list), Path::new(folder)),
        #[cfg(feature = "pages")]
        ["pages", list, out, only @ ..] => {
            read(Path::new(list)).and_then(|(dataset, words)| pages::write(dataset, words, Path::new(out), only))
        }
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Reads and validates a list and the `words.json` beside it, if there is one. The error names every fault with its place.
fn read(path: &Path) -> Result<(Dataset, list::SearchWords), String> {
    let dataset = authoring::load(&read_text(path)?).map_err(|faults| format!("{}:\n{faults}", path.display()))?;
    let words_path = path.with_file_name("words.json");
    let words = match fs::read_to_string(&words_path) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        read => read.map_err(|error| format!("{}: {error}", words_path.display()))?,
    };
    let words = authoring::load_search_words(&words, &dataset);
    let words = words.map_err(|faults| format!("{}:\n{faults}", words_path.display()))?;
    Ok((dataset, words))
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn summary(path: &str, list: &Dataset) -> String {
    format!(
        "{path}: {}（基本目標{}・数値目標{}・戦略計画{}・指標{}）",
        list.id,
        list.goals.len(),
        list.numeric_targets().count(),
        list.plans.len(),
        list.indicators.len()
    )
}

/// Writes what is published of a list: `list.bin` for the app, and `indicators.csv` for spreadsheets.
fn write_data(path: &Path, folder: &Path) -> Result<(), String> {
    let (dataset, search_words) = read(path)?;
    let csv = exchange::export::list_csv(&dataset);
    let prepared = PreparedList { contents: dataset.into_contents(), search_words };
    let prepared = prepared.encode().map_err(|error| format!("{}: {error}", path.display()))?;
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, bytes) in [("list.bin", prepared), ("indicators.csv", csv.into())] {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}
