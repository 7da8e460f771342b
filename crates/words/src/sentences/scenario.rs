use figures::paste::{CellChange, PlannedCell};

use crate::{separated, text::scenario as text};

/// How much a scenario holds.
pub fn figure_count(count: usize) -> String {
    if count == 0 { text::figures::none().to_owned() } else { text::figures::some(count) }
}

/// What a paste would do, in one sentence.
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

/// What becomes of a pasted cell.
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

/// A size in the unit that suits it.
pub fn size(bytes: usize) -> String {
    let kilobytes = bytes as f64 / 1024.0;
    if bytes < 1024 {
        text::health::size_in::bytes(bytes)
    } else {
        format!("{} KB", format::number((kilobytes * 10.0).round() / 10.0))
    }
}

/// How much a file holds.
pub fn file_content(figures: usize, scenarios: usize) -> String {
    if scenarios > 1 { text::files::holds::several(scenarios, figures) } else { text::files::holds::single(figures) }
}
