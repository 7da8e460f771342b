//! Sentences about the official statement alone.

use list::{Stage, TargetKind};
use test_support::{bundled_list, indicator};
use words::{gap_in_short, gap_sentence, gap_sentences};

use test_support::builders::*;

#[test]
fn each_form_of_target_has_a_sentence() {
    let falling = reach(120.0, 90.0, "件").lower();
    let extension = make("9-1", TargetKind::Extend, "6コース", "7コース").number(Some(6.0), Some(7.0), "コース");
    for (made, sentence) in [
        (reach(37.0, 52.0, "校"), "あと15校（37校→52校、+40.5%）。2年間で、毎年7.5校ずつふやす計算です。"),
        (falling, "あと30件（120件→90件、-25.0%）。2年間で、毎年15件ずつへらす計算です。"),
        (
            reach(2100.0, 2500.0, "人").per_year(),
            "あと400人（年間2,100人→年間2,500人、+19.0%）。2年間で、毎年200人ずつふやす計算です。",
        ),
        (
            reach(16_599.0, 17_341.0, "人").label("定員").bracket().days("2022-04-01", "2024-04-01"),
            "定員：あと742人（16,599人→17,341人、+4.5%）。2年間で、毎年371人ずつふやす計算です。（〔 〕の中に書かれた数です）",
        ),
        (
            reach(1.0, 2.0, "か所").days("2021-03-31", "2024-03-31"),
            "あと1か所（1か所→2か所、+100.0%）。3年間で、毎年約0.33か所ずつふやす計算です。",
        ),
        (reach(87.5, 90.0, "%"), "あと2.5ポイント（87.5%→90%）。2年間で、毎年1.25ポイントずつ上げる計算です。"),
        (
            road_rate(),
            "あと約1割（約6割→約7割）。2年間で、毎年約0.5割ずつ上げる計算です。資料に「約」とあるため、およその計算です。",
        ),
        (
            reach(0.0, 4.0, "か所"),
            "あと4か所（0か所→4か所）。2年間で、毎年2か所ずつふやす計算です。現状値が0のため、増減の割合（%）は計算できません。",
        ),
        (reach(12.0, 0.0, "人").lower(), "あと12人（12人→0人、-100.0%）。2年間で、毎年6人ずつへらす計算です。"),
        (
            reach(1.0, 2.0, "か所").days("2023-03-31", "2024-03-31"),
            "あと1か所（1か所→2か所、+100.0%）。1年間でふやす計算です。",
        ),
        (
            reach(1.0, 2.0, "か所").days("2023-09-30", "2024-03-31"),
            "あと1か所（1か所→2か所、+100.0%）。6か月間でふやす計算です。",
        ),
        (
            reach(1.0, 6.0, "か所").days("2021-09-30", "2024-03-31"),
            "あと5か所（1か所→6か所、+500.0%）。2年6か月間で、1年あたり2か所ずつふやす計算です。",
        ),
        (reach(1.0, 2.0, "か所").days("2024-03-31", "2024-03-31"), "あと1か所（1か所→2か所、+100.0%）。"),
        (extension, "あと1コース（6コース→7コース、+16.7%）。2年間で、毎年0.5コースずつふやす計算です。"),
        (nursery_rate(), "100%を保つ目標です。"),
        (care_rate(), "22.8%以下に抑える目標で、現状の21.8%は上限まで1.0ポイントの余裕があります。"),
        (
            make("9-1", TargetKind::Ceiling, "", "").number(Some(23.5), Some(22.8), "%"),
            "22.8%以下に抑える目標で、現状の23.5%は上限を0.7ポイント上回っています。",
        ),
        (
            make("9-1", TargetKind::Ceiling, "", "").number(Some(22.8), Some(22.8), "%"),
            "22.8%以下に抑える目標で、現状の22.8%は上限ちょうどです。",
        ),
        (
            make("9-1", TargetKind::Ceiling, "", "").number(None, Some(22.8), "%"),
            "22.8%以下に抑える目標です。現状値に数がないため、上限までいくつかは計算できません。",
        ),
        (consultations(), "年間8,600件よりふやす目標です。どれだけふやすかは示されていません。"),
        (
            make("9-1", TargetKind::Direction, "", "").number(Some(94.4), None, "%"),
            "94.4%より上げる目標です。どれだけ上げるかは示されていません。",
        ),
        (beds(), "現状値に数がないため、あといくつかは計算できません。目標は218床です。"),
        (ordinance(), "現状『検討』→目標『条例の制定』。数ではなく段階で示された目標です。"),
        (
            make("9-1", TargetKind::Milestone, "—", "構築"),
            "現状の記載はなし（—）→目標『構築』。数ではなく段階で示された目標です。",
        ),
        (
            make("9-1", TargetKind::Milestone, "実施", "実施"),
            "現状も目標も『実施』。続けることを示した目標で、どれだけかは数では示されていません。",
        ),
        (
            make("9-1", TargetKind::Extend, "実施", "充実"),
            "現状『実施』→目標『充実』。広げる・よくする目標で、どれだけかは数では示されていません。",
        ),
    ] {
        assert_eq!(gap_sentence(&made.rule()), sentence);
    }
}

