//! Text in columns as spreadsheets write and copy it (RFC 4180): commas, tabs or semicolons, quotes round what needs them.

/// Cells of a row.
pub(super) type DelimitedRow = Vec<String>;

/// Most columns that are looked at; a spreadsheet of own figures has some twenty.
const COLUMNS: usize = 200;

/// Lines that the separator is told from: a title or two may stand above the table.
const HEAD: usize = 10;

/// All rows, empty ones too, so that a row's place is the number the spreadsheet shows.
///
/// Total: a quote that is never closed ends with the text.
pub(super) fn rows(text: &str) -> Vec<DelimitedRow> {
    let mut rows = Vec::new();
    let mut row = DelimitedRow::new();
    let mut cell = String::new();
    let separator = separator(text);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if cell.is_empty() => quoted(&mut chars, &mut cell),
            '\r' | '\n' => {
                if c == '\r' {
                    chars.next_if_eq(&'\n');
                }
                end_cell(&mut row, &mut cell);
                rows.push(std::mem::take(&mut row));
            }
            c if c == separator => end_cell(&mut row, &mut cell),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        end_cell(&mut row, &mut cell);
        rows.push(row);
    }
    rows
}

/// Takes what stands up to the closing quote; two quotes are one.
fn quoted(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, cell: &mut String) {
    while let Some(c) = chars.next() {
        if c != '"' {
            cell.push(c);
        } else if chars.next_if_eq(&'"').is_some() {
            cell.push('"');
        } else {
            return;
        }
    }
}

fn end_cell(row: &mut DelimitedRow, cell: &mut String) {
    let cell = std::mem::take(cell);
    if row.len() < COLUMNS {
        row.push(cell);
    }
}

/// What parts the cells: of the three signs the one the first lines have most of outside quotes.
fn separator(text: &str) -> char {
    let lines = text.lines().take(HEAD);
    let mut is_quoted = false;
    let mut counts = [('\t', 0_usize), (',', 0), (';', 0)];
    for c in lines.flat_map(str::chars) {
        is_quoted ^= c == '"';
        if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == c && !is_quoted) {
            *count += 1;
        }
    }
    // The first of equals: a tab is never part of a text, a comma seldom, a semicolon at times.
    let most = counts.iter().map(|(_, count)| *count).max();
    let found = counts.iter().find(|(_, count)| Some(*count) == most);
    found.map_or(',', |(sign, _)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_rows_as_spreadsheets_write_them() {
        for (text, expected) in [
            ("a,b\r\nc,d\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a\tb,c\nd", vec![vec!["a", "b,c"], vec!["d"]]),
            ("a;b\n1,5;2", vec![vec!["a", "b"], vec!["1,5", "2"]]),
            ("\"a,\"\"b\"\"\",c", vec![vec!["a,\"b\"", "c"]]),
            ("\"一行\n二行\",x\ny", vec![vec!["一行\n二行", "x"], vec!["y"]]),
            ("a\rb", vec![vec!["a"], vec!["b"]]),
            ("a\n\nb", vec![vec!["a"], vec![""], vec!["b"]]),
            ("a,b\n5\"x,\"", vec![vec!["a", "b"], vec!["5\"x", ""]]),
            ("title\n\na,b", vec![vec!["title"], vec![""], vec!["a", "b"]]),
            ("\"open,\nto the end", vec![vec!["open,\nto the end"]]),
            (",", vec![vec!["", ""]]),
            ("", vec![]),
            ("\n", vec![vec![""]]),
        ] {
            assert_eq!(rows(text), expected, "{text:?}");
        }
    }
}
