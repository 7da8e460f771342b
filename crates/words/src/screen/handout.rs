//! 配布資料: a hand-out for paper.

use search::{Handout, OwnShown, Paper, Shift};

/// The page's name.
pub const TITLE: &str = "配布資料をつくる";
/// What it does.
pub const LEAD: &str = "指標を選んで、A4の紙に印刷できる資料にします。題や順番などの設定はアドレスに入るので、リンクを送れば同じ資料が開きます（わたしの想定は送られません）。";
/// Opens the page with what is shown elsewhere.
pub const MAKE: &str = "配布資料にする";
/// More are chosen than fit.
pub fn too_many(count: usize) -> String {
    format!("配布資料に入れられるのは{}件までです。いま{count}件を選んでいます。", Handout::MAX)
}
/// Ids of the address that the list does not have.
pub fn unknown(ids: &[String]) -> String {
    format!("アドレスにある指標のうち {} は、この一覧にはありません。ほかの指標だけで作っています。", ids.join("、"))
}
/// Field.
pub const HEADING: &str = "題";
/// What stands there while no title is given.
pub const NO_TITLE: &str = "目標と指標の資料";
/// Legend.
pub const OWN: &str = "わたしの想定";
/// How much of it.
pub fn own(shown: OwnShown) -> &'static str {
    match shown {
        OwnShown::Nothing => "のせない",
        OwnShown::Figures => "値と判定をのせる",
        OwnShown::WithNotes => "メモと出典ものせる",
    }
}
/// None of the chosen indicators has one.
pub const NO_OWN: &str = "選んだ指標に書きとめた想定値がないため、わたしの想定の列は出していません。";
/// Legend.
pub const PAPER: &str = "用紙";
/// How it lies.
pub fn paper(paper: Paper) -> &'static str {
    match paper {
        Paper::Portrait => "A4 縦",
        Paper::Landscape => "A4 横",
    }
}
/// Opens the list of what is in it.
pub fn order(count: usize) -> String {
    format!("のせる指標と順番（{count}件）")
}
/// Moves an indicator.
pub fn shift(name: &str, shift: Shift) -> String {
    match shift {
        Shift::Earlier => format!("{name} を上へ"),
        Shift::Later => format!("{name} を下へ"),
    }
}
/// Puts all in the order of the document.
pub const IN_PRINTED_ORDER: &str = "資料の順に並べる";
/// Heading over the search for one more.
pub const ADD: &str = "指標を加える";
/// Nothing is in it yet.
pub const NONE: &str =
    "まだ指標がありません。ここでさがして加えるか、指標一覧や基本目標・計画のページから作ってください。";
/// Prints.
pub const PRINT: &str = "印刷する・PDFにする";
/// The browser would not.
pub const NO_PRINT: &str = "ブラウザが印刷を受け付けませんでした。ブラウザのメニューから印刷してください。";
/// Heading of the preview.
pub const PREVIEW: &str = "できあがり";

/// First line of every page: the edition and the day it was made.
pub fn running_head(document: &str, published: &str, made: Option<&str>) -> String {
    let made = made.map_or_else(String::new, |day| format!("　{day}作成"));
    format!("{document}　{published}{made}　非公式の資料")
}
/// Column.
pub const GAP: &str = "目標の種類と差";
/// Under the head of the own column.
pub const NOT_OFFICIAL: &str = "公式評価ではありません";
/// Caption.
pub fn caption(count: usize) -> String {
    format!("{count}件の指標の現状値と目標値")
}
/// Heading of the end.
pub const END: &str = "出典と注意";
/// The source.
pub fn source(source: &str) -> String {
    format!("出典：{source}。● 現状値と ◎ 目標値は、この資料の記載のとおりです。")
}
/// What is ours.
pub const OURS: &str = "目標の種類と、目標までの差は、資料の記載を読み取って計算したもので、資料にはありません。";
/// Whose the own figures are.
pub fn scenario(name: &str) -> String {
    format!(
        "◆ わたしの想定は、作成者が書きとめた値（シナリオ「{name}」）です。そこからの判定は、区の公式評価ではありません。"
    )
}
