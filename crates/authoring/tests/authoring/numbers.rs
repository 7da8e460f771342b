//! Finds every number of every cell with a second, independent reader. It reads the whole cell instead of the piece
//! noted in the file, so it also finds numbers that are not noted.

use list::{Dataset, Extent, Indicator, Quantity, Statement};

use crate::{bundled_list, small_list};

/// A number in a cell.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    amount: f64,
    before: String,
    after: String,
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// All numbers of a text. The words before and after extend to the next number.
fn numbers(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut words = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(first) = digit(c) else {
            words.push(c);
            if let Some(last) = found.last_mut() {
                last.after.push(c);
            }
            continue;
        };
        let mut total = f64::from(first);
        let mut scale = 0;
        let mut decimals = false;
        while let Some(next) = chars.peek().copied() {
            if let Some(value) = digit(next) {
                total = total * 10.0 + f64::from(value);
                scale += i32::from(decimals);
            } else if matches!(next, '.' | '．') {
                decimals = true;
            } else if !matches!(next, ',' | '，') {
                break;
            }
            chars.next();
        }
        let negative = words.ends_with(['▲', '-']);
        let amount = total / 10_f64.powi(scale);
        found.push(Found {
            amount: if negative { 0.0 - amount } else { amount },
            before: words.trim_end_matches('▲').to_owned(),
            after: String::new(),
        });
        words.clear();
    }
    found
}

/// The cell without the day in parentheses.
fn without_day(statement: &Statement) -> String {
    let text = statement.lines.join("／");
    match &statement.as_of {
        Some(as_of) => text.replace(&as_of.printed, ""),
        None => text,
    }
}

fn matches(found: &Found, quantity: &Quantity) -> bool {
    let last = |word: &str| found.before.trim_end().ends_with(word);
    let extent = if last("計") {
        Some(Extent::Total)
    } else if found.before.contains("年間") || last("年") {
        Some(Extent::PerYear)
    } else {
        None
    };
    let after = found.after.trim_start();
    found.amount == quantity.amount
        && after.starts_with(&quantity.unit)
        && after[quantity.unit.len()..].starts_with("以下") == quantity.at_most
        && last("約") == quantity.approximate
        && extent == quantity.extent
}

/// Removes every noted quantity of one side from its cell; the remaining numbers are not noted.
fn left_over(id: &str, statement: &Statement, noted: Vec<&Quantity>) -> Vec<Found> {
    let mut found = numbers(&without_day(statement));
    for quantity in noted {
        let at = found
            .iter()
            .position(|found| matches(found, quantity))
            .unwrap_or_else(|| panic!("{id}: {quantity:?} is not in {found:?}"));
        found.remove(at);
    }
    found
}

fn check(list: &Dataset) -> Vec<(String, f64)> {
    let sides = |indicator: &Indicator| {
        let id = indicator.id.to_string();
        let current = indicator.measures.iter().filter_map(|m| m.current.as_ref()).collect();
        let target = indicator.measures.iter().filter_map(|m| m.target.as_ref()).collect();
        let mut unread = left_over(&id, &indicator.current, current);
        unread.extend(left_over(&id, &indicator.target, target));
        unread.into_iter().map(|found| (id.clone(), found.amount)).collect::<Vec<_>>()
    };
    list.indicators.iter().flat_map(sides).collect()
}

#[test]
fn every_number_of_the_document_is_read() {
    let unread = check(bundled_list());
    let known = [
        // 〔115床増〕 is the difference of the two numbers beside it.
        ("9-2", 115.0),
        // 人口10万人あたり is the denominator on both sides.
        ("9-6", 10.0),
        ("9-6", 10.0),
        // 住民税ほか4公金 lists which payments are covered; the current side names one without counting.
        ("21-3", 4.0),
    ];
    let unread: Vec<(&str, f64)> = unread.iter().map(|(id, amount)| (id.as_str(), *amount)).collect();
    assert_eq!(unread, known);
}

#[test]
fn every_number_of_the_small_list_is_read() {
    assert_eq!(check(small_list()), []);
}

#[test]
fn baselines_of_the_numeric_targets() {
    let list = bundled_list();
    let baselines: Vec<f64> = list.numeric_targets().map(|target| target.baseline.amount).collect();
    assert_eq!(
        baselines,
        [62.1, 59.1, 62.7, 59.4, 60.7, 51.2, 72.5, 55.2, 57.0, 50.0, 76.0, 46.4, 43.7, 66.1, 60.3, 49.6, 62.7]
    );
    for target in list.numeric_targets() {
        let found = numbers(&target.printed);
        // The year of the survey, then the rate.
        assert_eq!(found.iter().map(|found| found.amount).collect::<Vec<_>>(), [30.0, target.baseline.amount]);
        assert!(matches(&found[1], &target.baseline), "{}", target.id);
        assert!(target.printed.ends_with("から上昇"), "{}", target.id);
    }
}

#[test]
fn the_independent_reader_finds_numbers() {
    let plain = |text: &str| numbers(text).into_iter().map(|found| found.amount).collect::<Vec<_>>();
    assert_eq!(plain("計１，０８０人、２２．８％以下と年3回"), [1080.0, 22.8, 3.0]);
    assert_eq!(plain("充実"), [] as [f64; 0]);
}
