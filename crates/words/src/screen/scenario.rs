//! シナリオ: the list, the grid, files, links, and how safely everything is kept.

/// The page's name.
pub const TITLE: &str = "シナリオ";
/// What it is for.
pub const LEAD: &str = "公式の値とは別に、「もしこうなったら」「こう聞いた」という想定値を書きとめて、目標に届くかを確かめる場所です。シナリオはいくつでも作れて、並べてくらべられます。";
/// Heading of the list.
pub const LIST: &str = "シナリオの一覧";
/// Leads to the page.
pub const MANAGE: &str = "シナリオの一覧へ";
/// Name of the choice.
pub const CHOOSE_ACTIVE: &str = "書きこむシナリオ";
/// How much is in one.
pub fn figures(count: usize) -> String {
    if count == 0 { "想定値はまだありません。".to_owned() } else { format!("想定値 {count}件") }
}
/// Name of the group of actions.
pub fn more(name: &str) -> String {
    format!("「{name}」の操作")
}
/// The scenario that edits go to.
pub const ACTIVE: &str = "使用中";
/// Makes it so.
pub const USE: &str = "このシナリオを使う";
/// Opens the grid.
pub const OPEN_SHEET: &str = "表で書きこむ";
/// Opens the form for name, description and mark.
pub const EDIT: &str = "名前・説明・印を変える";
/// Action.
pub const COPY: &str = "複製する";
/// Action.
pub const UP: &str = "上へ";
/// Action.
pub const DOWN: &str = "下へ";
/// Action.
pub const DELETE: &str = "削除する";
/// Field.
pub const NAME: &str = "名前";
/// Field.
pub const DESCRIPTION: &str = "説明（なくてもよい）";
/// Field.
pub const MARK: &str = "印";
/// Button.
pub const SAVE: &str = "変える";
/// Heading of the form for a new one.
pub const NEW: &str = "新しいシナリオ";
/// Field.
pub const START: &str = "はじめの内容";
/// Choice.
pub const START_EMPTY: &str = "空（自分で書きこむ）";
/// Choice.
pub const START_COPY: &str = "使用中のシナリオの写し";
/// Choice.
pub const START_TARGETS: &str = "目標達成（どの目標にも期限の日に届く）";
/// Choice.
pub const START_TODAY: &str = "現状維持（公式の現状値のまま動かない）";
/// Choice.
pub const START_PACE: &str = "直線ペース（毎年同じだけ進む）";
/// A name offered.
pub const NAME_TARGETS: &str = "目標達成";
/// A name offered.
pub const NAME_TODAY: &str = "現状維持";
/// A name offered.
pub const NAME_PACE: &str = "直線ペース";
/// Field.
pub const START_DAY: &str = "いつの値として入れるか";
/// Button.
pub const MAKE: &str = "作る";
/// Undo, redo.
pub const UNDO: &str = "元に戻す";
/// Undo, redo.
pub const REDO: &str = "やり直す";
/// Heading of the steps.
pub const STEPS: &str = "操作の記録";
/// Opens the list.
pub const STEPS_OPEN: &str = "これまでの操作を見る";
/// No steps.
pub const NO_STEPS: &str = "まだ何も変更していません。";
/// How many steps there are.
pub fn steps(undo: usize, redo: usize) -> String {
    format!("元に戻せる操作は{undo}件、やり直せる操作は{redo}件です。閉じて開き直しても元に戻せます。")
}
/// The name of a copy.
pub fn copy_name(name: &str) -> String {
    format!("{name}の写し")
}
/// A button's name with the step it is about.
pub fn step(label: &str, name: &str) -> String {
    format!("{label}：{name}")
}
/// What a ready-made scenario leaves out.
pub fn left_out(made: usize, left: usize) -> String {
    format!("{made}件の想定値を入れました。{left}件の指標には入れていません。")
}
/// Opens the list of what it leaves out.
pub fn left_out_list(left: usize) -> String {
    format!("入れていない{left}件とその理由")
}
/// Chooses a scenario for comparing.
pub fn choose(name: &str) -> String {
    format!("「{name}」をくらべる")
}
/// Chooses one, short.
pub const CHOOSE: &str = "くらべる";
/// Opens the comparison.
pub fn compare(count: usize) -> String {
    format!("選んだ{count}つをくらべる")
}
/// Until two are chosen.
pub const COMPARE_HINT: &str = "2つから4つまで選ぶと、並べてくらべられます。";

