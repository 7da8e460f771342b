//! Reads a list file: a [`Dataset`], or all faults.

use list::Dataset;
use serde_json::Value;
use words::text::authoring as text;

use super::{
    fault::{Fault, Faults, Log, Path},
    read,
    reader::Node,
};

/// The value of `format` in every list file.
const FORMAT: &str = "ward-indicators";
/// The newest version of the format this code reads.
const VERSION: u64 = 1;

/// Reads and checks a list file. A file of another format or of a newer version is not read further.
pub fn load(json: &str) -> Result<Dataset, Faults> {
    let value = envelope(json, FORMAT, VERSION)?;
    let log = Log::default();
    let contents = read::file(Node::new(&value, Path::Root, &log));
    settle(contents, log).map(Dataset::new)
}

/// The JSON of a file with the given format and a version up to `newest`.
pub(super) fn envelope(json: &str, format: &str, newest: u64) -> Result<Value, Faults> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let value: Value = serde_json::from_str(json)
        .map_err(|error| Faults::single("$", text::not_json(error.line(), error.column())))?;
    // Format and version come first: in a file of another format everything else would be reported as a fault.
    if !value.is_object() {
        return Err(Faults::single("$", text::not_an_object().to_owned()));
    }
    if value.get("format").and_then(Value::as_str) != Some(format) {
        return Err(Faults::single("$.format", text::other_format(format)));
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(known) if (1..=newest).contains(&known) => Ok(value),
        Some(newer) if newer > newest => Err(Faults::single("$.version", text::newer_version(newer, newest))),
        _ => Err(Faults::single("$.version", text::no_version().to_owned())),
    }
}

/// The value, if there were no faults.
pub(super) fn settle<T>(read: Option<T>, log: Log) -> Result<T, Faults> {
    let faults: Vec<Fault> = log.into_faults();
    match read {
        Some(read) if faults.is_empty() => Ok(read),
        _ if faults.is_empty() => Err(Faults::single("$", text::unreadable().to_owned())),
        _ => Err(Faults(faults)),
    }
}
