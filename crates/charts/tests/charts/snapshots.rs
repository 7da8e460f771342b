//! Every drawing as text, one file per indicator and one per other chart, in `tests/snapshots`.
//!
//! `RENEW=1 cargo test -p charts snapshots` writes the files again; `git diff` then shows the changes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use charts::{
    Canvas, ChangeUnit, ChartView, OwnPoint, Palette, distance_to_target, indicator_path, kinds_by_goal,
    satisfaction_baselines,
};
use list::Dataset;
use serde_json::json;

use crate::{comparison::drawn_sides, sample, view_reader::*};

const WIDE_LIGHT: Canvas = WIDE;
const NARROW_LIGHT: Canvas = Canvas { palette: Palette::LIGHT, narrow: true };

/// Parts that are the same in every drawing; they are in `shared.txt` only.
const SHARED: [&str; 6] =
    ["animation", "animationDuration", "animationDurationUpdate", "backgroundColor", "textStyle", "tooltip"];

/// The parts of a view, one per line, without the shared ones.
fn lines(view: &ChartView) -> Vec<String> {
    let option = json(view);
    let option = option.as_object().unwrap();
    let mut lines = vec![
        format!("title {} unit {}", json!(view.title), json!(view.unit)),
        format!("summary {}", json!(view.summary)),
        format!("note {}", json!(view.note)),
        format!("height {}", view.height),
        format!("caption {}", json!(view.table.caption)),
        format!("head {}", json!(view.table.head)),
    ];
    for row in &view.table.rows {
        let cells: Vec<_> = row
            .iter()
            .map(|cell| cell.value().map_or(json!(cell.text()), |value| json!([value, cell.text()])))
            .collect();
        lines.push(format!("row {}", json!(cells)));
    }
    for (key, part) in option.iter().filter(|(key, _)| !SHARED.contains(&key.as_str())) {
        match (key.as_str(), part) {
            ("series", part) => {
                lines.extend(part.as_array().unwrap().iter().map(|series| format!("series {series}")));
            }
            // The description is title and summary, which another test checks.
            ("aria", part) => lines.extend(part.get("decal").map(|decal| format!("decal {decal}"))),
            (key, part) => lines.push(format!("{key} {part}")),
        }
    }
    lines
}

/// The first view in full; of each other one only the lines that differ from the previous one.
fn snapshot(views: &[(&str, ChartView)]) -> String {
    let mut text = String::new();
    let mut previous = Vec::new();
    for (name, view) in views {
        let lines = lines(view);
        writeln!(text, "[{name}] {} lines", lines.len()).unwrap();
        for line in lines.iter().filter(|line| !previous.contains(*line)) {
            writeln!(text, "{line}").unwrap();
        }
        previous = lines;
    }
    text
}

/// The shared parts of all drawings: the same text for each of them.
fn shared(dataset: &Dataset) -> String {
    let texts: BTreeSet<String> = all_views(dataset)
        .iter()
        .chain(&drawn_sides(dataset, &WIDE))
        .map(|view| {
            let option = json(view);
            SHARED.iter().map(|key| format!("{key} {}\n", option[key])).collect()
        })
        .collect();
    texts.into_iter().collect()
}

/// All snapshots by file name.
fn snapshots() -> BTreeMap<String, String> {
    let dataset = real();
    let mut files = BTreeMap::from([("shared".to_owned(), shared(&dataset))]);
    for indicator in &dataset.indicators {
        let mut text = String::new();
        for measure in &indicator.measures {
            // The amount is a little different from the stated one, so that the figures have a position of their own.
            let stated = measure.target.as_ref().or(measure.current.as_ref()).map_or(1.0, |stated| stated.amount);
            let own = [("2022-09-30", 0.75, true), ("2023-03-31", 1.25, true), ("2023-03-31", 0.5, false)].map(
                |(day, factor, is_saved)| OwnPoint {
                    date: sample::date(day),
                    amount: stated * factor,
                    label: "わたし".to_owned(),
                    is_saved,
                },
            );
            let drawings: [(&str, &[OwnPoint], Canvas); 3] =
                [("wide", &[], WIDE_LIGHT), ("narrow", &[], NARROW_LIGHT), ("narrow, own figures", &own, NARROW_LIGHT)];
            let views: Vec<_> = drawings
                .into_iter()
                .filter_map(|(name, own, canvas)| {
                    Some((name, indicator_path(&dataset, indicator, measure, own, &canvas)?))
                })
                .collect();
            if !views.is_empty() {
                writeln!(text, "measure {}", measure.id.as_str()).unwrap();
                text += &snapshot(&views);
            }
        }
        if text.is_empty() {
            text = "none\n".to_owned();
        }
        files.insert(indicator.id.to_string(), text);
    }
    let canvases = [("wide", WIDE_LIGHT), ("narrow", NARROW_LIGHT), ("narrow, dark", NARROW)];
    let mut insert = |file: &str, draw: &dyn Fn(&Canvas) -> Option<ChartView>| {
        // The charts of the whole list are long, so only the others are stored in dark colours.
        let canvases = if file.contains('-') && !file.contains("all") { &canvases[..] } else { &canvases[..2] };
        let views: Vec<_> = canvases.iter().filter_map(|(name, canvas)| Some((*name, draw(canvas)?))).collect();
        files.insert(file.to_owned(), snapshot(&views));
    };
    insert("kinds", &|canvas| Some(kinds_by_goal(&dataset, canvas)));
    insert("satisfaction", &|canvas| satisfaction_baselines(&dataset, canvas));
    for (file, measured) in [("distance-percent-all", ChangeUnit::Percent), ("distance-times-all", ChangeUnit::Times)] {
        insert(file, &|canvas| distance_to_target("全体", &dataset.indicators, measured, canvas));
    }
    for (at, file) in ["comparison-progress", "comparison-status"].into_iter().enumerate() {
        insert(file, &|canvas| drawn_sides(&dataset, canvas).into_iter().nth(at));
    }
    let sample = sample::dataset();
    insert("sample-satisfaction", &|canvas| satisfaction_baselines(&sample, canvas));
    insert("sample-distance-times", &|canvas| {
        distance_to_target("見本", &sample.indicators, ChangeUnit::Times, canvas)
    });
    insert("sample-kinds", &|canvas| Some(kinds_by_goal(&sample, canvas)));
    insert("sample-distance", &|canvas| distance_to_target("見本", &sample.indicators, ChangeUnit::Percent, canvas));
    files
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

#[test]
fn snapshots_of_all_charts() {
    let drawn = snapshots();
    if std::env::var_os("RENEW").is_some() {
        fs::create_dir_all(directory()).unwrap();
        for (file, text) in &drawn {
            fs::write(directory().join(file).with_extension("txt"), text).unwrap();
        }
    }
    for (file, text) in &drawn {
        let expected = fs::read_to_string(directory().join(file).with_extension("txt")).unwrap();
        for (expected, drawn) in expected.lines().zip(text.lines()) {
            assert_eq!(expected, drawn, "{file}: another drawing; see the head of this file");
        }
        assert_eq!(expected.lines().count(), text.lines().count(), "{file}");
    }
    assert_eq!(fs::read_dir(directory()).unwrap().count(), drawn.len(), "a snapshot of nothing");
    let indicators = real().indicators.iter().filter(|one| drawn.contains_key(one.id.as_str())).count();
    assert_eq!(indicators, 120);
}
