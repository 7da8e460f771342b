//! Every rule and every special case, most of them on values of the real list.

use ward_indicators::{
    assess::{
        FigureInput, NumberRule, Reason, Status, Subject, Timing, Verdict, Why, assess,
        assess_indicator, number_rule, subjects,
    },
    dataset::{Better, Date, MeasureId, Stage, TargetKind},
};

use crate::build::*;
use Reason::*;
use Verdict::{CannotJudge, Judged, NoFigure};

const MID: Option<&str> = Some("2023-03-31");
const START: Option<&str> = Some("2022-03-31");
const DUE: Option<&str> = Some("2024-03-31");
const LATE: Option<&str> = Some("2025-03-31");
const EARLY: Option<&str> = Some("2021-03-31");

#[test]
fn the_example_reads_as_promised() {
    let rule = reach(37.0, 52.0, "校").rule();
    let found = assess(&rule, Some(&amount(44.0, "校", MID)));
    assert_eq!(
        found.explanation(),
        "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 44校（令和4年度末）は 7校ぶん＝46.7%。期間の49.9%（365日/731日）が過ぎた時点なので、ペースは 0.93、『やや遅れ』。"
    );
    assert_eq!(found.verdict, Judged(PaceSlightlyBehind));
    assert_eq!(found.progress, Some(7.0 / 15.0));
    assert_eq!(found.remaining, Some(8.0));
    assert!((found.needed_per_year.unwrap() - 8.0).abs() < 1e-9);
    assert_eq!(
        found.outlook().unwrap(),
        "目標まであと8校。令和5年度末に届くには、1年あたり8校の増が必要です。"
    );
}

#[test]
fn reach_table() {
    let up = || reach(37.0, 52.0, "校");
    let down = || reach(120.0, 90.0, "件").lower();
    let from_zero = || reach(0.0, 4.0, "か所");
    let to_zero = || reach(12.0, 0.0, "人").lower();
    for (made, x, date, verdict) in [
        (up(), 52.0, MID, Judged(Reached)),
        (up(), 53.0, MID, Judged(Overshot)),
        (up(), 51.0, MID, Judged(PaceOnTrack)),
        (up(), 44.5, MID, Judged(PaceOnTrack)),
        (up(), 44.0, MID, Judged(PaceSlightlyBehind)),
        (up(), 41.0, MID, Judged(PaceBehind)),
        (up(), 37.0, MID, Judged(PaceBehind)),
        (up(), 36.0, MID, Judged(MovedAway)),
        (up(), 52.0, DUE, Judged(Reached)),
        (up(), 51.0, DUE, Judged(ShortOnDueDay)),
        (up(), 36.0, DUE, Judged(ShortOnDueDay)),
        (up(), 52.0, LATE, Judged(Reached)),
        (up(), 51.0, LATE, Judged(ShortAfterDue)),
        (up(), 44.0, START, CannotJudge(Why::OnBaselineDay)),
        (up(), 52.0, START, Judged(Reached)),
        (up(), 44.0, EARLY, CannotJudge(Why::BeforeBaseline)),
        (up(), 52.0, EARLY, CannotJudge(Why::BeforeBaseline)),
        (up(), 44.0, None, CannotJudge(Why::NoDate)),
        (up(), 30.0, None, CannotJudge(Why::NoDate)),
        (up(), 52.0, None, Judged(Reached)),
        (down(), 90.0, MID, Judged(Reached)),
        (down(), 80.0, MID, Judged(Overshot)),
        (down(), 100.0, MID, Judged(PaceOnTrack)),
        (down(), 110.0, MID, Judged(PaceSlightlyBehind)),
        (down(), 119.0, MID, Judged(PaceBehind)),
        (down(), 121.0, MID, Judged(MovedAway)),
        (down(), 91.0, LATE, Judged(ShortAfterDue)),
        (from_zero(), 2.0, MID, Judged(PaceOnTrack)),
        (from_zero(), 0.0, MID, Judged(PaceBehind)),
        (to_zero(), 6.0, MID, Judged(PaceOnTrack)),
        (to_zero(), 0.0, MID, Judged(Reached)),
        (to_zero(), 13.0, MID, Judged(MovedAway)),
        (up(), f64::NAN, MID, CannotJudge(Why::OutOfRange)),
        (up(), f64::INFINITY, MID, CannotJudge(Why::OutOfRange)),
        (up(), 1e300, MID, CannotJudge(Why::OutOfRange)),
    ] {
        let rule = made.rule();
        let found = assess(&rule, Some(&amount(x, "", date)));
        assert_eq!(found.verdict, verdict, "{x} on {date:?}: {rule:?}");
    }
}

