//! The words of the guide, as data: the page only sets them.

use assess::{Status, UnjudgedReason};
use figures::keys;
use list::{Extent, Indicator, LevelKind, Nature, TargetKind};
use search::Article;

use super::{screen, wording};

/// One block of a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(&'static str),
    /// A bulleted list.
    List(&'static [&'static str]),
    /// A formula, set apart.
    Formula(&'static str),
    /// A sub-heading.
    Heading(&'static str),
    /// The kinds of target with their marks and explanations.
    Kinds,
    /// The table of statuses and thresholds, each with an example worked out by the rules.
    Statuses,
    /// The document's own words on how its table is read.
    ReadingGuide,
    /// Which edition the document is, and what came after it.
    EditionNote,
    /// Why a figure may have no status.
    Whys,
    /// Words of the list with what they mean.
    Terms(&'static [Term]),
    /// Keys with what they do.
    Keys(&'static [(&'static str, &'static str)]),
    /// Names in the browser's storage with what is kept there.
    Stored(&'static [(&'static str, &'static str)]),
    /// Leads to the policy and the result of the checks.
    Accessibility,
    /// Links to the data files.
    Downloads,
    /// The licences of what is shipped.
    Licences,
    /// Edition, dataset and program version.
    Version,
}

/// A chapter with the id its address uses (`#/guide?at=…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter {
    /// Address and anchor.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Content in order.
    pub blocks: &'static [Block],
}

/// A word with an address of its own (`#/guide?at=…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Address and anchor.
    pub id: &'static str,
    /// The word.
    pub word: &'static str,
    /// What it means here.
    pub meaning: &'static str,
}

/// The id of the chapter every verdict links to.
pub const METHOD: &str = "method";

/// The guide in reading order.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        id: "about",
        title: "このサイトでできること",
        blocks: &[
            Block::Text(
                "自治体が公表した目標と指標（KPI）の一覧を、さがし、くらべ、自分の数字を書きそえて考えるためのサイトです。公式サイトではありません。",
            ),
            Block::List(&[
                "「指標一覧」で、ことばや条件から指標をさがせます。条件はアドレスに入るので、そのまま人に送れます。",
                "指標のページで、資料に印刷された現状値と目標値、その差、期限、目標の種類がわかります。",
                "「わたしの想定」に、聞き取った数字や自分の見込みを書きとめられます。公式の値とは別の欄・別の色（◆だいだい色）で示します。",
                "指標は6件まで横に並べて比べられます。指標一覧で選ぶか、指標や計画のページから加えてください。",
                "「配布資料にする」で、選んだ指標をA4の紙に印刷できる資料にできます。わたしの想定をのせるかどうかも選べます。",
                "グラフの下の「保存・共有」から、図を画像（PNG、SVG）で、数値をCSVで保存できます。題名、単位、出典、非公式であることも図に入ります。",
                "一度開けば、通信がなくても使えます。",
            ]),
        ],
    },
    Chapter {
        id: "reading",
        title: "表の読み方",
        blocks: &[
            Block::Text(
                "資料の表は、指標の名前、現状値、目標値の3つの欄でできています。資料には、その読み方が次のように書かれています。",
            ),
            Block::ReadingGuide,
            Block::Heading("このサイトでの見せ方"),
            Block::List(&[
                "資料のことばは、印刷されたとおりに「　」や「資料の記載」として示します。書きかえません。",
                "数として読み取った値、目標の種類、アウトプットとアウトカムの区分は、当サイトの読み取りです。「当サイトの分類」などと書きそえます。",
                "資料の文字に誤りやはっきりしない点があるときは、「原文の表記」として、原文と読みを並べて示します。",
                "公式の値は緑、わたしの想定はだいだい色です。色が見えなくても、形（● ◎ ◆）とことばで区別できます。",
            ]),
            Block::Heading("資料について"),
            Block::Text(
                "このサイトは、公表された一覧を、発行者とは関係なく読み取ったものです。公式のものではありません。",
            ),
            Block::EditionNote,
        ],
    },
    Chapter {
        id: "marks",
        title: "印の読み方",
        blocks: &[
            Block::Text(
                "印の形は、目標がどんな約束かを表します。どの種類に当たるかは、資料のことばを当サイトが読み取ったものです。",
            ),
            Block::Kinds,
            Block::Heading("道のりの図"),
            Block::Text(
                "● は公式の現状値、◎ は公式の目標値です。● から ◎ までの帯が、これから変えるとされている分です。水準を保つ目標は横の帯、上限の目標はふた、方向だけの目標は矢印、ことばの目標は4段のはしごで示します。◆ はわたしの想定です。",
            ),
        ],
    },
    Chapter {
        id: METHOD,
        title: "計算のしかた",
        blocks: &[
            Block::Text(
                "資料にあるのは、1つの現状値と1つの目標値です。そこからわかるのは「差」であって「進み具合」ではありません。進み具合は、あとの時点の値が加わってはじめて計算できます。このサイトでは、わたしの想定を書きとめたときだけ計算します。",
            ),
            Block::Heading("数値に到達する目標"),
            Block::Formula("進み具合 ＝（想定値 − 現状値）÷（目標値 − 現状値）"),
            Block::Formula("経過 ＝ 現状値の時点から想定値の時点までの日数 ÷ 目標の時点までの日数"),
            Block::Formula("ペース ＝ 進み具合 ÷ 経過"),
            Block::Text(
                "へらす目標でも同じ式です。「想定値 ÷ 目標値」の割合は使いません。80を90にする目標で82のとき91％となり、ほとんど進んでいないことが見えなくなるためです。",
            ),
            Block::Statuses,
            Block::Heading("判定できないとき"),
            Block::Text(
                "次のときは、想定値があっても判定しません。まとめの件数では「判定できない」に数え、理由ごとに開いて見られます。",
            ),
            Block::Whys,
            Block::Heading("平均を出さない理由"),
            Block::Text(
                "校数、人数、割合、ことばの目標は性質がちがうため、1つの平均点にはまとめません。まとめるときは、件数と、その分母と、判定できない件数を示します。",
            ),
        ],
    },
    Chapter { id: "words", title: "ことばの説明", blocks: &[Block::Terms(TERMS)] },
    Chapter {
        id: "storage",
        title: "書きとめた値の置き場所",
        blocks: &[
            Block::Text(
                "わたしの想定は、このブラウザの中（ローカルストレージ）にだけ保存されます。サーバーはなく、どこにも送られません。ほかの端末やほかのブラウザからは見えません。",
            ),
            Block::List(&[
                "ブラウザの閲覧データを消すと、書きとめた値も消えます。シナリオのページの「ファイル」から、すべてを1つのファイルに書き出して控えにできます。控えは同じページから読み込めます。",
                "保存ができないとき（シークレットモード、容量不足など）は、画面の上に知らせます。そのページを閉じるまでは使えます。",
                "保存されていた内容が読み取れないときは、上書きせずに別の場所へ移し、取り出せるようにします。",
                "書きかけの入力も、書きとめるか、やめるまで残ります。",
                "2つのタブで同時に書いたときは、値ごとに後から書いたほうを残します。",
            ]),
            Block::Heading("置き場所の名前"),
            Block::Stored(STORED),
            Block::Heading("シナリオ、ファイル、リンク"),
            Block::List(&[
                "想定値は「シナリオ」に分けて持てます。シナリオは作る、写す、並べかえる、消すことができ、どの操作も元に戻せます。",
                "「表で書きこむ」では、全部の指標の想定値を1つの表で書けます。Excelの列や範囲を貼り付けると、何がどこに入るかを確かめてから入ります。",
                "CSVは公式の値と想定値を別の列に分けています。Excelで書きかえたCSVは、読み込む前に、新しい値、変わる値、取り込めない値とその理由を示します。",
                "「リンクで渡す」は、シナリオ1つをアドレスの中に入れます。開いた人の値には、その人が加えるまで何も起きません。",
            ]),
        ],
    },
    Chapter {
        id: "keys",
        title: "キーボードで使う",
        blocks: &[
            Block::Text(
                "すべての操作がキーボードでできます。Tabで次へ、Shift＋Tabで前へ動き、Enterかスペースで押します。",
            ),
            Block::Keys(KEYS),
            Block::Accessibility,
        ],
    },
    Chapter {
        id: "data",
        title: "データ",
        blocks: &[
            Block::Text(
                "このサイトが使っている一覧の全体を、ファイルで取り出せます。印刷されたことば、読み取った数値、当サイトの分類は、別々の項目です。",
            ),
            Block::Downloads,
            Block::Heading("版"),
            Block::Version,
        ],
    },
    Chapter {
        id: "licences",
        title: "ライセンス",
        blocks: &[
            Block::Text(
                "資料の文章の著作権は発行者にあります。このサイトのプログラムは MIT ライセンスです。おもに次のものを含みます。",
            ),
            Block::Licences,
        ],
    },
];

