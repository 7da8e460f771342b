//! Indicator numbers in cells of spreadsheets.

use format::{is_dash, normalize_input};
use list::{Dataset, Indicator};
use words::text::import as text;

/// The indicator of a cell, or a sentence about why it is unknown. `name` is its name if the table has one.
pub(super) fn indicator<'d>(cell: &str, name: &str, dataset: &'d Dataset) -> Result<&'d Indicator, String> {
    let shown: String = cell.trim().chars().take(40).collect();
    let text = normalize_input(cell).replace(is_dash, "-");
    let id = text.strip_prefix("指標").unwrap_or(&text).trim();
    if let Some(found) = dataset.indicators.iter().find(|indicator| indicator.id.as_str() == id) {
        return Ok(found);
    }
    let Some(pair) = as_day(id) else {
        return Err(text::unknown_indicator(shown));
    };
    // Which of the two numbers was typed first depends on the spreadsheet's country: only the name can decide.
    let meant = [(pair.0, pair.1), (pair.1, pair.0)].map(|(plan, row)| format!("{plan}-{row}"));
    let name = normalize_input(name);
    let mut found = dataset.indicators.iter().filter(|indicator| {
        meant.iter().any(|id| indicator.id.as_str() == id) && normalize_input(&indicator.name) == name
    });
    match (found.next(), found.next()) {
        (Some(indicator), None) => Ok(indicator),
        _ => Err(text::number_became_date(shown, meant.first().map_or("9-2", String::as_str))),
    }
}

/// The two numbers of a date that a spreadsheet made of 9-2: 9月2日, 9/2, 2-Sep, Sep-02, 2022/9/2, 2022-09-02.
fn as_day(text: &str) -> Option<(u8, u8)> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_lowercase();
    let text = lower.strip_suffix('日').unwrap_or(&lower);
    let mut parts: Vec<&str> = text.split(['年', '月', '/', '-', '.', ' ']).collect();
    let is_year = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() == 3 {
        if parts.first().is_some_and(is_year) {
            parts.remove(0);
        } else if parts.last().is_some_and(is_year) {
            parts.pop();
        }
    }
    let number = |part: &str| -> Option<u8> {
        let named = MONTHS.iter().position(|month| part.get(..3).is_some_and(|start| start == *month));
        match named {
            Some(at) => u8::try_from(at + 1).ok(),
            None => part.parse().ok().filter(|number| (1..=31).contains(number)),
        }
    };
    match parts.as_slice() {
        [first, second] => {
            let (first_number, second_number) = (number(first)?, number(second)?);
            // With the month's name the month is known, whatever its position.
            let month_is_second = second.starts_with(|c: char| c.is_ascii_alphabetic());
            Some(if month_is_second { (second_number, first_number) } else { (first_number, second_number) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_were_indicator_numbers() {
        for text in ["9月2日", "9/2", "2-sep", "2-Sep", "sep-02", "2022/9/2", "2022-09-02", "2022年9月2日", "9.2"]
        {
            assert_eq!(as_day(text), Some((9, 2)), "{text}");
        }
        for text in ["", "9", "40-1", "9-", "あ-い", "1-2-3", "é-1", "9-2-2022-1"] {
            assert_eq!(as_day(text), None, "{text}");
        }
    }
}
