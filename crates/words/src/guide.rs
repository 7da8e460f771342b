//! The guide as data: chapters of blocks, and the explained terms. The words are in `words/ja/guide.toml`.

use assess::{Status, UnjudgedReason};
use list::{Extent, Indicator, LevelKind, Nature, TargetKind};
use search::Article;
use strum::EnumString;

use crate::text::{guide as text, wording};

/// One block of a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum GuideBlock {
    #[strum(disabled)]
    Text(&'static str),
    #[strum(disabled)]
    List(&'static [&'static str]),
    /// A formula, set apart.
    #[strum(disabled)]
    Formula(&'static str),
    #[strum(disabled)]
    Heading(&'static str),
    /// The kinds of target with their marks and explanations.
    Kinds,
    /// The table of statuses and thresholds, each with an example computed by the rules.
    Statuses,
    /// The document's own explanation of its table.
    ReadingGuide,
    /// The edition of the document, and later documents.
    EditionNote,
    /// Why a figure may have no status.
    Whys,
    /// Words of the list with their meanings.
    Terms,
    /// Keyboard shortcuts.
    Keys,
    /// Keys in the browser's storage with their content.
    Stored,
    /// A link to the accessibility page.
    Accessibility,
    /// Links to the data files.
    Downloads,
    /// The licences of third-party software.
    Licences,
    /// Edition, dataset and program version.
    Version,
}

/// A chapter with the id its address uses (`guide/#…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    pub id: &'static str,
    pub title: &'static str,
    pub blocks: Vec<GuideBlock>,
}

/// A word with an address of its own (`guide/#…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuideTerm {
    pub id: &'static str,
    pub word: &'static str,
    pub meaning: &'static str,
}

/// The id of the chapter every verdict links to.
pub const METHOD: &str = "method";

/// The guide in reading order.
pub fn chapters() -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for row in text::content() {
        if let ["chapter", id, title] = row {
            chapters.push(Chapter { id, title, blocks: Vec::new() });
        } else if let (Some(chapter), Some(block)) = (chapters.last_mut(), block(row)) {
            chapter.blocks.push(block);
        }
    }
    chapters
}

/// Reads a row of the guide's content; `None` for a row of another shape, which a test rules out.
fn block(row: &'static [&'static str]) -> Option<GuideBlock> {
    Some(match row {
        ["text", text] => GuideBlock::Text(text),
        ["formula", text] => GuideBlock::Formula(text),
        ["heading", text] => GuideBlock::Heading(text),
        ["list", items @ ..] => GuideBlock::List(items),
        [name] => return name.parse().ok(),
        _ => return None,
    })
}

/// The explained words, in the order of the guide.
pub fn terms() -> impl Iterator<Item = GuideTerm> {
    text::terms().iter().filter_map(|row| match row {
        [id, word, meaning] => Some(GuideTerm { id, word, meaning }),
        _ => None,
    })
}

/// The chapters and terms for the search.
pub fn articles() -> Vec<Article> {
    let chapters = chapters().into_iter().map(|chapter| Article {
        id: chapter.id,
        title: chapter.title,
        texts: chapter.blocks.iter().flat_map(texts).collect(),
    });
    let terms = terms().map(|term| Article { id: term.id, title: term.word, texts: vec![term.meaning.to_owned()] });
    chapters.chain(terms).collect()
}

/// The explained words that an indicator's cells, kind or level use, in the order of the list.
pub fn terms_of(indicator: &Indicator) -> Vec<GuideTerm> {
    let cells = [indicator.current.printed(), indicator.target.printed()].concat();
    let quantities = indicator.measures.iter().flat_map(|measure| [&measure.current, &measure.target]).flatten();
    let extents: Vec<Extent> = quantities.filter_map(|quantity| quantity.extent).collect();
    let days = [&indicator.current.as_of, &indicator.target.as_of].map(Option::as_ref);
    let has_nature = |nature| days.iter().flatten().any(|day| day.nature == Some(nature));
    let applies = |id: &str| match id {
        "term-total" => extents.contains(&Extent::Total),
        "term-per-year" => extents.contains(&Extent::PerYear),
        "term-about" => cells.contains('約'),
        "term-expected" => has_nature(Nature::Expected) || cells.contains("見込"),
        "term-actual" => has_nature(Nature::Actual) || cells.contains("実績"),
        "term-bracket" => cells.contains('〔'),
        "term-wari" => cells.contains('割'),
        "term-direction" => indicator.kind == TargetKind::Direction,
        "term-extend" => indicator.kind == TargetKind::Extend,
        "term-milestone" => indicator.kind == TargetKind::Milestone,
        "term-output" => indicator.level.kind == LevelKind::Output,
        "term-outcome" => indicator.level.kind == LevelKind::Outcome,
        _ => false,
    };
    terms().filter(|term| applies(term.id)).collect()
}

