//! The list as CSV agrees with the list, and the file in the repository is up to date.

use exchange::export::{list_csv, part_csv, pasted_table};
use figures::{Action, Basis, Figure, FigureValue, Notebook, Number, Timestamp};
use list::{Dataset, Date, IndicatorId};
use search::VisibleColumns;
use test_support::{bundled_list, own_figures::ApplyAction, small_list};
use words::text::notes;

/// An independent RFC 4180 parser: rows of cells.
fn parse_csv(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => row.last_mut().unwrap().push(chars.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => assert_eq!(chars.peek(), Some(&'\n'), "rows end in CRLF"),
            '\n' if !quoted => rows.push(vec![String::new()]),
            _ => row.last_mut().unwrap().push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends with CRLF");
    rows
}

struct Table(Vec<Vec<String>>);

impl Table {
    fn of(dataset: &Dataset) -> Self {
        Self(parse_csv(&list_csv(dataset)))
    }

    fn column(&self, heading: &str) -> usize {
        self.0[0].iter().position(|known| known == heading).unwrap_or_else(|| panic!("no {heading}"))
    }

    fn rows_of(&self, id: &str, headings: &[&str]) -> Vec<Vec<&str>> {
        self.0[1..]
            .iter()
            .filter(|row| row[0] == format!("指標{id}"))
            .map(|row| headings.iter().map(|heading| row[self.column(heading)].as_str()).collect())
            .collect()
    }
}

#[test]
fn the_file_in_the_repository_is_up_to_date() {
    let committed = include_str!("../../../../public/data/indicators.csv");
    assert!(committed == list_csv(bundled_list()), "write it again with: cargo run --example export_csv");
}

#[test]
fn one_header_and_one_row_per_measure() {
    for list in [bundled_list(), small_list()] {
        let table = Table::of(list);
        let rows: usize = list.indicators.iter().map(|indicator| indicator.measures.len().max(1)).sum();
        assert_eq!(table.0.len(), rows + 1);
        let width = table.0[0].len();
        assert!(table.0.iter().all(|row| row.len() == width));
        let mut headings = table.0[0].clone();
        headings.sort();
        headings.dedup();
        assert_eq!(headings.len(), width, "headings are unique");
    }
}

#[test]
fn numbers_have_no_units_or_commas() {
    let list = bundled_list();
    let table = Table::of(list);
    for heading in ["現状の数", "目標の数"] {
        let column = table.column(heading);
        for row in &table.0[1..] {
            assert!(row[column].is_empty() || row[column].parse::<f64>().is_ok(), "{row:?}");
        }
    }
    for heading in ["現状値の時点", "目標の期限"] {
        let column = table.column(heading);
        assert!(table.0[1..].iter().all(|row| Date::parse_iso(&row[column]).is_ok()));
    }
    let columns = ["量の名前", "単位", "現状の数", "現状の数の範囲", "目標の数"];
    assert_eq!(
        table.rows_of("1-3", &columns),
        [vec!["", "所", "197", "計", "206"], vec!["定員", "人", "16599", "", "17341"]]
    );
    assert_eq!(table.rows_of("21-5", &columns), [["", "件", "1800000", "年間", ""]]);
    assert_eq!(table.rows_of("2-3", &columns), [["", "", "", "", ""]]);
    assert_eq!(
        table.rows_of("6-9", &["目標値（資料の記載）", "目標の数", "目標の数が上限", "目標の期限"]),
        [["22.8%以下 (令和5年9月末)", "22.8", "以下", "2023-09-30"]]
    );
}

#[test]
fn every_printed_text_and_number_is_in_the_file() {
    for list in [bundled_list(), small_list()] {
        let table = Table::of(list);
        for indicator in &list.indicators {
            let rows = table.rows_of(
                indicator.id.as_str(),
                &["指標", "見出し", "現状値（資料の記載）", "目標値（資料の記載）", "資料の行"],
            );
            let printed = [
                indicator.name.clone(),
                indicator.group.clone().unwrap_or_default(),
                indicator.current.printed(),
                indicator.target.printed(),
                indicator.line.0.to_string(),
            ];
            assert!(rows.iter().all(|row| *row == printed), "{rows:?}");
            let amounts = table.rows_of(indicator.id.as_str(), &["現状の数", "目標の数"]);
            for (row, measure) in amounts.iter().zip(&indicator.measures) {
                let number = |text: &str| text.parse::<f64>().ok();
                let stated = |side: &Option<list::Quantity>| side.as_ref().map(|q| q.amount);
                assert_eq!((number(row[0]), number(row[1])), (stated(&measure.current), stated(&measure.target)));
            }
        }
    }
}

#[test]
fn no_cell_looks_like_a_date() {
    let list = bundled_list();
    let table = Table::of(list);
    for row in &table.0[1..] {
        for cell in row {
            let digits = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
            let looks_like_a_date = cell.split(['-', '/']).count() == 2 && cell.split(['-', '/']).all(digits);
            assert!(!looks_like_a_date, "{cell}");
        }
    }
    assert_eq!(
        table.rows_of("13-4", &["戦略計画番号", "計画内の順", "同じ設問の数値目標"]),
        [["13", "4", "駅周辺のまちづくり"]]
    );
}

/// A scenario with 44校 for 3-1, with a note that looks like a formula.
fn with_figure(list: &Dataset) -> Notebook {
    let mut notebook = Notebook::new(list.id.clone());
    let indicator = list.indicator(&IndicatorId::parse("3-1").unwrap()).unwrap();
    let figure = Figure {
        indicator: indicator.id.clone(),
        value: FigureValue::Amount {
            measure: indicator.measures[0].id.clone(),
            number: Number::new(44.0).unwrap(),
            unit: "校".to_owned(),
        },
        date: Date::parse_iso("2023-03-31").unwrap(),
        basis: Basis::Heard,
        note: "=1+1".to_owned(),
        source: None,
        edited: Timestamp(1),
        extra: Default::default(),
    };
    let scenario = notebook.workspace.active().id.clone();
    let action = Action::SetFigure { scenario, figure: Box::new(figure), replaces: None };
    notebook.perform(action, Timestamp(1)).expect("a valid figure");
    notebook
}

#[test]
fn every_row_names_its_source_licence_and_caution() {
    for list in [bundled_list(), small_list()] {
        let table = Table::of(list);
        let (source, licence, caution) = (table.column("出典"), table.column("利用条件"), table.column("注意"));
        for row in &table.0[1..] {
            assert_eq!(row[source], notes::source_of(list));
            assert!(row[licence].contains(&list.document.publisher));
            assert!(row[caution].contains("非公式"));
        }
    }
}

#[test]
fn a_part_keeps_its_order_and_own_figures_come_last() {
    let list = bundled_list();
    let notebook = with_figure(list);
    let pick = |id: &str| list.indicator(&IndicatorId::parse(id).unwrap()).unwrap();
    let text = part_csv(list, [pick("5-1"), pick("3-1")], notebook.workspace.active());
    let table = Table(parse_csv(&text));
    let ids: Vec<&str> = table.0[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!((ids.first(), ids.last()), (Some(&"指標5-1"), Some(&"指標3-1")));
    let official = parse_csv(&list_csv(list))[0].len();
    let row = table.0.last().unwrap();
    assert_eq!(table.0[0][..official], parse_csv(&list_csv(list))[0][..]);
    assert_eq!(
        row[official..],
        ["44", "校", "", "2023-03-31", "聞き取り", "'=1+1", "やや遅れ", notebook.workspace.active().name()]
    );
    assert!(table.0[1][official..].iter().all(String::is_empty));
}

#[test]
fn a_pasted_table_has_equal_row_lengths_and_no_formulas() {
    let list = bundled_list();
    let notebook = with_figure(list);
    let text = pasted_table(list, &list.indicators, VisibleColumns::default(), notebook.workspace.active());
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 1 + list.indicators.len() + 2);
    assert_eq!(lines[0], "番号\t指標\t現状値\t目標までの差\t目標値\tわたしの想定");
    for line in &lines[..lines.len() - 2] {
        assert_eq!(line.matches('\t').count(), 5, "{line}");
        assert!(!line.split('\t').any(|cell| cell.starts_with(['=', '+', '-', '@'])), "{line}");
    }
    assert!(lines.iter().any(|line| line.ends_with("あと15校（+40.5%）\t計52校\t44校（令和4年度末）")));
    assert!(lines[lines.len() - 1].contains("非公式"));
}

#[test]
fn file_names_contain_edition_and_day() {
    let list = bundled_list();
    let day = Date::parse_iso("2026-04-01").ok();
    assert_eq!(notes::file_name(list, "shown", day, "csv"), format!("{}-shown-20260401.csv", list.id));
    assert_eq!(notes::file_name(list, "all", None, "csv"), format!("{}-all.csv", list.id));
}
