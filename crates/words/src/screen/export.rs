//! Taking things along: choosing rows, files, copies, links.

/// `aria-label` of the bar.
pub const BAR: &str = "選んだ指標";
/// How many are chosen.
pub fn chosen(count: usize) -> String {
    format!("{count}件を選択中")
}
/// Lets go of all.
pub const CLEAR: &str = "選択を解除";
/// The chosen rows as a file.
pub const CSV: &str = "CSV";
/// The chosen rows side by side.
pub const COMPARE: &str = "比較する";
/// The chosen rows on paper.
pub const HANDOUT: &str = "配布資料";
/// Opens the panel under the list.
pub const PANEL: &str = "この一覧を持ち帰る・送る";
/// Copies the address.
pub const COPY_LINK: &str = "この表示へのリンクをコピー";
/// Copies the table.
pub const COPY_TABLE: &str = "表をコピー（Excelに貼れます）";
/// The view as a file.
pub fn csv_shown(count: usize) -> String {
    format!("表示中の{count}件をCSVで保存")
}
/// The list as a file.
pub fn csv_all(count: usize) -> String {
    format!("全{count}件をCSVで保存")
}
/// What stands in the files.
pub const FILES_NOTE: &str = "CSVはExcelで開けます。出典・利用条件・非公式であることを、どの行にも書いています。わたしの想定は右はしの別の列に入ります。";
/// Everything as JSON.
pub const JSON: &str = "すべてのデータ（JSON）";
/// Its schema.
pub const SCHEMA: &str = "データの形の説明（JSON Schema）";
/// After copying a link.
pub const LINK_COPIED: &str = "リンクをコピーしました。開いた人にも同じ表示になります（わたしの想定は送られません）。";
/// After copying a table.
pub fn table_copied(count: usize) -> String {
    format!("{count}件の表をコピーしました。Excelなどに貼りつけられます。")
}
/// The browser would not copy.
pub const NO_COPY: &str = "ブラウザがコピーを受け付けませんでした。";
