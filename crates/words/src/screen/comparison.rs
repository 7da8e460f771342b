//! シナリオ side by side.

use figures::{Differs, RowFilter};

/// The page's name.
pub const TITLE: &str = "シナリオをくらべる";
/// What it shows.
pub const LEAD: &str = "公式の目標に対して、それぞれのシナリオの想定値がどうなるかを並べます。どの想定値も、いちばん新しい時点のものです。";
/// Heading of the choice.
pub const CHOOSE: &str = "くらべるシナリオ";
/// Until two are chosen.
pub const HINT: &str = "2つから4つまで選ぶと、並べてくらべられます。";
/// There is only one.
pub const ONLY_ONE: &str = "くらべるには、シナリオが2つ要ります。シナリオのページで、もう一つ作ってください。";
/// The way there.
pub const TO_SCENARIOS: &str = "シナリオのページへ";
/// Scenarios the address asks for that are not there.
pub fn unknown(count: usize) -> String {
    format!(
        "アドレスにあるシナリオのうち{count}つは、ここにはありません。削除されたか、別のブラウザで作られたものです。"
    )
}
/// Heading of the heads.
pub const HEADS: &str = "並べているシナリオ";
/// How much a scenario holds.
pub fn figures(count: usize) -> String {
    format!("想定値 {count}件")
}
/// Heading.
pub const BY_GOAL: &str = "基本目標ごとのまとめ";
/// Caption of the counts.
pub const BY_GOAL_CAPTION: &str = "判定ごとの件数。「/」のあとは、その目標の指標の数です";
/// Column.
pub const GOAL: &str = "基本目標";
/// Row of sums.
pub const WHOLE: &str = "全体";
/// Heading.
pub const CHARTS: &str = "グラフ";
/// Heading.
pub const ROWS: &str = "指標ごとの想定値";
/// Name of the switch.
pub const SHOW: &str = "表示する指標";
/// No rows.
pub const NO_ROWS: &str = "この条件に合う指標はありません。";
/// Before the reasons.
pub const WHY_NOT: &str = "判定できない理由：";
/// A count of its whole.
pub fn of_total(count: usize, total: usize) -> String {
    format!("{count} / {total}")
}

/// A choice of rows.
pub fn show(show: RowFilter) -> &'static str {
    match show {
        RowFilter::Differences => "違いのあるものだけ",
        RowFilter::Filled => "どれかに値があるもの",
        RowFilter::All => "すべて",
    }
}

/// How far a row's scenarios are apart, with a shape.
pub fn differs(differs: Differs) -> &'static str {
    match differs {
        Differs::Status => "≠ 判定が違う",
        Differs::Value => "≠ 値が違う",
        Differs::Partly => "一部のシナリオだけ",
        Differs::Same => "＝ 同じ",
        Differs::Nobody => "想定値なし",
    }
}