/// The words of the list and of this site.
pub const TERMS: &[Term] = &[
    Term {
        id: "term-kpi",
        word: "重要業績評価指標（KPI）",
        meaning: "計画がどこまで進んだかを確かめるために、あらかじめ決めておく目じるし。この資料では「指標」と同じです。",
    },
    Term {
        id: "term-goal",
        word: "基本目標",
        meaning: "資料がかかげる大きな目標。指標は、基本目標の下の戦略計画ごとに並んでいます。",
    },
    Term {
        id: "term-plan", word: "戦略計画", meaning: "基本目標を実現するための計画。指標はその中に置かれています。"
    },
    Term {
        id: "term-numeric-target",
        word: "数値目標",
        meaning: "基本目標ごとに置かれた、調査の結果などの数を上げるという目標。",
    },
    Term {
        id: "term-current",
        word: "現状値",
        meaning: "資料に印刷された、もとになる値。断りがなければ一覧の基準日の状況です。計算では「基準」とも書きます。",
    },
    Term { id: "term-target", word: "目標値", meaning: "資料に印刷された、期限までに目指す値。" },
    Term {
        id: "term-total",
        word: "計",
        meaning: "その日までの合計。「計37校」は、その日までに37校になっていることを表します。",
    },
    Term { id: "term-per-year", word: "年間", meaning: "1年あたりの数。" },
    Term {
        id: "term-about", word: "約", meaning: "おおよその数。四捨五入などで丸められています。"
    },
    Term { id: "term-expected", word: "見込", meaning: "まだ確定していない、そうなりそうな値。" },
    Term { id: "term-actual", word: "実績", meaning: "すでに確定した値。" },
    Term {
        id: "term-bracket",
        word: "かっこ〔　〕の中の記載",
        meaning: "資料が補足として書いた2つ目の記載。目標の数がここにしかない指標もあり、その場合はそう示します。",
    },
    Term {
        id: "term-fiscal-year", word: "年度、年度末", meaning: "4月1日から翌年3月31日まで。年度末は3月31日です。"
    },
    Term { id: "term-wari", word: "割", meaning: "10分の1。6割は60％です。" },
    Term {
        id: "term-point", word: "ポイント", meaning: "パーセントどうしの差。50％から52％は2ポイントの上昇です。"
    },
    Term {
        id: "term-output",
        word: "アウトプット指標",
        meaning: "行政活動そのものの結果を表す指標。つくった施設の数、開いた回数など。資料は区分を示していないため、当サイトの分類です。",
    },
    Term {
        id: "term-outcome",
        word: "アウトカム指標",
        meaning: "施策や事業の実施により発生する効果・成果を表す指標。満足度、待機児童の数など。資料は区分を示していないため、当サイトの分類です。",
    },
    Term {
        id: "term-direction",
        word: "増加・減少・上昇・低下",
        meaning: "向きだけを示す目標。どれだけ変わればよいかは書かれていません。",
    },
    Term {
        id: "term-extend",
        word: "充実・拡大・推進",
        meaning: "いまあるものを広げる目標。どこまで広げるかの数はありません。",
    },
    Term {
        id: "term-milestone",
        word: "実施・策定・設置",
        meaning: "行うこと、作ることそのものが目標。数ではなく段階（未着手、検討・準備、一部実施、実施済み）で確かめます。",
    },
    Term {
        id: "term-figure",
        word: "想定値（わたしの想定）",
        meaning: "あなたが書きとめた、公式ではない値。聞いた数、公表された実績、自分の見込みのどれかを選べます。",
    },
    Term {
        id: "term-scenario",
        word: "シナリオ",
        meaning: "想定値のひとまとまり。「委員会で聞いた値」「目標達成の場合」など、いくつでも作って比べられます。",
    },
    Term {
        id: "term-verdict",
        word: "判定",
        meaning: "想定値から計算のしかたどおりに導いたことば。区の公式評価ではありません。",
    },
    Term {
        id: "term-pace",
        word: "ペース",
        meaning: "期間の経過に見合う速さを1としたときの進む速さ。0.5なら半分の速さです。",
    },
];

