//! アクセシビリティ: the policy, and every success criterion with how it was checked and what came of it, as data.

/// A conformance level of the guidelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConformanceLevel {
    /// A.
    A,
    /// AA.
    Aa,
}

impl ConformanceLevel {
    /// As the guidelines write it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::Aa => "AA",
        }
    }
}

/// How a criterion was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TestMethod {
    /// axe-core on every kind of page, in the project's tests.
    Rules,
    /// A scenario in a real browser, in the project's tests.
    Scenario,
    /// A developer read the code.
    Code,
}

impl TestMethod {
    /// On the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Rules => "自動検査",
            Self::Scenario => "操作の自動試験",
            Self::Code => "開発者がコードで確認",
        }
    }
}

/// What came of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CriterionOutcome {
    /// No fault was found by the ways that are named.
    Met,
    /// Nothing here that the criterion speaks of.
    NotApplicable,
    /// What was checked was right; the rest takes a person who has not looked yet.
    Partly,
}

impl CriterionOutcome {
    /// On the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Met => "問題は見つかっていない",
            Self::NotApplicable => "対象なし",
            Self::Partly => "一部だけ確認",
        }
    }
}

/// A success criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Criterion {
    /// Its number.
    pub number: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its level.
    pub level: ConformanceLevel,
    /// Whether JIS X 8341-3:2016 has it.
    pub jis: bool,
    /// How it was checked.
    pub how: &'static [TestMethod],
    /// The outcome.
    pub outcome: CriterionOutcome,
    /// What the outcome rests on.
    pub note: &'static str,
}

const fn criterion(
    number: &'static str,
    name: &'static str,
    level: ConformanceLevel,
    jis: bool,
    how: &'static [TestMethod],
    outcome: CriterionOutcome,
    note: &'static str,
) -> Criterion {
    Criterion { number, name, level, jis, how, outcome, note }
}

/// The page's heading.
pub const TITLE: &str = "アクセシビリティ";
/// The policy in sentences.
pub const POLICY: &[&str] = &[
    "年齢や障害の有無、使う機器にかかわらず、だれもが目標と指標を読み、さがし、自分の数字を書きとめられることをめざします。WCAG 2.2 と JIS X 8341-3:2016 の適合レベルAAを目標とします。",
    "これは開発者自身による確認の記録です。第三者による検査も、規格への適合の宣言も行っていません。",
];
/// Heading of the scope.
pub const SCOPE: &str = "対象と方法";
/// What was checked, and how.
pub const SCOPE_ITEMS: &[&str] = &[
    "対象：このサイトのすべての種類のページ。自分の数字を書きこむ前とあと、開く部品を開いた状態も含みます。",
    "自動検査：axe-core 4.14 を、幅390pxと1280px、明るい配色と暗い配色のそれぞれで、すべての種類のページに実行し、指摘が0件であること。",
    "操作の自動試験：実際のブラウザー（Chromium。一部をのぞきFirefoxとWebKitGTKでも）で、キーボードだけの操作、幅320px、文字の200%の拡大、文字の間隔の変更、動きを減らす設定、強制カラーモードを試すこと。",
    "開発者がコードで確認：画面を作るプログラムを読み、基準に反する作りがないかを見ること。",
    "確認の時期：2026年11月",
];
/// Heading of the limits.
pub const LIMITS: &str = "わかっている限界";
/// What is known to be missing.
pub const LIMIT_ITEMS: &[&str] = &[
    "スクリーンリーダーの利用者や、障害のある人による試験は、まだ行っていません。",
    "グラフの吹き出しは、マウスをその上へ動かすと消えます。同じ内容は、矢印キーと、グラフの横の「表」でも読めます。",
    "「元に戻す」などの知らせを閉じたあと、キーボードの位置が前の場所に戻らないことがあります。",
    "資料の文章は、印刷されたことばのまま載せています。読みがなはありません。",
    "幅の広い表は、狭い画面では表の中を横に動かして読むものがあります。",
];
/// Heading of the table.
pub const CRITERIA_TITLE: &str = "達成基準ごとの確認の結果";
/// What the table says of itself.
pub const CRITERIA_NOTE: &str = "「問題は見つかっていない」は、書いてある方法で見たかぎりという意味です。「JIS」の欄の「あり」は、JIS X 8341-3:2016 にもある基準です。4.1.1 は WCAG 2.2 では廃止されています。";
/// The heads of the table.
pub const HEADS: &[&str] = &["番号", "達成基準", "レベル", "JIS", "結果", "方法", "わけ"];
/// In the JIS column.
pub const IN_JIS: &str = "あり";
/// In the JIS column, for a later criterion.
pub const NOT_IN_JIS: &str = "—";

