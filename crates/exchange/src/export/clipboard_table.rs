//! A table as text for spreadsheets: tabs between cells, a line per row.

use figures::Scenario;
use format::{csv::guarded, dates};
use list::{Dataset, Indicator};
use search::{TableColumn, VisibleColumns};
use words::{
    gap_in_short,
    text::{self, notes, wording},
};

use super::csv_columns::indicator_number;

/// The rows and columns of the explorer as displayed, followed by source and caution in two lines.
pub fn pasted_table<'a>(
    dataset: &'a Dataset,
    indicators: impl IntoIterator<Item = &'a Indicator>,
    columns: VisibleColumns,
    scenario: &Scenario,
) -> String {
    let mut out = String::new();
    let heads = columns.iter().map(|column| match column {
        // The track is a drawing, so its distance is copied instead.
        TableColumn::Track => text::explorer::gap(),
        other => text::explorer::column(other),
    });
    line(&mut out, [text::common::number(), text::common::indicator()].into_iter().chain(heads));
    for indicator in indicators {
        let mut cells = vec![indicator_number(&indicator.id), indicator.full_name()];
        cells.extend(columns.iter().map(|column| cell(dataset, indicator, column, scenario)));
        line(&mut out, cells.iter().map(String::as_str));
    }
    line(&mut out, [notes::source_of(dataset).as_str()]);
    line(&mut out, [notes::unofficial()]);
    out
}

fn cell(dataset: &Dataset, indicator: &Indicator, column: TableColumn, scenario: &Scenario) -> String {
    match column {
        TableColumn::Plan => {
            dataset.plan_of(indicator).map(|plan| format!("{} {}", plan.label, plan.name)).unwrap_or_default()
        }
        TableColumn::Kind => wording::kind(indicator.kind).to_owned(),
        TableColumn::Current => indicator.current.printed(),
        TableColumn::Target => indicator.target.printed(),
        TableColumn::Track => gap_in_short(dataset, indicator).unwrap_or_default(),
        TableColumn::Due => dates::long(dataset.target_as_of(indicator).date),
        TableColumn::Level => wording::level(indicator.level.kind).to_owned(),
        TableColumn::Own => scenario
            .shown_figure(indicator)
            .map(|figure| format!("{}（{}）", figure.value, dates::short(figure.date)))
            .unwrap_or_default(),
    }
}

fn line<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| guarded(&cell.replace(['\t', '\r', '\n'], " "))).collect();
    out.push_str(&cells.join("\t"));
    out.push_str("\r\n");
}
