//! Which targets can be checked with a number, and why others cannot.

use assess::Uncheckable;

/// Heading on the overview.
pub const HEADING: &str = "数で確かめられる目標・られない目標";
/// Heading on a goal's page.
pub const HEADING_GOAL: &str = "この基本目標の、数で確かめられない目標";
/// Under it.
pub const LEAD: &str =
    "目標の書き方で分けたものです。数を選ぶと一覧が開きます。分け方は、資料のことばを当サイトが読み取ったものです。";
/// Column.
pub const NUMBER: &str = "数値";
/// Column.
pub const DIRECTION: &str = "方向だけ";
/// Column.
pub const WORDS: &str = "ことば";
/// All of the goal's targets have a number.
pub const NONE: &str = "すべての目標に数値があります。";
/// Opens the whole list.
pub const OPEN_LIST: &str = "理由ごとに指標を見る";

/// Name of a count.
pub fn cell(goal: &str, column: &str, count: usize) -> String {
    format!("{goal}・{column} {count}件の一覧を開く")
}

/// How a group is told, in words.
pub fn sentence(total: usize, number: usize, direction: usize, words: usize) -> String {
    format!(
        "{total}件の目標のうち、数値があるもの {number}件、方向だけのもの {direction}件、ことばのもの {words}件です。"
    )
}

/// Why targets cannot be checked, over their list.
pub fn reason(reason: Uncheckable, count: usize) -> String {
    let why = match reason {
        Uncheckable::NoAmount => "ふやす・へらすの向きだけで、いくつになればよいかが書かれていない",
        Uncheckable::NoExtent => "充実・拡大などで、どこまでかが書かれていない",
        Uncheckable::DoneOrNot => "実施・策定などで、したかどうかはわかっても、数では測れない",
        Uncheckable::BracketOnly => "数は〔 〕の中の補足だけで、それが目標かどうかが書かれていない",
    };
    format!("{why}（{count}件）")
}

/// A target as printed, beside its name.
pub fn target(printed: &str) -> String {
    format!("目標：{printed}")
}
