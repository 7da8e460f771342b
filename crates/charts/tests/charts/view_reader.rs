//! Reads a view back.

use charts::{
    Animation, Canvas, ChangeUnit, ChartView, OwnPoint, Palette, distance_to_target, finish, indicator_path,
    kinds_by_goal, satisfaction_baselines,
};
use list::{Dataset, Indicator, IndicatorId, Measure};
use serde_json::Value;
use test_support::bundled_list;

use crate::sample;

pub const WIDE: Canvas = Canvas { palette: Palette::LIGHT, narrow: false };
pub const NARROW: Canvas = Canvas { palette: Palette::DARK, narrow: true };

pub fn real() -> Dataset {
    bundled_list().clone()
}

pub fn json(view: &ChartView) -> Value {
    finish(view, &Palette::LIGHT, Animation::Full)
}

pub fn find<'a>(dataset: &'a Dataset, id: &str) -> &'a Indicator {
    dataset.indicator(&IndicatorId::parse(id).unwrap()).unwrap()
}

pub fn path(dataset: &Dataset, id: &str, own: &[(&str, f64)]) -> Option<ChartView> {
    let indicator = find(dataset, id);
    path_of(dataset, indicator, indicator.leading_measure()?, own)
}

pub fn path_of(dataset: &Dataset, indicator: &Indicator, measure: &Measure, own: &[(&str, f64)]) -> Option<ChartView> {
    let own: Vec<_> = own
        .iter()
        .map(|(day, amount)| OwnPoint {
            date: sample::date(day),
            amount: *amount,
            label: "わたし".to_owned(),
            is_saved: true,
        })
        .collect();
    indicator_path(dataset, indicator, measure, &own, &WIDE)
}

/// Every view that can be made of a dataset, in both widths.
pub fn all_views(dataset: &Dataset) -> Vec<ChartView> {
    let mut views = Vec::new();
    for canvas in [WIDE, NARROW] {
        views.push(kinds_by_goal(dataset, &canvas));
        views.extend(satisfaction_baselines(dataset, &canvas));
        for goal in &dataset.goals {
            views.extend(distance_to_target(
                &goal.name,
                dataset.indicators_of_goal(&goal.id),
                ChangeUnit::Percent,
                &canvas,
            ));
        }
        for plan in &dataset.plans {
            views.extend(distance_to_target(&plan.name, dataset.indicators_of(&plan.id), ChangeUnit::Percent, &canvas));
        }
        for indicator in &dataset.indicators {
            for measure in &indicator.measures {
                let own = [OwnPoint {
                    date: sample::date("2023-03-31"),
                    amount: 12.5,
                    label: "試し".to_owned(),
                    is_saved: true,
                }];
                views.extend(indicator_path(dataset, indicator, measure, &[], &canvas));
                views.extend(indicator_path(dataset, indicator, measure, &own, &canvas));
            }
        }
    }
    views
}

pub fn walk<'a>(value: &'a Value, path: &str, visit: &mut dyn FnMut(&str, &'a Value)) {
    visit(path, value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, &format!("{path}[]"), visit)),
        Value::Object(fields) => fields.iter().for_each(|(key, item)| walk(item, &format!("{path}.{key}"), visit)),
        _ => {}
    }
}

/// The data of a series by name.
pub fn series<'a>(option: &'a Value, name: &str) -> Vec<&'a Value> {
    option["series"]
        .as_array()
        .unwrap()
        .iter()
        .find(|series| series["name"] == name)
        .map(|series| series["data"].as_array().unwrap().iter().collect())
        .unwrap_or_default()
}

/// The numbers of a series at an index of its values.
pub fn numbers(option: &Value, name: &str, at: usize) -> Vec<f64> {
    series(option, name).iter().map(|item| item["value"][at].as_f64().unwrap()).collect()
}

pub fn column(view: &ChartView, at: usize) -> Vec<f64> {
    view.table.rows.iter().filter_map(|row| row[at].value()).collect()
}
