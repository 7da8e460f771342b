//! Indicators with several numbers, with numbers in brackets, with words.

use StatusReason::*;
use Verdict::{CannotJudge, Judged, NoFigure};
use assess::{FigureInput, StatusReason, Subject, UnjudgedReason, Verdict, subjects};
use list::{Stage, TargetKind};

use test_support::builders::*;

#[test]
fn what_can_be_entered() {
    let staff =
        make("9-1", TargetKind::Extend, "", "増員").number(Some(8.0), None, "人").number(Some(26.0), None, "人");
    let seminars = make("9-1", TargetKind::Milestone, "実施〔5回〕", "実施").number(Some(5.0), None, "回").bracket();
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
    let staff = staff();
    let nursery = make("9-1", TargetKind::Reach, "", "")
        .number(Some(197.0), Some(206.0), "所")
        .number(Some(16_599.0), Some(17_341.0), "人")
        .bracket();
    let with = |figures: &[(Subject, FigureInput)], made: &IndicatorBuilder| assess_with(made, figures).verdict;
    let people = |id: &str, x: f64| (measure(id), amount(x, "人", MID));
    assert_eq!(with(&[], &staff), NoFigure);
    assert_eq!(with(&[people("main", 9.0)], &staff), CannotJudge(UnjudgedReason::PartOfMeasures));
    assert_eq!(with(&[people("main", 9.0), people("m1", 30.0)], &staff), Judged(DirectionFollowed));
    assert_eq!(with(&[people("main", 9.0), people("m1", 20.0)], &staff), CannotJudge(UnjudgedReason::MeasuresDiffer));
    assert_eq!(
        with(&[people("main", 9.0), (measure("m1"), amount(3.0, "校", MID))], &staff),
        CannotJudge(UnjudgedReason::OtherUnit)
    );
    // A stage counts if no number was entered.
    assert_eq!(with(&[(Subject::Stage, stage(Stage::Partial, MID))], &staff), Judged(StageUnderway));
    // 1-3: the number in the cell leads, and the one in 〔〕 does not represent it.
    assert_eq!(with(&[(measure("main"), amount(206.0, "所", MID))], &nursery), Judged(Reached));
    assert_eq!(with(&[people("m1", 17_341.0)], &nursery), CannotJudge(UnjudgedReason::PartOfMeasures));
}
