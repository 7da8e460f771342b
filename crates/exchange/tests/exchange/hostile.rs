use exchange::{
    export::figures::figures_csv,
    import::{ImportMode, Incoming, compare, decode, read},
};
use figures::ScenarioId;
use list::Stage;
use proptest::prelude::*;
use test_support::{any_text, own_figures::stage};

use crate::files::{LIST, file, full, notebook, take};

/// Does everything possible with what was read; nothing may panic.
fn use_up(incoming: &Incoming) {
    let before = notebook(vec![full()]);
    for scenario in &incoming.scenarios {
        let _ = compare(scenario, before.workspace.active());
        let _ = take(&before, &ImportMode::AsNew, &[scenario]);
        let _ = take(&before, &ImportMode::Merge(ScenarioId::first()), &[scenario]);
        let _ = take(&before, &ImportMode::Replace(ScenarioId::first()), &[scenario]);
    }
}

fn valid() -> [String; 2] {
    let notebook = notebook(vec![full(), stage("7-6", "2023-03-31", Stage::Partial)]);
    [file(&notebook), figures_csv(&LIST, &notebook.workspace.scenarios())]
}

#[test]
fn a_large_table_is_limited() {
    let mut rows = "シナリオ,指標番号,想定値,時点\n".to_owned();
    for row in 0..60_000 {
        rows.push_str(&format!("s{row},3-1,44,2023-03-31\n"));
    }
    let incoming = read(&rows, &LIST, "表").unwrap();
    assert_eq!(incoming.scenarios.len(), 50);
    assert!(incoming.refused[0].why.contains("50個まで"));
    assert!(read(&",".repeat(5_000_000), &LIST, "表").is_err());
    assert!(read(&"\"".repeat(5_000_000), &LIST, "表").is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(text) = decode(&bytes, |bytes| Some(String::from_utf8_lossy(bytes).into_owned()))
            && let Ok(incoming) = read(&text, &LIST, "表")
        {
            use_up(&incoming);
        }
    }

    #[test]
    fn any_cells_are_read_or_refused(cells in prop::collection::vec(prop_oneof![any_text(0..12).boxed(), "[0-9-]{1,4}|9月2日|=1|一部実施|2023-03-31".boxed()], 0..40)) {
        let mut text = "シナリオ,指標番号,指標,量の番号,想定値,時点,根拠,メモ,出典\n".to_owned();
        for row in cells.chunks(9) {
            text.push_str(&row.join(","));
            text.push('\n');
        }
        if let Ok(incoming) = read(&text, &LIST, "表") {
            use_up(&incoming);
        }
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(which in 0usize..2, at in any::<prop::sample::Index>(), with in prop_oneof![any_text(0..3).boxed(), "1e400|null|\\[|\\{|\"".boxed()], cut: bool) {
        let text = &valid()[which];
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        if cut {
            chars.truncate(at);
        }
        let at = at.min(chars.len());
        chars.splice(at..(at + 1).min(chars.len()), with.chars());
        let text: String = chars.into_iter().collect();
        if let Ok(incoming) = read(&text, &LIST, "表") {
            use_up(&incoming);
        }
    }
}