#[test]
fn thresholds_belong_to_the_better_side() {
    // 100 days of 200, so that a pace is twice the share of the way.
    let rule = reach(0.0, 1000.0, "件")
        .days("2022-01-01", "2022-07-20")
        .rule();
    let at = |x: f64| {
        assess(&rule, Some(&amount(x, "件", Some("2022-04-11"))))
            .verdict
            .status()
    };
    assert_eq!(at(475.0), Some(Status::OnTrack));
    assert_eq!(at(474.999), Some(Status::SlightlyBehind));
    assert_eq!(at(300.0), Some(Status::SlightlyBehind));
    assert_eq!(at(299.999), Some(Status::Behind));
}

#[test]
fn the_other_number_rules() {
    let hold_low = reach(5.0, 5.0, "件").lower();
    let fall = make("9-1", TargetKind::Direction, "", "減少").number(Some(50.0), None, "件");
    for (made, x, date, verdict) in [
        (care_rate(), 22.8, MID, Judged(WithinLimit)),
        (care_rate(), 21.0, MID, Judged(WithinLimit)),
        (care_rate(), 22.9, MID, Judged(OverLimit)),
        (care_rate(), 22.3, None, Judged(WithinLimit)),
        (care_rate(), 22.3, EARLY, CannotJudge(Why::BeforeBaseline)),
        (nursery_rate(), 100.0, MID, Judged(LevelHeld)),
        (nursery_rate(), 99.9, MID, Judged(LevelLost)),
        (nursery_rate(), 100.0, None, Judged(LevelHeld)),
        (hold_low, 6.0, MID, Judged(LevelLost)),
        (consultations(), 9000.0, MID, Judged(DirectionFollowed)),
        (consultations(), 8600.0, MID, Judged(NoMovement)),
        (consultations(), 8000.0, MID, Judged(DirectionReversed)),
        (consultations(), 9000.0, None, Judged(DirectionFollowed)),
        (
            consultations(),
            9000.0,
            START,
            CannotJudge(Why::OnBaselineDay),
        ),
        (fall.lower(), 40.0, MID, Judged(DirectionFollowed)),
        (beds(), 218.0, MID, Judged(Reached)),
        (beds(), 220.0, MID, Judged(Overshot)),
        (beds(), 200.0, MID, CannotJudge(Why::NoOfficialCurrent)),
        (beds(), 200.0, None, CannotJudge(Why::NoOfficialCurrent)),
        (beds(), 200.0, DUE, Judged(ShortOnDueDay)),
        (beds(), 200.0, LATE, Judged(ShortAfterDue)),
    ] {
        let rule = made.rule();
        let found = assess(&rule, Some(&amount(x, "", date)));
        assert_eq!(found.verdict, verdict, "{x} on {date:?}: {rule:?}");
        assert_eq!(found.progress, None, "only a reach has a share of the way");
        assert_eq!(found.pace, None);
    }
}