#[test]
fn several_numbers_have_a_sentence_each() {
    // 2-4 names four professions and 増員; they are not summed up, and none is omitted.
    let staff = make("9-1", TargetKind::Direction, "", "増員")
        .number(Some(8.0), None, "人")
        .label("心理")
        .number(Some(26.0), None, "人")
        .label("福祉");
    assert_eq!(
        gap_sentences(&dataset(), &staff.0),
        [
            "心理：8人よりふやす目標です。どれだけふやすかは示されていません。",
            "福祉：26人よりふやす目標です。どれだけふやすかは示されていません。",
        ]
    );
}

#[test]
fn one_statement_is_one_sentence() {
    for made in [reach(37.0, 52.0, "校"), consultations(), ordinance()] {
        assert_eq!(gap_sentences(&dataset(), &made.0), [gap_sentence(&made.rule())]);
    }
}

#[test]
fn an_extension_promises_nothing_about_the_number_beside_it() {
    // 15-4: the words come first, and both numbers are stated with their meaning.
    let power = make("9-1", TargetKind::Extend, "小中学校98校 区立施設63施設", "拡大")
        .number(Some(98.0), None, "校")
        .label("小中学校")
        .number(Some(63.0), None, "施設")
        .label("区立施設");
    assert_eq!(
        gap_sentences(&dataset(), &power.0),
        [
            "現状『小中学校98校 区立施設63施設』→目標『拡大』。",
            "小中学校：現状は98校で、いくつにするかは示されていません。",
            "区立施設：現状は63施設で、いくつにするかは示されていません。",
        ]
    );
}

#[test]
fn words_come_first_where_numbers_are_in_brackets_only() {
    // 20-4 and 7-7.
    let courses = make("9-1", TargetKind::Extend, "実施 〔6コース〕", "充実 〔7コース〕")
        .number(Some(6.0), Some(7.0), "コース")
        .bracket();
    let day_care = make("9-1", TargetKind::Milestone, "検討", "実施 〔利用者数延600人〕")
        .number(None, Some(600.0), "人")
        .label("利用者数（延べ）")
        .bracket();
    assert_eq!(
        gap_sentences(&dataset(), &courses.0),
        [
            "現状『実施 〔6コース〕』→目標『充実 〔7コース〕』。数は〔 〕の中にだけ示されています。",
            "あと1コース（6コース→7コース、+16.7%）。2年間で、毎年0.5コースずつふやす計算です。（〔 〕の中に書かれた数です）",
        ]
    );
    assert_eq!(
        gap_sentences(&dataset(), &day_care.0),
        [
            "現状『検討』→目標『実施 〔利用者数延600人〕』。数は〔 〕の中にだけ示されています。",
            "利用者数（延べ）：現状値に数がないため、あといくつかは計算できません。目標は600人です。（〔 〕の中に書かれた数です）",
        ]
    );
}