/// The keys there are, besides those of the browser.
const KEYS: &[(&str, &str)] = &[
    ("/", "どのページからも、検索の欄へ動く（検索のページで切ることができます）"),
    ("Ctrl＋Z", "最後の操作を元に戻す（文字の入力中は、その文字を元に戻す）"),
    ("Ctrl＋Y、Ctrl＋Shift＋Z", "やり直す"),
    ("Esc", "開いた窓やしぼり込みを閉じる。表では書きかけをやめる"),
    ("表で ↑ ↓ ← →", "となりのますへ動く"),
    ("表で Enter、Shift＋Enter", "値を入れて下へ、上へ動く"),
    ("表で Home、End", "行のはじめ、おわりの時点へ動く"),
    ("表で F2", "ますの文字を直す"),
    ("表で Shift＋矢印", "範囲を選ぶ"),
    ("表で Ctrl＋D", "選んだ範囲に、いちばん上の値を入れる"),
    ("表で Ctrl＋C、Ctrl＋V", "選んだ範囲を写す、Excelの範囲を貼り付ける"),
    ("表で Delete", "選んだますの想定値を消す"),
    ("つまみの上で ← →", "想定値を1目もりずつ動かす"),
];

/// What is kept in the browser, by name.
const STORED: &[(&str, &str)] = &[
    (keys::OWN_FIGURES, "すべてのシナリオと、元に戻すための記録"),
    (keys::HALF_TYPED, "書きかけの入力（名前のあとに指標の番号や、表のます、シナリオの名前などの欄が続きます）"),
    (keys::QUARANTINE, "読み取れずに移しておいた内容（名前のあとに時刻が続きます）"),
    (keys::BACKUP, "最後にファイルに書き出した時刻"),
    (keys::SLASH, "「/」キーを切っているかどうか"),
    (
        "キャッシュ",
        "通信がなくても開くための、このサイトのファイル。書きとめた値は入っていません。ブラウザの設定でサイトのデータを消すと、書きとめた値といっしょに消えます",
    ),
];

