use figures::paste::{CellChange, PlannedCell};

use crate::{separated, text::scenario as text};

/// The content of a scenario in numbers.
pub fn figure_count(count: usize) -> String {
    if count == 0 { text::figures::none().to_owned() } else { text::figures::some(count) }
}

/// The effect of a paste, in one sentence.
pub fn paste_summary(cells: &[PlannedCell]) -> String {
    use text::sheet::planned as words;
    let count = |fits: fn(&CellChange) -> bool| cells.iter().filter(|cell| fits(&cell.change)).count();
    let parts = [
        (words::new(), count(|change| matches!(change, CellChange::New(_)))),
        (words::changed(), count(|change| matches!(change, CellChange::Changed { .. }))),
        (words::same(), count(|change| *change == CellChange::Same)),
        (words::blank(), count(|change| *change == CellChange::Blank)),
        (words::refused(), count(|change| matches!(change, CellChange::Refused(_)))),
    ];
    let parts = parts.iter().filter(|(_, count)| *count > 0).map(|(word, count)| words::part(word, count));
    words::summary(separated(&parts.collect::<Vec<_>>()))
}

/// The effect of a paste on a cell.
pub fn cell_change(change: &CellChange) -> String {
    use text::sheet::cell_change as words;
    match change {
        CellChange::New(_) => words::new().to_owned(),
        CellChange::Changed { from, .. } => words::changed(from),
        CellChange::Same => words::same().to_owned(),
        CellChange::Blank => words::blank().to_owned(),
        CellChange::Refused(problems) => text::sheet::refused(super::figures::input_problems(problems)),
    }
}

/// The name of a cell for screen readers.
pub fn cell_name(id: &str, name: &str, label: &str, day: &str, unit: &str) -> String {
    let label = if label.is_empty() { String::new() } else { format!(" {label}") };
    let unit = if unit.is_empty() { String::new() } else { text::sheet::cell::unit(unit) };
    format!("{id} {name}{label} {day}{unit}")
}

/// A size in a suitable unit.
pub fn size(bytes: usize) -> String {
    let kilobytes = bytes as f64 / 1024.0;
    if bytes < 1024 {
        text::health::size_in::bytes(bytes)
    } else {
        format!("{} KB", format::number((kilobytes * 10.0).round() / 10.0))
    }
}

/// The content of a file in numbers.
pub fn file_content(figures: usize, scenarios: usize) -> String {
    if scenarios > 1 { text::files::holds::several(scenarios, figures) } else { text::files::holds::single(figures) }
}
