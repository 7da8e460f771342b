//! Generates `text.rs` from `words/<language>/*.toml`: a module per file and table, a function per key.
//!
//! | in the file | becomes |
//! |---|---|
//! | `title = "概要"` | `fn title() -> &'static str` |
//! | `found = "{count}件を表示"` | `fn found(count: impl Display) -> String`, parameters in order of appearance |
//! | `steps = ["…", "…"]` | `fn steps() -> &'static [&'static str]` |
//! | `keys = [["Esc", "…"], ["F2", "…"]]` | `fn keys() -> &'static [&'static [&'static str]]` |
//! | `[rollup]` | `mod rollup` |
//! | `[status]` with `_enum = "assess::Status"` | `fn status(value: assess::Status) -> &'static str`, a key per variant |
//!
//! A text of an `_enum` table can name fields of its variant as parameters: then the function returns a `String`.
//!
//! Japanese is the reference: another language must have the same keys with the same parameters, or the build fails.
//! With more than one folder, each function chooses by the current language.

#![allow(clippy::indexing_slicing, reason = "there is always a reference language, and a panic fails the build")]

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use toml::{Table, Value};

/// The language whose files define keys and parameters.
const REFERENCE: &str = "ja";
/// Names the enum of a table whose keys are its variants.
const ENUM: &str = "_enum";

/// What chooses the language where there is more than one.
const LANGUAGE: &str = "
/// The languages there are, the reference first.
pub const LANGUAGES: &[&str] = &NAMES;
static CURRENT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
/// The position of the current language in [`LANGUAGES`].
pub fn language() -> usize { CURRENT.load(std::sync::atomic::Ordering::Relaxed) }
/// Chooses a language by its position in [`LANGUAGES`].
pub fn set_language(at: usize) { CURRENT.store(at, std::sync::atomic::Ordering::Relaxed); }
";

/// The same node of every language, the reference first.
type Nodes<'a> = Vec<&'a Value>;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let folder = root.join("../../words");
    println!("cargo:rerun-if-changed={}", folder.display());
    println!("cargo:rerun-if-changed=src/sentences");
    let mut languages = languages(&folder)?;
    let reference = languages.remove(REFERENCE).ok_or("words/ja is missing")?;
    let names: Vec<&str> = std::iter::once(REFERENCE).chain(languages.keys().map(String::as_str)).collect();
    let mut out = String::new();
    if names.len() > 1 {
        write!(out, "{}", LANGUAGE.replace("NAMES", &format!("{names:?}")))?;
    }
    for (area, value) in &reference {
        let mut nodes: Nodes = vec![value];
        for (language, files) in &languages {
            nodes.push(files.get(area).ok_or(format!("words/{language}/{area}.toml is missing"))?);
        }
        let sentences = root.join(format!("src/sentences/{area}.rs")).is_file();
        writeln!(out, "pub mod {area} {{")?;
        if sentences {
            writeln!(out, "pub use crate::sentences::{area}::*;")?;
        }
        table(&mut out, area, &nodes, &names)?;
        writeln!(out, "}}")?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("text.rs"), out)?;
    Ok(())
}

