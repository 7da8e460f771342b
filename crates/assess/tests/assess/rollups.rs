//! Counts and their totals.

use assess::{Rollup, Status, StatusReason, UnjudgedReason, Verdict, by_goal, by_kind, by_plan, whole};
use list::{Indicator, TargetKind};

use test_support::builders::*;

fn items() -> Vec<(Indicator, Verdict)> {
    vec![
        (make("9-1", TargetKind::Reach, "", "").0, Verdict::Judged(StatusReason::PaceBehind)),
        (make("9-2", TargetKind::Reach, "", "").0, Verdict::Judged(StatusReason::Reached)),
        (make("9-3", TargetKind::Milestone, "", "").0, Verdict::CannotJudge(UnjudgedReason::NoDate)),
        (make("10-1", TargetKind::Reach, "", "").0, Verdict::Judged(StatusReason::Overshot)),
        (make("10-2", TargetKind::Hold, "", "").0, Verdict::NoFigure),
    ]
}

fn borrowed(items: &[(Indicator, Verdict)]) -> impl Iterator<Item = (&Indicator, Verdict)> {
    items.iter().map(|(indicator, verdict)| (indicator, *verdict))
}

#[test]
fn the_whole_list() {
    let items = items();
    let rollup = whole(borrowed(&items));
    assert_eq!(rollup.counts, [(Status::Achieved, 2), (Status::Behind, 1)], "in the order of the legend");
    assert_eq!(rollup.count(Status::Achieved), 2);
    assert_eq!(rollup.count(Status::Held), 0);
    assert_eq!((rollup.total, rollup.judged(), rollup.with_figure()), (5, 3, 4));
    let ids: Vec<_> = rollup.cannot_judge.iter().map(|(id, why)| (id.as_str(), *why)).collect();
    assert_eq!(ids, [("9-3", UnjudgedReason::NoDate)]);
}

#[test]
fn every_grouping_keeps_the_total() {
    let items = items();
    let sum = |rollups: Vec<Rollup>| -> (usize, usize) {
        let total = rollups.iter().map(|r| r.total).sum();
        let parts = rollups.iter().map(|r| r.judged() + r.cannot_judge.len() + r.without_figure).sum();
        (total, parts)
    };
    let dataset = dataset();
    let goals = by_goal(&dataset, borrowed(&items));
    let plans = by_plan(&dataset, borrowed(&items));
    let kinds = by_kind(borrowed(&items));
    assert_eq!(goals.iter().map(|(id, r)| (id.as_str(), r.total)).collect::<Vec<_>>(), vec![("1", 3), ("2", 2)]);
    assert_eq!(
        plans.iter().map(|(id, r)| (id.as_str(), r.total)).collect::<Vec<_>>(),
        vec![("9", 3), ("10", 2)],
        "printed order, not alphabetical"
    );
    assert_eq!(kinds.len(), TargetKind::ALL.len());
    assert_eq!(kinds[0].1.total, 3);
    for rollups in [
        goals.into_iter().map(|(_, r)| r).collect::<Vec<_>>(),
        plans.into_iter().map(|(_, r)| r).collect(),
        kinds.into_iter().map(|(_, r)| r).collect(),
    ] {
        assert_eq!(sum(rollups), (5, 5));
    }
}
