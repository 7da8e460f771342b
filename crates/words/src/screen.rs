//! Every fixed word and sentence of the screens, in one place, so that another language is another file.
//!
//! Words for enums are in [`super::wording`]; sentences computed from numbers are made beside their rules.

pub mod compare;
pub mod comparison;
pub mod export;
pub mod handout;
pub mod measured;
pub mod scenario;
pub mod search;

/// `aria-label` of the way up.
pub const BREADCRUMBS: &str = "現在の位置";
/// `aria-label` of the neighbours.
pub const PAGER: &str = "前後のページ";
/// Neighbour before.
pub const PREVIOUS: &str = "‹ 前へ";
/// Neighbour after.
pub const NEXT: &str = "次へ ›";
/// First link of every page.
pub const SKIP: &str = "本文へ移動";
/// `aria-label` of the main navigation.
pub const MAIN_NAV: &str = "主なページ";
/// Overview page.
pub const OVERVIEW: &str = "概要";
/// Explorer page.
pub const EXPLORER: &str = "指標一覧";
/// Document page.
pub const DOCUMENT: &str = "資料";
/// Guide page.
pub const GUIDE: &str = "使い方";
/// Goal.
pub const GOAL: &str = "基本目標";
/// Plan.
pub const PLAN: &str = "戦略計画";
/// Indicator.
pub const INDICATOR: &str = "指標";
/// Current value.
pub const CURRENT: &str = "現状値";
/// Target value.
pub const TARGET: &str = "目標値";
/// Column of the track.
pub const TRACK: &str = "道のり";
/// Own figures.
pub const OWN: &str = "わたしの想定";
/// Row number column.
pub const NUMBER: &str = "番号";

/// The document's title as browsers show it.
pub fn page_title(page: &str, site: &str) -> String {
    format!("{page}｜{site}")
}

/// The footer of every page.
pub mod footer {
    /// Names the source.
    pub fn source(publisher: &str, title: &str, published: &str) -> String {
        format!("出典：{publisher}「{title}」{published}。")
    }
    /// What this site is not.
    pub const UNOFFICIAL: &str =
        "このサイトは公式サイトではありません。想定値から計算した判定は、公式評価ではありません。";
    /// Where own figures are.
    pub const LOCAL: &str = "わたしの想定は、この端末のブラウザの中にだけ保存され、どこにも送られません。";
}

/// 概要.
pub mod overview {
    /// Names the whole list in the table of a chart.
    pub const ALL: &str = "一覧の全体";
    /// Over the marks.
    pub const WHOLE: &str = "全体を見る";
    /// Under it.
    pub const WHOLE_LEAD: &str = "1つの印が1つの指標です。形は目標の種類を表します。印を選ぶとその指標を、下の凡例を選ぶとその種類の一覧を開きます。";
    /// Beside the measurable count of a goal.
    pub const MEASURABLE: &str = "数値で測れる";
    /// Bold beginning of the measurable sentence.
    pub fn measurable(count: usize) -> String {
        format!("数値で達成を確かめられる目標は {count} 件。")
    }
    /// Its rest.
    pub fn not_measurable(count: usize) -> String {
        format!("残り {count} 件は「増加」「充実」「実施」など、方向やことばで書かれた目標です。")
    }
    /// Under the bar.
    pub fn shares(number: usize, direction: usize, word: usize) -> String {
        format!("数値 {number} ・ 方向だけ {direction} ・ ことば {word}")
    }
    /// Targets with a number in brackets only.
    pub fn in_brackets(count: usize) -> String {
        format!("「ことば」のうち {count} 件は、〔 〕の中に補足の数値があります。")
    }
    /// Heading of the composition chart.
    pub const KINDS: &str = "どんな目標が多いか";
    /// Heading of the satisfaction section.
    pub const SATISFACTION: &str = "満足度を上げる目標";
    /// Opens the list of a kind.
    pub fn open_kind(kind: &str, count: usize) -> String {
        format!("{kind} {count}件の一覧を開く")
    }
}