/// How many criteria ended in which way.
pub fn counts() -> String {
    let count = |outcome| {
        let ended = |one: &&Criterion| one.outcome == outcome;
        CRITERIA.iter().filter(ended).count()
    };
    let parts = [CriterionOutcome::Met, CriterionOutcome::Partly, CriterionOutcome::NotApplicable]
        .map(|outcome| format!("{} {}件", outcome.label(), count(outcome)));
    format!("{}件のうち、{}。", CRITERIA.len(), parts.join("、"))
}

use ConformanceLevel::{A, Aa};
use CriterionOutcome::{Met, NotApplicable, Partly};
use TestMethod::{Code, Rules, Scenario};

/// All success criteria of levels A and AA, in order.
#[rustfmt::skip]
pub const CRITERIA: &[Criterion] = &[
    criterion("1.1.1", "非テキストコンテンツ", A, true, &[Rules, Code], Met, "印と図には名前があり、グラフには要約の文と表がある"),
    criterion("1.2.1", "音声のみ及び映像のみ（収録済）", A, true, &[Code], NotApplicable, "音声も映像もない"),
    criterion("1.2.2", "キャプション（収録済）", A, true, &[Code], NotApplicable, "映像がない"),
    criterion("1.2.3", "音声解説、又はメディアに対する代替（収録済）", A, true, &[Code], NotApplicable, "映像がない"),
    criterion("1.2.4", "キャプション（ライブ）", Aa, true, &[Code], NotApplicable, "映像がない"),
    criterion("1.2.5", "音声解説（収録済）", Aa, true, &[Code], NotApplicable, "映像がない"),
    criterion("1.3.1", "情報及び関係性", A, true, &[Rules, Code], Met, "見出し、一覧、表、入力欄の名前を要素で示している"),
    criterion("1.3.2", "意味のある順序", A, true, &[Code], Met, "要素の順と読む順が同じ"),
    criterion("1.3.3", "感覚的な特徴", A, true, &[Code], Met, "形や位置だけで説明しているところがない"),
    criterion("1.3.4", "表示の向き", Aa, false, &[Code], Met, "画面の向きを限っていない"),
    criterion("1.3.5", "入力目的の特定", Aa, false, &[Code], NotApplicable, "利用者自身についてたずねる欄がない"),
    criterion("1.4.1", "色の使用", A, true, &[Rules, Code], Met, "種類は形で、判定は記号とことばでも示している"),
    criterion("1.4.2", "音声の制御", A, true, &[Code], NotApplicable, "音が出ない"),
    criterion("1.4.3", "コントラスト（最低限）", Aa, true, &[Rules], Met, "明るい配色と暗い配色で計算した"),
    criterion("1.4.4", "テキストのサイズ変更", Aa, true, &[Scenario], Met, "文字の大きさを200%にした場合と、ブラウザーで200%に拡大した場合を、すべての種類のページで試した"),
    criterion("1.4.5", "文字画像", Aa, true, &[Code], Met, "文字の画像がない"),
    criterion("1.4.10", "リフロー", Aa, false, &[Scenario], Met, "幅320pxで、ページが横に動かない"),
    criterion("1.4.11", "非テキストのコントラスト", Aa, false, &[Code], Partly, "色の値は規格の色から選んだが、すべての組み合わせは測っていない"),
    criterion("1.4.12", "テキストの間隔", Aa, false, &[Scenario], Met, "間隔を広げても、ページが横に動かず、文字が切れない"),
    criterion("1.4.13", "ホバー又はフォーカスで表示されるコンテンツ", Aa, false, &[Scenario, Code], Partly, "グラフの吹き出しは、どう出したものもEscapeキーで消える。マウスをその上へ動かすと消えるが、同じ内容が表にある"),
    criterion("2.1.1", "キーボード", A, true, &[Scenario, Code], Partly, "さがす、しぼり込む、グラフの点を読む、書きこむ、元に戻す、書き出すをキーボードだけで試した。ほかの操作はコードで見ただけ"),
    criterion("2.1.2", "キーボードトラップなし", A, true, &[Scenario, Code], Partly, "すべての種類のページで、Tabキーだけで最後まで進み、ページの外に出られる。開いた部品は、一部だけを試した"),
    criterion("2.1.4", "文字キーのショートカット", A, false, &[Code], Met, "一文字で動くのは「/」だけで、切ることができる"),
    criterion("2.2.1", "タイミング調整可能", A, true, &[Code], Met, "時間切れになる操作がない"),
    criterion("2.2.2", "一時停止、停止、非表示", A, true, &[Code], Met, "動き続けるものがない"),
    criterion("2.3.1", "3回のせん光、又はしきい値以下", A, true, &[Code], Met, "光って点滅するものがない"),
    criterion("2.4.1", "ブロックスキップ", A, true, &[Rules, Scenario], Met, "「本文へ移動」があり、見出しに移る"),
    criterion("2.4.2", "ページタイトル", A, true, &[Rules, Scenario], Met, "ページごとに題名がある"),
    criterion("2.4.3", "フォーカス順序", A, true, &[Scenario, Code], Partly, "ページが変わると、その見出しに移る。知らせを閉じたあとは、移る先を決めていない"),
    criterion("2.4.4", "リンクの目的（コンテキスト内）", A, true, &[Rules, Code], Met, "リンクの文字か、その名前でわかる"),
    criterion("2.4.5", "複数の手段", Aa, true, &[Code], Met, "検索、一覧、目標から計画への順路、資料の文章がある"),
    criterion("2.4.6", "見出し及びラベル", Aa, true, &[Rules, Code], Met, "見出しと欄の名前が内容を表している"),
    criterion("2.4.7", "フォーカスの可視化", Aa, true, &[Scenario], Partly, "すべての種類のページを明るい配色でTabキーで進み、移った先に枠が出る。開いた部品の中は、一部だけを試した"),
    criterion("2.4.11", "隠されないフォーカス（最低限）", Aa, false, &[Code], Partly, "上に残る表の見出しに隠れる場合を、すべては試していない"),
    criterion("2.5.1", "ポインタのジェスチャ", A, false, &[Code], Met, "なぞる操作がいらない"),
    criterion("2.5.2", "ポインタのキャンセル", A, false, &[Code], Met, "押して離したときに動く"),
    criterion("2.5.3", "ラベルを含む名前", A, false, &[Rules, Code], Met, "見える文字が名前に入っている"),
    criterion("2.5.4", "動きによる起動", A, false, &[Code], NotApplicable, "機器を動かす操作がない"),
    criterion("2.5.7", "ドラッグ動作", Aa, false, &[Code], Met, "ファイルは選んでも貼り付けても渡せる。並べ替えはボタンでできる"),
    criterion("2.5.8", "ターゲットのサイズ（最低限）", Aa, false, &[Rules], Met, "24px四方、又は十分な間隔がある"),
    criterion("3.1.1", "ページの言語", A, true, &[Rules], Met, "日本語と示している"),
    criterion("3.1.2", "一部分の言語", Aa, true, &[Code], Met, "日本語のほかは、名前と用語だけ"),
    criterion("3.2.1", "フォーカス時", A, true, &[Code], Met, "フォーカスだけでは何も変わらない"),
    criterion("3.2.2", "入力時", A, true, &[Code], Met, "しぼり込みは結果だけを変え、フォーカスを動かさない"),
    criterion("3.2.3", "一貫したナビゲーション", Aa, true, &[Code], Met, "どのページも同じ並び"),
    criterion("3.2.4", "一貫した識別性", Aa, true, &[Code], Met, "ことばを一か所で決めている"),
    criterion("3.2.6", "一貫したヘルプ", A, false, &[Code], Met, "「使い方」がどのページでも同じ場所にある"),
    criterion("3.3.1", "エラーの特定", A, true, &[Rules, Scenario], Met, "受け取れない欄と理由を、その欄のそばに文字で示す"),
    criterion("3.3.2", "ラベル又は説明", A, true, &[Rules, Code], Met, "すべての欄に名前がある"),
    criterion("3.3.3", "エラー修正の提案", Aa, true, &[Code], Met, "書き方の例を理由に添える"),
    criterion("3.3.4", "エラー回避（法的、金融、データ）", Aa, true, &[Scenario], Met, "消す操作も元に戻せ、読み込みは確かめてから行う"),
    criterion("3.3.7", "冗長な入力項目", A, false, &[Code], Met, "同じことを二度たずねない"),
    criterion("3.3.8", "アクセシブルな認証（最低限）", Aa, false, &[Code], NotApplicable, "認証がない"),
    criterion("4.1.1", "構文解析", A, true, &[Rules], Met, "同じ名札（id）が二つない"),
    criterion("4.1.2", "名前（name）、役割（role）及び値（value）", A, true, &[Rules, Scenario], Met, "ブラウザーが支援技術に渡す名前と役割も試した"),
    criterion("4.1.3", "ステータスメッセージ", Aa, false, &[Code], Partly, "件数や保存の知らせを伝える作りだが、スクリーンリーダーでは試していない"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn order(number: &str) -> Vec<u32> {
        number.split('.').map(|part| part.parse().expect("a number")).collect()
    }

    #[test]
    fn every_criterion_stands_once_and_in_order() {
        assert!(CRITERIA.windows(2).all(|two| order(two[0].number) < order(two[1].number)));
        // WCAG 2.2 has 55 of these levels; the one it dropped is still in the standard.
        assert_eq!(CRITERIA.len(), 56);
        let standard = |level| CRITERIA.iter().filter(|one| one.jis && one.level == level).count();
        assert_eq!((standard(ConformanceLevel::A), standard(ConformanceLevel::Aa)), (25, 13));
    }

    #[test]
    fn every_criterion_says_how_it_was_checked_and_why() {
        for one in CRITERIA {
            assert!(!one.how.is_empty() && !one.note.is_empty(), "{}", one.number);
        }
        assert_eq!(counts().matches('件').count(), 4, "the sum and three outcomes");
    }
}
