//! The records of a dataset file down to the plan, one function each: every field is asked for, then the record is put
//! together.

use std::collections::{HashMap, HashSet};

use list::{
    AsOf, Contents, DatasetId, Date, Document, Goal, GoalId, InvalidId, NumericTarget, NumericTargetId, Passage, Plan,
    PlanId, Section, Site, SourceLine,
};
use serde_json::Value;

use super::{
    codes,
    read_indicator::{as_of, doubt, indicator, quantity},
    reader::{Node, Record},
    rules,
};

/// What records may refer to, and the days they fall back on.
pub(super) struct Context<'a> {
    goals: HashSet<&'a str>,
    pub(super) plans: HashSet<&'a str>,
    pub(super) numeric_targets: HashSet<&'a str>,
    pub(super) default_current: Option<Date>,
    pub(super) default_target: Option<Date>,
}

/// The ids of raw records, those of broken records included: one fault must not make others out of every reference.
fn ids<'a>(items: impl Iterator<Item = &'a Value>) -> HashSet<&'a str> {
    items.filter_map(|item| item.get("id")?.as_str()).collect()
}

pub(super) fn file(node: Node<'_>) -> Option<Contents> {
    let file = node.record()?;
    let id = file.required("id", |node| node.id(DatasetId::parse));
    let document = file.required("document", document);
    let site = file.required("site", site);
    let default_current = file.required("default_current", as_of);
    let default_target = file.required("default_target", as_of);
    let day = |side: &Option<AsOf>| side.as_ref().map(|as_of| as_of.date);
    if let (Some(current), Some(target)) = (day(&default_current), day(&default_target))
        && target <= current
    {
        file.fault_at("default_target", "default_currentより後の日ではありません");
    }
    check_ids(&file);
    check_counts(&file);
    let targets = || file.raw_items("goals").iter().flat_map(raw_targets);
    let context = Context {
        goals: ids(file.raw_items("goals").iter()),
        plans: ids(file.raw_items("plans").iter()),
        numeric_targets: ids(targets()),
        default_current: day(&default_current),
        default_target: day(&default_target),
    };
    let sections = file.list("sections", section);
    let goals = file.required("goals", |node| node.list(goal));
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

/// Every id once within its kind.
fn check_ids(file: &Record<'_>) {
    for key in ["goals", "plans", "indicators"] {
        let mut seen: HashMap<&str, String> = HashMap::new();
        for (at, item) in file.raw_items(key).iter().enumerate() {
            check_id(file, &mut seen, item, format!("{key}[{at}].id"));
        }
    }
    let mut seen: HashMap<&str, String> = HashMap::new();
    for (at, goal) in file.raw_items("goals").iter().enumerate() {
        for (row, item) in raw_targets(goal).iter().enumerate() {
            check_id(file, &mut seen, item, format!("goals[{at}].numeric_targets[{row}].id"));
        }
    }
}

fn check_id<'a>(file: &Record<'_>, seen: &mut HashMap<&'a str, String>, item: &'a Value, place: String) {
    let Some(id) = item.get("id").and_then(Value::as_str) else {
        return;
    };
    if let Some(first) = seen.get(id) {
        file.fault_at(&place, format!("番号「{id}」は $.{first} でも使われています"));
    } else {
        seen.insert(id, place);
    }
}

/// The file says how many records it means to have, so that a lost row is noticed.
fn check_counts(file: &Record<'_>) {
    file.required("counts", |node| {
        let counts = node.record()?;
        let check = |key: &str, found: usize| {
            if let Some(stated) = counts.required(key, |node| node.whole())
                && u64::try_from(found) != Ok(stated)
            {
                counts.fault_at(key, format!("{stated}件とありますが、{found}件あります"));
            }
        };
        check("goals", file.raw_items("goals").len());
        check("numeric_targets", file.raw_items("goals").iter().map(|goal| raw_targets(goal).len()).sum());
        check("plans", file.raw_items("plans").len());
        check("indicators", file.raw_items("indicators").len());
        Some(())
    });
}

