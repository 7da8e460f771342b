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