#[test]
fn stages() {
    use Stage::*;
    // 12-2 asks for the very stage that is printed as current; only what the target names counts then.
    let adjusting = make("9-1", TargetKind::Milestone, "都市計画決定", "調整")
        .stages(Some(Preparing), Some(Preparing));
    let partly = make("9-1", TargetKind::Milestone, "基本設計", "工事〔一部〕")
        .stages(Some(Preparing), Some(Partial));
    for (made, entered, date, verdict) in [
        (ordinance(), Done, MID, Judged(StageReached)),
        (ordinance(), Partial, MID, Judged(StageUnderway)),
        (ordinance(), Preparing, LATE, Judged(StageUnderway)),
        (ordinance(), NotStarted, None, Judged(StageNotStarted)),
        (ordinance(), Done, EARLY, CannotJudge(Why::BeforeBaseline)),
        (adjusting, Preparing, MID, Judged(StageUnderway)),
        (partly, Partial, MID, Judged(StageReached)),
    ] {
        let found = assess(&made.rule(), Some(&stage(entered, date)));
        assert_eq!(found.verdict, verdict, "{entered:?}");
        assert_eq!((found.progress, found.pace), (None, None));
    }
}

#[test]
fn units_are_converted_or_refused() {
    let percent_for_tenths = assess(&road_rate().rule(), Some(&amount(65.0, "%", MID)));
    assert_eq!(percent_for_tenths.amount, Some(6.5));
    assert_eq!(percent_for_tenths.verdict, Judged(PaceOnTrack));
    assert!(
        percent_for_tenths
            .explanation()
            .contains("想定 65%＝6.5割（令和4年度末）は 0.5割ぶん＝50.0%"),
        "{}",
        percent_for_tenths.explanation()
    );
    let tenths_for_percent = assess(&nursery_rate().rule(), Some(&amount(10.0, "割", MID)));
    assert_eq!(tenths_for_percent.verdict, Judged(LevelHeld));
    let other = assess(
        &reach(37.0, 52.0, "校").rule(),
        Some(&amount(44.0, "園", MID)),
    );
    assert_eq!(other.verdict, CannotJudge(Why::OtherUnit));
    assert_eq!((other.progress, other.remaining), (None, None));
    assert!(other.explanation().contains("「園」は「校」に直せない"));
}

#[test]
fn a_number_is_not_a_stage() {
    let number = assess(&ordinance().rule(), Some(&amount(1.0, "件", MID)));
    assert_eq!(number.verdict, CannotJudge(Why::NumberForWords));
    let words = assess(
        &reach(37.0, 52.0, "校").rule(),
        Some(&stage(Stage::Done, MID)),
    );
    assert_eq!(words.verdict, CannotJudge(Why::StageForNumber));
}

#[test]
fn which_rule_a_measure_follows() {
    use TargetKind::*;
    let rule = |kind, current: Option<f64>, target: Option<f64>| {
        let made = make("9-1", kind, "", "").number(current, target, "件");
        number_rule(kind, &made.0.measures[0])
    };
    let (one, two) = (Some(1.0), Some(2.0));
    for kind in [Reach, Extend, Milestone] {
        assert!(matches!(
            rule(kind, one, two),
            Some(NumberRule::Reach { .. })
        ));
        assert!(matches!(
            rule(kind, one, one),
            Some(NumberRule::Hold { .. })
        ));
        assert!(matches!(
            rule(kind, None, two),
            Some(NumberRule::TargetOnly { .. })
        ));
        assert_eq!(rule(kind, None, None), None);
    }
    assert!(matches!(
        rule(Extend, one, None),
        Some(NumberRule::Direction {
            better: Better::Higher,
            ..
        })
    ));
    assert!(matches!(
        rule(Direction, one, None),
        Some(NumberRule::Direction { .. })
    ));
    assert!(matches!(
        rule(Hold, one, None),
        Some(NumberRule::Hold { .. })
    ));
    assert!(matches!(
        rule(Hold, None, one),
        Some(NumberRule::Hold { .. })
    ));
    assert!(matches!(
        rule(Ceiling, one, one),
        Some(NumberRule::Ceiling {
            current: Some(_),
            ..
        })
    ));
    assert!(matches!(
        rule(Ceiling, None, one),
        Some(NumberRule::Ceiling { current: None, .. })
    ));
    // 実施〔5回〕 → 実施 does not ask for more of them.
    assert_eq!(rule(Milestone, one, None), None);
}

