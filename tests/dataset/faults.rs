//! What the loader refuses: each rule alone, and one file with many faults at once.

use serde_json::{Value, json};
use ward_indicators::dataset::load;

use crate::SMALL;

/// The faults of the small list after some places (JSON pointers) were changed; `null` takes a field away.
fn faults_after(changes: &[(&str, Value)]) -> Vec<(String, String)> {
    let mut list: Value = serde_json::from_str(SMALL).unwrap();
    for (place, value) in changes {
        let (parent, key) = place.rsplit_once('/').unwrap();
        match list
            .pointer_mut(parent)
            .unwrap_or_else(|| panic!("no {parent}"))
        {
            Value::Object(map) => drop(map.insert(key.to_owned(), value.clone())),
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            _ => panic!("{parent} holds nothing"),
        }
    }
    match load(&list.to_string()) {
        Ok(_) => Vec::new(),
        Err(faults) => faults
            .0
            .into_iter()
            .map(|fault| (fault.path, fault.reason))
            .collect(),
    }
}

/// One change, one fault: its place, and a part of its reason.
#[track_caller]
fn refused(place: &str, value: Value, path: &str, reason: &str) {
    refused_together(&[(place, value)], path, reason);
}

#[track_caller]
fn refused_together(changes: &[(&str, Value)], path: &str, reason: &str) {
    let faults = faults_after(changes);
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(faults[0].0, path);
    assert!(faults[0].1.contains(reason), "{}", faults[0].1);
}

#[test]
fn envelope() {
    refused("/format", json!("other"), "$.format", "ward-indicators");
    refused("/format", Value::Null, "$.format", "ward-indicators");
    refused("/version", json!(2), "$.version", "新しい形式");
    for version in [json!(0), json!(-1), json!(1.5), json!("1"), Value::Null] {
        refused("/version", version, "$.version", "1以上の整数");
    }
    let only = |text: &str| {
        let faults = load(text).unwrap_err().0;
        assert_eq!(faults.len(), 1);
        (faults[0].path.clone(), faults[0].reason.clone())
    };
    assert_eq!(only("[]").0, "$");
    assert_eq!(
        only("{\n \"format\": }").1,
        "JSONとして読めません（2行12字目のあたり）"
    );
    // JSON has no infinity; a number too large to hold is no number.
    assert_eq!(
        only(&SMALL.replacen("\"amount\": 40", "\"amount\": 1e999", 1)).0,
        "$"
    );
}

#[test]
fn shape_of_fields() {
    refused(
        "/indicators/0/name",
        Value::Null,
        "$.indicators[0].name",
        "ありません",
    );
    refused(
        "/indicators/0/name",
        json!(7),
        "$.indicators[0].name",
        "文字列が必要ですが、数です",
    );
    refused(
        "/indicators/0/name",
        json!(" 　"),
        "$.indicators[0].name",
        "空です",
    );
    refused(
        "/indicators/0",
        json!("1-1"),
        "$.indicators[0]",
        "オブジェクトが必要",
    );
    refused(
        "/indicators/0/current/lines",
        json!([]),
        "$.indicators[0].current.lines",
        "空です",
    );
    refused(
        "/indicators/6/target/lines/0",
        json!(""),
        "$.indicators[6].target.lines[0]",
        "空です",
    );
    refused(
        "/indicators/0/measures/0/current/amount",
        json!("40"),
        "$.indicators[0].measures[0].current.amount",
        "数が必要",
    );
    refused(
        "/indicators/0/related/0/same_question",
        json!(1),
        "$.indicators[0].related[0].same_question",
        "真偽値が必要",
    );
    refused("/plans/0/line", json!(0), "$.plans[0].line", "1から");
    refused("/plans/0/line", json!(-3), "$.plans[0].line", "0以上の整数");
    refused(
        "/plans/0/line",
        json!(5_000_000_000_u64),
        "$.plans[0].line",
        "1から",
    );
    refused(
        "/site/search_examples",
        json!("待機"),
        "$.site.search_examples",
        "配列が必要",
    );
    refused(
        "/sections/0/kind",
        json!("afterword"),
        "$.sections[0].kind",
        "introduction・",
    );
    refused(
        "/indicators/0/kind",
        json!("REACH"),
        "$.indicators[0].kind",
        "reach・ceiling・",
    );
}

#[test]
fn whole_lists_missing() {
    let paths = |key: &str| -> Vec<String> {
        faults_after(&[(key, json!("なし"))])
            .into_iter()
            .map(|(path, _)| path)
            .collect()
    };
    assert_eq!(
        paths("/indicators"),
        ["$.counts.indicators", "$.indicators"]
    );
    assert_eq!(paths("/counts"), ["$.counts"]);
    assert_eq!(paths("/document"), ["$.document"]);
}

