//! Exported charts describe themselves.

use charts::{
    OwnPoint, Palette,
    chart_export::{DRAWING_WIDTH, chart_csv, picture},
    indicator_path,
};

use crate::{sample, view_reader::*};

#[test]
fn the_file_has_the_numbers_with_and_without_unit_and_their_owner() {
    let dataset = real();
    let view = path(&dataset, "3-1", &[("2023-03-31", 44.0)]).unwrap();
    let csv = chart_csv(&view, &dataset, Some(sample::date("2026-04-01")));
    assert!(csv.starts_with('\u{feff}'));
    let lines: Vec<&str> = csv.trim().split("\r\n").collect();
    assert_eq!(lines[0].trim_start_matches('\u{feff}'), "値,時点,数値,現状値との差,単位つきの表記");
    assert!(lines[1].contains(",37,") && lines[1].ends_with("37校"), "{}", lines[1]);
    assert!(csv.contains("想定値（わたし）,令和4年度末（2023年3月）,44,7,"), "{csv}");
    assert!(csv.contains("非公式") && csv.contains(&dataset.document.publisher) && csv.contains("2026"));
}

#[test]
fn a_picture_has_title_unit_source_day_and_caution_as_plain_text() {
    let dataset = real();
    let indicator = find(&dataset, "3-1");
    let hostile = "</text><script>alert(1)</script>&\u{0}\u{202e}\"";
    let own = [OwnPoint { date: sample::date("2023-03-31"), amount: 44.0, label: hostile.to_owned(), is_saved: true }];
    let mut view = indicator_path(&dataset, indicator, &indicator.measures[0], &own, &WIDE).unwrap();
    view.summary.push_str(hostile);
    let made = picture(&view, "<svg id=\"inner\"/>", &Palette::LIGHT, &dataset, Some(sample::date("2026-04-01")));
    for part in [
        "目標までの道のり（単位：校）",
        "出典：",
        &dataset.document.publisher,
        "非公式",
        "2026年",
        "ねりっこクラブ",
        "<svg id=\"inner\"/>",
    ] {
        assert!(made.svg.contains(part), "{part}");
    }
    assert!(!made.svg.contains("<script") && !made.svg.contains('\u{0}'));
    assert!(made.svg.contains("&lt;script&gt;") || made.svg.contains("&lt;script"));
    assert!(made.width > DRAWING_WIDTH && made.height > view.height);
    // Nothing is fetched: the only address is the name of the format.
    assert_eq!(made.svg.matches("http").count(), 1);
}
