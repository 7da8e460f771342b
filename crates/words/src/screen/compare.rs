//! 比較: indicators side by side.

use search::{Compared, Shift};

/// The page's name.
pub const TITLE: &str = "指標をくらべる";
/// What it shows.
pub fn lead() -> String {
    format!(
        "指標を{}件まで横に並べます。公式の値は資料の記載のとおりです。単位や目標の種類が違う指標どうしの優劣はつけられません。",
        Compared::MAX
    )
}
/// Ids of the address that the list does not have.
pub fn unknown(ids: &[String]) -> String {
    format!("アドレスにある指標のうち {} は、この一覧にはありません。ほかの指標だけを並べています。", ids.join("、"))
}
/// Nothing is compared yet.
pub const NONE: &str = "まだ指標がありません。下の欄でさがして加えるか、指標一覧で選んでください。";
/// The way there.
pub const TO_LIST: &str = "指標一覧で選ぶ";
/// Caption of the table.
pub fn caption(count: usize) -> String {
    format!("{count}件の指標の比較")
}
/// Head of the column of row names.
pub const ASPECT: &str = "項目";
/// Row: goal and plan.
pub const BELONGS: &str = "基本目標・戦略計画";
/// Row: the distance.
pub const GAP: &str = "目標までの差";
/// Moves a column.
pub fn shift(name: &str, shift: Shift) -> String {
    match shift {
        Shift::Earlier => format!("{name} を前へ"),
        Shift::Later => format!("{name} を後ろへ"),
    }
}
/// Takes a column away.
pub fn remove(name: &str) -> String {
    format!("{name} を外す")
}
/// Heading over the search for one more.
pub const ADD: &str = "指標を加える";
/// Why there is no search.
pub fn full() -> String {
    format!("{}件まで並べられます。加えるには、どれかを外してください。", Compared::MAX)
}
/// The comparison as a file.
pub const CSV: &str = "この比較をCSVで保存";
/// Said after a change.
pub fn announce(count: usize) -> String {
    format!("{count}件の指標を並べています")
}

/// On an indicator's page: puts it into the comparison.
pub const PUT: &str = "比較に加える";
/// Takes it out again.
pub const TAKE_OUT: &str = "比較から外す";
/// There is no room.
pub fn no_room() -> String {
    format!("比較できるのは{}件までです。比較のページでどれかを外してください。", Compared::MAX)
}
/// Opens the comparison.
pub fn open(count: usize) -> String {
    format!("比較を開く（{count}件）")
}
/// On a plan's page.
pub fn plan(count: usize) -> String {
    if count > Compared::MAX {
        format!("はじめの{}件をくらべる", Compared::MAX)
    } else {
        format!("この{count}件をくらべる")
    }
}
/// More rows are chosen than fit.
pub fn too_many(count: usize) -> String {
    format!("比較できるのは{}件までです。いま{count}件を選んでいます。", Compared::MAX)
}

/// Finding an indicator to add.
pub mod picker {
    /// Label.
    pub const LABEL: &str = "加える指標をさがす";
    /// Stands in it while it is empty.
    pub const HINT: &str = "名前、ことば、番号で探す";
    /// Adds one.
    pub fn add(name: &str) -> String {
        format!("{name} を加える")
    }
    /// Beside one that is there.
    pub const THERE: &str = "入っています";
    /// What was found.
    pub fn found(count: usize, shown: usize) -> String {
        match count {
            0 => "見つかりません。ことばを短くするか、ひらがなで試してください。".to_owned(),
            _ if count > shown => format!("{count}件のうち、はじめの{shown}件です。"),
            _ => format!("{count}件見つかりました。"),
        }
    }
}