#[test]
fn ids_references_counts() {
    refused(
        "/indicators/1/id",
        json!("1-1"),
        "$.indicators[1].id",
        "$.indicators[0].id でも",
    );
    refused(
        "/indicators/1/id",
        json!("１-２"),
        "$.indicators[1].id",
        "半角",
    );
    refused(
        "/goals/1/id",
        json!("kurashi"),
        "$.goals[1].id",
        "$.goals[0].id でも",
    );
    refused(
        "/indicators/1/plan",
        json!("2"),
        "$.indicators[1].plan",
        "番号「2」",
    );
    refused("/plans/0/goal", json!("9"), "$.plans[0].goal", "番号「9」");
    refused(
        "/indicators/0/related/0/target",
        json!("x"),
        "$.indicators[0].related[0].target",
        "番号「x」",
    );
    refused(
        "/counts/indicators",
        json!(120),
        "$.counts.indicators",
        "120件とありますが、9件",
    );
    refused(
        "/counts/numeric_targets",
        json!(0),
        "$.counts.numeric_targets",
        "1件あります",
    );
    refused("/counts/plans", Value::Null, "$.counts.plans", "ありません");
    let link = json!({ "target": "kurashi-1", "same_question": true });
    refused(
        "/indicators/0/related",
        json!([link, link]),
        "$.indicators[0].related[1].target",
        "重なって",
    );
}

#[test]
fn a_broken_record_breaks_nothing_else() {
    // Everything refers to goal and plan by their ids, and counts count them, though neither can be read.
    let faults = faults_after(&[("/goals/0/name", json!(1)), ("/plans/0/name", Value::Null)]);
    let paths: Vec<&str> = faults.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["$.goals[0].name", "$.plans[0].name"]);
}

#[test]
fn dates() {
    refused(
        "/default_target/date",
        json!("2022-02-30"),
        "$.default_target.date",
        "日付ではありません",
    );
    refused(
        "/document/published",
        json!("平成30年4月"),
        "$.document.published",
        "日付ではありません",
    );
    refused(
        "/default_target/date",
        json!("2022-03-30"),
        "$.default_target.date",
        "「平成33年度末」は2022-03-31です",
    );
    refused(
        "/indicators/8/current/as_of/nature",
        json!("actual"),
        "$.indicators[8].current.as_of.nature",
        "見込",
    );
    refused(
        "/indicators/8/current/as_of/nature",
        Value::Null,
        "$.indicators[8].current.as_of.nature",
        "見込",
    );
    refused(
        "/indicators/5/target/as_of",
        json!({ "date": "2020-10-31", "printed": "平成32年10月末" }),
        "$.indicators[5].target.as_of.printed",
        "linesの中に",
    );
    refused_together(
        &[
            (
                "/indicators/5/target/lines",
                json!(["拡充 〔5地区〕 (平成30年3月末)"]),
            ),
            (
                "/indicators/5/target/as_of",
                json!({ "date": "2018-03-31", "printed": "平成30年3月末" }),
            ),
        ],
        "$.indicators[5].target",
        "後の日ではありません",
    );
    let due = json!({ "date": "2018-03-31", "printed": "平成29年度末" });
    refused(
        "/goals/0/numeric_targets/0/due",
        due,
        "$.goals[0].numeric_targets[0].due.date",
        "後の日ではありません",
    );
}

#[test]
fn printed_text_contains_what_was_read() {
    let at = "$.indicators[2].measures[0]";
    let place = |key: &str| format!("/indicators/2/measures/0/{key}");
    refused(
        &place("target/amount"),
        json!(4),
        &format!("{at}.target.amount"),
        "「計3ふりこ」から読める数は3",
    );
    refused(
        &place("target/extent"),
        Value::Null,
        &format!("{at}.target.extent"),
        "計",
    );
    refused(
        &place("target/extent"),
        json!("per_year"),
        &format!("{at}.target.extent"),
        "計",
    );
    refused(
        &place("target/approximate"),
        json!(true),
        &format!("{at}.target.approximate"),
        "約",
    );
    refused(
        "/indicators/4/measures/0/current/approximate",
        json!(false),
        "$.indicators[4].measures[0].current.approximate",
        "約",
    );
    refused(
        "/indicators/2/target/lines",
        json!(["計4ふりこ"]),
        &format!("{at}.target.printed"),
        "linesの中に",
    );
    refused(
        "/goals/0/numeric_targets/0/name",
        json!("楽しさ"),
        "$.goals[0].numeric_targets[0].name",
        "printedの中に",
    );
    refused(
        "/goals/0/numeric_targets/0/survey",
        json!("区民調査"),
        "$.goals[0].numeric_targets[0].survey",
        "printedの中に",
    );
    let faults = faults_after(&[(&place("target/unit"), json!("台"))]);
    let paths: Vec<&str> = faults.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [format!("{at}.target.printed"), format!("{at}.target.unit")]
    );
}

