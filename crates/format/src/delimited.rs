//! Reads cells and rows of text as spreadsheets write and copy it (RFC 4180), with quotes if needed.
//!
//! Blank rows are kept, which the `csv` crate does not do: row numbers are shown to the reader, and a pasted column
//! must keep its gaps. A quote that is never closed ends with the text.

/// Maximum number of columns; a table of own figures has about twenty.
const COLUMNS: usize = 200;

/// Lines that decide the separator: a title or two may be above the table.
const HEAD: usize = 10;

/// Reads rows separated by tabs, commas or semicolons: the most frequent of them in the first lines.
pub fn read_delimited(text: &str) -> Vec<Vec<String>> {
    rows(text, separator(text))
}

/// Reads rows as spreadsheets copy them, with tabs between cells.
pub fn read_clipboard_table(text: &str) -> Vec<Vec<String>> {
    rows(text.trim_start_matches('\u{feff}'), '\t')
}

fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    let end_cell = |row: &mut Vec<String>, cell: &mut String| {
        let cell = std::mem::take(cell);
        if row.len() < COLUMNS {
            row.push(cell);
        }
    };
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            c if quoted => cell.push(c),
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

/// The most frequent separator outside quotes in the first lines.
fn separator(text: &str) -> char {
    let mut is_quoted = false;
    let mut counts = [('\t', 0_usize), (',', 0), (';', 0)];
    for c in text.lines().take(HEAD).flat_map(str::chars) {
        is_quoted ^= c == '"';
        if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == c && !is_quoted) {
            *count += 1;
        }
    }
    // The first of equal counts: a tab is never part of a text, a comma rarely, a semicolon sometimes.
    let most = counts.iter().map(|(_, count)| *count).max();
    counts.iter().find(|(_, count)| Some(*count) == most).map_or(',', |(sign, _)| *sign)
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
            assert_eq!(read_delimited(text), expected, "{text:?}");
        }
    }
}
