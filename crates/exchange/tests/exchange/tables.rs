use exchange::import::{ImportMode, Incoming, read};
use figures::Figure;

use crate::files::{LIST, contents, full, notebook, take};

fn table(text: &str) -> Incoming {
    read(text, &LIST, "貼り付けた表").unwrap()
}

fn shown(incoming: &Incoming) -> Vec<String> {
    let figures = incoming.scenarios.iter().flat_map(|s| &s.figures);
    figures
        .map(|c| {
            let f: &Figure = &c.figure;
            format!("{} {} {} {}", f.indicator, f.value, f.date.iso(), words::text::figures::basis(f.basis))
        })
        .collect()
}

#[test]
fn tables_of_many_makes() {
    for text in [
        // Ours, in another order, with a column of the reader's.
        "想定値：時点,覚え,想定値：数または段階,指標番号,想定値：根拠\n2023-03-31,x,44,指標3-1,聞き取り",
        // As Excel writes days and widths.
        "\u{feff}指標番号,想定値：数または段階,想定値：単位,想定値：時点,想定値：根拠\r\n３－１,４４,校,2023/3/31,heard\r\n",
        // Copied from a spreadsheet, with a title above.
        "わたしの表\t\t\t\n番号\t想定値\t時点\t根拠\n指標3-1\t44校\t令和4年度末\t聞き取り\n",
        // Without headings.
        "3-1\t44\tR5.3.31\t聞き取り",
        "指標番号;値;日付;根拠\n3-1;44;令和5年3月31日;聞き取り",
        // The guard of our own files.
        "指標番号,想定値,時点,根拠\n3-1,'+44,2023-03-31,聞き取り",
    ] {
        let incoming = table(text);
        assert_eq!(shown(&incoming), ["3-1 44校 2023-03-31 聞き取り"], "{text}");
        assert_eq!(incoming.refused, [], "{text}");
    }
}

#[test]
fn every_skipped_row_has_a_place_and_a_reason() {
    let head = "指標番号,指標,量の番号,想定値,時点,根拠,出典\n";
    for (row, why) in [
        ("99-9,,,1,2023-03-31,,", "この一覧にありません"),
        (",,,1,2023-03-31,,", "番号が書かれていません"),
        ("9月2日,,,1,2023-03-31,,", "日付です"),
        ("2-Sep,,,1,2023-03-31,,", "日付です"),
        ("2023/9/2,,,1,2023-03-31,,", "日付です"),
        ("3-1,,capacity,1,2023-03-31,,", "という量がありません"),
        ("3-1,,,たくさん,2023-03-31,,", "数として読めません"),
        ("3-1,,,44人,2023-03-31,,", "単位が違います"),
        ("3-1,,,1e9,2023-03-31,,", "数として読めません"),
        ("3-1,,,44,,,", "いつの数か"),
        ("3-1,,,44,2023-13-01,,", "という日はありません"),
        ("3-1,,,,2023-03-31,,", "数または段階が書かれていません"),
        ("3-1,,,44,2023-03-31,うわさ,", "根拠は"),
        ("3-1,,,44,2023-03-31,,javascript:alert(1)", "http"),
        ("3-1,,,一部実施,2023-03-31,,", "段階ではなく数"),
        ("7-6,,,44,2023-03-31,,", "数で示されていません"),
    ] {
        let incoming = table(&format!("{head}{row}\n"));
        assert_eq!(shown(&incoming), [""; 0], "{row}");
        assert_eq!(incoming.refused.len(), 1, "{row}");
        assert_eq!(incoming.refused[0].place, "2行目");
        assert!(incoming.refused[0].why.contains(why), "{row}: {}", incoming.refused[0]);
    }
    let twice = table(&format!("{head}3-1,,,44,2023-03-31,,\n\n3-1,,,45,2023-03-31,,\n"));
    assert_eq!(shown(&twice).len(), 1);
    assert_eq!(twice.refused[0].place, "4行目");
}

#[test]
fn a_number_turned_into_a_date_is_accepted_if_the_name_confirms_it() {
    let name = &LIST.indicators.iter().find(|i| i.id.as_str() == "3-1").unwrap().name;
    for cell in ["3月1日", "1-Mar", "Mar-01", "2022/3/1", "1月3日"] {
        let incoming = table(&format!("指標番号,指標,想定値,時点\n{cell},{name},44,2023-03-31\n"));
        assert_eq!(shown(&incoming), ["3-1 44校 2023-03-31 自分の想定"], "{cell}");
    }
}

#[test]
fn an_indicator_with_several_numbers_needs_the_measure() {
    let several = LIST
        .indicators
        .iter()
        .find(|indicator| {
            let subjects = assess::subjects(indicator);
            subjects.iter().filter(|s| **s != figures::Subject::Stage).count() > 1
        })
        .unwrap();
    let incoming = table(&format!("指標番号,想定値,時点\n{},1,2023-03-31\n", several.id));
    assert!(incoming.refused[0].why.contains("量の番号"), "{:?}", incoming.refused);
    let measure = &several.measures[1];
    let incoming = table(&format!("指標番号,量の番号,想定値,時点\n{},{},1,2023-03-31\n", several.id, measure.id));
    assert_eq!(incoming.refused, []);
}

#[test]
fn a_missing_column_is_named() {
    for (text, says) in [
        ("指標番号,時点\n3-1,2023-03-31", "想定値：数または段階"),
        ("指標番号,想定値\n3-1,44", "想定値：時点"),
        ("名前,値\nあ,1", "指標番号"),
        ("hello", "指標番号"),
        ("指標番号,想定値,時点\n3-1,,\n", "すべて空"),
    ] {
        let why = read(text, &LIST, "表").unwrap_err();
        assert!(why.contains(says), "{text}: {why}");
    }
}

#[test]
fn rows_are_grouped_by_scenario_and_missing_columns_change_nothing() {
    let incoming =
        table("シナリオ,指標番号,想定値,時点\nA,3-1,44,2023-03-31\nB,3-1,45,2023-03-31\n,3-1,46,2023-03-31\n");
    let names: Vec<&str> = incoming.scenarios.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["A", "B", "貼り付けた表"]);
    // A table without notes keeps existing notes, and all other columns it does not have.
    let before = notebook(vec![full()]);
    let mode = ImportMode::Merge(figures::ScenarioId::first());
    let after = take(&before, &mode, &[&incoming.scenarios[0]]);
    let figure = &contents(after.workspace.active())[0];
    assert_eq!(figure.value.to_string(), "44校");
    assert_eq!((&figure.note, figure.basis, &figure.source), (&full().note, full().basis, &full().source));
}

#[test]
fn another_list_is_reported() {
    let row = |list: &str, edition: &str| {
        table(&format!("指標番号,想定値,時点,データの番号,データの版\n3-1,44,2023-03-31,{list},{edition}\n")).cautions
    };
    assert_eq!(row(LIST.id.as_str(), &LIST.document.edition), Vec::<String>::new());
    assert_eq!(row("", ""), Vec::<String>::new());
    assert!(row("another", "")[0].contains("another"));
    assert!(row(LIST.id.as_str(), "第二版")[0].contains("第二版"));
}
