//! The worked examples of the guide: one for every status, made by the rules.

use assess::{Status, example};
use test_support::bundled_list;

#[test]
fn every_status_has_an_example_in_the_list() {
    let list = bundled_list();
    for status in Status::ALL.iter().copied() {
        let example = example(list, status).unwrap_or_else(|| panic!("none for {status:?}"));
        assert_eq!(example.assessment.verdict.status(), Some(status));
        let explanation = words::explanation(&example.assessment);
        assert!(explanation.chars().count() > 10 && explanation.ends_with('。'), "{status:?}: {explanation}");
        println!("{status:?} {} {explanation}", example.indicator.id);
    }
}