/// Roll-ups.
pub mod rollup {
    /// Heading.
    pub fn title(name: &str) -> String {
        format!("「{name}」のまとめ")
    }
    /// Heading on the page of a goal or plan, and on the overview.
    pub const HERE: &str = "わたしの想定のまとめ";
    /// Link to the rules.
    pub const HOW: &str = "計算のしかた";
    /// Switch.
    pub const BY: &str = "まとめ方";
    /// Switch.
    pub const BY_GOAL: &str = "基本目標";
    /// Switch.
    pub const BY_PLAN: &str = "戦略計画";
    /// Switch.
    pub const BY_KIND: &str = "目標の種類";
    /// Column.
    pub const GROUP: &str = "区分";
    /// Column.
    pub const COUNTS: &str = "件数";
    /// Column.
    pub const JUDGED: &str = "判定できた数";
    /// A count of a whole.
    pub fn of(part: usize, whole: usize) -> String {
        format!("{part} / {whole}")
    }
    /// Opens the list of what has no status.
    pub fn cannot(count: usize) -> String {
        format!("判定できない{count}件とその理由")
    }
}

/// The grid.
pub mod sheet {
    use figures::paste::{CellChange, PlannedCell};

    /// Its `aria-label`.
    pub fn label(name: &str) -> String {
        format!("「{name}」の想定値の表")
    }
    /// How to use it.
    pub const HELP: &str = "矢印キー・Enter・Tabで動き、Escで書きかけをやめます。Excelの列や範囲をそのまま貼り付けられます。Shift＋矢印で範囲を選び、Ctrl＋Dで下へ同じ値を入れます。";
    /// On phones.
    pub const HELP_SHORT: &str = "数字を書くと、判定がその場で変わります。";
    /// Head.
    pub const OFFICIAL_CURRENT: &str = "公式 現状値";
    /// Head.
    pub const OFFICIAL_TARGET: &str = "公式 目標値";
    /// Head of the own columns.
    pub const OWN: &str = "想定値";
    /// Head.
    pub const STATUS: &str = "判定";
    /// Head.
    pub const PROGRESS: &str = "目標までの割合";
    /// Opens the choice of days.
    pub const DAYS: &str = "列にする時点";
    /// A further day.
    pub const ADD_DAY: &str = "ほかの時点";
    /// Adds it.
    pub const ADD: &str = "加える";
    /// Too many columns.
    pub const TOO_MANY_DAYS: &str = "列にできる時点は6つまでです。";
    /// `aria-label` of the switch.
    pub const SHOWN: &str = "表に出す指標";
    /// Switch.
    pub const ALL: &str = "すべて";
    /// Switch.
    pub const FILLED: &str = "入力ずみ";
    /// Switch.
    pub const MEASURABLE: &str = "測れる目標";
    /// A step's name.
    pub fn pasted(count: usize) -> String {
        format!("{count}件の想定値を貼り付け")
    }
    /// A step's name.
    pub fn filled(count: usize) -> String {
        format!("{count}件に上と同じ想定値を記入")
    }
    /// A step's name.
    pub fn cleared(count: usize) -> String {
        format!("{count}件の想定値を削除")
    }
    /// What a paste would do, in one sentence.
    pub fn planned(cells: &[PlannedCell]) -> String {
        let count = |fits: fn(&CellChange) -> bool| cells.iter().filter(|cell| fits(&cell.fate)).count();
        let parts = [
            ("新しく入る値", count(|fate| matches!(fate, CellChange::New(_)))),
            ("変わる値", count(|fate| matches!(fate, CellChange::Changed { .. }))),
            ("同じ値", count(|fate| *fate == CellChange::Same)),
            ("空欄（いまの値のまま）", count(|fate| *fate == CellChange::Blank)),
            ("入れられない値", count(|fate| matches!(fate, CellChange::Refused(_)))),
        ];
        let told: Vec<String> =
            parts.iter().filter(|(_, count)| *count > 0).map(|(word, count)| format!("{word} {count}件")).collect();
        format!("まだ何も変えていません。{}", told.join("、"))
    }
    /// What falls off.
    pub fn outside(count: usize) -> String {
        format!("表の外にはみ出す{count}件は入りません。")
    }
    /// What becomes of a pasted cell.
    pub fn fate(fate: &CellChange) -> String {
        match fate {
            CellChange::New(_) => "新しく入ります".to_owned(),
            CellChange::Changed { from, .. } => format!("いまの {from} を書きかえます"),
            CellChange::Same => "いまの値と同じです".to_owned(),
            CellChange::Blank => "空欄なので、そのままです".to_owned(),
            CellChange::Refused(reason) => refused(reason),
        }
    }
    /// Why a pasted cell is not taken.
    pub fn refused(reason: &str) -> String {
        format!("入れられません。{reason}")
    }
    /// Fills the selection.
    pub const FILL: &str = "下へ同じ値を入れる";
    /// Figures on days without a column.
    pub fn hidden(count: usize) -> String {
        format!("ほかの時点にも想定値が{count}件あります。")
    }
    /// Shows them.
    pub const SHOW_HIDDEN: &str = "その時点も列にする";
    /// A cell's name.
    pub fn cell(id: &str, name: &str, label: &str, day: &str, unit: &str) -> String {
        let label = if label.is_empty() { String::new() } else { format!(" {label}") };
        let unit = if unit.is_empty() { String::new() } else { format!("（{unit}）") };
        format!("{id} {name}{label} {day}{unit}")
    }
    /// Heading of the preview.
    pub const PREVIEW: &str = "貼り付けの確認";
    /// Puts the paste in.
    pub fn take(count: usize) -> String {
        format!("{count}件を入れる")
    }
    /// Leaves it.
    pub const LEAVE: &str = "やめる";
    /// Nothing to change.
    pub const NOTHING: &str = "入れられる値がありません。";
    /// No row fits the filters.
    pub const NO_ROWS: &str = "条件に合う指標はありません。";
    /// No scenario of that id.
    pub const GONE: &str = "このシナリオは、もうありません";
    /// A way back.
    pub const GONE_HELP: &str = "削除されたか、別のブラウザで作られたシナリオです。削除は「元に戻す」で取り消せます。";
}

