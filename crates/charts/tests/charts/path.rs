//! The path of an indicator.

use charts::{OwnPoint, Palette, indicator_path};
use list::TargetKind;

use crate::{sample, view_reader::*};

#[test]
fn a_path_has_every_number_of_its_table() {
    let dataset = real();
    for indicator in &dataset.indicators {
        for measure in &indicator.measures {
            let Some(view) = path_of(&dataset, indicator, measure, &[("2022-09-30", 3.25), ("2023-03-31", 4.5)]) else {
                continue;
            };
            let option = json(&view);
            let mut drawn: Vec<f64> =
                ["現状値", "目標値", "想定値"].into_iter().flat_map(|name| numbers(&option, name, 1)).collect();
            let mut listed = column(&view, 2);
            drawn.sort_by(f64::total_cmp);
            listed.sort_by(f64::total_cmp);
            assert_eq!(drawn, listed, "{}", indicator.id);
            let (min, max) = (option["yAxis"]["min"].as_f64().unwrap(), option["yAxis"]["max"].as_f64().unwrap());
            assert!(
                listed.iter().all(|value| (min..=max).contains(value)),
                "{}: {listed:?} in {min}..{max}",
                indicator.id
            );
            for quantity in [&measure.current, &measure.target].into_iter().flatten() {
                assert!(listed.contains(&quantity.amount), "{}", indicator.id);
            }
        }
    }
}

#[test]
fn words_get_no_chart() {
    let dataset = real();
    assert!(path(&dataset, "1-1", &[]).is_some());
    for indicator in dataset.indicators.iter().filter(|indicator| indicator.measures.is_empty()) {
        assert!(indicator.leading_measure().is_none());
    }
    // Two sides in different units cannot share an axis.
    assert!(path(&sample::dataset(), "3-2", &[]).is_none());
}

#[test]
fn each_kind_of_rule_has_its_drawing() {
    let dataset = sample::dataset();
    for (id, line, summary) in [
        ("1-1", "同じ速さで進んだ場合", "あと15校"),
        ("1-3", "保つ水準", "100%を保つ目標"),
        ("1-4", "現状値の高さ", "8,600件よりふやす目標"),
        ("2-3", "目標値の高さ", "50床"),
        ("2-4", "上限", "22.8%以下"),
    ] {
        let view = path(&dataset, id, &[]).unwrap();
        let option = json(&view);
        assert!(option["series"].as_array().unwrap().iter().any(|series| series["name"] == line), "{id}");
        assert!(view.summary.contains(summary), "{id}: {}", view.summary);
        assert!(series(&option, "想定値").is_empty());
    }
    assert!(
        series(&json(&path(&dataset, "1-4", &[]).unwrap()), "目標値").is_empty(),
        "a direction has no number to arrive at"
    );
    assert!(series(&json(&path(&dataset, "2-3", &[]).unwrap()), "現状値").is_empty());
}

#[test]
fn an_arrow_has_the_word_of_the_target() {
    let dataset = real();
    let word = |id: &str| series(&json(&path(&dataset, id, &[]).unwrap()), "目標の向き")[0]["value"][2].clone();
    assert_eq!(word("2-6"), "増加");
    assert_eq!(word("2-4"), "増員");
    let sample = sample::dataset();
    let option = json(&path(&sample, "1-4", &[]).unwrap());
    assert_eq!(series(&option, "目標の向き")[0]["value"][2], "ふやす", "without a word the way it points");
}

#[test]
fn the_axis_starts_at_zero_unless_stated() {
    let dataset = real();
    for indicator in &dataset.indicators {
        for measure in &indicator.measures {
            let Some(view) = path_of(&dataset, indicator, measure, &[]) else {
                continue;
            };
            let min = json(&view)["yAxis"]["min"].as_f64().unwrap();
            assert_eq!(min != 0.0, view.summary.contains("縦軸は0ではなく"), "{}: {}", indicator.id, view.summary);
            assert!(min == 0.0 || matches!(indicator.kind, TargetKind::Ceiling | TargetKind::Hold), "{}", indicator.id);
        }
    }
    let ceiling = path(&dataset, "6-9", &[]).unwrap();
    assert!(ceiling.summary.contains("縦軸は0ではなく"), "{}", ceiling.summary);
}

