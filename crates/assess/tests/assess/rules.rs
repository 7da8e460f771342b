//! Every rule and every special case, mostly with values of the bundled list.

use StatusReason::*;
use Verdict::{CannotJudge, Judged, NoFigure};
use assess::{NumberRule, Status, StatusReason, Timing, UnjudgedReason, Verdict, assess, number_rule};
use list::{Better, Date, Stage, TargetKind};

use test_support::builders::*;

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
        (up(), 44.0, START, CannotJudge(UnjudgedReason::OnBaselineDay)),
        (up(), 52.0, START, Judged(Reached)),
        (up(), 44.0, EARLY, CannotJudge(UnjudgedReason::BeforeBaseline)),
        (up(), 52.0, EARLY, CannotJudge(UnjudgedReason::BeforeBaseline)),
        (up(), 44.0, None, CannotJudge(UnjudgedReason::NoDate)),
        (up(), 30.0, None, CannotJudge(UnjudgedReason::NoDate)),
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
        (up(), f64::NAN, MID, CannotJudge(UnjudgedReason::OutOfRange)),
        (up(), f64::INFINITY, MID, CannotJudge(UnjudgedReason::OutOfRange)),
        (up(), 1e300, MID, CannotJudge(UnjudgedReason::OutOfRange)),
    ] {
        let rule = made.rule();
        let found = assess(&rule, Some(&amount(x, "", date)));
        assert_eq!(found.verdict, verdict, "{x} on {date:?}: {rule:?}");
    }
}

#[test]
fn a_pace_on_a_threshold_has_the_better_status() {
    // 200 days; after 100 of them a pace is twice the progress.
    let rule = reach(0.0, 1000.0, "件").days("2022-01-01", "2022-07-20").rule();
    for (x, date, status) in [
        (475.0, "2022-04-11", Status::OnTrack),
        (474.999, "2022-04-11", Status::SlightlyBehind),
        (300.0, "2022-04-11", Status::SlightlyBehind),
        (299.999, "2022-04-11", Status::Behind),
        // 17 and 106 days: exactly on the thresholds, where floats alone come out just below.
        (51.0, "2022-01-18", Status::SlightlyBehind),
        (503.5, "2022-04-17", Status::OnTrack),
    ] {
        let found = assess(&rule, Some(&amount(x, "件", Some(date))));
        assert_eq!(found.verdict.status(), Some(status), "{x} on {date}");
    }
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
        (care_rate(), 22.3, EARLY, CannotJudge(UnjudgedReason::BeforeBaseline)),
        (nursery_rate(), 100.0, MID, Judged(LevelHeld)),
        (nursery_rate(), 99.9, MID, Judged(LevelLost)),
        (nursery_rate(), 100.0, None, Judged(LevelHeld)),
        (hold_low, 6.0, MID, Judged(LevelLost)),
        (consultations(), 9000.0, MID, Judged(DirectionFollowed)),
        (consultations(), 8600.0, MID, Judged(NoMovement)),
        (consultations(), 8000.0, MID, Judged(DirectionReversed)),
        (consultations(), 9000.0, None, Judged(DirectionFollowed)),
        (consultations(), 9000.0, START, CannotJudge(UnjudgedReason::OnBaselineDay)),
        (fall.lower(), 40.0, MID, Judged(DirectionFollowed)),
        (beds(), 218.0, MID, Judged(Reached)),
        (beds(), 220.0, MID, Judged(Overshot)),
        (beds(), 200.0, MID, CannotJudge(UnjudgedReason::NoOfficialCurrent)),
        (beds(), 200.0, None, CannotJudge(UnjudgedReason::NoOfficialCurrent)),
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
    // 12-2 requires the stage that is printed as current; only what the target names counts then.
    let adjusting = make("9-1", TargetKind::Milestone, "都市計画決定", "調整").stages(Some(Preparing), Some(Preparing));
    let partly = make("9-1", TargetKind::Milestone, "基本設計", "工事〔一部〕").stages(Some(Preparing), Some(Partial));
    for (made, entered, date, verdict) in [
        (ordinance(), Done, MID, Judged(StageReached)),
        (ordinance(), Partial, MID, Judged(StageUnderway)),
        (ordinance(), Preparing, LATE, Judged(StageUnderway)),
        (ordinance(), NotStarted, None, Judged(StageNotStarted)),
        (ordinance(), Done, EARLY, CannotJudge(UnjudgedReason::BeforeBaseline)),
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
    let tenths_for_percent = assess(&nursery_rate().rule(), Some(&amount(10.0, "割", MID)));
    assert_eq!(tenths_for_percent.verdict, Judged(LevelHeld));
    let other = assess(&reach(37.0, 52.0, "校").rule(), Some(&amount(44.0, "園", MID)));
    assert_eq!(other.verdict, CannotJudge(UnjudgedReason::OtherUnit));
    assert_eq!((other.progress, other.remaining), (None, None));
}

#[test]
fn a_number_is_not_a_stage() {
    let number = assess(&ordinance().rule(), Some(&amount(1.0, "件", MID)));
    assert_eq!(number.verdict, CannotJudge(UnjudgedReason::NumberForWords));
    let words = assess(&reach(37.0, 52.0, "校").rule(), Some(&stage(Stage::Done, MID)));
    assert_eq!(words.verdict, CannotJudge(UnjudgedReason::StageForNumber));
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
        assert!(matches!(rule(kind, one, two), Some(NumberRule::Reach { .. })));
        assert!(matches!(rule(kind, one, one), Some(NumberRule::Hold { .. })));
        assert!(matches!(rule(kind, None, two), Some(NumberRule::TargetOnly { .. })));
        assert_eq!(rule(kind, None, None), None);
    }
    assert!(matches!(rule(Extend, one, None), Some(NumberRule::Direction { better: Better::Higher, .. })));
    assert!(matches!(rule(Direction, one, None), Some(NumberRule::Direction { .. })));
    assert!(matches!(rule(Hold, one, None), Some(NumberRule::Hold { .. })));
    assert!(matches!(rule(Hold, None, one), Some(NumberRule::Hold { .. })));
    assert!(matches!(rule(Ceiling, one, one), Some(NumberRule::Ceiling { current: Some(_), .. })));
    assert!(matches!(rule(Ceiling, None, one), Some(NumberRule::Ceiling { current: None, .. })));
    // 実施〔5回〕 → 実施 does not require a larger number.
    assert_eq!(rule(Milestone, one, None), None);
}

#[test]
fn without_a_figure_nothing_is_judged() {
    for made in [reach(37.0, 52.0, "校"), care_rate(), nursery_rate(), consultations(), beds(), ordinance()] {
        let found = assess(&made.rule(), None);
        assert_eq!(found.verdict, NoFigure);
        assert_eq!((found.progress, found.pace, found.remaining, found.timing), (None, None, None, None));
    }
}

#[test]
fn a_period_without_length_is_due_at_once() {
    let rule = reach(1.0, 2.0, "件").days("2024-03-31", "2022-03-31").rule();
    let found = assess(&rule, Some(&amount(1.5, "件", Some("2024-03-31"))));
    assert_eq!(found.verdict, Judged(ShortAfterDue));
    assert_eq!(found.timing, Some(Timing::AfterDue));
    assert_eq!((found.elapsed, found.pace), (None, None));
    let days: Date = day("2024-03-31");
    assert_eq!(rule.period.timing(Some(days)), Timing::AfterDue);
}
