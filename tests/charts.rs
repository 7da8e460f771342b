//! Charts: what they show, told from the JSON that is drawn and the table beside it.

#[path = "charts/sample.rs"]
mod sample;

use serde_json::Value;
use ward_indicators::{
    charts::spec::{
        Canvas, Cell, ChartView, Extra, Motion, OwnPoint, Palette, description, distance_to_target,
        finish, indicator_path, kinds_by_goal, satisfaction_baselines,
    },
    dataset::{Dataset, Indicator, IndicatorId, Measure, TargetKind, bundled, load},
};

const WIDE: Canvas = Canvas {
    palette: Palette::LIGHT,
    narrow: false,
};
const NARROW: Canvas = Canvas {
    palette: Palette::DARK,
    narrow: true,
};

fn real() -> Dataset {
    load(bundled()).unwrap()
}

fn json(view: &ChartView) -> Value {
    finish(view, &Palette::LIGHT, Motion::Full).unwrap()
}

fn find<'a>(dataset: &'a Dataset, id: &str) -> &'a Indicator {
    dataset.indicator(&IndicatorId::parse(id).unwrap()).unwrap()
}

fn path(dataset: &Dataset, id: &str, own: &[(&str, f64)]) -> Option<ChartView> {
    let indicator = find(dataset, id);
    path_of(dataset, indicator, indicator.leading_measure()?, own)
}

fn path_of(
    dataset: &Dataset,
    indicator: &Indicator,
    measure: &Measure,
    own: &[(&str, f64)],
) -> Option<ChartView> {
    let own: Vec<_> = own
        .iter()
        .map(|(day, amount)| OwnPoint {
            date: sample::date(day),
            amount: *amount,
            label: "わたし".to_owned(),
        })
        .collect();
    indicator_path(dataset, indicator, measure, &own, &WIDE)
}

/// Every view that can be made of a dataset, in both widths.
fn all_views(dataset: &Dataset) -> Vec<ChartView> {
    let mut views = Vec::new();
    for canvas in [WIDE, NARROW] {
        views.push(kinds_by_goal(dataset, &canvas));
        views.extend(satisfaction_baselines(dataset, &canvas));
        for goal in &dataset.goals {
            views.extend(distance_to_target(
                &goal.name,
                dataset.indicators_of_goal(&goal.id),
                &canvas,
            ));
        }
        for plan in &dataset.plans {
            views.extend(distance_to_target(
                &plan.name,
                dataset.indicators_of(&plan.id),
                &canvas,
            ));
        }
        for indicator in &dataset.indicators {
            for measure in &indicator.measures {
                let own = [OwnPoint {
                    date: sample::date("2023-03-31"),
                    amount: 12.5,
                    label: "試し".to_owned(),
                }];
                views.extend(indicator_path(dataset, indicator, measure, &[], &canvas));
                views.extend(indicator_path(dataset, indicator, measure, &own, &canvas));
            }
        }
    }
    views
}

fn walk<'a>(value: &'a Value, path: &str, visit: &mut dyn FnMut(&str, &'a Value)) {
    visit(path, value);
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| walk(item, &format!("{path}[]"), visit)),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, item)| walk(item, &format!("{path}.{key}"), visit)),
        _ => {}
    }
}

/// The series of one name, as its data.
fn series<'a>(option: &'a Value, name: &str) -> Vec<&'a Value> {
    option["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|series| series["name"] == name)
        .map(|series| series["data"].as_array().unwrap().iter().collect())
        .unwrap_or_default()
}

/// The numbers of a series at a place of its values.
fn numbers(option: &Value, name: &str, at: usize) -> Vec<f64> {
    series(option, name)
        .iter()
        .map(|item| item["value"][at].as_f64().unwrap())
        .collect()
}

fn column(view: &ChartView, at: usize) -> Vec<f64> {
    view.table
        .rows
        .iter()
        .filter_map(|row| row[at].value())
        .collect()
}