#[test]
fn own_figures_are_a_separate_series_sorted_by_time() {
    let dataset = sample::dataset();
    let view = path(&dataset, "1-1", &[("2023-03-31", 44.0), ("2022-09-30", 40.0)]).unwrap();
    let option = json(&view);
    assert_eq!(numbers(&option, "想定値", 1), [40.0, 44.0]);
    let own = option["series"].as_array().unwrap().iter().find(|series| series["name"] == "想定値").unwrap();
    assert_eq!(
        (own["symbol"].as_str(), own["itemStyle"]["color"].as_str()),
        (Some("diamond"), Some(Palette::LIGHT.own))
    );
    assert_eq!(numbers(&option, "現状値", 1), [37.0], "never among the official ones");
    assert!(view.summary.ends_with("想定値は44校（令和4年度末）で、現状値より7校多い値です。"), "{}", view.summary);
    let last = view.table.rows.last().unwrap();
    assert_eq!((last[0].text(), last[2].text(), last[3].text()), ("想定値（わたし）", "44校", "+7校"));
    // A figure from before the current value, and one long after the target, stay inside the plot.
    let far = json(&path(&dataset, "1-1", &[("2019-03-31", 10.0), ("2030-03-31", 60.0)]).unwrap());
    let (min, max) = (far["xAxis"]["min"].as_f64().unwrap(), far["xAxis"]["max"].as_f64().unwrap());
    for name in ["現状値", "目標値", "想定値"] {
        assert!(numbers(&far, name, 0).iter().all(|x| (min..=max).contains(x)), "{name}");
    }
    // A figure that is not a number is not drawn.
    assert_eq!(path(&dataset, "1-1", &[("2023-03-31", f64::NAN)]), path(&dataset, "1-1", &[]));
}

#[test]
fn a_name_is_only_text() {
    let dataset = sample::dataset();
    let indicator = find(&dataset, "1-1");
    let hostile = "{b}{c}<img src=x onerror=alert(1)>\n{rich|x}";
    let own = [OwnPoint { date: sample::date("2023-03-31"), amount: 44.0, label: hostile.to_owned(), is_saved: true }];
    let view = indicator_path(&dataset, indicator, &indicator.measures[0], &own, &WIDE).unwrap();
    let option = json(&view);
    let name = series(&option, "想定値")[0]["name"].as_str().unwrap();
    assert!(!name.contains('{') && name.lines().count() == 2, "{name}");
    assert!(view.table.rows.last().unwrap()[0].text().contains("<img"), "the table shows it as it is");
}

#[test]
fn days_are_written_in_both_calendars_and_do_not_overlap() {
    let view = path(&sample::dataset(), "1-1", &[("2023-03-31", 44.0), ("2023-04-01", 45.0)]).unwrap();
    let mut names = Vec::new();
    walk(&json(&view), "$", &mut |path, value| {
        if path == "$.series[].markLine.data[].name" {
            names.push(value.as_str().unwrap().to_owned());
        }
    });
    assert_eq!(names, ["令和3年度末\n2022.3", "令和5年4月1日\n2023.4", "令和5年度末\n2024.3"]);
}

#[test]
fn several_charts_of_one_indicator_have_titles_of_their_own() {
    let dataset = real();
    for indicator in &dataset.indicators {
        let titles: Vec<String> = indicator
            .measures
            .iter()
            .filter_map(|measure| path_of(&dataset, indicator, measure, &[]))
            .map(|view| view.title)
            .collect();
        let mut different = titles.clone();
        different.dedup();
        assert_eq!(titles, different, "{}", indicator.id);
    }
}

/// An unsaved figure is drawn at the position of a saved one, and looks different.
#[test]
fn an_unsaved_figure_is_hollow_and_named() {
    let dataset = sample::dataset();
    let indicator = find(&dataset, "1-1");
    let point = |day, amount, label: &str, is_saved| OwnPoint {
        date: sample::date(day),
        amount,
        label: label.to_owned(),
        is_saved,
    };
    let own = [point("2023-03-31", 44.0, "わたし", true), point("2023-09-30", 48.0, "試している値", false)];
    let view = indicator_path(&dataset, indicator, &indicator.measures[0], &own, &WIDE).unwrap();
    let option = json(&view);
    let series = option["series"].as_array().unwrap();
    let of = |name: &str| series.iter().find(|one| one["name"] == name).unwrap();
    assert_eq!(of("想定値")["data"].as_array().unwrap().len(), 1);
    let tried = of("試している値");
    assert_eq!(tried["data"].as_array().unwrap().len(), 1);
    assert_ne!(tried["itemStyle"]["color"], of("想定値")["itemStyle"]["color"]);
    assert_eq!(tried["itemStyle"]["borderColor"], of("想定値")["itemStyle"]["borderColor"]);
    let rows = view.table.rows.iter().map(|row| row[0].text()).collect::<Vec<_>>();
    assert!(rows.iter().any(|name| name.contains("試している値")), "{rows:?}");
}