/// 基本目標 and 戦略計画.
pub mod goal {
    /// Heading.
    pub const DIRECTION: &str = "基本的な方向性";
    /// Heading.
    pub const NUMERIC_TARGETS: &str = "数値目標";
    /// Heading.
    pub const PLANS: &str = "戦略計画";
    /// Heading.
    pub const INDICATORS: &str = "指標（KPI）";
    /// A numeric target's demand.
    pub fn rise(baseline: &str) -> String {
        format!("{baseline} より上へ")
    }
    /// The bullet as printed.
    pub fn printed(text: &str) -> String {
        format!("資料の記載：{text}")
    }
    /// A later result of the same question.
    pub fn later(value: &str, when: &str) -> String {
        format!("指標の表に載ったその後の結果：{value}（{when}）")
    }
    /// How many of its targets can be measured.
    pub fn measurable(count: usize, total: usize) -> String {
        format!("{total}件の指標のうち、数値で測れる目標は{count}件です。")
    }
    /// Heading of the chart of distances.
    pub const DISTANCE: &str = "目標までに変える大きさ";
    /// Number of indicators.
    pub fn indicators(count: usize) -> String {
        format!("指標 {count}件")
    }
}

/// 指標一覧.
pub mod explorer {
    /// Announced to screen readers.
    pub fn announce(count: usize, total: usize) -> String {
        format!("{total}件のうち{count}件を表示しています")
    }
    /// Opens the filter sheet.
    pub fn filters(active: usize) -> String {
        if active == 0 { "しぼり込み".to_owned() } else { format!("しぼり込み（{active}）") }
    }
    /// Heading of the filters.
    pub const FILTERS: &str = "しぼり込み";
    /// Closes the filter sheet.
    pub fn show(count: usize) -> String {
        format!("{count}件を見る")
    }
    /// Closes the sheet.
    pub const CLOSE: &str = "閉じる";
    /// Removes all filters.
    pub const RESET: &str = "条件をすべて外す";
    /// Removes one.
    pub fn remove(label: &str) -> String {
        format!("条件「{label}」を外す")
    }
    /// Sort label.
    pub const SORT: &str = "並び順";
    /// Sort option.
    pub const SORT_RELEVANCE: &str = "おすすめ順";
    /// Sort option.
    pub const SORT_PRINTED: &str = "資料の順";
    /// Sort option.
    pub const SORT_GAP_MOST: &str = "目標までの変化が大きい順";
    /// Sort option.
    pub const SORT_GAP_LEAST: &str = "目標までの変化が小さい順";
    /// Sort option.
    pub const SORT_DUE: &str = "期限が早い順";
    /// Sort option.
    pub const SORT_NAME: &str = "名前の順";
    /// Words of the view switch.
    pub fn view(view: search::View) -> &'static str {
        match view {
            search::View::Table => "表",
            search::View::Cards => "カード",
            search::View::Matrix => "マトリクス",
        }
    }
    /// View switch.
    pub const VIEW: &str = "表示";
    /// Head of a column.
    pub fn column(column: search::TableColumn) -> &'static str {
        use search::TableColumn;
        match column {
            TableColumn::Plan => super::PLAN,
            TableColumn::Kind => super::indicator::KIND,
            TableColumn::Current => super::CURRENT,
            TableColumn::Track => super::TRACK,
            TableColumn::Target => super::TARGET,
            TableColumn::Due => super::indicator::DUE,
            TableColumn::Level => super::indicator::LEVEL,
            TableColumn::Own => super::OWN,
        }
    }
    /// Head of the distance where there is no drawing.
    pub const GAP: &str = "目標までの差";
    /// How many rows found are not in the page yet.
    pub fn rest(count: usize) -> String {
        format!("ほかに {count} 件あります。")
    }
    /// How many rows above those in the page have left it.
    pub fn above(count: usize) -> String {
        format!("この上に {count} 件あります。近づくと表示されます。")
    }
    /// Brings them into the page.
    pub const SHOW_REST: &str = "すべて表示";
    /// An order the menu does not offer.
    pub const SORT_OTHER: &str = "表の見出しで選んだ順";
    /// Caption of the table.
    pub const TABLE: &str = "見つかった指標の表";
    /// Opens the choice of columns and spacing.
    pub const LAYOUT: &str = "列と行間";
    /// Legend.
    pub const COLUMNS: &str = "表に出す列";
    /// Legend.
    pub const DENSITY: &str = "行間";
    /// Density.
    pub fn density(density: search::Density) -> &'static str {
        match density {
            search::Density::Comfortable => "ゆったり",
            search::Density::Dense => "つめる",
        }
    }
    /// Head of the column of tick boxes.
    pub const CHOOSE: &str = "選ぶ";
    /// Name of a row's tick box.
    pub fn choose(name: &str) -> String {
        format!("{name} を選ぶ")
    }
    /// Chooses everything shown.
    pub fn choose_all(count: usize) -> String {
        format!("表示中の{count}件をすべて選ぶ")
    }
    /// What a head's button does.
    pub fn sort_by(head: &str) -> String {
        format!("{head}の順に並べる")
    }
    /// Caption of the matrix.
    pub const MATRIX: &str = "基本目標ごとの、目標の種類別の件数";
    /// Under it.
    pub const MATRIX_LEAD: &str = "数を選ぶと、その一覧が開きます。";
    /// Sum of a row or column.
    pub const TOTAL: &str = "計";
    /// Name of a count.
    pub fn cell(goal: &str, kind: &str, count: usize) -> String {
        format!("{goal}・{kind} {count}件の一覧を開く")
    }
    /// Nothing found.
    pub const EMPTY: &str = "条件に合う指標はありません";
    /// How to go on.
    pub const WIDEN: &str = "次のようにすると見つかります。";
    /// Drop one condition.
    pub fn widen(condition: &str, count: usize) -> String {
        format!("「{condition}」を外す（{count}件）")
    }
    /// Nothing helps but a fresh start.
    pub const WIDEN_ALL: &str = "条件をすべて外して、ことばを短くするか、ひらがなで試してください。";
    /// Search term chip.
    pub fn text_chip(text: &str) -> String {
        format!("ことば：{text}")
    }
    /// Facet.
    pub const HAS_NUMBER: &str = "数値で測れるか";
    /// Facet.
    pub const UNIT: &str = "単位";
    /// Facet.
    pub const LEVEL: &str = "指標の区分（当サイトの分類）";
    /// Own figure exists.
    pub const OWN_YES: &str = "あり";
    /// None exists.
    pub const OWN_NO: &str = "なし";
}

