//! The charts of named rows.

use charts::{ChangeUnit, distance_to_target, kinds_by_goal, satisfaction_baselines};
use list::TargetKind;

use crate::{sample, view_reader::*};

#[test]
fn bars_start_at_zero() {
    let dataset = real();
    let mut charts = vec![kinds_by_goal(&dataset, &WIDE), satisfaction_baselines(&dataset, &WIDE).unwrap()];
    charts.extend(dataset.goals.iter().filter_map(|goal| {
        distance_to_target(&goal.name, dataset.indicators_of_goal(&goal.id), ChangeUnit::Percent, &WIDE)
    }));
    for view in charts {
        let axis = &json(&view)["xAxis"];
        let (min, max) = (axis["min"].as_f64().unwrap(), axis["max"].as_f64().unwrap());
        assert!(min <= 0.0 && max >= 0.0, "{axis}");
        let lowest = column(&view, view.table.head.len() - 1).into_iter().fold(0.0, f64::min);
        assert!(lowest < 0.0 || min == 0.0, "{axis}");
    }
}

#[test]
fn kinds_add_up_to_the_whole_list() {
    let dataset = real();
    let view = kinds_by_goal(&dataset, &WIDE);
    let option = json(&view);
    let totals = column(&view, view.table.head.len() - 1);
    assert_eq!(totals, [19.0, 16.0, 22.0, 27.0, 20.0, 16.0]);
    for (at, title) in view.table.head.iter().enumerate().skip(1).take(6) {
        assert_eq!(numbers(&option, title, 0), column(&view, at), "{title}");
    }
    let drawn: f64 = view.table.head[1..7].iter().flat_map(|title| numbers(&option, title, 0)).sum();
    assert_eq!(drawn, 120.0);
    let measured: f64 = column(&view, 7).iter().sum();
    assert_eq!(measured, 42.0);
    assert!(view.summary.starts_with("120の指標のうち、数値で達成を確かめられる目標は42件です"), "{}", view.summary);
    assert!(view.summary.contains("残る78件"), "{}", view.summary);
}

#[test]
fn an_unused_kind_takes_no_space() {
    let view = kinds_by_goal(&sample::dataset(), &WIDE);
    assert_eq!(view.table.head.len(), 1 + 6 + 2);
    let mut only: Vec<_> = Vec::new();
    walk(&json(&view), "$", &mut |path, value| {
        if path == "$.legend.data[].name" {
            only.push(value.as_str().unwrap().to_owned());
        }
    });
    assert_eq!(only, view.table.head[1..7]);
}

#[test]
fn satisfaction_is_sorted_and_has_later_results() {
    let dataset = real();
    let view = satisfaction_baselines(&dataset, &NARROW).unwrap();
    let option = json(&view);
    let rates = column(&view, 2);
    assert_eq!(rates.len(), 17);
    assert!(rates.is_sorted_by(|a, b| a >= b), "{rates:?}");
    assert_eq!(numbers(&option, "調査結果", 0), rates);
    assert_eq!(numbers(&option, "上回るべき値", 0), rates);
    let later = column(&view, 4);
    assert_eq!(later.len(), 3);
    assert_eq!(numbers(&option, "その後の結果", 0), later);
    // A later result is in the row of its own target.
    for item in series(&option, "その後の結果") {
        let row = &view.table.rows[usize::try_from(item["value"][1].as_u64().unwrap()).unwrap()];
        assert_eq!(row[4].value(), item["value"][0].as_f64());
    }
    assert_eq!((option["xAxis"]["min"].as_f64(), option["xAxis"]["max"].as_f64()), (Some(0.0), Some(100.0)));
    for number in ["17", "76.0%", "43.7%", "3件"] {
        assert!(view.summary.contains(number), "{number} in {}", view.summary);
    }
    let labels: Vec<_> = series(&option, "値").iter().map(|item| item["value"][2].as_str().unwrap()).collect();
    assert!(
        labels.contains(&"62.1 →") && labels.iter().filter(|label| label.contains("その後")).count() == 3,
        "{labels:?}"
    );
}