#[test]
fn every_view_is_whole() {
    for (dataset, least) in [(real(), 200), (sample::dataset(), 30)] {
        let views = all_views(&dataset);
        assert!(views.len() > least, "{}", views.len());
        for view in views {
            let option = json(&view);
            walk(&option, "$", &mut |path, value| {
                assert!(!value.is_null(), "null at {path}: {}", view.summary);
                if let Some(text) = value.as_str() {
                    assert!(
                        !text.contains("NaN") && !text.contains("function"),
                        "{path}: {text}"
                    );
                }
            });
            assert!(
                !view.title.is_empty() && view.summary.ends_with('。'),
                "{}",
                view.summary
            );
            assert!(!view.summary.contains("。。"), "{}", view.summary);
            assert!((60..2000).contains(&view.height), "{}", view.height);
            assert!(!view.table.rows.is_empty() && !view.table.caption.is_empty());
            for row in &view.table.rows {
                assert_eq!(row.len(), view.table.head.len());
                assert!(
                    matches!(row[0], Cell::Text(_)),
                    "the first column names the row"
                );
                assert!(row.iter().filter_map(Cell::value).all(f64::is_finite));
            }
        }
    }
}

#[test]
fn the_rules_of_every_option_are_written_in_one_place() {
    let dataset = sample::dataset();
    for view in all_views(&dataset) {
        let option = json(&view);
        assert_eq!(option["tooltip"]["renderMode"], "richText");
        assert_eq!(option["tooltip"]["confine"], true);
        assert_eq!(
            option["tooltip"]["formatter"], "{b}",
            "the fields of the option itself are kept"
        );
        assert_eq!(option["aria"]["enabled"], true);
        assert_eq!(option["aria"]["label"]["description"], description(&view));
        assert_eq!(option["animation"], true);
        let still = finish(&view, &Palette::DARK, Motion::Reduced).unwrap();
        assert_eq!(still["animation"], false);
        assert_eq!(still["textStyle"]["color"], Palette::DARK.text);
    }
    let kinds = json(&kinds_by_goal(&dataset, &NARROW));
    assert_eq!(kinds["legend"]["selectedMode"], false);
    assert_eq!(kinds["aria"]["decal"]["show"], true);
    assert_eq!(
        kinds["yAxis"]["axisLabel"]["inside"], true,
        "names stand above the bars"
    );
    assert!(
        json(&kinds_by_goal(&dataset, &WIDE))["yAxis"]["axisLabel"]
            .get("inside")
            .is_none()
    );
    assert!(
        json(&path(&dataset, "1-1", &[]).unwrap())
            .get("legend")
            .is_none()
    );
}