/// Where own figures are and how safe they are.
pub mod health {

    /// Heading.
    pub const TITLE: &str = "保存のようす";
    /// Fact.
    pub const WHERE: &str = "どこに";
    /// Its answer.
    pub const HERE: &str = "この端末の、このブラウザの中だけ（ローカルストレージ）";
    /// Its answer while nothing can be kept.
    pub const NOWHERE: &str = "この画面の中だけ（いまは保存できません）";
    /// Fact.
    pub const SIZE: &str = "大きさ";
    /// Fact.
    pub const SAVED: &str = "最後に保存";
    /// Fact.
    pub const EXPORTED: &str = "最後にファイルへ書き出し";
    /// Never.
    pub const NEVER: &str = "まだありません";
    /// Fact.
    pub const SINCE: &str = "そのあとの変更";
    /// Fact.
    pub const CLEARING: &str = "自動で消されるか";
    /// Before there is a figure.
    pub const NOT_ASKED: &str = "最初の想定値を書きとめたときに、ブラウザに頼みます。";
    /// The honest sentence.
    pub const HONEST: &str = "ブラウザの履歴やサイトのデータを消すと、書きとめた値もすべて消えます。大切なものは、ファイルに書き出しておいてください。";
    /// Texts set aside.
    pub const SET_ASIDE: &str = "読み取れずに別に取ってある内容";
    /// A file's name.
    pub fn set_aside_name(dataset: &str, at: u64) -> String {
        format!("{dataset}-set-aside-{at}.txt")
    }
    /// A moment.
    pub fn moment(day: &str, hour: u32, minute: u32) -> String {
        format!("{day} {hour}時{minute:02}分")
    }
    /// Saves one as a file.
    pub const TAKE_OUT: &str = "ファイルに書き出す";
    /// Saves everything.
    pub const EXPORT: &str = "書き出す";
    /// Puts the reminder off.
    pub const LATER: &str = "あとで";
    /// Takes one away.
    pub const DROP: &str = "捨てる";
    /// Lets a damaged text be written over.
    pub const GIVE_UP: &str = "読み取れない内容をあきらめて、保存を始める";
    /// A size in the unit that suits it.
    pub fn size(bytes: usize) -> String {
        #[allow(clippy::cast_precision_loss)]
        let kilobytes = bytes as f64 / 1024.0;
        if bytes < 1024 {
            format!("{bytes} バイト")
        } else {
            format!("{} KB", format::number((kilobytes * 10.0).round() / 10.0))
        }
    }
    /// A count of edits.
    pub fn edits(count: usize) -> String {
        format!("{count}件")
    }
    /// The reminder.
    pub fn reminder(count: usize) -> String {
        format!(
            "ファイルに書き出していない変更が{count}件あります。ブラウザのデータが消えても困らないように、書き出しておきませんか。"
        )
    }
}