#[test]
fn distances_are_shares_of_the_current_value() {
    let dataset = sample::dataset();
    let view = distance_to_target("見本", &dataset.indicators, ChangeUnit::Percent, &WIDE).unwrap();
    let names: Vec<_> = view.table.rows.iter().map(|row| row[0].text()).collect();
    assert_eq!(names[..4], ["待機者", "ねりっこクラブの実施", "認可保育所の増設", "認可保育所の増設（定員）"]);
    assert_eq!(column(&view, 4), [-100.0, 40.5, 4.6, 4.5]);
    assert_eq!(numbers(&json(&view), "現状値に対する変化", 0), column(&view, 4));
    let reason = |name: &str| view.table.rows.iter().find(|row| row[0].text() == name).unwrap()[4].text();
    for (name, expected) in [
        ("新しい施設", "現状値が0のため、割合にできません"),
        ("入所希望者の受入率", "割合の指標なので、差だけを示します"),
        ("要介護認定率", "上限を守る目標です"),
        ("病床の確保", "現状値に数値がありません"),
        ("相談件数", "目標値に数値がありません"),
        ("単位のちがう指標", "現状値と目標値の単位が違います"),
    ] {
        assert_eq!(reason(name), expected, "{name}");
    }
    assert!(view.summary.contains("「待機者」の-100.0%（40 → 0人）"), "{}", view.summary);
    assert!(view.summary.contains("12の指標のうち、この方法でくらべられるのは3件"), "{}", view.summary);
}

#[test]
fn on_a_phone_a_long_name_is_shortened_for_the_numbers() {
    let dataset = real();
    let mut shortened = 0;
    for goal in &dataset.goals {
        let view =
            distance_to_target(&goal.name, dataset.indicators_of_goal(&goal.id), ChangeUnit::Percent, &NARROW).unwrap();
        for name in json(&view)["yAxis"]["data"].as_array().unwrap() {
            let (name, numbers) = name.as_str().unwrap().rsplit_once('\u{3000}').unwrap();
            assert!(numbers.contains(" → ") && !numbers.contains('…'), "{name} {numbers}");
            shortened += usize::from(name.ends_with('…'));
        }
    }
    assert!(shortened > 5, "{shortened}");
}

#[test]
fn a_plan_of_words_has_no_distances() {
    let dataset = sample::dataset();
    let words = dataset.indicators.iter().filter(|indicator| indicator.kind == TargetKind::Milestone);
    assert!(distance_to_target("見本", words, ChangeUnit::Percent, &WIDE).is_none());
    assert!(distance_to_target("見本", [], ChangeUnit::Percent, &WIDE).is_none());
    let reals = real();
    let charts = reals.goals.iter().filter(|goal| {
        distance_to_target(&goal.name, reals.indicators_of_goal(&goal.id), ChangeUnit::Percent, &WIDE).is_some()
    });
    assert_eq!(charts.count(), 6, "every goal has something to compare");
}

#[test]
fn multiples_are_on_an_axis_of_doublings_that_contains_them() {
    let dataset = real();
    for canvas in [WIDE, NARROW] {
        let view = distance_to_target("全体", &dataset.indicators, ChangeUnit::Times, &canvas).unwrap();
        let option = json(&view);
        let axis = &option["xAxis"];
        let axis = axis.as_array().map_or(axis, |axes| &axes[0]);
        assert_eq!((axis["type"].as_str(), axis["logBase"].as_i64()), (Some("log"), Some(2)));
        let (min, max) = (axis["min"].as_f64().unwrap(), axis["max"].as_f64().unwrap());
        let times = numbers(&option, "現状値に対する倍率", 0);
        assert!(times.len() >= 30, "{}", times.len());
        assert!(min > 0.0 && times.iter().all(|one| (min..=max).contains(one)), "{min} {max} {times:?}");
        // The outlier is described as one, and the table has both notations.
        let row = view.table.rows.iter().find(|row| row[1].text().contains("14,500")).unwrap();
        assert_eq!((row[4].text(), row[5].text()), ("+244.8%", "3.45倍"));
        assert!(view.note.unwrap().contains("対数"));
    }
}