#[test]
fn extras_reach_their_series() {
    let view = path(&sample::dataset(), "1-4", &[]).unwrap();
    let option = json(&view);
    let arrow = option["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|series| series["name"] == "目標の向き")
        .unwrap();
    assert_eq!(
        arrow["symbolOffset"][1], -17.0,
        "the arrow stands on the line and points up"
    );
    assert!(
        view.extras
            .iter()
            .any(|extra| matches!(extra, Extra::MarkLabelLineHeight { .. }))
    );
    assert_eq!(option["series"][0]["markLine"]["label"]["lineHeight"], 20.0);
}

#[test]
fn bars_start_at_zero() {
    let dataset = real();
    let mut charts = vec![
        kinds_by_goal(&dataset, &WIDE),
        satisfaction_baselines(&dataset, &WIDE).unwrap(),
    ];
    charts.extend(dataset.goals.iter().filter_map(|goal| {
        distance_to_target(&goal.name, dataset.indicators_of_goal(&goal.id), &WIDE)
    }));
    for view in charts {
        let axis = &json(&view)["xAxis"];
        let (min, max) = (axis["min"].as_f64().unwrap(), axis["max"].as_f64().unwrap());
        assert!(min <= 0.0 && max >= 0.0, "{axis}");
        let lowest = column(&view, view.table.head.len() - 1)
            .into_iter()
            .fold(0.0, f64::min);
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
    let drawn: f64 = view.table.head[1..7]
        .iter()
        .flat_map(|title| numbers(&option, title, 0))
        .sum();
    assert_eq!(drawn, 120.0);
    let measured: f64 = column(&view, 7).iter().sum();
    assert_eq!(measured, 42.0);
    assert!(
        view.summary
            .starts_with("120の指標のうち、数値で達成を確かめられる目標は42件です"),
        "{}",
        view.summary
    );
    assert!(view.summary.contains("残る78件"), "{}", view.summary);
}

#[test]
fn a_kind_nobody_uses_takes_no_room() {
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
fn satisfaction_is_sorted_and_carries_later_results() {
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
    // A later result stands in the row of its own target.
    for item in series(&option, "その後の結果") {
        let row = &view.table.rows[usize::try_from(item["value"][1].as_u64().unwrap()).unwrap()];
        assert_eq!(row[4].value(), item["value"][0].as_f64());
    }
    assert_eq!(
        (
            option["xAxis"]["min"].as_f64(),
            option["xAxis"]["max"].as_f64()
        ),
        (Some(0.0), Some(100.0))
    );
    for number in ["17", "76.0%", "43.7%", "3件"] {
        assert!(
            view.summary.contains(number),
            "{number} in {}",
            view.summary
        );
    }
    let labels: Vec<_> = series(&option, "値")
        .iter()
        .map(|item| item["value"][2].as_str().unwrap())
        .collect();
    assert!(
        labels.contains(&"62.1 →")
            && labels
                .iter()
                .filter(|label| label.contains("その後"))
                .count()
                == 3,
        "{labels:?}"
    );
}

#[test]
fn distances_are_shares_of_the_current_value() {
    let dataset = sample::dataset();
    let view = distance_to_target("見本", &dataset.indicators, &WIDE).unwrap();
    let names: Vec<_> = view.table.rows.iter().map(|row| row[0].text()).collect();
    assert_eq!(
        names[..4],
        [
            "待機者",
            "ねりっこクラブの実施",
            "認可保育所の増設",
            "認可保育所の増設（定員）"
        ]
    );
    assert_eq!(column(&view, 4), [-100.0, 40.5, 4.6, 4.5]);
    assert_eq!(
        numbers(&json(&view), "現状値に対する変化", 0),
        column(&view, 4)
    );
    let reason = |name: &str| {
        view.table
            .rows
            .iter()
            .find(|row| row[0].text() == name)
            .unwrap()[4]
            .text()
    };
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
    assert!(
        view.summary.contains("「待機者」の-100.0%（40 → 0人）"),
        "{}",
        view.summary
    );
    assert!(
        view.summary
            .contains("12の指標のうち、この方法でくらべられるのは3件"),
        "{}",
        view.summary
    );
}

#[test]
fn a_plan_of_words_has_no_distances() {
    let dataset = sample::dataset();
    let words = dataset
        .indicators
        .iter()
        .filter(|indicator| indicator.kind == TargetKind::Milestone);
    assert!(distance_to_target("見本", words, &WIDE).is_none());
    assert!(distance_to_target("見本", [], &WIDE).is_none());
    let reals = real();
    let charts = reals.goals.iter().filter(|goal| {
        distance_to_target(&goal.name, reals.indicators_of_goal(&goal.id), &WIDE).is_some()
    });
    assert_eq!(charts.count(), 6, "every goal has something to compare");
}

#[test]
fn a_path_holds_every_number_of_its_table() {
    let dataset = real();
    for indicator in &dataset.indicators {
        for measure in &indicator.measures {
            let Some(view) = path_of(
                &dataset,
                indicator,
                measure,
                &[("2022-09-30", 3.25), ("2023-03-31", 4.5)],
            ) else {
                continue;
            };
            let option = json(&view);
            let mut drawn: Vec<f64> = ["現状値", "目標値", "想定値"]
                .into_iter()
                .flat_map(|name| numbers(&option, name, 1))
                .collect();
            let mut told = column(&view, 2);
            drawn.sort_by(f64::total_cmp);
            told.sort_by(f64::total_cmp);
            assert_eq!(drawn, told, "{}", indicator.id);
            let (min, max) = (
                option["yAxis"]["min"].as_f64().unwrap(),
                option["yAxis"]["max"].as_f64().unwrap(),
            );
            assert!(
                told.iter().all(|value| (min..=max).contains(value)),
                "{}: {told:?} in {min}..{max}",
                indicator.id
            );
            for quantity in [&measure.current, &measure.target].into_iter().flatten() {
                assert!(told.contains(&quantity.amount), "{}", indicator.id);
            }
        }
    }
}

#[test]
fn words_get_no_chart() {
    let dataset = real();
    assert!(path(&dataset, "1-1", &[]).is_some());
    for indicator in dataset
        .indicators
        .iter()
        .filter(|indicator| indicator.measures.is_empty())
    {
        assert!(indicator.leading_measure().is_none());
    }
    // Two sides in different units cannot share an axis.
    assert!(path(&sample::dataset(), "3-2", &[]).is_none());
}

#[test]
fn each_shape_is_drawn_as_what_it_is() {
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
        assert!(
            option["series"]
                .as_array()
                .unwrap()
                .iter()
                .any(|series| series["name"] == line),
            "{id}"
        );
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
fn the_axis_starts_at_zero_unless_it_says_so() {
    let dataset = real();
    for indicator in &dataset.indicators {
        for measure in &indicator.measures {
            let Some(view) = path_of(&dataset, indicator, measure, &[]) else {
                continue;
            };
            let min = json(&view)["yAxis"]["min"].as_f64().unwrap();
            assert_eq!(
                min != 0.0,
                view.summary.contains("縦軸は0ではなく"),
                "{}: {}",
                indicator.id,
                view.summary
            );
            assert!(
                min == 0.0 || matches!(indicator.kind, TargetKind::Ceiling | TargetKind::Hold),
                "{}",
                indicator.id
            );
        }
    }
    let ceiling = path(&dataset, "6-9", &[]).unwrap();
    assert!(
        ceiling.summary.contains("縦軸は0ではなく"),
        "{}",
        ceiling.summary
    );
}

#[test]
fn own_figures_stand_apart_in_order_of_time() {
    let dataset = sample::dataset();
    let view = path(
        &dataset,
        "1-1",
        &[("2023-03-31", 44.0), ("2022-09-30", 40.0)],
    )
    .unwrap();
    let option = json(&view);
    assert_eq!(numbers(&option, "想定値", 1), [40.0, 44.0]);
    let own = option["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|series| series["name"] == "想定値")
        .unwrap();
    assert_eq!(
        (own["symbol"].as_str(), own["itemStyle"]["color"].as_str()),
        (Some("diamond"), Some(Palette::LIGHT.own))
    );
    assert_eq!(
        numbers(&option, "現状値", 1),
        [37.0],
        "never among the official ones"
    );
    assert!(
        view.summary
            .ends_with("想定値は44校（令和4年度末）で、現状値より7校多い値です。"),
        "{}",
        view.summary
    );
    let last = view.table.rows.last().unwrap();
    assert_eq!(
        (last[0].text(), last[2].text(), last[3].text()),
        ("想定値（わたし）", "44校", "+7校")
    );
    // A figure from before the current value, and one long after the target, stay inside the plot.
    let far = json(
        &path(
            &dataset,
            "1-1",
            &[("2019-03-31", 10.0), ("2030-03-31", 60.0)],
        )
        .unwrap(),
    );
    let (min, max) = (
        far["xAxis"]["min"].as_f64().unwrap(),
        far["xAxis"]["max"].as_f64().unwrap(),
    );
    for name in ["現状値", "目標値", "想定値"] {
        assert!(
            numbers(&far, name, 0)
                .iter()
                .all(|x| (min..=max).contains(x)),
            "{name}"
        );
    }
    // A figure that is no number is not drawn at all.
    assert_eq!(
        path(&dataset, "1-1", &[("2023-03-31", f64::NAN)]),
        path(&dataset, "1-1", &[])
    );
}

#[test]
fn a_name_is_only_text() {
    let dataset = sample::dataset();
    let indicator = find(&dataset, "1-1");
    let hostile = "{b}{c}<img src=x onerror=alert(1)>\n{rich|x}";
    let own = [OwnPoint {
        date: sample::date("2023-03-31"),
        amount: 44.0,
        label: hostile.to_owned(),
    }];
    let view = indicator_path(&dataset, indicator, &indicator.measures[0], &own, &WIDE).unwrap();
    let option = json(&view);
    let name = series(&option, "想定値")[0]["name"].as_str().unwrap();
    assert!(!name.contains('{') && name.lines().count() == 2, "{name}");
    assert!(
        view.table.rows.last().unwrap()[0].text().contains("<img"),
        "the table shows it as it is"
    );
}

#[test]
fn days_are_written_in_both_calendars_and_keep_apart() {
    let view = path(
        &sample::dataset(),
        "1-1",
        &[("2023-03-31", 44.0), ("2023-04-01", 45.0)],
    )
    .unwrap();
    let mut names = Vec::new();
    walk(&json(&view), "$", &mut |path, value| {
        if path == "$.series[].markLine.data[].name" {
            names.push(value.as_str().unwrap().to_owned());
        }
    });
    assert_eq!(
        names,
        [
            "令和3年度末\n2022.3",
            "令和5年4月1日\n2023.4",
            "令和5年度末\n2024.3"
        ]
    );
}