/// 指標.
pub mod indicator {
    /// Over the name.
    pub fn eyebrow(id: &str, level: &str) -> String {
        format!("指標 {id}　{level}（当サイトの分類）")
    }
    /// The cell as printed.
    pub fn printed(text: &str) -> String {
        format!("資料の記載「{text}」")
    }
    /// Heading.
    pub const DETAILS: &str = "くわしく";
    /// Heading of the stage ladder.
    pub const STAGES: &str = "段階で見る";
    /// Under it.
    pub const STAGES_NOTE: &str = "どの段階にあたるかは、資料のことばを当サイトが読み取ったものです。";
    /// Fact.
    pub const KIND: &str = "目標の種類";
    /// Fact.
    pub const LEVEL: &str = "指標の区分";
    /// Marks our own reading.
    pub const OURS: &str = "当サイトの分類です。";
    /// Fact.
    pub const GROUP: &str = "見出し";
    /// Fact.
    pub const DUE: &str = "目標の時点";
    /// Fact.
    pub const MEASURED: &str = "現状値の時点";
    /// Fact.
    pub const PARSED: &str = "読み取った数値";
    /// Fact.
    pub const TERMS: &str = "ことばの説明";
    /// Fact.
    pub const POSITION: &str = "資料での位置";
    /// Fact.
    pub const RELATED: &str = "関係する数値目標";
    /// Fact.
    pub const DOUBTS: &str = "原文の表記";
    /// Where the row stands.
    pub fn line(line: u32) -> String {
        format!("テキスト版の{line}行目")
    }
    /// Opens the document there.
    pub const SHOW_IN_DOCUMENT: &str = "資料で見る";
    /// Same question.
    pub const SAME_QUESTION: &str = "この指標の現状値は、同じ質問のその後の結果です。";
    /// Tags of the ladder.
    pub const TAG_CURRENT: &str = "● 現状";
    /// Tags of the ladder.
    pub const TAG_TARGET: &str = "◎ 目標";
    /// Tags of the ladder.
    pub const TAG_OWN: &str = "◆ わたしの想定";
    /// After a ceiling's number.
    pub const AT_MOST: &str = "以下";
    /// A correction or a doubt.
    pub fn doubt(printed: &str, reading: &str, corrected: bool) -> String {
        if corrected {
            format!("原文の「{printed}」を「{reading}」と直して示しています。")
        } else {
            format!("原文のとおり「{printed}」と示しています。「{reading}」の誤りかもしれません。")
        }
    }
}

