//! Reads the records of a list file, with one function for each kind.

use std::collections::{HashMap, HashSet};

use list::{
    AsOf, Contents, Date, Document, Doubt, Goal, Indicator, InvalidId, Measure, NumericTarget, NumericTargetId,
    OutcomeLevel, Passage, Plan, PlanId, Quantity, Related, Section, Site, SourceLine, Statement,
};
use serde_json::Value;
use words::text::authoring as text;

use super::{
    reader::{Node, Read, Record},
    rules,
};

/// The ids that records may refer to, and the default days.
pub(super) struct Context<'a> {
    goals: HashSet<&'a str>,
    plans: HashSet<&'a str>,
    numeric_targets: HashSet<&'a str>,
    default_current: Option<Date>,
    default_target: Option<Date>,
}

/// Reads all fields of a record first, so that every fault is found, and then makes the record. A field without an
/// expression is read by its type.
macro_rules! read_fields {
    ($record:ident, $type:ident { $($field:ident $(: $read:expr)?),* $(,)? }) => {{
        $(let $field = read_fields!(@field $record $field $($read)?);)*
        Some($type { $($field: $field?),* })
    }};
    (@field $record:ident $field:ident) => { $record.field(stringify!($field)) };
    (@field $record:ident $field:ident $read:expr) => { $read };
}

/// Implements [`Read`] for records. A field without a method of [`Record`] is read by its type. The rule after a record
/// checks it.
macro_rules! read_records {
    ($($type:ident { $($field:ident $(: $method:ident)?),* } $(with $rule:path)?;)*) => {$(
        impl Read for $type {
            fn read(node: Node<'_>) -> Option<Self> {
                let record = node.record()?;
                let read = read_fields!(record, $type { $($field $(: record.$method(stringify!($field)))?),* })?;
                $($rule(&record, &read);)?
                Some(read)
            }
        }
    )*};
}

read_records! {
    Document { title: texts, short_title, edition, published_printed, published, publisher, edition_note };
    Site { title, headline: texts, lead, search_examples };
    Section { kind, heading, passages: required_field, line };
    Passage { label, text, line };
    Goal {
        id, numeral, name, direction_paragraphs, direction_bullets, direction_line, numeric_targets, doubts, line
    } with rules::goal;
    NumericTarget { id, name, printed, survey, baseline, baseline_as_of, due, line } with rules::numeric_target;
    Statement { lines: texts, as_of, stage };
    AsOf { date, printed, nature } with rules::as_of;
    Measure { id, label: text_or_empty, unit, place, better, current, target };
    Quantity { amount, unit, printed, extent, approximate, at_most } with rules::quantity;
    OutcomeLevel { kind, reason };
    Doubt { printed, reading, corrected: required_field, note };
}

/// The ids of all raw records, including faulty ones, so that one fault does not cause one for every reference.
fn ids<'a>(items: impl IntoIterator<Item = &'a Value>) -> HashSet<&'a str> {
    items.into_iter().filter_map(|item| item.get("id")?.as_str()).collect()
}

pub(super) fn file(node: Node<'_>) -> Option<Contents> {
    let file = node.record()?;
    let id = file.field("id");
    let document = file.field("document");
    let site = file.field("site");
    let default_current: Option<AsOf> = file.field("default_current");
    let default_target: Option<AsOf> = file.field("default_target");
    let day = |side: &Option<AsOf>| side.as_ref().map(|as_of| as_of.date);
    let context = Context {
        goals: ids(file.raw_items("goals")),
        plans: ids(file.raw_items("plans")),
        numeric_targets: ids(file.raw_items("goals").iter().flat_map(raw_targets)),
        default_current: day(&default_current),
        default_target: day(&default_target),
    };
    if let (Some(current), Some(target)) = (context.default_current, context.default_target)
        && target <= current
    {
        file.fault_at("default_target", text::due_before_default_current());
    }
    check_ids(&file);
    check_counts(&file);
    let sections = file.field("sections");
    let goals = file.required_field("goals");
    let plans = file.required("plans", |node| node.list(|item| plan(item, &context)));
    let indicators = file.required("indicators", |node| node.list(|item| indicator(item, &context)));
    Some(Contents {
        id: id?,
        document: document?,
        site: site?,
        default_current: default_current?,
        default_target: default_target?,
        sections: sections?,
        goals: goals?,
        plans: plans?,
        indicators: indicators?,
    })
}

