//! Finding.

use search::{GroupKind, MatchedTerm};

/// Label in the explorer.
pub const LABEL: &str = "指標をさがす";
/// Placeholder.
pub const PLACEHOLDER: &str = "名前、計画、ことばで探す";
/// Before the examples.
pub const EXAMPLES: &str = "たとえば";
/// Before the suggestions.
pub const PERHAPS: &str = "もしかして：";
/// Label of the search over everything, and its page.
pub const SITE: &str = "サイト内をさがす";
/// What it looks in, before anything is typed.
pub const SCOPE: &str = "指標、戦略計画、基本目標、数値目標、基本的な方向性、資料の前書き、使い方を、まとめてさがします。番号（9-2）、計画9、ひらがな（ほいくしょ）、別の言い方（保育園）でも見つかります。";
/// Nothing found.
pub const NOTHING: &str = "見つかりませんでした。ことばを短くするか、ひらがなで試してください。";
/// `aria-label` of the counts by group.
pub const GROUPS: &str = "見つかった種類";
/// Into the explorer.
pub const NARROW: &str = "指標一覧でこの語をしぼりこむ";
/// Switch of the key.
pub const SLASH: &str = "「/」キーで検索欄へ移る";

/// The page's heading.
pub fn heading(text: &str) -> String {
    if text.is_empty() { SITE.to_owned() } else { format!("「{text}」をさがした結果") }
}

/// Announced to screen readers, and shown over the groups.
pub fn found(count: usize) -> String {
    format!("{count}件見つかりました")
}

/// Name of a group.
pub fn group(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Indicators => "指標",
        GroupKind::Plans => "戦略計画",
        GroupKind::Goals => "基本目標",
        GroupKind::NumericTargets => "数値目標",
        GroupKind::Directions => "基本的な方向性",
        GroupKind::Guide => "使い方",
        GroupKind::Document => "資料の前書き",
    }
}

/// Shows the rest of a group.
pub fn more(count: usize) -> String {
    format!("ほか{count}件も表示する")
}

/// Hides it again.
pub fn fewer(count: usize) -> String {
    format!("はじめの{count}件だけ表示する")
}

/// Both statements of an indicator.
pub fn statements(current: &str, target: &str) -> String {
    format!("現状値 {current} → 目標値 {target}")
}

/// A piece of a longer text.
pub fn excerpt(piece: &str, before: bool, after: bool) -> String {
    let dots = |cut: bool| if cut { "…" } else { "" };
    format!("{}{piece}{}", dots(before), dots(after))
}

/// A suggestion and how much it finds.
pub fn suggestion(text: &str, count: usize) -> String {
    format!("{text}（{count}件）")
}

/// What was found instead of a word.
pub fn through(word: &str, through: &MatchedTerm) -> String {
    match through {
        MatchedTerm::Synonym(found) | MatchedTerm::Reading(found) => format!("{word}→{found}"),
        MatchedTerm::NameReading => format!("{word}（名前のよみ）"),
    }
}