#[test]
fn a_number_without_a_target_is_left_out() {
    // 16-1: 実施〔実施回数5回〕 → 実施.
    let seminars = make("9-1", TargetKind::Milestone, "実施 〔実施回数5回〕", "実施")
        .number(Some(5.0), None, "回")
        .bracket()
        .stages(Some(Stage::Done), Some(Stage::Done));
    assert_eq!(
        gap_sentences(&dataset(), &seminars.0),
        ["現状『実施 〔実施回数5回〕』→目標『実施』。数ではなく段階で示された目標です。"]
    );
}

#[test]
fn gap_sentences_do_not_mention_progress() {
    for made in [
        reach(37.0, 52.0, "校"),
        reach(0.0, 4.0, "校"),
        reach(120.0, 90.0, "件").lower(),
        care_rate(),
        nursery_rate(),
        consultations(),
        beds(),
        ordinance(),
        road_rate(),
    ] {
        let sentence = gap_sentence(&made.rule());
        assert_no_progress_words(&sentence);
    }
}

#[test]
fn known_rows_have_the_expected_sentences() {
    let dataset = bundled_list();
    for (id, sentences) in [
        ("3-1", &["あと15校（37校→52校、+40.5%）。2年間で、毎年7.5校ずつふやす計算です。"][..]),
        (
            "1-3",
            &[
                "あと9所（197所→206所、+4.6%）。2年間で、毎年4.5所ずつふやす計算です。",
                "定員：あと742人（16,599人→17,341人、+4.5%）。2年間で、毎年371人ずつふやす計算です。（〔 〕の中に書かれた数です）",
            ],
        ),
        ("1-5", &["100%を保つ目標です。"]),
        ("2-6", &["年間8,600件よりふやす目標です。どれだけふやすかは示されていません。"]),
        ("6-9", &["22.8%以下に抑える目標で、現状の21.8%は上限まで1.0ポイントの余裕があります。"]),
        ("7-6", &["現状『検討』→目標『条例の制定』。数ではなく段階で示された目標です。"]),
        ("9-3", &["現状値に数がないため、あといくつかは計算できません。目標は218床です。"]),
        (
            "12-1",
            &[
                "あと約1割（約6割→約7割）。2年間で、毎年約0.5割ずつ上げる計算です。資料に「約」とあるため、およその計算です。",
            ],
        ),
        ("14-3", &["現状値に数がないため、あといくつかは計算できません。目標は4か所です。"]),
        (
            "20-3",
            &[
                "現状も目標も『実施 〔6か所〕』。数は〔 〕の中にだけ示されています。",
                "開催か所数：6か所を保つ目標です。（〔 〕の中に書かれた数です）",
            ],
        ),
    ] {
        assert_eq!(gap_sentences(dataset, indicator(dataset, id)), sentences, "{id}");
    }
}

#[test]
fn every_indicator_has_a_gap_sentence_without_progress_words() {
    let dataset = bundled_list();
    for indicator in &dataset.indicators {
        let sentences = gap_sentences(dataset, indicator);
        assert!(!sentences.is_empty(), "{}", indicator.id);
        for sentence in sentences {
            assert!(sentence.contains('。'), "{}: {sentence}", indicator.id);
            assert_no_progress_words(&sentence);
        }
    }
}

#[test]
fn distances_in_short() {
    let list = bundled_list();
    for (id, short) in [
        ("3-1", Some("あと15校（+40.5%）")),
        ("11-6", Some("あと35,500人（+244.8%）")),
        ("1-5", Some("維持")),
        ("2-2", None),
        ("3-3", None),
    ] {
        assert_eq!(gap_in_short(list, indicator(list, id)).as_deref(), short, "{id}");
    }
}