#[test]
fn explanations() {
    let down = || reach(120.0, 90.0, "件").lower();
    for (made, entered, text) in [
        (
            reach(37.0, 52.0, "校"),
            amount(35.0, "校", MID),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 35校（令和4年度末）は基準から逆の方向に 2校＝-13.3%なので『後退』。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(55.0, "校", MID),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 55校（令和4年度末）は 18校ぶん＝120.0%で、目標を 3校上回るので『達成』。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(50.0, "校", LATE),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 50校（令和6年度末）は 13校ぶん＝86.7%。目標の時点を365日過ぎて 2校足りないので『未達成』。",
        ),
        (
            reach(37.0, 52.0, "校"),
            amount(50.0, "校", DUE),
            "基準 37校（令和3年度末）から目標 52校（令和5年度末）まで 15校。想定 50校（令和5年度末）は 13校ぶん＝86.7%。目標の時点で 2校足りないので『未達成』。",
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
            "基準 120件（令和3年度末）から目標 90件（令和5年度末）まで 30件の減。想定 100件（令和4年度末）は 20件ぶん＝66.7%。期間の49.9%（365日/731日）が過ぎた時点なので、ペースは 1.33、『順調』。",
        ),
        (
            down(),
            amount(95.0, "件", DUE),
            "基準 120件（令和3年度末）から目標 90件（令和5年度末）まで 30件の減。想定 95件（令和5年度末）は 25件ぶん＝83.3%。目標の時点で まだ 5件多いので『未達成』。",
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
            "現状値 年間8,600件（令和3年度末）より上の値にする目標（令和5年度末）。想定 9,000件（令和4年度末）は現状値を 400件上回るので『目標どおりの方向』。",
        ),
        (
            beds(),
            amount(200.0, "床", MID),
            "目標 218床（令和5年度末）。想定 200床（令和4年度末）は目標まであと 18床。公式の現状値に数がないため、どこまで来たかは判定できません。",
        ),
        (
            ordinance(),
            stage(Stage::Partial, MID),
            "目標は『条例の制定』（令和5年度末）。想定『一部実施』（令和4年度末）は、目標の段階『実施済み』の手前なので『途中』。",
        ),
        (
            ordinance(),
            stage(Stage::Done, MID),
            "目標は『条例の制定』（令和5年度末）。想定『実施済み』（令和4年度末）は、目標の段階『実施済み』に届いているので『達成』。",
        ),
    ] {
        let found = assess(&made.rule(), Some(&entered));
        assert_eq!(found.explanation(), text);
    }
    let bracket = make("9-1", TargetKind::Extend, "", "")
        .number(Some(6.0), Some(7.0), "コース")
        .bracket();
    let found = assess(&bracket.rule(), Some(&amount(7.0, "コース", MID)));
    assert!(
        found
            .explanation()
            .ends_with("公式の数は〔 〕の中に書かれたものです。")
    );
}

#[test]
fn nothing_short_of_the_target_is_told_as_all_of_it() {
    let found = assess(
        &reach(0.0, 100_000.0, "件").rule(),
        Some(&amount(99_999.0, "件", DUE)),
    );
    assert_eq!(found.verdict, Judged(ShortOnDueDay));
    assert!(found.explanation().contains("99.9%"));
}