/// Name, licence and what it is for, of everything shipped to the browser.
pub const LICENCES: &[(&str, &str, &str)] = &[
    ("Leptos", "MIT", "画面の組み立て"),
    ("wasm-bindgen, js-sys, web-sys", "MIT / Apache-2.0", "ブラウザとの橋渡し"),
    ("serde, serde_json", "MIT / Apache-2.0", "データの読み書き"),
    ("gloo-storage", "MIT / Apache-2.0", "ローカルストレージ"),
    ("time", "MIT / Apache-2.0", "日付の計算"),
    ("charming", "MIT / Apache-2.0", "グラフの設定"),
    ("Apache ECharts, ZRender", "Apache-2.0 / BSD-3-Clause", "グラフの描画"),
    ("デジタル庁デザインシステム デザイントークン", "MIT", "色の値"),
];

/// The chapters as the search takes them in.
pub fn articles() -> Vec<Article> {
    let chapters = CHAPTERS.iter().map(|chapter| Article {
        id: chapter.id,
        title: chapter.title,
        texts: chapter.blocks.iter().flat_map(texts).collect(),
    });
    let terms =
        TERMS.iter().map(|term| Article { id: term.id, title: term.word, texts: vec![term.meaning.to_owned()] });
    chapters.chain(terms).collect()
}

