//! The grid: rows and columns, input in a cell, and pasted blocks.

use figures::{
    Action, Basis, Figure, FigureValue, Notebook, Scenario, ScenarioId, Timestamp,
    paste::{CellChange, PasteArea, PastePreview},
    sheet::{CellEdit, SheetRow, cell_text, enter, hidden, lines},
    usual_days,
};
use format::read_clipboard_table;
use list::*;
use proptest::prelude::*;
use test_support::{any_text, bundled_list, own_figures::ApplyAction};

const NOW: Timestamp = Timestamp(1_000);

fn dataset() -> Dataset {
    bundled_list().clone()
}

fn all(dataset: &Dataset) -> Vec<SheetRow> {
    lines(dataset, &(0..dataset.indicators.len()).collect::<Vec<_>>())
}

fn line_of(dataset: &Dataset, lines: &[SheetRow], id: &str) -> usize {
    let at = dataset.position(&IndicatorId::parse(id).unwrap()).unwrap();
    lines.iter().position(|line| line.indicator == at).unwrap()
}

fn plan(dataset: &Dataset, scenario: &Scenario, at: (usize, usize), text: &str) -> PastePreview {
    let (lines, days) = (all(dataset), usual_days(dataset));
    let grid = PasteArea { dataset, scenario, lines: &lines, days: &days };
    grid.plan(at, &read_clipboard_table(text), NOW)
}

fn day(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

#[test]
fn every_indicator_has_its_lines_and_the_year_ends_are_columns() {
    let dataset = dataset();
    let lines = all(&dataset);
    for at in 0..dataset.indicators.len() {
        assert!(lines.iter().any(|line| line.indicator == at));
    }
    assert_eq!(usual_days(&dataset), [day("2023-03-31"), day("2024-03-31")]);
}

#[test]
fn a_cell_changes_the_value_and_keeps_the_rest_of_its_figure() {
    let dataset = dataset();
    let indicator = dataset.indicator(&IndicatorId::parse("3-1").unwrap()).unwrap();
    let lines = all(&dataset);
    let subject = &lines[line_of(&dataset, &lines, "3-1")].subject;
    let day = day("2023-03-31");
    let Ok(CellEdit::Set(first)) = enter(None, indicator, subject, day, "４４校", NOW) else {
        panic!("refused");
    };
    let first = Figure { note: "聞いた".into(), basis: Basis::Heard, ..*first };
    let Ok(CellEdit::Set(second)) = enter(Some(&first), indicator, subject, day, "45", NOW) else {
        panic!("refused");
    };
    assert_eq!((second.note.as_str(), second.basis), ("聞いた", Basis::Heard));
    assert_eq!(cell_text(indicator, &second), "45");
    assert_eq!(enter(Some(&first), indicator, subject, day, "44", NOW), Ok(CellEdit::Same));
    assert_eq!(enter(Some(&first), indicator, subject, day, "　", NOW), Ok(CellEdit::Removed(first.key())));
    assert_eq!(enter(None, indicator, subject, day, "", NOW), Ok(CellEdit::Same));
    assert!(
        enter(None, indicator, subject, day, "44人", NOW)
            .map_err(|problems| words::text::figures::input_problems(&problems))
            .unwrap_err()
            .contains('校')
    );
}

#[test]
fn stages_are_read_as_tables_write_them() {
    let dataset = dataset();
    let line = all(&dataset).into_iter().find(|line| line.subject == figures::Subject::Stage).unwrap();
    let indicator = &dataset.indicators[line.indicator];
    for (text, stage) in [
        ("実施済み", Stage::Done),
        ("済", Stage::Done),
        ("検討中", Stage::Preparing),
        ("一部", Stage::Partial),
        (" 未 ", Stage::NotStarted),
    ] {
        let Ok(CellEdit::Set(figure)) = enter(None, indicator, &line.subject, day("2023-03-31"), text, NOW) else {
            panic!("{text} refused");
        };
        assert_eq!(figure.value, FigureValue::Stage(stage), "{text}");
        assert_eq!(
            enter(Some(&figure), indicator, &line.subject, figure.date, &cell_text(indicator, &figure), NOW),
            Ok(CellEdit::Same)
        );
    }
    assert!(enter(None, indicator, &line.subject, day("2023-03-31"), "たぶん", NOW).is_err());
}

#[test]
fn tables_are_parsed_as_spreadsheets_write_them() {
    for (text, cells) in [
        ("44", vec![vec!["44"]]),
        ("44\r\n", vec![vec!["44"]]),
        ("1\t2\r\n3\t4\r\n", vec![vec!["1", "2"], vec!["3", "4"]]),
        ("1\r2\n", vec![vec!["1"], vec!["2"]]),
        ("1\n\n3", vec![vec!["1"], vec![""], vec!["3"]]),
        ("\"1,234\"\t\"a\nb\"\n", vec![vec!["1,234", "a\nb"]]),
        ("\"\"\"x\"\"\"", vec![vec!["\"x\""]]),
    ] {
        assert_eq!(read_clipboard_table(text), cells, "{text:?}");
    }
}

#[test]
fn a_paste_preview_reports_every_kind_of_cell() {
    let dataset = dataset();
    let lines = all(&dataset);
    let row = line_of(&dataset, &lines, "3-1");
    let mut notebook = Notebook::new(dataset.id.clone());
    let preview = plan(&dataset, notebook.workspace.active(), (row, 0), "44\t48\n");
    assert!(preview.cells.iter().all(|cell| matches!(cell.change, CellChange::New(_))));
    notebook.perform(preview.action(ScenarioId::first(), "貼り付け".into()), NOW).unwrap();
    let preview = plan(&dataset, notebook.workspace.active(), (row, 0), "４４\t５０校\t9\n");
    assert_eq!(preview.cells[0].change, CellChange::Same);
    assert!(matches!(&preview.cells[1].change, CellChange::Changed { from, .. } if from == "48"));
    assert_eq!(preview.outside, 1);
    let preview = plan(&dataset, notebook.workspace.active(), (row, 0), "\tたくさん");
    assert_eq!(preview.cells[0].change, CellChange::Blank);
    assert!(matches!(preview.cells[1].change, CellChange::Refused(_)));
    let preview = plan(&dataset, notebook.workspace.active(), (lines.len() - 1, 0), "x\n1\n2\n");
    assert_eq!(preview.outside, 2);
    let scenario = notebook.workspace.active();
    assert_eq!(hidden(scenario, &[day("2023-03-31")]), (1, vec![day("2024-03-31")]));
}

proptest! {
    #[test]
    fn any_paste_does_what_its_preview_says(
        text in prop_oneof!["[0-9０-９,.校人%件\t\r\n\" 実施済み未x-]{0,60}".boxed(), any_text(0..60).boxed()],
        row in 0usize..140,
        column in 0usize..3,
    ) {
        let dataset = dataset();
        let mut notebook = Notebook::new(dataset.id.clone());
        let preview = plan(&dataset, notebook.workspace.active(), (row, column), &text);
        let wanted: Vec<_> = preview.figures().map(|f| (f.key(), f.value.clone())).collect();
        notebook.perform(preview.action(ScenarioId::first(), "貼り付け".into()), NOW).unwrap();
        let scenario = notebook.workspace.active();
        prop_assert_eq!(scenario.figures().count(), wanted.len());
        for (key, value) in wanted {
            prop_assert_eq!(scenario.figure(&key).map(|f| &f.value), Some(&value));
        }
        if preview.figures().next().is_some() {
            notebook.perform(Action::Undo, NOW).unwrap();
            prop_assert_eq!(notebook.workspace.active().figures().count(), 0);
        }
    }
}
