//! A block pasted into the grid: the result is what the preview shows, and one undo reverts it.
#![no_main]

use std::sync::LazyLock;

use figures::{
    Action, Notebook, ScenarioId, Timestamp,
    paste::PasteArea,
    sheet::{SheetRow, lines},
    usual_days,
};
use libfuzzer_sys::fuzz_target;
use list::Date;
use ward_indicators_fuzz::{LIST, OWN};

static LINES: LazyLock<Vec<SheetRow>> = LazyLock::new(|| lines(&LIST, &(0..LIST.indicators.len()).collect::<Vec<_>>()));
static DAYS: LazyLock<Vec<Date>> = LazyLock::new(|| usual_days(&LIST));

fuzz_target!(|data: &[u8]| {
    let [row, column, text @ ..] = data else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let mut notebook: Notebook = OWN.clone();
    let grid = PasteArea { dataset: &LIST, scenario: OWN.workspace.active(), lines: &LINES, days: &DAYS };
    let at = (usize::from(*row), usize::from(*column % 4));
    let preview = grid.plan(at, &format::read_clipboard_table(&text), Timestamp(1_000));
    let _ = preview.has_losses();
    if preview.figures().next().is_none() {
        return;
    }
    let wanted: Vec<_> = preview.figures().map(|one| (one.key(), one.value.clone())).collect();
    let step = preview.action(ScenarioId::first(), "貼り付け".to_owned());
    notebook.apply(step, Timestamp(1_000), words::text::figures::step_name).expect("a planned paste is valid");
    for (key, value) in wanted {
        let figure = notebook.workspace.active().figure(&key);
        assert_eq!(figure.map(|figure| &figure.value), Some(&value));
    }
    notebook.apply(Action::Undo, Timestamp(2_000), words::text::figures::step_name).expect("undo");
    assert_eq!(notebook.workspace.figure_count(), OWN.workspace.figure_count());
});
