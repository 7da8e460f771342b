//! Requirements of the Digital Agency's guidebook for dashboards on every chart; docs/checklist.md has the whole list.

use std::collections::BTreeSet;

use charts::{ChartView, Palette};
use serde_json::Value;

use crate::{comparison::drawn_sides, sample, view_reader::*};

/// Every view in both widths, including those of several scenarios.
fn views() -> Vec<ChartView> {
    let dataset = real();
    [WIDE, NARROW]
        .iter()
        .flat_map(|canvas| drawn_sides(&dataset, canvas))
        .chain(all_views(&dataset))
        .chain(all_views(&sample::dataset()))
        .collect()
}

fn all_series(option: &Value) -> &[Value] {
    option["series"].as_array().unwrap()
}

#[test]
fn at_most_five_colours_fill_a_chart() {
    for view in views() {
        let option = json(&view);
        let mut colours = BTreeSet::new();
        walk(&option["series"], "$", &mut |path, value| {
            // Filled or drawn areas; text, hairlines and the page are not colours of data.
            let of_the_data = path.ends_with("itemStyle.color")
                || path.ends_with("areaStyle.color")
                || path.ends_with("lineStyle.color");
            if let Some(colour) = value.as_str()
                && of_the_data
                && ![Palette::LIGHT, Palette::DARK]
                    .iter()
                    .flat_map(|p| [p.surface, p.hairline, "transparent"])
                    .any(|ground| ground == colour)
            {
                colours.insert(colour);
            }
        });
        assert!((1..=5).contains(&colours.len()), "{}: {colours:?}", view.summary);
    }
}

#[test]
fn only_the_axis_of_numbers_has_grid_lines_and_nothing_has_a_frame() {
    for view in views() {
        let option = json(&view);
        let ruled = ["xAxis", "yAxis"].iter().filter(|axis| {
            let shown = &option[**axis]["splitLine"]["show"];
            // An axis of names has no lines unless asked to.
            shown.as_bool().unwrap_or(option[**axis]["type"] != "category")
        });
        assert!(ruled.count() <= 1, "{}", view.summary);
        for part in ["grid", "legend"] {
            assert_eq!(option[part].get("borderWidth"), None, "{}", view.summary);
            assert_ne!(option[part]["show"], true, "{}", view.summary);
        }
    }
}

#[test]
fn nothing_is_decorated() {
    for view in views() {
        let option = json(&view);
        walk(&option, "$", &mut |path, value| {
            assert!(
                !["shadow", "colorStops", "image", "3D"].iter().any(|word| path.contains(word)),
                "{path}: {}",
                view.summary
            );
            if let Some(text) = value.as_str() {
                assert!(!text.starts_with("image://"), "{path}: {text}");
            }
        });
        for series in all_series(&option) {
            let kind = series["type"].as_str().unwrap();
            assert!(["bar", "line", "scatter"].contains(&kind), "{kind}");
        }
    }
}

#[test]
fn a_legend_is_above_the_bars_and_names_them_in_order() {
    let mut with_legend = 0;
    for view in views() {
        let option = json(&view);
        let bars: Vec<_> = all_series(&option).iter().filter(|series| series["type"] == "bar").collect();
        let Some(legend) = option.get("legend") else {
            assert!(bars.len() <= 1, "several bars need a key: {}", view.summary);
            continue;
        };
        with_legend += 1;
        let named: Vec<_> =
            legend["data"].as_array().unwrap().iter().map(|entry| entry.get("name").unwrap_or(entry)).collect();
        let drawn: Vec<_> = bars.iter().map(|series| &series["name"]).collect();
        assert_eq!(named, drawn);
        assert_eq!(legend["top"], 0.0, "{legend}");
    }
    assert!(with_legend >= 6, "{with_legend}");
}

#[test]
fn every_series_and_every_mark_has_a_name() {
    for view in views() {
        let option = json(&view);
        for series in all_series(&option) {
            let name = series["name"].as_str().unwrap();
            assert!(!name.is_empty(), "{}", view.summary);
        }
        // One unit for all numbers, or one after each.
        let numbers = view.table.rows.iter().flatten();
        let written = numbers
            .filter(|cell| cell.value().is_some())
            .all(|cell| !cell.text().ends_with(|end: char| end.is_ascii_digit()));
        assert!(view.unit.is_some() || written, "{}: {:?}", view.title, view.table.rows[0]);
    }
}

#[test]
fn a_path_states_the_day_of_each_of_its_numbers() {
    let dataset = real();
    let mut seen = 0;
    for indicator in &dataset.indicators {
        for measure in &indicator.measures {
            let Some(view) = path_of(&dataset, indicator, measure, &[("2023-03-31", 12.5)]) else {
                continue;
            };
            for row in &view.table.rows {
                assert!(
                    row.iter().any(|cell| ["令和", "平成"].iter().any(|era| cell.text().contains(era))),
                    "{}: {row:?}",
                    indicator.id
                );
            }
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
