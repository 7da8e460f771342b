//! The slider for the numbers of a measure: range, step, and exactness.

use figures::SliderScale;
use list::Measure;
use proptest::prelude::*;
use test_support::bundled_list;
use test_support::sample::measure;

fn ends(measure: &Measure) -> Option<(f64, f64, f64)> {
    let slide = SliderScale::of(measure)?;
    let last = slide.value(slide.last_position);
    Some((slide.value(0), last, slide.value(1) - slide.value(0)))
}

#[test]
fn range_and_step_follow_from_the_official_numbers() {
    for (unit, current, target, expected) in [
        ("校", Some(37.0), Some(52.0), Some((22.0, 67.0, 1.0))),
        // Not below 0 unless an official number is.
        ("人", Some(14_500.0), Some(50_000.0), Some((0.0, 85_500.0, 500.0))),
        ("か所", Some(1.0), Some(2.0), Some((0.0, 12.0, 1.0))),
        // A share does not exceed the whole.
        ("%", Some(90.0), Some(95.0), Some((80.0, 100.0, 1.0))),
        ("%", Some(62.4), Some(70.0), Some((54.8, 77.6, 0.2))),
        // One number, or twice the same: the same distance on both sides.
        ("件", Some(40.0), None, Some((0.0, 80.0, 1.0))),
        ("件", None, Some(300.0), Some((0.0, 600.0, 5.0))),
        ("%", Some(22.8), Some(22.8), Some((0.0, 45.6, 0.5))),
        ("件", Some(0.0), Some(0.0), Some((0.0, 10.0, 1.0))),
        // A falling target, and one below zero.
        ("分", Some(8.0), Some(6.0), Some((0.0, 18.0, 1.0))),
        ("%", Some(-2.0), Some(3.0), Some((-12.0, 13.0, 1.0))),
        ("件", None, None, None),
    ] {
        let found = ends(&measure(unit, current, target));
        let near = match (found, expected) {
            (Some(found), Some(expected)) => {
                let same = |a: f64, b: f64| (a - b).abs() < expected.2 * 1.01;
                same(found.0, expected.0) && same(found.1, expected.1) && (found.2 - expected.2).abs() < 1e-9
            }
            (found, expected) => found.is_none() && expected.is_none(),
        };
        assert!(near, "{current:?} → {target:?} {unit}: {found:?} and not {expected:?}");
    }
}

#[test]
fn every_number_of_the_list_is_on_its_slider() {
    let list = bundled_list();
    let mut measures = 0;
    for measure in list.indicators.iter().flat_map(|indicator| &indicator.measures) {
        let slide = SliderScale::of(measure).unwrap();
        measures += 1;
        assert!(slide.last_position <= 201 && slide.last_position >= 10, "{measure:?}: {slide:?}");
        for official in [&measure.current, &measure.target].into_iter().flatten() {
            let reached = slide.value(slide.position(official.amount));
            let step = slide.value(1) - slide.value(0);
            assert!((reached - official.amount).abs() <= step / 2.0 + 1e-9, "{measure:?}: {slide:?}");
        }
    }
    assert!(measures > 40);
}

proptest! {
    #[test]
    fn positions_and_numbers_correspond(
        current in proptest::option::of(-1e6..1e6_f64),
        target in proptest::option::of((0_u32..2_000_000).prop_map(|n| f64::from(n) / 100.0)),
        at in 0_u32..300,
    ) {
        let current = current.map(|value| (value * 1e3).round() / 1e3);
        let Some(slide) = SliderScale::of(&measure("件", current, target)) else {
            prop_assert!(current.is_none() && target.is_none());
            return Ok(());
        };
        let at = at.min(slide.last_position);
        prop_assert_eq!(slide.position(slide.value(at)), at);
        prop_assert!(slide.last_position <= 201);
        if at > 0 {
            prop_assert!(slide.value(at) > slide.value(at - 1));
        }
        for strange in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            prop_assert!(slide.position(strange) <= slide.last_position);
        }
        if current.is_none_or(|value| value >= 0.0) {
            prop_assert!(slide.value(0) >= 0.0);
        }
    }
}