/// Own figures.
pub mod own {
    /// Under the heading.
    pub const KEPT_HERE: &str = "この端末のブラウザにだけ保存されます。公式の値とは別のものです。";
    /// While nothing can be kept.
    pub const NOT_KEPT: &str = "いまは保存できません。このページを閉じるまでは使えます。";
    /// Field.
    pub const MEASURE: &str = "どの数値について";
    /// Field.
    pub const VALUE: &str = "数値";
    /// Field.
    pub const STAGE: &str = "段階";
    /// Field.
    pub const DATE: &str = "いつの値か";
    /// Under it.
    pub const DATE_HINT: &str = "令和4年度末、令和5年3月31日、2023-03-31 のように書けます。";
    /// Field.
    pub const BASIS: &str = "もと";
    /// Field.
    pub const NOTE: &str = "メモ（なくてもよい）";
    /// Field.
    pub const SOURCE: &str = "出典のアドレス（なくてもよい）";
    /// Above what was left in the middle.
    pub const RESTORED: &str = "前に書きかけていた内容です。まだ書きとめていません。";
    /// Moves the number.
    pub const SLIDER: &str = "つまみを動かして試す";
    /// Spoken while nothing is tried.
    pub const SLIDER_EMPTY: &str = "まだ試していません";
    /// Spoken with each move.
    pub fn slider_told(number: &str, status: Option<&str>) -> String {
        match status {
            Some(status) => format!("{number}、{status}"),
            None => number.to_owned(),
        }
    }
    /// The figure that is not kept yet.
    pub const TRIED: &str = "試している値";
    /// Beside it.
    pub const TRIED_NOTE: &str = "試している値です。まだ書きとめていません。";
    /// Button.
    pub const SAVE: &str = "書きとめる";
    /// Button while editing.
    pub const UPDATE: &str = "書きかえる";
    /// Button.
    pub const CANCEL: &str = "やめる";
    /// Button.
    pub const EDIT: &str = "なおす";
    /// Button.
    pub const REMOVE: &str = "消す";
    /// Toast button.
    pub const DISMISS: &str = "閉じる";
    /// A figure no status follows from.
    pub const NO_STATUS: &str = "判定できません";
    /// The pace beside a status.
    pub fn pace(pace: &str) -> String {
        format!("ペース {pace}")
    }
    /// Heading of the list.
    pub const LIST: &str = "書きとめた値";
    /// Button: everything own as a file.
    pub const EXPORT: &str = "書きとめた値をすべてファイルに書き出す";
    /// Link to the rules.
    pub const HOW: &str = "計算のしかた";
    /// After saving.
    pub const SAVED: &str = "書きとめました";
    /// Opens optional fields.
    pub const MORE: &str = "メモと出典を書く";
}

/// Banners and notices.
pub mod notice {
    /// A new version waits.
    pub const UPDATE: &str = "新しい版があります。書きとめた値はそのまま残ります。";
    /// Takes it.
    pub const UPDATE_NOW: &str = "更新する";
    /// The new version is not taken, because own figures would be lost.
    pub const UPDATE_UNSAFE: &str = "書きとめた値をこの端末に保存できていないため、更新を見合わせました。先に「書き出す」でファイルに残してください。";
    /// What of an address was not understood.
    pub fn ignored(parts: &[search::Ignored]) -> String {
        let parts: Vec<String> = parts.iter().map(|part| format!("「{}={}」", part.key, part.value)).collect();
        format!("アドレスのうち{}は読み取れなかったため、使わずに表示しています。", parts.concat())
    }
    /// Later.
    pub const LATER: &str = "あとで";
    /// The worker has everything.
    pub const OFFLINE_READY: &str = "このアプリはオフラインで使えます。";
    /// Downloads the own data.
    pub const EXPORT: &str = "書き出す";
}

