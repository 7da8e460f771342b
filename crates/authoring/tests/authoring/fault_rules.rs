//! Faults between the fields of a record, one rule at a time.

use serde_json::{Value, json};

use crate::faults::{faults_after, refused, refused_together};

#[test]
fn dates() {
    refused("/default_target/date", json!("2022-02-30"), "$.default_target.date", "日付ではありません");
    refused("/document/published", json!("平成30年4月"), "$.document.published", "日付ではありません");
    refused("/default_target/date", json!("2022-03-30"), "$.default_target.date", "「平成33年度末」は2022-03-31です");
    refused("/indicators/8/current/as_of/nature", json!("actual"), "$.indicators[8].current.as_of.nature", "見込");
    refused("/indicators/8/current/as_of/nature", Value::Null, "$.indicators[8].current.as_of.nature", "見込");
    refused(
        "/indicators/5/target/as_of",
        json!({ "date": "2020-10-31", "printed": "平成32年10月末" }),
        "$.indicators[5].target.as_of.printed",
        "linesの中に",
    );
    refused_together(
        &[
            ("/indicators/5/target/lines", json!(["拡充 〔5地区〕 (平成30年3月末)"])),
            ("/indicators/5/target/as_of", json!({ "date": "2018-03-31", "printed": "平成30年3月末" })),
        ],
        "$.indicators[5].target",
        "後の日ではありません",
    );
    let due = json!({ "date": "2018-03-31", "printed": "平成29年度末" });
    refused("/goals/0/numeric_targets/0/due", due, "$.goals[0].numeric_targets[0].due.date", "後の日ではありません");
}

#[test]
fn printed_text_contains_what_was_read() {
    let at = "$.indicators[2].measures[0]";
    let place = |key: &str| format!("/indicators/2/measures/0/{key}");
    refused(&place("target/amount"), json!(4), &format!("{at}.target.amount"), "「計3ふりこ」から読める数は3");
    refused(&place("target/extent"), Value::Null, &format!("{at}.target.extent"), "計");
    refused(&place("target/extent"), json!("per_year"), &format!("{at}.target.extent"), "計");
    refused(&place("target/approximate"), json!(true), &format!("{at}.target.approximate"), "約");
    refused(
        "/indicators/4/measures/0/current/approximate",
        json!(false),
        "$.indicators[4].measures[0].current.approximate",
        "約",
    );
    refused("/indicators/2/target/lines", json!(["計4ふりこ"]), &format!("{at}.target.printed"), "linesの中に");
    refused("/goals/0/numeric_targets/0/name", json!("楽しさ"), "$.goals[0].numeric_targets[0].name", "printedの中に");
    refused(
        "/goals/0/numeric_targets/0/survey",
        json!("区民調査"),
        "$.goals[0].numeric_targets[0].survey",
        "printedの中に",
    );
    let faults = faults_after(&[(&place("target/unit"), json!("台"))]);
    let paths: Vec<&str> = faults.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, [format!("{at}.target.printed"), format!("{at}.target.unit")]);
}

#[test]
fn brackets() {
    // A number in the wrong place also contradicts the kind of target.
    for (at, place, side) in [(5, "cell", "外"), (0, "bracket", "中")] {
        let faults = faults_after(&[(&format!("/indicators/{at}/measures/0/place"), json!(place))]);
        let paths: Vec<&str> = faults.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, [format!("$.indicators[{at}].measures[0].place"), format!("$.indicators[{at}].kind")]);
        assert!(faults[0].1.contains(&format!("〔 〕の{side}に")), "{}", faults[0].1);
    }
}

#[test]
fn kind_fits_the_numbers() {
    let kind = |at: usize| format!("$.indicators[{at}].kind");
    refused("/indicators/0/kind", json!("hold"), &kind(0), "現状値と目標値がちがい");
    refused("/indicators/0/kind", json!("ceiling"), &kind(0), "「以下」");
    refused("/indicators/1/kind", json!("reach"), &kind(1), "「以下」");
    refused("/indicators/3/kind", json!("reach"), &kind(3), "holdではありませんか");
    refused("/indicators/0/kind", json!("direction"), &kind(0), "目標値の数があります");
    refused_together(
        &[
            ("/indicators/2/kind", json!("milestone")),
            ("/indicators/2/current/stage", json!("preparing")),
            ("/indicators/2/target/stage", json!("done")),
        ],
        &kind(2),
        "reachではありませんか",
    );
    refused_together(&[("/indicators/4/kind", json!("reach"))], &kind(4), "目標値がありません");
    refused("/indicators/0/measures/0/better", json!("higher"), "$.indicators[0].measures[0].better", "逆");
    refused("/indicators/1/measures/0/better", json!("higher"), "$.indicators[1].measures[0].better", "lower");
    let twice = json!([{ "id": "a", "unit": "人", "place": "cell", "better": "lower",
        "current": { "amount": 40, "unit": "人", "printed": "４０人" },
        "target": { "amount": 0, "unit": "人", "printed": "０人" } }]);
    let twice = json!([twice[0], twice[0]]);
    refused("/indicators/0/measures", twice, "$.indicators[0].measures[1].id", "重なって");
    let empty = json!([{ "id": "a", "unit": "人", "place": "cell", "better": "higher" }]);
    refused("/indicators/6/measures", empty, "$.indicators[6].measures[0]", "現状値も目標値もありません");
}

#[test]
fn kind_fits_the_stages() {
    refused("/indicators/6/current/stage", Value::Null, "$.indicators[6].current.stage", "段階が必要");
    refused("/indicators/6/target/stage", Value::Null, "$.indicators[6].target.stage", "段階が必要");
    refused("/indicators/6/target/stage", json!("not_started"), "$.indicators[6].target.stage", "not_started");
    refused_together(
        &[("/indicators/6/current/stage", json!("done")), ("/indicators/6/target/stage", json!("partial"))],
        "$.indicators[6].target.stage",
        "現状より前",
    );
    refused("/indicators/0/target/stage", json!("done"), "$.indicators[0].target.stage", "段階はありません");
    refused("/indicators/0/current/stage", json!("partial"), "$.indicators[0].current.stage", "段階はありません");
    refused("/indicators/7/current/stage", Value::Null, "$.indicators[7].current.stage", "段階が必要");
}

#[test]
fn doubts() {
    refused(
        "/indicators/6/doubts/0/reading",
        json!("しぜん憲章"),
        "$.indicators[6].doubts[0].reading",
        "本文にありません",
    );
    refused("/indicators/6/doubts/0/corrected", json!(false), "$.indicators[6].doubts[0].printed", "本文にありません");
    refused("/indicators/6/doubts/0/printed", json!("しぜん条例"), "$.indicators[6].doubts[0].reading", "同じ");
}