fn raw_targets(goal: &Value) -> &[Value] {
    goal.get("numeric_targets").and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Every id must be unique within its kind.
fn check_ids(file: &Record<'_>) {
    fn check<'a>(file: &Record<'_>, items: impl Iterator<Item = (&'a Value, String)>) {
        let mut seen: HashMap<&str, String> = HashMap::new();
        for (item, place) in items {
            let Some(id) = item.get("id").and_then(Value::as_str) else { continue };
            match seen.get(id) {
                Some(first) => file.fault_at(&place, text::used_id(id, first)),
                None => drop(seen.insert(id, place)),
            }
        }
    }
    for key in ["goals", "plans", "indicators"] {
        check(file, file.raw_items(key).iter().enumerate().map(|(at, item)| (item, format!("{key}[{at}].id"))));
    }
    let goals = file.raw_items("goals").iter().enumerate();
    let targets = goals.flat_map(|(at, goal)| {
        let rows = raw_targets(goal).iter().enumerate();
        rows.map(move |(row, item)| (item, format!("goals[{at}].numeric_targets[{row}].id")))
    });
    check(file, targets);
}

/// The file states the number of its records, so that a lost row is detected.
fn check_counts(file: &Record<'_>) {
    file.required("counts", |node| {
        let counts = node.record()?;
        let check = |key: &str, found: usize| {
            if let Some(stated) = counts.required(key, |node| node.whole())
                && u64::try_from(found) != Ok(stated)
            {
                counts.fault_at(key, text::wrong_count(stated, found));
            }
        };
        check("goals", file.raw_items("goals").len());
        check("numeric_targets", file.raw_items("goals").iter().map(|goal| raw_targets(goal).len()).sum());
        check("plans", file.raw_items("plans").len());
        check("indicators", file.raw_items("indicators").len());
        Some(())
    });
}

impl Read for SourceLine {
    fn read(node: Node<'_>) -> Option<Self> {
        match u32::try_from(node.whole()?) {
            Ok(line) if line > 0 => Some(SourceLine(line)),
            _ => {
                node.fault(text::no_line());
                None
            }
        }
    }
}

fn plan(node: Node<'_>, context: &Context<'_>) -> Option<Plan> {
    let record = node.record()?;
    let goal = || record.required("goal", |node| reference(&node, &context.goals, list::GoalId::parse));
    read_fields!(record, Plan { id, goal: goal(), label, name, line })
}

/// An id that a record of the file has.
fn reference<T>(node: &Node<'_>, known: &HashSet<&str>, parse: impl Fn(&str) -> Result<T, InvalidId>) -> Option<T> {
    let id = node.text()?;
    if known.contains(id) {
        node.id(parse)
    } else {
        node.fault(text::unknown_id(id));
        None
    }
}

fn indicator(node: Node<'_>, context: &Context<'_>) -> Option<Indicator> {
    let record = node.record()?;
    let id = record.field("id");
    let plan = record.required("plan", |node| reference(&node, &context.plans, PlanId::parse));
    let group: Option<Option<String>> = record.field("group");
    let name: Option<String> = record.field("name");
    let current: Option<Statement> = record.field("current");
    let target: Option<Statement> = record.field("target");
    let kind = record.field("kind");
    let measures: Option<Vec<Measure>> = record.field("measures");
    let level = record.field("level");
    let related = record.optional("related", |node| node.list(|item| related(item, context)));
    let related = related.map(Option::unwrap_or_default);
    let doubts: Option<Vec<Doubt>> = record.field("doubts");
    let line = record.field("line");
    let day =
        |side: &Option<Statement>, default| side.as_ref()?.as_of.as_ref().map_or(default, |as_of| Some(as_of.date));
    let parts = || {
        Some(rules::Parts {
            group: group.as_ref()?.as_deref(),
            name: name.as_deref()?,
            current: current.as_ref()?,
            target: target.as_ref()?,
            kind: kind?,
            measures: measures.as_deref()?,
            related: related.as_deref()?,
            doubts: doubts.as_deref()?,
            current_day: day(&current, context.default_current),
            target_day: day(&target, context.default_target),
        })
    };
    if let Some(parts) = parts() {
        rules::indicator(&record, &parts);
    }
    Some(Indicator {
        id: id?,
        plan: plan?,
        group: group?,
        name: name?,
        current: current?,
        target: target?,
        kind: kind?,
        measures: measures?,
        level: level?,
        related: related?,
        doubts: doubts?,
        line: line?,
    })
}

fn related(node: Node<'_>, context: &Context<'_>) -> Option<Related> {
    let record = node.record()?;
    let known = &context.numeric_targets;
    let target = || record.required("target", |node| reference(&node, known, NumericTargetId::parse));
    read_fields!(record, Related { target: target(), same_question })
}
