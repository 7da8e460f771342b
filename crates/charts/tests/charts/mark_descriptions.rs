//! Every mark of every chart is described once, in a sensible order.

use charts::mark_descriptions;

use crate::view_reader::*;

#[test]
fn a_path_is_described_from_the_current_value_to_the_target() {
    let dataset = real();
    let view = path(&dataset, "3-1", &[("2023-03-31", 44.0)]).unwrap();
    let words: Vec<String> = mark_descriptions(&json(&view)).into_iter().map(|mark| mark.text).collect();
    assert_eq!(
        words,
        [
            "現状値 37校、令和3年度末（2022年3月）",
            "わたし 44校、令和4年度末（2023年3月）",
            "目標 52校、令和5年度末（2024年3月）",
        ]
    );
}

#[test]
fn every_chart_describes_each_of_its_marks_once_at_its_position() {
    let dataset = real();
    for view in all_views(&dataset) {
        let option = json(&view);
        let marks = mark_descriptions(&option);
        assert!(!marks.is_empty(), "{}", view.title);
        let mut words: Vec<&str> = marks.iter().map(|mark| mark.text.as_str()).collect();
        for mark in &marks {
            let name = option["series"][mark.series]["data"][mark.mark]["name"].as_str().unwrap();
            assert_eq!(mark.text, name.replace('\n', "、"));
        }
        words.sort_unstable();
        let all = words.len();
        words.dedup();
        assert_eq!(words.len(), all, "{}", view.title);
    }
}