#[test]
fn brackets() {
    // A number in the wrong place also tells another story about the kind of target.
    for (at, place, side) in [(5, "cell", "外"), (0, "bracket", "中")] {
        let faults = faults_after(&[(&format!("/indicators/{at}/measures/0/place"), json!(place))]);
        let paths: Vec<&str> = faults.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            paths,
            [
                format!("$.indicators[{at}].measures[0].place"),
                format!("$.indicators[{at}].kind")
            ]
        );
        assert!(
            faults[0].1.contains(&format!("〔 〕の{side}に")),
            "{}",
            faults[0].1
        );
    }
}

#[test]
fn kind_fits_the_numbers() {
    let kind = |at: usize| format!("$.indicators[{at}].kind");
    refused(
        "/indicators/0/kind",
        json!("hold"),
        &kind(0),
        "現状値と目標値がちがい",
    );
    refused("/indicators/0/kind", json!("ceiling"), &kind(0), "「以下」");
    refused("/indicators/1/kind", json!("reach"), &kind(1), "「以下」");
    refused(
        "/indicators/3/kind",
        json!("reach"),
        &kind(3),
        "holdではありませんか",
    );
    refused(
        "/indicators/0/kind",
        json!("direction"),
        &kind(0),
        "目標値の数があります",
    );
    refused_together(
        &[
            ("/indicators/2/kind", json!("milestone")),
            ("/indicators/2/current/stage", json!("preparing")),
            ("/indicators/2/target/stage", json!("done")),
        ],
        &kind(2),
        "reachではありませんか",
    );
    refused_together(
        &[("/indicators/4/kind", json!("reach"))],
        &kind(4),
        "目標値がありません",
    );
    refused(
        "/indicators/0/measures/0/better",
        json!("higher"),
        "$.indicators[0].measures[0].better",
        "逆",
    );
    refused(
        "/indicators/1/measures/0/better",
        json!("higher"),
        "$.indicators[1].measures[0].better",
        "lower",
    );
    let twice = json!([{ "id": "a", "unit": "人", "place": "cell", "better": "lower",
        "current": { "amount": 40, "unit": "人", "printed": "４０人" },
        "target": { "amount": 0, "unit": "人", "printed": "０人" } }]);
    let twice = json!([twice[0], twice[0]]);
    refused(
        "/indicators/0/measures",
        twice,
        "$.indicators[0].measures[1].id",
        "重なって",
    );
    let empty = json!([{ "id": "a", "unit": "人", "place": "cell", "better": "higher" }]);
    refused(
        "/indicators/6/measures",
        empty,
        "$.indicators[6].measures[0]",
        "現状値も目標値もありません",
    );
}

#[test]
fn kind_fits_the_stages() {
    refused(
        "/indicators/6/current/stage",
        Value::Null,
        "$.indicators[6].current.stage",
        "段階が必要",
    );
    refused(
        "/indicators/6/target/stage",
        Value::Null,
        "$.indicators[6].target.stage",
        "段階が必要",
    );
    refused(
        "/indicators/6/target/stage",
        json!("not_started"),
        "$.indicators[6].target.stage",
        "not_started",
    );
    refused_together(
        &[
            ("/indicators/6/current/stage", json!("done")),
            ("/indicators/6/target/stage", json!("partial")),
        ],
        "$.indicators[6].target.stage",
        "現状より前",
    );
    refused(
        "/indicators/0/target/stage",
        json!("done"),
        "$.indicators[0].target.stage",
        "段階はありません",
    );
    refused(
        "/indicators/0/current/stage",
        json!("partial"),
        "$.indicators[0].current.stage",
        "段階はありません",
    );
    refused(
        "/indicators/7/current/stage",
        Value::Null,
        "$.indicators[7].current.stage",
        "段階が必要",
    );
}

#[test]
fn doubts() {
    refused(
        "/indicators/6/doubts/0/reading",
        json!("しぜん憲章"),
        "$.indicators[6].doubts[0].reading",
        "本文にありません",
    );
    refused(
        "/indicators/6/doubts/0/corrected",
        json!(false),
        "$.indicators[6].doubts[0].printed",
        "本文にありません",
    );
    refused(
        "/indicators/6/doubts/0/printed",
        json!("しぜん条例"),
        "$.indicators[6].doubts[0].reading",
        "同じ",
    );
}

#[test]
fn fields_of_the_future_are_left_alone() {
    let more = [
        ("/extra", json!({ "a": [1] })),
        ("/indicators/0/colour", json!("みどり")),
    ];
    assert_eq!(faults_after(&more), []);
}

#[test]
fn many_faults_at_once() {
    let broken = include_str!("../fixtures/broken.json");
    let expected = include_str!("../fixtures/broken.faults.txt");
    assert_eq!(load(broken).unwrap_err().to_string(), expected.trim_end());
}
