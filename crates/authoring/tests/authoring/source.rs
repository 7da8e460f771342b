//! Every string of the list is in the source text, and every row of the source text is in the list.

use std::collections::BTreeSet;

use list::{Dataset, Indicator, SectionKind, SourceLine};

use crate::{bundled_list, name_printed};

const SOURCE: &str = include_str!("../../../../tests/fixtures/source.txt");
/// The first line of the tables; before them is an example that repeats the first rows.
const TABLES: u32 = 60;

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn line(at: SourceLine) -> String {
    squeeze(SOURCE.lines().nth(at.0 as usize - 1).unwrap())
}

fn assert_on(at: SourceLine, printed: &str) {
    assert!(line(at).contains(&squeeze(printed)), "line {} has no {printed}", at.0);
}

fn cells(indicator: &Indicator) -> String {
    squeeze(&(indicator.current.lines.concat() + &indicator.target.lines.concat()))
}

#[test]
fn every_row_is_in_its_source_line() {
    let list = bundled_list();
    for indicator in &list.indicators {
        let names = indicator.group.clone().unwrap_or_default() + &name_printed(indicator);
        let source = line(indicator.line);
        if list.indicators.iter().filter(|other| other.line == indicator.line).count() > 1 {
            // Two indicators share a row: their names and values are one below the other in its cells.
            for part in
                [&name_printed(indicator)].into_iter().chain(&indicator.current.lines).chain(&indicator.target.lines)
            {
                assert_on(indicator.line, part);
            }
            continue;
        }
        // The name, then the complete current value, then the complete target, and nothing else.
        let row = squeeze(&name_printed(indicator)) + &cells(indicator);
        assert!(source.ends_with(&row), "{}: {row}\nis not the end of\n{source}", indicator.id);
        let in_own_row = indicator.group.as_ref().is_some_and(|group| source.contains(&squeeze(group)));
        if in_own_row {
            assert!(source.contains(&squeeze(&names)), "{}", indicator.id);
        }
    }
}

/// Rows with a heading over several indicators and without values.
fn is_group_heading(list: &Dataset, text: &str) -> bool {
    let name = text.trim();
    list.indicators.iter().any(|indicator| indicator.group.as_deref() == Some(name))
}

#[test]
fn every_row_of_the_tables_is_in_the_list() {
    let list = bundled_list();
    let used: BTreeSet<u32> = list.indicators.iter().map(|indicator| indicator.line.0).collect();
    let goals: BTreeSet<u32> = list
        .goals
        .iter()
        .flat_map(|goal| [goal.line, goal.direction_line, goal.numeric_targets[0].line])
        .map(|line| line.0)
        .collect();
    let mut headings = Vec::new();
    for (at, text) in (1..).zip(SOURCE.lines()) {
        let table_head = text.contains("戦略計画\t") || squeeze(text).contains("現状値原則");
        if at < TABLES || text.trim().is_empty() || table_head || goals.contains(&at) || used.contains(&at) {
            continue;
        }
        assert!(is_group_heading(list, text), "line {at} is not in the list: {text}");
        headings.push(at);
    }
    assert_eq!(headings, [135, 164, 209]);
    assert_eq!(used.len(), 119, "one row holds two indicators");
}

#[test]
fn plans_are_at_their_first_row() {
    let list = bundled_list();
    for plan in &list.plans {
        assert_on(plan.line, &format!("{}{}", plan.label, plan.name));
        assert_eq!(plan.line, list.indicators_of(&plan.id).next().unwrap().line, "{}", plan.id);
    }
}

#[test]
fn goals_are_whole() {
    for goal in &bundled_list().goals {
        let numeral = goal
            .doubts
            .iter()
            .filter(|doubt| doubt.corrected)
            .fold(goal.numeral.clone(), |text, doubt| text.replace(&doubt.reading, &doubt.printed));
        assert_on(goal.line, &format!("基本目標{numeral}{}", goal.name));
        for target in &goal.numeric_targets {
            assert_on(target.line, &target.printed);
        }
        // The whole cell in order, without markup and bullets.
        let unmarked = |text: &str| -> String {
            let mut inside = false;
            text.chars()
                .filter(|c| {
                    let keep = !inside && *c != '<' && !"・●".contains(*c);
                    inside = (inside || *c == '<') && *c != '>';
                    keep
                })
                .collect()
        };
        let direction = goal.direction_paragraphs.concat() + &goal.direction_bullets.concat();
        assert_eq!(
            unmarked(&line(goal.direction_line)),
            unmarked(&("基本的な方向性".to_owned() + &squeeze(&direction)))
        );
        let targets: String = goal.numeric_targets.iter().map(|target| target.printed.as_str()).collect();
        let cell = unmarked(&line(goal.numeric_targets[0].line));
        assert_eq!(cell, unmarked(&("数値目標(令和5年度末)".to_owned() + &squeeze(&targets))));
    }
}

#[test]
fn the_rest_of_the_document() {
    let list = bundled_list();
    let all = squeeze(SOURCE);
    let document = &list.document;
    for printed in document.title.iter().chain([&document.edition, &document.published_printed, &document.publisher]) {
        assert!(all.contains(&squeeze(printed)), "{printed}");
    }
    for section in &list.sections {
        if section.kind != SectionKind::Footnotes {
            assert_on(section.line, &section.heading);
        }
        for passage in &section.passages {
            // A passage may extend over several lines of the extraction.
            let printed = squeeze(&(passage.label.clone().unwrap_or_default() + &passage.text));
            assert!(all.contains(&printed), "{printed}");
            let start: String = printed.chars().take(6).collect();
            assert!(line(passage.line).contains(&start), "line {}: {printed}", passage.line.0);
        }
    }
}

#[test]
fn doubts_are_about_what_is_printed() {
    let list = bundled_list();
    let mut doubts = Vec::new();
    for indicator in &list.indicators {
        for doubt in &indicator.doubts {
            assert_on(indicator.line, &doubt.printed);
            doubts.push((indicator.id.as_str(), doubt.corrected));
        }
    }
    assert_eq!(
        doubts,
        [
            ("1-1", true),
            ("2-1", true),
            ("7-1", false),
            ("10-2", true),
            ("10-5", true),
            ("11-3", false),
            ("19-1", false),
            ("21-2", false)
        ]
    );
    let goals: Vec<&str> =
        list.goals.iter().flat_map(|goal| &goal.doubts).map(|doubt| doubt.printed.as_str()).collect();
    assert_eq!(goals, ["Ⅱ", "Ⅲ"]);
}
