//! Charts of several scenarios.

use charts::{Canvas, ChartView, comparison_progress, comparison_status};
use figures::{
    Action, Basis, Figure, FigureValue, Notebook, Number, RowFilter, ScenarioComparison, ScenarioId, Timestamp,
    UnknownFields, chosen,
};
use list::{Dataset, Date, IndicatorId, MeasureId};

use crate::view_reader::*;

fn figure(indicator: &str, number: f64, unit: &str) -> Figure {
    Figure {
        indicator: IndicatorId::parse(indicator).unwrap(),
        value: FigureValue::Amount {
            measure: MeasureId::parse("main").unwrap(),
            number: Number::new(number).unwrap(),
            unit: unit.to_owned(),
        },
        date: Date::parse_iso("2023-03-31").unwrap(),
        basis: Basis::Assumed,
        note: String::new(),
        source: None,
        edited: Timestamp(1),
        extra: UnknownFields::new(),
    }
}

/// 「わたしの想定」 and a second one with a hostile name.
fn comparison<'d>(dataset: &'d Dataset, mine: Vec<Figure>, other: Vec<Figure>) -> ScenarioComparison<'d> {
    let mut notebook = Notebook::new(dataset.id.clone());
    let id = |text: &str| ScenarioId::parse(text).unwrap();
    let actions = [
        Action::SetFigures {
            scenario: ScenarioId::first(),
            figures: mine,
            remove: Vec::new(),
            name: "入れる".to_owned(),
        },
        Action::AddScenario {
            id: id("s-1"),
            name: "{b}<b>別</b>".to_owned(),
            description: String::new(),
            figures: other,
        },
    ];
    for action in actions {
        notebook.apply(action, Timestamp(1), words::text::figures::step_name).unwrap();
    }
    ScenarioComparison::of(dataset, &chosen(&notebook.workspace, &[id("mine"), id("s-1")]).scenarios)
}

fn progress(comparison: &ScenarioComparison<'_>, canvas: &Canvas) -> Option<ChartView> {
    comparison_progress(&comparison.columns, comparison.shown(RowFilter::Filled), canvas)
}

