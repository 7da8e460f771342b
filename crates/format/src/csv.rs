//! CSV as spreadsheets expect it: UTF-8 with a byte order mark, CRLF, quotes if needed (RFC 4180), and no text that a
//! spreadsheet would run as a formula.

#[derive(Debug, Clone, PartialEq)]
pub enum CsvCell {
    Empty,
    /// A text, guarded so that it is not read as a formula.
    Text(String),
    /// A number without thousands commas, exponent and unit.
    Number(f64),
}

impl CsvCell {
    /// A text; empty for an empty one.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Empty => {}
            Self::Number(number) => out.push_str(&plain(*number)),
            Self::Text(text) => quote(text, out),
        }
    }
}

/// The shortest plain form; empty if it is not finite. Adding zero turns -0 into 0.
fn plain(number: f64) -> String {
    if number.is_finite() { (number + 0.0).to_string() } else { String::new() }
}

/// Characters that a spreadsheet may read as the start of a formula, in both widths. Tab and line ends are included,
/// because some programs skip them, or split cells there, and then read what follows.
const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// Whether a text needs a guard. A text that already has one needs a second one, so that removing one restores it.
fn begins_formula(text: &str) -> bool {
    text.trim_start_matches(['\'', ' ', '　']).starts_with(FORMULA_SIGNS)
}

/// The guard before a text that a spreadsheet would read as a formula; empty for others.
fn guard(text: &str) -> &'static str {
    if begins_formula(text) { "'" } else { "" }
}

/// A guarded text for the clipboard.
pub fn guarded(text: &str) -> String {
    format!("{}{text}", guard(text))
}

/// A text of our own files without its guard.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if begins_formula(rest) => rest,
        _ => text,
    }
}

fn quote(text: &str, out: &mut String) {
    let guard = guard(text);
    let plain = guard.is_empty()
        && !text.contains(['"', ',', '\r', '\n'])
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace);
    if plain {
        out.push_str(text);
        return;
    }
    out.push('"');
    out.push_str(guard);
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

/// A complete file: the header row, then the rows.
pub fn file<'a>(header: impl IntoIterator<Item = &'a str>, rows: impl IntoIterator<Item = Vec<CsvCell>>) -> String {
    let mut out = String::from('\u{feff}');
    let header: Vec<CsvCell> = header.into_iter().map(CsvCell::text).collect();
    for row in std::iter::once(header).chain(rows) {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            cell.write(&mut out);
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_cell(cell: CsvCell) -> String {
        let out = file([], [vec![cell]]);
        out.strip_prefix("\u{feff}\r\n").unwrap().strip_suffix("\r\n").unwrap().to_owned()
    }

    #[test]
    fn a_file_has_mark_header_and_line_ends() {
        let rows = [vec![CsvCell::text("校"), CsvCell::Number(52.0), CsvCell::Empty]];
        assert_eq!(file(["単位", "数", "備考"], rows), "\u{feff}単位,数,備考\r\n校,52,\r\n");
    }

    #[test]
    fn numbers_are_plain() {
        for (number, written) in [
            (1_800_000.0, "1800000"),
            (62.1, "62.1"),
            (-3.0, "-3"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e21, "1000000000000000000000"),
            (f64::NAN, ""),
            (f64::INFINITY, ""),
        ] {
            assert_eq!(written_cell(CsvCell::Number(number)), written);
        }
    }

    #[test]
    fn texts_are_quoted_where_needed() {
        for (text, written) in [
            ("計52校", "計52校"),
            ("年間2,100人", "\"年間2,100人\""),
            ("「\"」", "\"「\"\"」\""),
            ("一行\n二行", "\"一行\n二行\""),
            (" 前", "\" 前\""),
            ("—", "—"),
        ] {
            assert_eq!(written_cell(CsvCell::text(text)), written);
        }
    }

    #[test]
    fn no_text_is_written_as_a_formula() {
        for text in [
            "=1+1",
            "+81",
            "-1",
            "@SUM(A1)",
            "＝１",
            "＠",
            "\t=1",
            "  =1",
            "\r\n=1",
            "\rabc",
            "\nabc",
            " \r",
            "\tabc",
            "　＋1",
            "=HYPERLINK(\"x\",\"y\")",
        ] {
            assert!(written_cell(CsvCell::text(text)).starts_with("\"'"), "{text}");
        }
    }

    #[test]
    fn the_guard_is_removed_when_reading() {
        for text in [
            "=1", "'=1", "''-x", " ＝1", "＠x", "－1", "＋1", "\rabc", "'\rabc", "\r\n=1", "\nabc", "\t=1", "\t", "'",
            "'it", "plain", "",
        ] {
            let written = written_cell(CsvCell::text(text));
            assert_eq!(unguarded(written.trim_matches('"')), text);
        }
    }
}
