//! Properties of every chart.

use charts::{Animation, Palette, TableCell, description, finish, kinds_by_goal};

use crate::{sample, view_reader::*};

#[test]
fn every_view_is_complete() {
    for (dataset, least) in [(real(), 200), (sample::dataset(), 30)] {
        let views = all_views(&dataset);
        assert!(views.len() > least, "{}", views.len());
        for view in views {
            let option = json(&view);
            walk(&option, "$", &mut |path, value| {
                assert!(!value.is_null(), "null at {path}: {}", view.summary);
                if let Some(text) = value.as_str() {
                    assert!(!text.contains("NaN") && !text.contains("function"), "{path}: {text}");
                }
            });
            assert!(!view.title.is_empty() && view.summary.ends_with('。'), "{}", view.summary);
            assert!(!view.summary.contains("。。"), "{}", view.summary);
            assert!((60..2000).contains(&view.height), "{}", view.height);
            assert!(!view.table.rows.is_empty() && !view.table.caption.is_empty());
            for row in &view.table.rows {
                assert_eq!(row.len(), view.table.head.len());
                assert!(matches!(row[0], TableCell::Text(_)), "the first column names the row");
                assert!(row.iter().filter_map(TableCell::value).all(f64::is_finite));
            }
        }
    }
}

#[test]
fn every_option_has_the_shared_settings() {
    let dataset = sample::dataset();
    for view in all_views(&dataset) {
        let option = json(&view);
        assert_eq!(option["tooltip"]["renderMode"], "richText");
        assert_eq!(option["tooltip"]["confine"], true);
        assert_eq!(option["tooltip"]["formatter"], "{b}", "the fields of the option itself are kept");
        assert_eq!(option["aria"]["enabled"], true);
        assert_eq!(option["aria"]["label"]["description"], description(&view));
        assert_eq!(option["animation"], true);
        let still = finish(&view, &Palette::DARK, Animation::Reduced);
        assert_eq!(still["animation"], false);
        assert_eq!(still["textStyle"]["color"], Palette::DARK.text);
    }
    let kinds = json(&kinds_by_goal(&dataset, &NARROW));
    assert_eq!(kinds["legend"]["selectedMode"], false);
    assert_eq!(kinds["aria"]["decal"]["show"], true);
    assert_eq!(kinds["yAxis"]["axisLabel"]["inside"], true, "names stand above the bars");
    assert!(json(&kinds_by_goal(&dataset, &WIDE))["yAxis"]["axisLabel"].get("inside").is_none());
    assert!(json(&path(&dataset, "1-1", &[]).unwrap()).get("legend").is_none());
}

#[test]
fn fields_that_charming_lacks_reach_their_series() {
    let view = path(&sample::dataset(), "1-4", &[]).unwrap();
    let option = json(&view);
    let arrow = option["series"].as_array().unwrap().iter().find(|series| series["name"] == "目標の向き").unwrap();
    assert_eq!(arrow["symbolOffset"][1], -17.0, "the arrow stands on the line and points up");
    assert_eq!(option["series"][0]["markLine"]["label"]["lineHeight"], 20.0);
}