/// Both charts of two scenarios with different verdicts.
pub fn drawn_sides(dataset: &Dataset, canvas: &Canvas) -> Vec<ChartView> {
    let comparison = comparison(
        dataset,
        vec![figure("3-1", 52.0, "校"), figure("1-1", 1.0, "人")],
        vec![figure("3-1", 44.0, "校"), figure("6-9", 23.0, "%")],
    );
    [
        progress(&comparison, canvas),
        comparison_status(&comparison.columns, &comparison.goals, &comparison.whole, canvas),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn whole(view: &ChartView) {
    let option = json(view);
    walk(&option, "$", &mut |path, value| {
        assert!(!value.is_null(), "null at {path}");
        // The description is no template.
        if let Some(text) = value.as_str()
            && path != "$.aria.label.description"
        {
            assert!(!text.contains("{b}<b>"), "{path}: {text}");
        }
    });
    assert!(view.summary.ends_with('。') && !view.summary.contains("。。"));
    for row in &view.table.rows {
        assert_eq!(row.len(), view.table.head.len());
    }
}

#[test]
fn bars_are_grouped_with_the_target_at_100_percent() {
    let dataset = real();
    let comparison = comparison(
        &dataset,
        vec![figure("3-1", 44.5, "校"), figure("1-1", 8.0, "か所")],
        vec![figure("3-1", 35.5, "校")],
    );
    for canvas in [WIDE, NARROW] {
        let view = progress(&comparison, &canvas).unwrap();
        whole(&view);
        let option = json(&view);
        // 3-1 has the largest difference and is first.
        assert_eq!(numbers(&option, "◆ わたしの想定", 0), [50.0, 100.0]);
        assert_eq!(numbers(&option, "▲ ｛b｝<b>別</b>", 0), [-10.0]);
        assert_eq!(option["xAxis"]["min"].as_f64().map(|min| min < 0.0), Some(true));
        assert_eq!(option["series"][0]["markLine"]["data"][0]["xAxis"], 100.0);
        assert!(option["series"][1].get("markLine").is_none());
        let labels: Vec<_> = series(&option, "◆ わたしの想定")
            .iter()
            .map(|item| item["value"][2].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(labels, ["◆ 50.0%", "◆ 100.0%"]);
        assert_eq!(option["aria"]["decal"]["decals"].as_array().unwrap().len(), 2);
        assert_ne!(option["aria"]["decal"]["decals"][0], option["aria"]["decal"]["decals"][1]);
    }
    let view = progress(&comparison, &WIDE).unwrap();
    assert_eq!(view.table.rows.len(), 2);
    assert_eq!(view.table.rows[0][1].text(), "計37校");
    assert_eq!(view.table.rows[1][5].text(), "—");
    assert!(view.summary.contains("「わたしの想定」50.0%"), "{}", view.summary);
    assert!(view.summary.contains("-10.0%"), "{}", view.summary);
}

#[test]
fn a_bar_that_is_cut_off_keeps_its_number() {
    let dataset = real();
    let comparison = comparison(&dataset, vec![figure("3-1", 9_037.0, "校")], vec![figure("3-1", 0.0, "校")]);
    let view = progress(&comparison, &WIDE).unwrap();
    let option = json(&view);
    assert_eq!(numbers(&option, "◆ わたしの想定", 0), [200.0]);
    assert_eq!(series(&option, "◆ わたしの想定")[0]["value"][2], "◆ 60000.0% →".replace("60000", "60,000"));
    assert_eq!(column(&view, 4), [60_000.0]);
    assert_eq!(numbers(&option, "▲ ｛b｝<b>別</b>", 0), [-100.0]);
    assert!(view.note.unwrap().contains("端をこえる"));
}

#[test]
fn without_progress_there_are_no_bars() {
    let dataset = real();
    assert!(progress(&comparison(&dataset, Vec::new(), Vec::new()), &WIDE).is_none());
    // A figure in another unit has a row but no percentage.
    let other = comparison(&dataset, vec![figure("3-1", 44.0, "人")], Vec::new());
    assert_eq!(other.count(RowFilter::Filled), 1);
    assert!(progress(&other, &WIDE).is_none());
}

#[test]
fn the_chart_states_how_many_rows_are_only_in_the_table() {
    let dataset = real();
    let comparable: Vec<Figure> = dataset
        .indicators
        .iter()
        .filter_map(|indicator| {
            let measure = indicator.leading_measure()?;
            (measure.id.as_str() == "main").then(|| figure(indicator.id.as_str(), 1.0, &measure.unit))
        })
        .collect();
    let comparison = comparison(&dataset, comparable, Vec::new());
    let view = progress(&comparison, &NARROW).unwrap();
    whole(&view);
    let drawn = numbers(&json(&view), "◆ わたしの想定", 0).len();
    assert_eq!(drawn, 16);
    let rest = view.table.rows.len() - drawn;
    assert!(rest > 0 && view.note.unwrap().contains(&format!("残りの{rest}件")));
    assert!(view.height < 2000, "{}", view.height);
}

#[test]
fn every_count_of_a_goal_is_stacked() {
    let dataset = real();
    let comparison = comparison(
        &dataset,
        vec![figure("3-1", 52.0, "校"), figure("1-1", 1.0, "人")],
        vec![figure("3-1", 44.0, "校")],
    );
    for canvas in [WIDE, NARROW] {
        let view = comparison_status(&comparison.columns, &comparison.goals, &comparison.whole, &canvas).unwrap();
        whole(&view);
        let option = json(&view);
        let head = ["達成", "やや遅れ", "判定できない", "未入力"];
        assert_eq!(view.table.head[2..6], head);
        // Two bars for each of six goals.
        let totals = numbers(&option, "判定／全件数", 0);
        assert_eq!(totals.len(), 12);
        for (at, total) in totals.into_iter().enumerate() {
            let stacked: f64 = ["● 達成", "◐ やや遅れ", "？ 判定できない", "未入力"]
                .into_iter()
                .map(|key| numbers(&option, key, 0)[at])
                .sum();
            assert_eq!(stacked, total);
        }
        assert_eq!(numbers(&option, "● 達成", 0)[0], 1.0);
        assert_eq!(numbers(&option, "◐ やや遅れ", 0)[1], 1.0);
        assert_eq!(view.table.rows.len(), 14);
        assert_eq!(column(&view, 6).iter().sum::<f64>(), 480.0);
        assert!(view.summary.contains("「わたしの想定」は、120件のうち2件"), "{}", view.summary);
    }
}
