//! Explanations of assessments and roll-ups, word for word.

use StatusReason::*;
use Verdict::Judged;
use assess::{FigureInput, StatusReason, Subject, UnjudgedReason, Verdict, assess, whole};
use list::{Stage, TargetKind};

use test_support::builders::*;

#[test]
fn an_explanation_shows_the_whole_calculation() {
    let rule = reach(37.0, 52.0, "校").rule();
    let found = assess(&rule, Some(&amount(44.0, "校", MID)));
    assert_eq!(
        words::explanation(&found),
        "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 44校（令和4年度末）は 7校ぶん＝46.7%。期間の49.9%（365日/731日）が過ぎた時点なので、ペースは 0.93、『やや遅れ』。"
    );
    assert_eq!(found.verdict, Judged(PaceSlightlyBehind));
    assert_eq!(found.progress, Some(7.0 / 15.0));
    assert_eq!(found.remaining, Some(8.0));
    assert!((found.needed_per_year.unwrap() - 8.0).abs() < 1e-9);
    assert_eq!(words::outlook(&found).unwrap(), "目標まであと8校。令和5年度末に届くには、1年あたり8校の増が必要です。");
}

#[test]
fn shares_are_rounded_half_up_and_never_to_the_whole() {
    for (current, target, figure, share) in [
        (2_100.0, 2_500.0, 2_105.0, "＝1.3%"),
        (850_000.0, 950_000.0, 850_150.0, "＝0.2%"),
        (29.0, 49.0, 33.01, "＝20.1%"),
        (0.0, 1_000.0, 999.5, "＝99.9%"),
        (100.0, 110.0, 125.625, "＝256.3%"),
    ] {
        let found = assess(&reach(current, target, "人").rule(), Some(&amount(figure, "人", MID)));
        let text = words::explanation(&found);
        assert!(text.contains(share), "{figure}: {text}");
    }
}

#[test]
fn each_outcome_has_an_explanation() {
    let down = || reach(120.0, 90.0, "件").lower();
    for (made, entered, text) in [
        (
            reach(37.0, 52.0, "校"),
            amount(35.0, "校", MID),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 35校（令和4年度末）は基準から逆の方向に 2校（-13.3%）動いたので『後退』。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(55.0, "校", MID),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 55校（令和4年度末）は 18校ぶん＝120.0%で、目標を 3校上回るので『達成』。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(50.0, "校", LATE),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 50校（令和6年度末）は 13校ぶん＝86.7%。目標の時点を365日過ぎて2校足りないので『未達成』。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(50.0, "校", DUE),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 50校（令和5年度末）は 13校ぶん＝86.7%。目標の時点で2校足りないので『未達成』。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(44.0, "校", None),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 44校（時点の入力なし）は 7校ぶん＝46.7%。時点の入力がないため、ペースは計算できず、判定できません。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(44.0, "校", EARLY),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 44校（令和2年度末）は公式の現状値（令和3年度末）より前の値のため、判定できません。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(44.0, "校", START),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 44校（令和3年度末）は公式の現状値と同じ日の値で、まだ期間が過ぎていないため、判定できません。",
        ),
        (
            down(),
            amount(100.0, "件", MID),
            "基準 120件（令和3年度末）から目標 90件（令和5年度末）まで 30件の減。想定 100件（令和4年度末）は 20件ぶん＝66.7%。期間の49.9%（365日/731日）が過ぎた時点なので、ペースは 1.34、『順調』。",
        ),
        (
            down(),
            amount(95.0, "件", DUE),
            "基準 120件（令和3年度末）から目標 90件（令和5年度末）まで 30件の減。想定 95件（令和5年度末）は 25件ぶん＝83.3%。目標の時点でまだ5件多いので『未達成』。",
        ),
        (
            care_rate(),
            amount(22.3, "%", MID),
            "上限 22.8%（令和5年9月末）。想定 22.3%（令和4年度末）は上限を 0.5ポイント下回るので『上限内』。",
        ),
        (
            nursery_rate(),
            amount(98.5, "%", LATE),
            "保つ水準 100%（令和5年度末）。想定 98.5%（令和6年度末）は保つ水準を 1.5ポイント下回るので『低下』。目標の時点より後の値です。",
        ),
        (
            nursery_rate(),
            amount(100.0, "%", MID),
            "保つ水準 100%（令和5年度末）。想定 100%（令和4年度末）は同じ水準なので『維持』。",
        ),
        (
            consultations(),
            amount(9000.0, "件", MID),
            "現状値 年間8,600件（令和3年度末）よりふやす目標（令和5年度末）。想定 9,000件（令和4年度末）は現状値を 400件上回るので『目標どおりの方向』。",
        ),
        (
            beds(),
            amount(200.0, "床", MID),
            "目標 218床（令和5年度末）。想定 200床（令和4年度末）は目標まであと 18床。公式の現状値に数がないため、どこまで来たかは判定できません。",
        ),
        (
            make("9-1", TargetKind::Extend, "", "拡大").number(Some(98.0), None, "校"),
            amount(98.0, "校", MID),
            "現状値 98校（令和3年度末）を広げる・よくする目標（令和5年度末）。想定 98校（令和4年度末）は現状値と同じなので『横ばい』。",
        ),
        (
            make("9-1", TargetKind::Milestone, "基本設計", "工事〔一部〕")
                .stages(Some(Stage::Preparing), Some(Stage::Partial)),
            stage(Stage::Partial, MID),
            "目標は『工事〔一部〕』（令和5年度末）。想定『一部実施』（令和4年度末）は、目標の段階『一部実施』に届いているので『達成』。",
        ),
        (
            ordinance(),
            stage(Stage::Partial, MID),
            "目標は『条例の制定』（令和5年度末）。想定『一部実施』（令和4年度末）は、目標の段階『実施済み』の手前なので『途中』。",
        ),
        (
            ordinance(),
            stage(Stage::Done, MID),
            "目標は『条例の制定』（令和5年度末）。想定『実施済み』（令和4年度末）は、目標に書かれたことが済んでいるので『達成』。",
        ),
    ] {
        let found = assess(&made.rule(), Some(&entered));
        assert_eq!(words::explanation(&found), text);
    }
    let bracket = make("9-1", TargetKind::Extend, "", "").number(Some(6.0), Some(7.0), "コース").bracket();
    let found = assess(&bracket.rule(), Some(&amount(7.0, "コース", MID)));
    assert!(words::explanation(&found).ends_with("公式の数は〔 〕の中に書かれたものです。"));
}