/// Every file of every language, by language and area.
fn languages(folder: &Path) -> Result<BTreeMap<String, Table>, Box<dyn Error>> {
    let mut languages = BTreeMap::new();
    for language in sorted(folder)? {
        let mut files = Table::new();
        for file in sorted(&language)? {
            println!("cargo:rerun-if-changed={}", file.display());
            let text: Table =
                fs::read_to_string(&file)?.parse().map_err(|error| format!("{}: {error}", file.display()))?;
            files.insert(stem(&file), Value::Table(text));
        }
        languages.insert(stem(&language), files);
    }
    Ok(languages)
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes the functions and modules of one table. `place` names it in messages.
fn table(out: &mut String, place: &str, nodes: &Nodes, languages: &[&str]) -> Result<(), Box<dyn Error>> {
    let tables = same(place, nodes, Value::as_table)?;
    for (at, other) in tables.iter().enumerate().skip(1) {
        if let Some(extra) = other.keys().find(|key| !tables[0].contains_key(*key)) {
            return Err(format!("words/{}: {place}.{extra} does not exist in {REFERENCE}", languages[at]).into());
        }
    }
    for key in tables[0].keys().filter(|key| *key != ENUM) {
        let place = format!("{place}.{key}");
        let mut values = Nodes::new();
        for (table, language) in tables.iter().zip(languages) {
            values.push(table.get(key).ok_or(format!("words/{language}: {place} is missing"))?);
        }
        match values[0] {
            Value::String(_) => text(out, key, &same(&place, &values, Value::as_str)?, &place)?,
            Value::Array(_) => {
                let lists = values.iter().map(|value| literal(value, &place)).collect::<Result<Vec<_>, _>>()?;
                let rows = values[0].as_array().is_some_and(|list| list.first().is_some_and(Value::is_array));
                let item = if rows { "&'static [&'static str]" } else { "&'static str" };
                writeln!(out, "pub fn {key}() -> &'static [{item}] {{ {} }}", choice(&lists))?;
            }
            Value::Table(inner) if inner.contains_key(ENUM) => variants(out, key, &values, languages, &place)?,
            Value::Table(_) => {
                writeln!(out, "pub mod {key} {{")?;
                table(out, &place, &values, languages)?;
                writeln!(out, "}}")?;
            }
            _ => return Err(format!("{place} is neither text, list nor table").into()),
        }
    }
    Ok(())
}

/// A list of texts, or a list of such lists, as an expression.
fn literal(value: &Value, place: &str) -> Result<String, Box<dyn Error>> {
    match value {
        Value::String(text) => Ok(format!("{text:?}")),
        Value::Array(items) => {
            let items = items.iter().map(|item| literal(item, place)).collect::<Result<Vec<_>, _>>()?;
            Ok(format!("&[{}]", items.join(", ")))
        }
        _ => Err(format!("{place} holds something that is neither text nor list").into()),
    }
}

/// A function for one text. Its parameters are the names in braces.
fn text(out: &mut String, key: &str, texts: &[&str], place: &str) -> Result<(), Box<dyn Error>> {
    let parameters = parameters(texts[0]);
    for other in &texts[1..] {
        let (mut expected, mut found) = (parameters.clone(), self::parameters(other));
        expected.sort();
        found.sort();
        if expected != found {
            return Err(format!("{place}: parameters {found:?} instead of {expected:?}").into());
        }
    }
    let list: Vec<String> = parameters.iter().map(|name| format!("{name}: impl std::fmt::Display")).collect();
    let is_string = !parameters.is_empty();
    let texts: Vec<String> = texts.iter().map(|text| expression(text, is_string)).collect();
    writeln!(out, "pub fn {key}({}) -> {} {{ {} }}", list.join(", "), result(is_string), choice(&texts))?;
    Ok(())
}

fn result(is_string: bool) -> &'static str {
    if is_string { "String" } else { "&'static str" }
}

fn expression(text: &str, is_string: bool) -> String {
    let plain = text.replace("{{", "{").replace("}}", "}");
    match is_string {
        false => format!("{plain:?}"),
        true if parameters(text).is_empty() => format!("{plain:?}.to_owned()"),
        true => format!("format!({text:?})"),
    }
}

/// A function from the variants of an enum to words. A variant without a key does not compile.
fn variants(out: &mut String, key: &str, nodes: &Nodes, languages: &[&str], place: &str) -> Result<(), Box<dyn Error>> {
    let tables = same(place, nodes, Value::as_table)?;
    let name = tables[0].get(ENUM).and_then(Value::as_str).ok_or(format!("{place}.{ENUM} is not a text"))?;
    let is_string = tables[0].values().filter_map(Value::as_str).any(|text| !parameters(text).is_empty());
    writeln!(out, "pub fn {key}(value: {name}) -> {} {{ match value {{", result(is_string))?;
    for variant in tables[0].keys().filter(|variant| *variant != ENUM) {
        let mut fields = String::new();
        let mut words = Vec::new();
        for (table, language) in tables.iter().zip(languages) {
            let word = table.get(variant).and_then(Value::as_str);
            let word = word.ok_or(format!("words/{language}: {place}.{variant} is missing"))?;
            fields = parameters(word).iter().map(|name| format!("{name}, ")).collect();
            words.push(expression(word, is_string));
        }
        let pattern = format!("{}::{}", name.trim_start_matches('&'), pascal(variant));
        writeln!(out, "{pattern} {{ {fields}.. }} => {},", choice(&words))?;
    }
    writeln!(out, "}} }}")?;
    Ok(())
}

/// One expression, or a choice by language where there are several.
fn choice(expressions: &[String]) -> String {
    match expressions {
        [only] => only.clone(),
        [first, others @ ..] => {
            let arms: Vec<String> =
                others.iter().enumerate().map(|(at, text)| format!("{} => {text}", at + 1)).collect();
            format!("match crate::text::language() {{ {}, _ => {first} }}", arms.join(", "))
        }
        [] => String::new(),
    }
}

/// The names in braces, in order of first appearance; `{minute:02}` is `minute`.
fn parameters(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in text.replace("{{", "").split('{').skip(1) {
        let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn pascal(snake: &str) -> String {
    snake
        .split('_')
        .map(|word| {
            word.chars().next().into_iter().flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>()
        })
        .collect()
}

fn same<'a, T>(
    place: &str,
    nodes: &[&'a Value],
    read: impl Fn(&'a Value) -> Option<T>,
) -> Result<Vec<T>, Box<dyn Error>> {
    nodes
        .iter()
        .map(|node| read(node).ok_or_else(|| format!("{place} is of another kind in one language").into()))
        .collect()
}
