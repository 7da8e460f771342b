//! Fixed words around a chart; its title, sentences and table are made beside the numbers.

/// `aria-label` of the switch.
pub const SWITCH: &str = "表示の切りかえ";
/// Shows the drawing.
pub const CHART: &str = "グラフ";
/// Shows the table.
pub const TABLE: &str = "表";
/// In the place of a drawing that is on its way.
pub const LOADING: &str = "グラフを読み込んでいます…";
/// After a failed load.
pub const RETRY: &str = "もう一度読み込む";
/// Opens what can be taken along.
pub const TAKE: &str = "保存・共有";
/// Its `aria-label`.
pub fn take(title: &str) -> String {
    format!("{TAKE}：{title}")
}
/// The table as a file.
pub const CSV: &str = "表をCSVで保存";
/// The drawing as a file.
pub const SVG: &str = "図をSVGで保存";
/// The drawing as a file.
pub const PNG: &str = "図をPNGで保存";
/// The address.
pub const LINK: &str = "このページへのリンクをコピー";
/// Where no picture can be made.
pub const NO_PICTURE: &str = "図の画像を作れませんでした。同じ数値をCSVで保存できます。";
/// Head of the column of written numbers.
pub const WRITTEN: &str = "単位つきの表記";
/// The foot of a picture or file.
pub fn source(source: &str, edition: &str) -> String {
    format!("出典：{source}{edition}")
}
/// The day in the foot.
pub fn made_on(day: &str) -> String {
    format!("作成：{day}")
}
/// A title with the unit of the numbers.
pub fn title_with_unit(title: &str, unit: &str) -> String {
    format!("{title}（単位：{unit}）")
}
/// Name of the drawing for who reads it by keys.
pub const READ_MARKS: &str = "グラフ。矢印キーで点を順に読みます";
/// A mark while it is read.
pub fn mark(words: &str, at: usize, of: usize) -> String {
    format!("{words}（{of}のうち{at}番目）")
}
/// Name of the choice of axis.
pub const AXIS: &str = "目もり";
/// One axis.
pub const AXIS_PERCENT: &str = "増減の割合（%）";
/// The other.
pub const AXIS_TIMES: &str = "何倍か（対数）";