#[test]
fn a_share_short_of_the_target_is_never_rounded_to_100_percent() {
    let found = assess(&reach(0.0, 100_000.0, "件").rule(), Some(&amount(99_999.0, "件", DUE)));
    assert_eq!(found.verdict, Judged(ShortOnDueDay));
    assert!(words::explanation(&found).contains("99.9%"));
}

#[test]
fn a_rollup_sentence_counts_every_outcome() {
    let made = |id| make(id, TargetKind::Reach, "", "").0;
    let indicators = ["9-1", "9-2", "9-3", "10-1", "10-2"].map(made);
    let verdicts = [
        Judged(PaceBehind),
        Judged(Reached),
        Verdict::CannotJudge(UnjudgedReason::NoDate),
        Judged(Overshot),
        Verdict::NoFigure,
    ];
    let rollup = whole(indicators.iter().zip(verdicts));
    assert_eq!(
        words::rollup_sentence(&rollup),
        "5件のうち4件に想定値があります。判定できるのは3件（達成2件、遅れ1件）。判定できないのは1件。残り1件は未入力です。"
    );
    let empty = whole(indicators.iter().zip(verdicts).skip(4));
    assert_eq!(words::rollup_sentence(&empty), "1件のうち、想定値があるものはまだありません。");
}

#[test]
fn a_pace_on_the_threshold_is_shown_exactly() {
    // 200 days; after 100 of them a pace is twice the progress.
    let rule = reach(0.0, 1000.0, "件").days("2022-01-01", "2022-07-20").rule();
    for (x, date) in [(475.0, "2022-04-11"), (503.5, "2022-04-17")] {
        let shown = words::explanation(&assess(&rule, Some(&amount(x, "件", Some(date)))));
        assert!(shown.contains("ペースは 0.95"), "{shown}");
    }
}

#[test]
fn conversions_of_units_are_explained() {
    for (made, figure, text) in [
        (road_rate(), amount(65.0, "%", MID), "想定 65%＝6.5割（令和4年度末）は 0.5割ぶん＝50.0%"),
        (reach(37.0, 52.0, "校"), amount(44.0, "園", MID), "「園」は「校」に直せない"),
    ] {
        let shown = words::explanation(&assess(&made.rule(), Some(&figure)));
        assert!(shown.contains(text), "{shown}");
    }
}

#[test]
fn without_a_figure_there_is_no_progress_and_no_outlook() {
    for made in [reach(37.0, 52.0, "校"), care_rate(), nursery_rate(), consultations(), beds(), ordinance()] {
        let found = assess(&made.rule(), None);
        assert_no_progress_words(&words::explanation(&found));
        assert_eq!(words::outlook(&found), None);
    }
}

#[test]
fn several_numbers_without_a_common_status_have_a_note() {
    let staff = staff();
    let people = |id: &str, x: f64| (measure(id), amount(x, "人", MID));
    let note = |figures: &[(Subject, FigureInput)]| words::unjudged_note(&assess_with(&staff, figures));
    assert_eq!(
        note(&[people("main", 9.0)]).unwrap(),
        "2つの数のうち1つにだけ想定値があるため、指標としては判定していません。"
    );
    assert_eq!(
        note(&[people("main", 9.0), people("m1", 20.0)]).unwrap(),
        "数ごとの判定が違う（心理『目標どおりの方向』、福祉『逆方向』）ため、指標としてひとつの判定にはまとめていません。"
    );
    assert_eq!(note(&[people("main", 9.0), people("m1", 30.0)]), None);
    assert_eq!(words::explanations(&assess_with(&staff, &[people("m1", 30.0)])).len(), 1);
}