/// Files.
pub mod files {
    /// Heading.
    pub const TITLE: &str = "ファイル";
    /// Heading.
    pub const OUT: &str = "書き出す";
    /// Which scenarios go into the file.
    pub const WHICH: &str = "書き出すシナリオ";
    /// All of them.
    pub const ALL: &str = "すべてのシナリオ";
    /// Button.
    pub const JSON: &str = "控え（JSON）";
    /// What it is for.
    pub const JSON_NOTE: &str =
        "もう一度読み込むと、説明・メモ・出典まで元どおりになります。削除したものと操作の記録は入りません。";
    /// Button.
    pub const CSV: &str = "想定値の表（CSV）";
    /// What it is for.
    pub const CSV_NOTE: &str = "Excelで開けます。公式値と想定値は別の列です。";
    /// Button.
    pub const TEMPLATE: &str = "書きこみ用の空の表（CSV）";
    /// What it is for.
    pub const TEMPLATE_NOTE: &str =
        "Excelで「想定値：」の列（数または段階と、時点）を埋めて、読み込めます。空の行はそのままでかまいません。";
    /// Heading.
    pub const IN: &str = "読み込む";
    /// File field.
    pub const PICK: &str = "読み込むファイル（JSON・CSV、5MBまで）";
    /// Drop zone.
    pub const DROP: &str = "ファイルをこの枠の中に置いても読み込めます。";
    /// Opens the paste field.
    pub const PASTE_OPEN: &str = "表を貼り付けて読み込む";
    /// Paste field.
    pub const PASTE: &str = "Excelなどの表（見出しの行から）";
    /// Reads what was pasted.
    pub const PASTE_READ: &str = "貼り付けた内容を確かめる";
    /// Promise.
    pub const FIRST: &str = "選ぶと、まず中身を確かめる表示が出ます。取り込むまで何も変わりません。";
    /// The name of a table that names no scenario.
    pub const PASTED: &str = "貼り付けた表";
    /// Heading of the preview.
    pub fn preview(name: &str) -> String {
        format!("読み込みの確認：{name}")
    }
    /// Nothing changed yet.
    pub const UNTOUCHED: &str = "まだ何も変えていません。";
    /// Heading of a refusal.
    pub fn refused(name: &str) -> String {
        format!("「{name}」は読み込めません")
    }
    /// How much the file holds.
    pub fn holds(figures: usize, scenarios: usize) -> String {
        if scenarios > 1 {
            format!("{scenarios}つのシナリオに、想定値が合わせて{figures}件あります。")
        } else {
            format!("想定値が{figures}件あります。")
        }
    }
    /// Compared with what.
    pub fn compared(name: &str) -> String {
        format!("「{name}」とくらべると")
    }
    /// Count.
    pub const NEW: &str = "新しい";
    /// Count.
    pub const CHANGED: &str = "値が変わる";
    /// Count.
    pub const SAME: &str = "同じ";
    /// Count.
    pub const GONE: &str = "ファイルにない（入れかえると消える）";
    /// Count.
    pub const UNKNOWN: &str = "この一覧にない指標・量（画面には出ない）";
    /// Count.
    pub const LEFT: &str = "取り込めない";
    /// Count.
    pub const BLANK: &str = "空欄の行";
    /// A count in a list that opens.
    pub fn count(label: &str, count: usize) -> String {
        format!("{label}：{count}件")
    }
    /// After the first of a long list.
    pub fn more(count: usize) -> String {
        format!("ほか{count}件")
    }
    /// Choice among the file's scenarios.
    pub const SCENARIOS: &str = "取り込むシナリオ";
    /// One of them.
    pub fn scenario(name: &str, figures: usize) -> String {
        format!("{name}（{figures}件）")
    }
    /// How to take it.
    pub const HOW: &str = "どう取り込むか";
    /// Choice.
    pub const AS_NEW: &str = "新しいシナリオとして加える（いまあるものは変わらない）";
    /// Choice.
    pub fn merge(name: &str) -> String {
        format!("「{name}」に合わせる（同じ指標・時点の値は書きかえる）")
    }
    /// Choice.
    pub fn replace(name: &str) -> String {
        format!("「{name}」の中身を入れかえる（ファイルにない値は消える）")
    }
    /// Which scenario is merged into or replaced.
    pub const TARGET: &str = "取り込み先";
    /// Until one is chosen.
    pub const ONE_ONLY: &str = "合わせる・入れかえるは、シナリオを1つだけ選ぶとできます。";
    /// Nothing differs.
    pub const NO_CHANGE: &str = "変わるところはありませんでした。";
    /// Button.
    pub const TAKE: &str = "取り込む";
    /// Button.
    pub const CANCEL: &str = "やめる";
    /// The browser could not hand the file over.
    pub const UNREADABLE: &str = "ファイルを読めませんでした。もう一度選んでください。";
}