/// Whether an address leads to a part of the guide.
pub fn has_section(id: &str) -> bool {
    chapters().iter().any(|chapter| chapter.id == id) || terms().any(|term| term.id == id)
}

fn texts(block: &GuideBlock) -> Vec<String> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let column = |rows: &[&[&str]], at: usize| {
        rows.iter().filter_map(|row| row.get(at)).map(|text| (*text).to_owned()).collect()
    };
    match *block {
        GuideBlock::Text(text) | GuideBlock::Formula(text) | GuideBlock::Heading(text) => owned(&[text]),
        GuideBlock::List(items) => owned(items),
        GuideBlock::Kinds => {
            TargetKind::ALL.map(|kind| format!("{}：{}", wording::kind(kind), wording::kind_meaning(kind))).into()
        }
        GuideBlock::Statuses => Status::ALL
            .iter()
            .map(|status| format!("{}：{}", wording::status(*status), wording::status_meaning(*status)))
            .collect(),
        GuideBlock::Licences => column(text::licences(), 0),
        GuideBlock::Downloads => column(text::downloads(), 1),
        GuideBlock::Whys => UnjudgedReason::ALL.iter().map(|why| wording::why(*why).to_owned()).collect(),
        GuideBlock::Keys => text::keys().iter().map(|row| row.join("：")).collect(),
        GuideBlock::Stored => text::stored().iter().map(|row| row.join("：")).collect(),
        // Terms are articles of their own; the document's words are found in the document.
        GuideBlock::Terms
        | GuideBlock::ReadingGuide
        | GuideBlock::EditionNote
        | GuideBlock::Version
        | GuideBlock::Accessibility => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapter_ids_are_unique_and_the_method_exists() {
        let chapters = chapters();
        for (at, chapter) in chapters.iter().enumerate() {
            assert!(chapters.iter().skip(at + 1).all(|other| other.id != chapter.id), "{}", chapter.id);
            assert!(!chapter.blocks.is_empty(), "{}", chapter.id);
        }
        assert!(chapters.iter().any(|chapter| chapter.id == METHOD));
        let mut ids: Vec<&str> = articles().iter().map(|article| article.id).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
        for id in ids {
            assert!(routes::SectionId::parse(id).is_some_and(|id| has_section(id.as_str())), "{id}");
        }
        assert!(!has_section("nowhere"));
    }

    #[test]
    fn every_row_of_the_content_is_understood() {
        for row in text::content() {
            assert!(row.first() == Some(&"chapter") && row.len() == 3 || block(row).is_some(), "{row:?}");
        }
        for rows in [text::keys(), text::stored(), text::downloads()] {
            assert!(rows.iter().all(|row| row.len() == 2), "{rows:?}");
        }
        for rows in [text::terms(), text::licences()] {
            assert!(rows.iter().all(|row| row.len() == 3), "{rows:?}");
        }
    }

    #[test]
    fn every_stored_key_is_explained() {
        use figures::keys;
        for key in [keys::OWN_FIGURES, keys::HALF_TYPED, keys::QUARANTINE, keys::BACKUP, keys::SLASH] {
            assert!(text::stored().iter().any(|row| row.first() == Some(&key)), "{key}");
        }
    }

    #[test]
    fn each_indicator_explains_the_words_it_uses() {
        let list = test_support::bundled_list();
        let of = |id: &str| -> Vec<&str> {
            let id = list::IndicatorId::parse(id).unwrap();
            let terms = terms_of(list.indicator(&id).unwrap());
            terms.iter().map(|term| term.word).collect()
        };
        assert_eq!(of("3-1"), ["計", "アウトプット指標"]);
        assert!(of("2-6").contains(&"年間") && of("2-6").contains(&"見込"), "{:?}", of("2-6"));
        assert!(of("1-3").contains(&"かっこ〔　〕の中の記載"), "{:?}", of("1-3"));
        // Every word that an indicator can use is used by one.
        let all: Vec<GuideTerm> = list.indicators.iter().flat_map(terms_of).collect();
        for id in [
            "term-about",
            "term-actual",
            "term-wari",
            "term-direction",
            "term-extend",
            "term-milestone",
            "term-outcome",
        ] {
            assert!(all.iter().any(|term| term.id == id), "{id}");
        }
    }
}