#[test]
fn without_a_figure_nothing_is_judged() {
    for made in [
        reach(37.0, 52.0, "校"),
        care_rate(),
        nursery_rate(),
        consultations(),
        beds(),
        ordinance(),
    ] {
        let found = assess(&made.rule(), None);
        assert_eq!(found.verdict, NoFigure);
        assert_eq!(
            (found.progress, found.pace, found.remaining, found.timing),
            (None, None, None, None)
        );
        crate::gaps::assert_no_progress_words(&found.explanation());
        assert_eq!(found.outlook(), None);
    }
}

fn measure(id: &str) -> Subject {
    Subject::Measure(MeasureId::parse(id).unwrap())
}

#[test]
fn what_can_be_entered() {
    let staff = make("9-1", TargetKind::Extend, "", "増員")
        .number(Some(8.0), None, "人")
        .number(Some(26.0), None, "人");
    let seminars = make("9-1", TargetKind::Milestone, "実施〔5回〕", "実施")
        .number(Some(5.0), None, "回")
        .bracket();
    for (made, expected) in [
        (reach(37.0, 52.0, "校"), vec![measure("main")]),
        (staff, vec![measure("main"), measure("m1"), Subject::Stage]),
        (beds(), vec![measure("main"), Subject::Stage]),
        (ordinance(), vec![Subject::Stage]),
        (seminars, vec![Subject::Stage]),
    ] {
        assert_eq!(subjects(&made.0), expected);
    }
}

#[test]
fn several_numbers_decide_together() {
    let staff = make("9-1", TargetKind::Extend, "", "増員")
        .number(Some(8.0), None, "人")
        .number(Some(26.0), None, "人");
    let nursery = make("9-1", TargetKind::Reach, "", "")
        .number(Some(197.0), Some(206.0), "所")
        .number(Some(16_599.0), Some(17_341.0), "人")
        .bracket();
    let with = |figures: &[(Subject, FigureInput)], made: &Make| {
        assess_indicator(&dataset(), &made.0, |subject| {
            figures
                .iter()
                .find(|(about, _)| about == subject)
                .map(|(_, figure)| figure)
        })
        .verdict
    };
    let people = |id: &str, x: f64| (measure(id), amount(x, "人", MID));
    assert_eq!(with(&[], &staff), NoFigure);
    assert_eq!(
        with(&[people("main", 9.0)], &staff),
        CannotJudge(Why::PartOfMeasures)
    );
    assert_eq!(
        with(&[people("main", 9.0), people("m1", 30.0)], &staff),
        Judged(DirectionFollowed)
    );
    assert_eq!(
        with(&[people("main", 9.0), people("m1", 20.0)], &staff),
        CannotJudge(Why::MeasuresDiffer)
    );
    assert_eq!(
        with(
            &[people("main", 9.0), (measure("m1"), amount(3.0, "校", MID))],
            &staff
        ),
        CannotJudge(Why::OtherUnit)
    );
    // A stage stands in where no number was entered.
    assert_eq!(
        with(&[(Subject::Stage, stage(Stage::Partial, MID))], &staff),
        Judged(StageUnderway)
    );
    // 1-3: the number in the cell leads, the one in 〔〕 does not stand for it.
    assert_eq!(
        with(&[(measure("main"), amount(206.0, "所", MID))], &nursery),
        Judged(Reached)
    );
    assert_eq!(
        with(&[people("m1", 17_341.0)], &nursery),
        CannotJudge(Why::PartOfMeasures)
    );
}

#[test]
fn a_period_without_length_is_due_at_once() {
    let rule = reach(1.0, 2.0, "件")
        .days("2024-03-31", "2022-03-31")
        .rule();
    let found = assess(&rule, Some(&amount(1.5, "件", Some("2024-03-31"))));
    assert_eq!(found.verdict, Judged(ShortAfterDue));
    assert_eq!(found.timing, Some(Timing::AfterDue));
    assert_eq!((found.elapsed, found.pace), (None, None));
    let days: Date = day("2024-03-31");
    assert_eq!(rule.period.timing(Some(days)), Timing::AfterDue);
}