fn document(node: Node<'_>) -> Option<Document> {
    let record = node.record()?;
    let title = record.texts("title");
    let short_title = record.text("short_title");
    let edition = record.text("edition");
    let published_printed = record.text("published_printed");
    let published = record.required("published", |node| node.date());
    let publisher = record.text("publisher");
    let edition_note = record.text("edition_note");
    Some(Document {
        title: title?,
        short_title: short_title?,
        edition: edition?,
        published_printed: published_printed?,
        published: published?,
        publisher: publisher?,
        edition_note: edition_note?,
    })
}

fn site(node: Node<'_>) -> Option<Site> {
    let record = node.record()?;
    let title = record.text("title");
    let headline = record.texts("headline");
    let lead = record.text("lead");
    let search_examples = record.list("search_examples", |item| item.text().map(str::to_owned));
    Some(Site { title: title?, headline: headline?, lead: lead?, search_examples: search_examples? })
}

pub(super) fn source_line(record: &Record<'_>, key: &str) -> Option<SourceLine> {
    let line = record.required(key, |node| node.whole())?;
    match u32::try_from(line) {
        Ok(line) if line > 0 => Some(SourceLine(line)),
        _ => {
            record.fault_at(key, "行は1から数えます");
            None
        }
    }
}

fn section(node: Node<'_>) -> Option<Section> {
    let record = node.record()?;
    let kind = record.required("kind", |node| node.word(codes::SECTION_KINDS));
    let heading = record.text("heading");
    let passages = record.required("passages", |node| node.list(passage));
    let line = source_line(&record, "line");
    Some(Section { kind: kind?, heading: heading?, passages: passages?, line: line? })
}

fn passage(node: Node<'_>) -> Option<Passage> {
    let record = node.record()?;
    let label = record.optional_text("label");
    let text = record.text("text");
    let line = source_line(&record, "line");
    Some(Passage { label: label?, text: text?, line: line? })
}

fn goal(node: Node<'_>) -> Option<Goal> {
    let record = node.record()?;
    let id = record.required("id", |node| node.id(GoalId::parse));
    let numeral = record.text("numeral");
    let name = record.text("name");
    let direction_paragraphs = record.list("direction_paragraphs", |item| item.text().map(str::to_owned));
    let direction_bullets = record.list("direction_bullets", |item| item.text().map(str::to_owned));
    let direction_line = source_line(&record, "direction_line");
    let numeric_targets = record.list("numeric_targets", numeric_target);
    let doubts = record.list("doubts", doubt);
    let line = source_line(&record, "line");
    let goal = Goal {
        id: id?,
        numeral: numeral?,
        name: name?,
        direction_paragraphs: direction_paragraphs?,
        direction_bullets: direction_bullets?,
        direction_line: direction_line?,
        numeric_targets: numeric_targets?,
        doubts: doubts?,
        line: line?,
    };
    rules::goal(&record, &goal);
    Some(goal)
}

fn numeric_target(node: Node<'_>) -> Option<NumericTarget> {
    let record = node.record()?;
    let id = record.required("id", |node| node.id(NumericTargetId::parse));
    let name = record.text("name");
    let printed = record.text("printed");
    let survey = record.text("survey");
    let baseline = record.required("baseline", quantity);
    let baseline_as_of = record.required("baseline_as_of", as_of);
    let due = record.required("due", as_of);
    let line = source_line(&record, "line");
    let target = NumericTarget {
        id: id?,
        name: name?,
        printed: printed?,
        survey: survey?,
        baseline: baseline?,
        baseline_as_of: baseline_as_of?,
        due: due?,
        line: line?,
    };
    rules::numeric_target(&record, &target);
    Some(target)
}

fn plan(node: Node<'_>, context: &Context<'_>) -> Option<Plan> {
    let record = node.record()?;
    let id = record.required("id", |node| node.id(PlanId::parse));
    let goal = record.required("goal", |node| reference(&node, &context.goals, GoalId::parse));
    let label = record.text("label");
    let name = record.text("name");
    let line = source_line(&record, "line");
    Some(Plan { id: id?, goal: goal?, label: label?, name: name?, line: line? })
}

/// An id that some record of the file has.
pub(super) fn reference<T>(
    node: &Node<'_>,
    known: &HashSet<&str>,
    parse: impl Fn(&str) -> Result<T, InvalidId>,
) -> Option<T> {
    let text = node.text()?;
    if known.contains(text) {
        node.id(parse)
    } else {
        node.fault(format!("番号「{text}」のものがありません"));
        None
    }
}
