//! Indicators with several numbers, with numbers in brackets, with words.

use StatusReason::*;
use Verdict::{CannotJudge, Judged, NoFigure};
use assess::{FigureInput, StatusReason, Subject, UnjudgedReason, Verdict, assess_indicator, subjects};
use list::{MeasureId, Stage, TargetKind};

use test_support::builders::*;

fn measure(id: &str) -> Subject {
    Subject::Measure(MeasureId::parse(id).unwrap())
}

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
    let staff = make("9-1", TargetKind::Extend, "", "増員")
        .number(Some(8.0), None, "人")
        .label("心理")
        .number(Some(26.0), None, "人")
        .label("福祉");
    let nursery = make("9-1", TargetKind::Reach, "", "")
        .number(Some(197.0), Some(206.0), "所")
        .number(Some(16_599.0), Some(17_341.0), "人")
        .bracket();
    let all = |figures: &[(Subject, FigureInput)], made: &IndicatorBuilder| {
        assess_indicator(&dataset(), &made.0, |subject| {
            figures.iter().find(|(about, _)| about == subject).map(|(_, figure)| figure)
        })
    };
    let with = |figures: &[(Subject, FigureInput)], made: &IndicatorBuilder| all(figures, made).verdict;
    let people = |id: &str, x: f64| (measure(id), amount(x, "人", MID));
    assert_eq!(with(&[], &staff), NoFigure);
    assert_eq!(with(&[people("main", 9.0)], &staff), CannotJudge(UnjudgedReason::PartOfMeasures));
    assert_eq!(with(&[people("main", 9.0), people("m1", 30.0)], &staff), Judged(DirectionFollowed));
    assert_eq!(with(&[people("main", 9.0), people("m1", 20.0)], &staff), CannotJudge(UnjudgedReason::MeasuresDiffer));
    assert_eq!(
        with(&[people("main", 9.0), (measure("m1"), amount(3.0, "校", MID))], &staff),
        CannotJudge(UnjudgedReason::OtherUnit)
    );
    let note = |figures: &[(Subject, FigureInput)]| words::unjudged_note(&all(figures, &staff));
    assert_eq!(
        note(&[people("main", 9.0)]).unwrap(),
        "2つの数のうち1つにだけ想定値があるため、指標としては判定していません。"
    );
    assert_eq!(
        note(&[people("main", 9.0), people("m1", 20.0)]).unwrap(),
        "数ごとの判定が違う（心理『目標どおりの方向』、福祉『逆方向』）ため、指標としてひとつの判定にはまとめていません。"
    );
    assert_eq!(note(&[people("main", 9.0), people("m1", 30.0)]), None);
    assert_eq!(words::explanations(&all(&[people("m1", 30.0)], &staff)).len(), 1);
    // A stage counts if no number was entered.
    assert_eq!(with(&[(Subject::Stage, stage(Stage::Partial, MID))], &staff), Judged(StageUnderway));
    // 1-3: the number in the cell leads, and the one in 〔〕 does not represent it.
    assert_eq!(with(&[(measure("main"), amount(206.0, "所", MID))], &nursery), Judged(Reached));
    assert_eq!(with(&[people("m1", 17_341.0)], &nursery), CannotJudge(UnjudgedReason::PartOfMeasures));
}
