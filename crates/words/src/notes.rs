//! What every file that leaves the app says about itself: whose words they are, under which terms, and what it is not.

use list::{Dataset, Date};

/// Stands in every file.
pub const UNOFFICIAL: &str =
    "非公式：公式サイトが作った資料ではありません。わたしの想定と判定は、公式の値・公式評価ではありません。";

/// Publisher, title and publication.
pub fn source(dataset: &Dataset) -> String {
    let document = &dataset.document;
    format!("{}「{}」{}", document.publisher, document.title.concat(), document.published_printed)
}

/// The terms.
pub fn licence(dataset: &Dataset) -> String {
    format!("資料の文章の著作権は{}にあります。表の形への整理はMITライセンスです。", dataset.document.publisher)
}

/// `list-2022-03-draft-shown-20260401.csv`: edition, what it holds, and the day it was made where that is known.
pub fn file_name(dataset: &Dataset, what: &str, day: Option<Date>, extension: &str) -> String {
    let day = day.map_or_else(String::new, |day| format!("-{}", day.iso().replace('-', "")));
    format!("{}-{what}{day}.{extension}", dataset.id)
}