/// The words explained here that an indicator's cells, kind or level use, in the order of the list.
pub fn terms_of(indicator: &Indicator) -> Vec<&'static Term> {
    let cells = [indicator.current.printed(), indicator.target.printed()].concat();
    let quantities = indicator.measures.iter().flat_map(|measure| [&measure.current, &measure.target]).flatten();
    let extents: Vec<Extent> = quantities.filter_map(|quantity| quantity.extent).collect();
    let days = [&indicator.current.as_of, &indicator.target.as_of].map(Option::as_ref);
    let has_nature = |nature| days.iter().flatten().any(|day| day.nature == Some(nature));
    let applies = |id: &str| match id {
        "term-total" => extents.contains(&Extent::Total),
        "term-per-year" => extents.contains(&Extent::PerYear),
        "term-about" => cells.contains('約'),
        "term-expected" => has_nature(Nature::Expected) || cells.contains("見込"),
        "term-actual" => has_nature(Nature::Actual) || cells.contains("実績"),
        "term-bracket" => cells.contains('〔'),
        "term-wari" => cells.contains('割'),
        "term-direction" => indicator.kind == TargetKind::Direction,
        "term-extend" => indicator.kind == TargetKind::Extend,
        "term-milestone" => indicator.kind == TargetKind::Milestone,
        "term-output" => indicator.level.kind == LevelKind::Output,
        "term-outcome" => indicator.level.kind == LevelKind::Outcome,
        _ => false,
    };
    TERMS.iter().filter(|term| applies(term.id)).collect()
}

/// Whether an address leads to something in the guide.
pub fn has_section(id: &str) -> bool {
    CHAPTERS.iter().any(|chapter| chapter.id == id) || TERMS.iter().any(|term| term.id == id)
}

fn texts(block: &Block) -> Vec<String> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    match *block {
        Block::Text(text) | Block::Formula(text) | Block::Heading(text) => owned(&[text]),
        Block::List(items) => owned(items),
        Block::Kinds => TargetKind::ALL
            .into_iter()
            .map(|kind| format!("{}：{}", wording::kind(kind), wording::kind_meaning(kind)))
            .collect(),
        Block::Statuses => Status::ALL
            .into_iter()
            .map(|one| format!("{}：{}", wording::status(one), wording::status_meaning(one)))
            .collect(),
        Block::Licences => LICENCES.iter().map(|(name, ..)| (*name).to_owned()).collect(),
        Block::Downloads => owned(&screen::guide::DOWNLOADS.map(|(_, name)| name)),
        Block::Whys => UnjudgedReason::ALL.into_iter().map(|why| wording::why(why).to_owned()).collect(),
        // Terms are articles of their own; what the document says is found as the document.
        Block::Terms(_) | Block::ReadingGuide | Block::EditionNote | Block::Version | Block::Accessibility => {
            Vec::new()
        }
        Block::Keys(rows) | Block::Stored(rows) => rows.iter().map(|(name, what)| format!("{name}：{what}")).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapter_ids_are_unique_and_the_method_exists() {
        for (at, chapter) in CHAPTERS.iter().enumerate() {
            assert!(CHAPTERS.iter().skip(at + 1).all(|other| other.id != chapter.id), "{}", chapter.id);
            assert!(!chapter.blocks.is_empty(), "{}", chapter.id);
        }
        assert!(CHAPTERS.iter().any(|chapter| chapter.id == METHOD));
        let mut ids: Vec<&str> = articles().iter().map(|article| article.id).collect();
        ids.sort_unstable();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
        for id in ids {
            assert!(routes::SectionId::parse(id).is_some_and(|id| has_section(id.as_str())), "{id}");
        }
        assert!(!has_section("nowhere"));
    }

    #[test]
    fn each_indicator_explains_the_words_it_uses() {
        let list = test_support::bundled_list();
        let of = |id: &str| -> Vec<&str> {
            let id = list::IndicatorId::parse(id).unwrap();
            let terms = terms_of(list.indicator(&id).unwrap());
            terms.iter().map(|term| term.word).collect()
        };
        assert_eq!(of("3-1"), ["計", "アウトプット指標"]);
        assert!(of("2-6").contains(&"年間") && of("2-6").contains(&"見込"), "{:?}", of("2-6"));
        assert!(of("1-3").contains(&"かっこ〔　〕の中の記載"), "{:?}", of("1-3"));
        // Every word that an indicator can use is used by one.
        let all: Vec<&Term> = list.indicators.iter().flat_map(terms_of).collect();
        for id in [
            "term-about",
            "term-actual",
            "term-wari",
            "term-direction",
            "term-extend",
            "term-milestone",
            "term-outcome",
        ] {
            assert!(all.iter().any(|term| term.id == id), "{id}");
        }
    }
}
