//! The words of the guide, as data: the page only sets them.

use super::{screen, wording};
use crate::{assess::Status, dataset::TargetKind, explore::Article};

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
    /// The table of statuses and thresholds.
    Statuses,
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
                "一度開けば、通信がなくても使えます。",
            ]),
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
            Block::Heading("平均を出さない理由"),
            Block::Text(
                "校数、人数、割合、ことばの目標は性質がちがうため、1つの平均点にはまとめません。まとめるときは、件数と、その分母と、判定できない件数を示します。",
            ),
        ],
    },
    Chapter {
        id: "words",
        title: "ことばの説明",
        blocks: &[Block::List(&[
            "現状値：資料に印刷された、もとになる値。断りがなければ一覧の基準日の状況です。",
            "目標値：資料に印刷された、期限までの値。",
            "計：その日までの合計。年間：1年あたり。約：おおよそ。見込：まだ確定していない値。実績：確定した値。",
            "〔 〕：資料が補足として書いた2つ目の記載。",
            "年度：4月1日から翌年3月31日まで。年度末は3月31日です。",
            "割：10分の1。6割は60％です。",
            "ポイント：パーセントどうしの差。50％から52％は2ポイントの上昇です。",
            "アウトプット指標：行政活動そのものの結果を表す指標。アウトカム指標：施策や事業の実施により生じる効果・成果を表す指標。資料はどちらかを示していないため、区分は当サイトの分類です。",
        ])],
    },
    Chapter {
        id: "storage",
        title: "書きとめた値の置き場所",
        blocks: &[
            Block::Text(
                "わたしの想定は、このブラウザの中（ローカルストレージ）にだけ保存されます。サーバーはなく、どこにも送られません。ほかの端末やほかのブラウザからは見えません。",
            ),
            Block::List(&[
                "ブラウザの閲覧データを消すと、書きとめた値も消えます。指標のページの「書きとめた値をすべてファイルに書き出す」で控えをとれます。",
                "保存ができないとき（シークレットモード、容量不足など）は、画面の上に知らせます。そのページを閉じるまでは使えます。",
                "保存されていた内容が読み取れないときは、上書きせずに別の場所へ移し、取り出せるようにします。",
            ]),
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
            Block::Version,
        ],
    },
    Chapter {
        id: "licences",
        title: "ライセンス",
        blocks: &[
            Block::Text(
                "資料の文章の著作権は発行者にあります。このサイトのプログラムは MIT ライセンスです。次のものを含みます。",
            ),
            Block::Licences,
        ],
    },
];

/// Name, licence and what it is for, of everything shipped to the browser.
pub const LICENCES: &[(&str, &str, &str)] = &[
    ("Leptos", "MIT", "画面の組み立て"),
    (
        "wasm-bindgen, js-sys, web-sys",
        "MIT / Apache-2.0",
        "ブラウザとの橋渡し",
    ),
    ("serde, serde_json", "MIT / Apache-2.0", "データの読み書き"),
    ("gloo-storage", "MIT / Apache-2.0", "ローカルストレージ"),
    ("time", "MIT / Apache-2.0", "日付の計算"),
    ("charming", "MIT / Apache-2.0", "グラフの設定"),
    (
        "Apache ECharts, ZRender",
        "Apache-2.0 / BSD-3-Clause",
        "グラフの描画",
    ),
    (
        "デジタル庁デザインシステム デザイントークン",
        "MIT",
        "色の値",
    ),
];

/// The chapters as the search takes them in.
#[must_use]
pub fn articles() -> Vec<Article> {
    CHAPTERS
        .iter()
        .map(|chapter| Article {
            id: chapter.id,
            title: chapter.title,
            texts: chapter.blocks.iter().flat_map(texts).collect(),
        })
        .collect()
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
        Block::Licences => LICENCES
            .iter()
            .map(|(name, ..)| (*name).to_owned())
            .collect(),
        Block::Downloads => owned(&screen::guide::DOWNLOADS.map(|(_, name)| name)),
        Block::Version => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapter_ids_are_unique_and_the_method_exists() {
        for (at, chapter) in CHAPTERS.iter().enumerate() {
            assert!(
                CHAPTERS
                    .iter()
                    .skip(at + 1)
                    .all(|other| other.id != chapter.id),
                "{}",
                chapter.id
            );
            assert!(!chapter.blocks.is_empty(), "{}", chapter.id);
        }
        assert!(CHAPTERS.iter().any(|chapter| chapter.id == METHOD));
    }
}
