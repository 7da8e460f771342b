//! What is drawn for each of the list's indicators, kept as JSON: a change of any chart shows as a change of its line.
//!
//! `RENEW=1 cargo test --test charts snapshots` writes the file anew; the difference is then there to be read.

use std::{fmt::Write, fs, path::Path};

use crate::told::*;

const FILE: &str = "../../tests/fixtures/charts.txt";

/// A line for each number of each indicator, and one for an indicator without a chart.
fn drawn() -> String {
    let dataset = real();
    let mut lines = String::new();
    for indicator in &dataset.indicators {
        let views: Vec<_> = indicator
            .measures
            .iter()
            .filter_map(|measure| {
                let view = path_of(&dataset, indicator, measure, &[])?;
                Some((measure.id.as_str(), view))
            })
            .collect();
        if views.is_empty() {
            writeln!(lines, "{} none", indicator.id).unwrap();
        }
        for (measure, view) in views {
            let told = serde_json::json!({ "title": view.title, "unit": view.unit, "summary": view.summary });
            writeln!(lines, "{} {measure} {told} {}", indicator.id, json(&view)).unwrap();
        }
    }
    lines
}

#[test]
fn snapshots_of_all_indicators() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let drawn = drawn();
    if std::env::var_os("RENEW").is_some() {
        fs::write(&path, &drawn).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    let (kept, drawn): (Vec<_>, Vec<_>) = (kept.lines().collect(), drawn.lines().collect());
    for (kept, drawn) in kept.iter().zip(&drawn) {
        assert_eq!(kept, drawn, "another drawing; see the head of this file");
    }
    assert_eq!(kept.len(), drawn.len());
    let of = |line: &&str| line.split(' ').next().unwrap().to_owned();
    let mut ids: Vec<String> = drawn.iter().map(of).collect();
    ids.dedup();
    assert_eq!(ids.len(), 120);
}
