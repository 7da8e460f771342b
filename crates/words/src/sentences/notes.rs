use list::{Dataset, Date};

use crate::text::notes as text;

/// Publisher, title and publication of the document.
pub fn source_of(dataset: &Dataset) -> String {
    let document = &dataset.document;
    text::source(&document.publisher, document.title.concat(), &document.published_printed)
}

/// The terms under which the document and the list may be used.
pub fn terms_of_use(dataset: &Dataset) -> String {
    text::licence(&dataset.document.publisher)
}

/// `list-2022-03-draft-shown-20260401.csv`: edition, content, and the day, if known.
pub fn file_name(dataset: &Dataset, what: &str, day: Option<Date>, extension: &str) -> String {
    let day = day.map_or_else(String::new, |day| format!("-{}", day.iso().replace('-', "")));
    format!("{}-{what}{day}.{extension}", dataset.id)
}
