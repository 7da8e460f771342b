//! A chart to take along: its table as CSV, and the drawing as a picture that says by itself what it shows, whose numbers
//! they are and what they are not.

use format::{
    csv::{self, CsvCell},
    dates,
};
use list::{Dataset, Date};
use words::text::{chart as chart_words, notes};

use crate::{ChartView, Palette, TableCell, wrap};

/// The numbers of a chart as a file, with what it is about in the last lines.
pub fn chart_csv(view: &ChartView, dataset: &Dataset, day: Option<Date>) -> String {
    let cell = |cell: &TableCell| match cell {
        TableCell::Text(text) => CsvCell::text(text),
        TableCell::Number { value, .. } => CsvCell::Number(*value),
        TableCell::Empty => CsvCell::Empty,
    };
    // The number alone loses its unit, so the written form stands beside it.
    let written = view.table.rows.iter().map(|row| {
        let parts: Vec<&str> = row.iter().filter(|cell| cell.value().is_some()).map(TableCell::text).collect();
        CsvCell::text(&parts.join("、"))
    });
    let rows = view.table.rows.iter().zip(written).map(|(row, written)| {
        let mut cells: Vec<CsvCell> = row.iter().map(cell).collect();
        cells.push(written);
        cells
    });
    let about = [view.table.caption.clone(), view.summary.clone()]
        .into_iter()
        .chain(footer(dataset, day))
        .map(|line| vec![CsvCell::text(&line)]);
    let heads = view.table.head.iter().map(String::as_str);
    csv::file(heads.chain([chart_words::written()]), rows.chain(about))
}

/// Source, terms, day and caution: the foot of everything taken along.
fn footer(dataset: &Dataset, day: Option<Date>) -> Vec<String> {
    let made = day.map(|day| chart_words::made_on(&dates::long(day)));
    [chart_words::source(&notes::source_of(dataset), &dataset.document.edition), notes::unofficial().to_owned()]
        .into_iter()
        .chain(made)
        .collect()
}

/// A picture as SVG, with its size in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The text of the file.
    pub svg: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// The width of the drawing in a picture, whatever the window.
pub const DRAWING_WIDTH: u32 = 760;

const MARGIN: f64 = 24.0;
const FONTS: &str = "'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif";

/// Puts title and sentence above a drawing and the foot below it. `drawing` is an SVG of [`DRAWING_WIDTH`] by the view's
/// height; `palette` is the one it was drawn with.
pub fn picture(view: &ChartView, drawing: &str, palette: &Palette, dataset: &Dataset, day: Option<Date>) -> Picture {
    let inner = f64::from(DRAWING_WIDTH);
    let mut sheet = Sheet { y: MARGIN, texts: String::new() };
    let title = match &view.unit {
        Some(unit) => chart_words::title_with_unit(&view.title, unit),
        None => view.title.clone(),
    };
    // The caption of the table names the indicator, which on the page stands in the heading.
    sheet.text(&view.table.caption, inner, 14.0, "normal", palette.text_muted);
    sheet.text(&title, inner, 20.0, "bold", palette.text);
    sheet.text(&view.summary, inner, 15.0, "normal", palette.text);
    let top = sheet.y + 8.0;
    sheet.y = top + f64::from(view.height) + 8.0;
    for line in view.note.iter() {
        sheet.text(line, inner, 13.0, "normal", palette.text_muted);
    }
    for line in footer(dataset, day) {
        sheet.text(&line, inner, 12.0, "normal", palette.text_muted);
    }
    let width = DRAWING_WIDTH + 2 * MARGIN as u32;
    let height = (sheet.y + MARGIN).ceil() as u32;
    let (surface, texts) = (palette.surface, sheet.texts);
    let label = escaped(&format!("{title}。{}", view.summary));
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-label=\"{label}\"><rect width=\"100%\" height=\"100%\" fill=\"{surface}\"/>\
         <g font-family=\"{FONTS}\">{texts}</g><g transform=\"translate({MARGIN} {top})\">{drawing}</g></svg>"
    );
    Picture { svg, width, height }
}

/// Lines of text from the top down.
struct Sheet {
    y: f64,
    texts: String,
}

impl Sheet {
    fn text(&mut self, text: &str, width: f64, px: f64, weight: &str, color: &str) {
        for line in wrap(text, width, px, usize::MAX).lines() {
            self.y += px * 1.5;
            let y = self.y - px * 0.35;
            self.texts.push_str(&format!(
                "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{px}\" font-weight=\"{weight}\" fill=\"{color}\">{}</text>",
                escaped(line)
            ));
        }
        self.y += px * 0.4;
    }
}

/// A text as XML takes it: no markup, and none of the characters XML does not have.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
