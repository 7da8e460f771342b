//! Gaps between the official numbers.

use assess::{NoGap, RelativeChange, gap};
use list::TargetKind;

use test_support::builders::*;

#[test]
fn a_gap_is_a_difference_or_a_reason() {
    let found = gap(&reach(37.0, 52.0, "校").rule()).unwrap();
    assert_eq!((found.current, found.target, found.difference), (37.0, 52.0, 15.0));
    assert_eq!(found.change, RelativeChange::Share(15.0 / 37.0));
    assert_eq!(found.per_year, Some(7.5));
    assert_eq!(found.span.unwrap().days, 731);
    assert!(!found.approximate);

    assert_eq!(gap(&reach(0.0, 4.0, "校").rule()).unwrap().change, RelativeChange::FromZero);
    let over = make("9-1", TargetKind::Ceiling, "", "").number(Some(24.0), Some(22.0), "%");
    assert_eq!(gap(&over.rule()).unwrap().difference, -2.0);
    assert_eq!(gap(&over.rule()).unwrap().change, RelativeChange::OfShares);
    assert!(gap(&road_rate().rule()).unwrap().approximate);

    for (made, reason) in [
        (care_rate(), NoGap::WithinCeiling),
        (nursery_rate(), NoGap::Hold),
        (reach(18.0, 18.0, "か所"), NoGap::Hold),
        (consultations(), NoGap::NoAmount),
        (beds(), NoGap::NoCurrentNumber),
        (ordinance(), NoGap::Words),
    ] {
        assert_eq!(gap(&made.rule()), Err(reason));
    }
}
