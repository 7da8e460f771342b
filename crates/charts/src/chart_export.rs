//! The table of a chart as CSV, and its drawing as a picture with title, source and caution.

use format::{
    csv::{self, CsvCell},
    dates,
};
use list::{Dataset, Date};
use words::text::{
    charts::{self, export as text},
    common, notes,
};

use crate::{
    palette::Palette,
    scale::wrap,
    view::{ChartView, TableCell},
};

/// The numbers as a file. The last lines state their meaning and source.
pub fn chart_csv(view: &ChartView, dataset: &Dataset, day: Option<Date>) -> String {
    let rows = view.table.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| match cell {
            TableCell::Text(text) => CsvCell::text(text),
            TableCell::Number { value, .. } => CsvCell::Number(*value),
            TableCell::Empty => CsvCell::Empty,
        });
        // The number alone has no unit, so its text is in the next column.
        let written: Vec<&str> = row.iter().filter(|cell| cell.value().is_some()).map(TableCell::text).collect();
        cells.chain([CsvCell::text(&written.join(common::separator()))]).collect::<Vec<_>>()
    });
    let about = [view.table.caption.clone(), view.summary.clone()]
        .into_iter()
        .chain(footer(dataset, day))
        .map(|line| vec![CsvCell::text(&line)]);
    let heads = view.table.head.iter().map(String::as_str);
    csv::file(heads.chain([text::written()]), rows.chain(about))
}

fn footer(dataset: &Dataset, day: Option<Date>) -> Vec<String> {
    let made = day.map(|day| text::made_on(dates::long(day)));
    [text::source(notes::source_of(dataset), &dataset.document.edition), notes::unofficial().to_owned()]
        .into_iter()
        .chain(made)
        .collect()
}

/// Width and height in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub svg: String,
    pub width: u32,
    pub height: u32,
}

/// In CSS pixels, whatever the size of the window.
pub const DRAWING_WIDTH: u32 = 760;

const MARGIN: f64 = 24.0;
const FONTS: &str = "'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif";

/// Puts title and summary above a drawing and the footer below it. `drawing` is an SVG of [`DRAWING_WIDTH`] by the view's
/// height, drawn with `palette`.
pub fn picture(view: &ChartView, drawing: &str, palette: &Palette, dataset: &Dataset, day: Option<Date>) -> Picture {
    let mut sheet = PictureText { y: MARGIN, texts: String::new() };
    let title = match &view.unit {
        Some(unit) => text::title_with_unit(&view.title, unit),
        None => view.title.clone(),
    };
    // The caption of the table names the indicator, which the page has in its heading.
    sheet.text(&view.table.caption, 14.0, "normal", palette.text_muted);
    sheet.text(&title, 20.0, "bold", palette.text);
    sheet.text(&view.summary, 15.0, "normal", palette.text);
    let top = sheet.y + 8.0;
    sheet.y = top + f64::from(view.height) + 8.0;
    if let Some(note) = &view.note {
        sheet.text(note, 13.0, "normal", palette.text_muted);
    }
    for line in footer(dataset, day) {
        sheet.text(&line, 12.0, "normal", palette.text_muted);
    }
    let width = DRAWING_WIDTH + 2 * MARGIN as u32;
    let height = (sheet.y + MARGIN).ceil() as u32;
    let (surface, texts) = (palette.surface, sheet.texts);
    let label = escaped(&charts::view::description(&title, &view.summary));
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-label=\"{label}\"><rect width=\"100%\" height=\"100%\" fill=\"{surface}\"/>\
         <g font-family=\"{FONTS}\">{texts}</g><g transform=\"translate({MARGIN} {top})\">{drawing}</g></svg>"
    );
    Picture { svg, width, height }
}

/// Lines of text from top to bottom.
struct PictureText {
    y: f64,
    texts: String,
}

impl PictureText {
    fn text(&mut self, text: &str, px: f64, weight: &str, color: &str) {
        for line in wrap(text, f64::from(DRAWING_WIDTH), px, usize::MAX).lines() {
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

/// Escapes markup and drops the characters that XML does not allow.
fn escaped(text: &str) -> String {
    let text = text.replace(['\t', '\n', '\r'], " ");
    let allowed: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    allowed.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