/// Pages for what does not exist.
pub mod not_found {
    /// Heading.
    pub const TITLE: &str = "ページが見つかりません";
    /// What was asked for.
    pub fn asked(text: &str) -> String {
        format!("「{text}」に当たるページはありません。アドレスの打ちまちがいか、なくなったページかもしれません。")
    }
    /// What now.
    pub const HELP: &str = "次のどれかからお進みください。";
}

/// What stands in the place of a page or chart whose code is on its way, or did not come.
pub mod chunk {
    /// On its way.
    pub const LOADING: &str = "読み込んでいます…";
    /// Heading of a page that did not come.
    pub const FAILED: &str = "ページを読み込めませんでした";
    /// What can be done.
    pub const FAILED_WHY: &str = "通信の状態を確かめて、もう一度読み込んでください。何度か試しても変わらないときは、ブラウザで画面を読み込み直してください。保存してある想定値は消えていません。";
    /// In the place of charts that did not come.
    pub const NO_CHARTS: &str = "グラフの部品を読み込めませんでした。";
    /// Tries anew.
    pub const RETRY: &str = "もう一度読み込む";
}

/// The page shown instead of the app when the dataset is broken.
pub mod faults {
    /// Heading.
    pub const TITLE: &str = "データを読み込めませんでした";
    /// Explains.
    pub fn lead(count: usize) -> String {
        format!("組み込まれたデータに{count}件の誤りがあるため、表示を始めていません。直す場所は次のとおりです。")
    }
}

/// 資料.
pub mod document {
    /// Column of line numbers.
    pub const LINE: &str = "行";
    /// Offers the document as text.
    pub const PLAIN: &str = "文字だけの資料を保存（.txt）";
    /// Over the text: what holds where a cell names no day.
    pub fn plain_lead(current: &str, target: &str) -> String {
        format!("文字だけの資料です。とくに書かれていないかぎり、現状値は{current}、目標値は{target}のものです。")
    }
    /// Heading of its end.
    pub const PLAIN_END: &str = "■ 出典と注意";
}

/// 使い方.
pub mod guide {
    /// `aria-label` of the chapter list.
    pub const CONTENTS: &str = "目次";
    /// Fact.
    pub const EDITION: &str = "資料の版";
    /// Fact.
    pub const DATASET_ID: &str = "データの番号";
    /// Fact.
    pub const APP_VERSION: &str = "プログラムの版";
    /// File and name, relative to the app.
    pub const DOWNLOADS: [(&str, &str); 3] = [
        ("data/indicators.csv", "指標の一覧（CSV、Excelで開けます）"),
        ("data/indicators.json", "すべてのデータ（JSON）"),
        ("data/indicators.schema.json", "データの形の説明（JSON Schema）"),
    ];
    /// Head of the status table.
    pub const STATUS_HEAD: &[&str] = &["判定", "意味と、一覧から作った例"];
    /// A link's name: what it explains.
    pub fn term(word: &str) -> String {
        format!("「{word}」の説明")
    }
    /// Leads to the place in the document.
    pub const IN_DOCUMENT: &str = "資料のこの部分を見る";
    /// Leads an example.
    pub const EXAMPLE: &str = "例（公式の値ではない想定で計算）：";
    /// Leads to the accessibility page.
    pub const ACCESSIBILITY: &str = "アクセシビリティの方針と試験の結果";
    /// Leads to the notices.
    pub const ALL_LICENCES: &str = "含まれるすべてのソフトウェアの名前、版、ライセンスの全文（licences.txt）";
}

/// Keeping own figures.
pub mod storage {
    /// An unreadable text was put aside.
    pub const SET_ASIDE: &str =
        "前に保存した内容を読み取れなかったため、消さずに別に取ってあります。控えとして書き出せます。";
    /// An unreadable text is still in the way.
    pub const DAMAGED: &str =
        "前に保存した内容を読み取れません。上書きしないよう保存を止めています。書き出して控えをとってください。";
    /// A newer program wrote what is there.
    pub const NEWER: &str = "新しい版のアプリで保存された内容があります。上書きしないよう、この版では保存しません。";
    /// The browser would not save a file.
    pub const NO_DOWNLOAD: &str = "ブラウザがファイルの書き出しを受け付けませんでした。";
    /// The storage cannot be used.
    pub fn unavailable(why: &str) -> String {
        format!("{why}。書きとめた値は、このページを閉じるまで使えます。書き出して控えをとってください。")
    }
}