/// Links that carry a scenario.
pub mod share {
    /// Button.
    pub const SHARE: &str = "リンクで渡す";
    /// After copying.
    pub const COPIED: &str = "リンクをコピーしました。貼り付けて送れます。開いた人の画面に、読むだけの形で出ます。";
    /// After the share sheet.
    pub const SHARED: &str = "リンクを渡しました。";
    /// The browser would not copy.
    pub const COPY_BY_HAND: &str = "このリンクをコピーしてください";
    /// Offers the file instead.
    pub const FILE: &str = "ファイルに書き出す";
    /// Cannot compress.
    pub const CANNOT: &str = "このブラウザではリンクを作れません。ファイルに書き出して渡してください。";
    /// The page's heading.
    pub const TITLE: &str = "リンクで受け取ったシナリオ";
    /// Says that nothing changed.
    pub const READ_ONLY: &str = "読むだけの表示です。あなたのシナリオは変わっていません。";
    /// Button.
    pub const TAKE: &str = "自分のシナリオに追加";
    /// While unpacking.
    pub const OPENING: &str = "リンクを読み取っています…";
    /// A link that cannot be read.
    pub const BROKEN: &str = "このリンクは読み取れませんでした";
    /// Cannot unpack.
    pub const CANNOT_OPEN: &str =
        "このブラウザではリンクを開けません。新しいブラウザで開くか、ファイルで受け取ってください。";
    /// With a link that cannot be read.
    pub const UNTOUCHED: &str = "あなたのシナリオは変わっていません。";
    /// Whose figures these are.
    pub const WHOSE: &str = "◆ は送った人の想定値です。公式の値でも、あなたの値でもありません。";
    /// Heading of the figures.
    pub fn figures(count: usize) -> String {
        format!("想定値 {count}件")
    }
    /// Made with another edition.
    pub fn other_edition(theirs: &str, ours: &str) -> String {
        format!("別の版（{theirs}）の一覧で作られたシナリオです。判定は、ここの版（{ours}）の値によるものです。")
    }
    /// Figures of what the list does not have.
    pub fn unknown(count: usize) -> String {
        format!("この一覧にない指標の想定値{count}件は、表示も追加もしません。")
    }
    /// Figures that cannot be read.
    pub fn broken(count: usize) -> String {
        format!("読み取れない想定値が{count}件ありました。表示も追加もしません。")
    }
    /// Too long.
    pub fn too_long(count: usize) -> String {
        format!("想定値が多く（{count}件）、リンクには入りきりません。ファイルに書き出して渡してください。")
    }
}
