//! Search words that no document prints: readings in kana, and synonyms. They are ours, so they are in a separate file
//! beside the list (`words.json`).

use std::collections::BTreeSet;

use list::{Dataset, Readings, SearchWords};
use words::text::authoring as text;

use super::{
    fault::{Faults, Log, Path},
    load::{envelope, settle},
    reader::{Node, Read, Record},
};

/// The value of `format` in every file of search words.
const FORMAT: &str = "ward-indicators-words";
/// The newest version of the format this code reads.
const VERSION: u64 = 1;

/// Reads and checks a file of search words against its list. An empty text has no words.
pub fn load_search_words(json: &str, dataset: &Dataset) -> Result<SearchWords, Faults> {
    if json.trim().is_empty() {
        return Ok(SearchWords::default());
    }
    let value = envelope(json, FORMAT, VERSION)?;
    let log = Log::default();
    let words = read(Node::new(&value, Path::Root, &log), dataset);
    settle(words, log)
}

fn read(node: Node<'_>, dataset: &Dataset) -> Option<SearchWords> {
    let file = node.record()?;
    let id: Option<String> = file.field("dataset");
    if id.as_ref().is_some_and(|id| id.as_str() != dataset.id.as_str()) {
        file.fault_at("dataset", text::other_list(&dataset.id));
    }
    let readings = file.required("readings", |node| {
        let record = node.record()?;
        let targets = dataset.goals.iter().flat_map(|goal| &goal.numeric_targets);
        let goals = of_records(&record, "goals", dataset.goals.iter().map(|r| r.id.as_str()));
        let numeric_targets = of_records(&record, "numeric_targets", targets.map(|r| r.id.as_str()));
        let plans = of_records(&record, "plans", dataset.plans.iter().map(|r| r.id.as_str()));
        let indicators = of_records(&record, "indicators", dataset.indicators.iter().map(|r| r.id.as_str()));
        Some((goals?, numeric_targets?, plans?, indicators?))
    });
    let words = file.optional("words", |node| node.map(reading)).map(Option::unwrap_or_default);
    let groups = file.optional("groups", |node| node.list(group)).map(Option::unwrap_or_default);
    id?;
    let (goals, numeric_targets, plans, indicators) = readings?;
    Some(SearchWords { goals, numeric_targets, plans, indicators, words: words?, groups: groups? })
}

fn group(node: Node<'_>) -> Option<Vec<String>> {
    let group = Vec::<String>::read(node)?;
    if group.iter().collect::<BTreeSet<_>>().len() < 2 {
        node.fault(text::too_few_words());
        return None;
    }
    Some(group)
}

/// The readings of one kind of record. Any of them may be missing, but every one must belong to an existing record.
fn of_records<'a>(readings: &Record<'_>, key: &str, ids: impl Iterator<Item = &'a str>) -> Option<Readings> {
    let known: BTreeSet<&str> = ids.collect();
    let read = readings.optional(key, |node| {
        let read = node.map(reading)?;
        let stray: Vec<&String> = read.keys().filter(|id| !known.contains(id.as_str())).collect();
        for id in &stray {
            node.fault(text::unknown_record(id));
        }
        stray.is_empty().then_some(read)
    });
    read.map(Option::unwrap_or_default)
}

/// A reading: kana, spaces and punctuation.
fn reading(node: Node<'_>) -> Option<String> {
    let reading = node.text()?;
    let kana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー');
    let between = |c: char| matches!(c, ' ' | '　' | '・' | '、' | '「' | '」' | '（' | '）');
    if let Some(other) = reading.chars().find(|c| !kana(*c) && !between(*c)) {
        node.fault(text::no_kana(other));
        return None;
    }
    Some(reading.to_owned())
}
