//! The document as plain text contains everything printed, in printed order.

use exchange::export::plain_text;
use list::Dataset;
use test_support::{bundled_list, small_list};
use words::text::notes;

/// Asserts that each part follows the previous one.
fn assert_in_order(text: &str, parts: impl IntoIterator<Item = String>) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(&part).unwrap_or_else(|| panic!("「{part}」 is missing or out of order"));
        rest = &rest[at + part.len()..];
    }
}

fn everything(dataset: &Dataset) -> Vec<String> {
    let mut parts = dataset.document.title.clone();
    parts.push(dataset.document.edition.clone());
    for section in &dataset.sections {
        parts.push(section.heading.clone());
        parts.extend(section.passages.iter().map(|passage| passage.text.clone()));
    }
    for goal in &dataset.goals {
        parts.push(goal.name.clone());
        parts.extend(goal.numeric_targets.iter().map(|one| one.printed.clone()));
        parts.extend(goal.direction_paragraphs.clone());
        parts.extend(goal.direction_bullets.clone());
        for plan in dataset.plans_of(&goal.id) {
            parts.push(plan.name.clone());
            for indicator in dataset.indicators_of(&plan.id) {
                parts.push(format!("{}　{}", indicator.id, indicator.name));
                parts.push(format!("現状値：{}", indicator.current.printed()));
                parts.push(format!("目標値：{}", indicator.target.printed()));
            }
        }
    }
    parts.push(notes::source_of(dataset));
    parts.push(notes::unofficial().to_owned());
    parts
}

#[test]
fn everything_printed_is_in_the_text_in_order() {
    for dataset in [bundled_list(), small_list()] {
        assert_in_order(&plain_text(dataset), everything(dataset));
    }
}

#[test]
fn every_group_heading_occurs_once_before_its_indicators() {
    let text = plain_text(bundled_list());
    assert_eq!(text.matches("［病床の確保］").count(), 1);
    assert_in_order(&text, ["［病床の確保］", "9-2　"].map(str::to_owned));
}

#[test]
fn lines_end_with_crlf() {
    let text = plain_text(small_list());
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(!text.contains("\r\n\r\n\r\n"), "two empty lines in a row");
}
