//! Figures in rows: our own CSV, or any table with numbers of indicators and figures.

use std::collections::BTreeSet;

use assess::{Subject, subjects};
use figures::{Basis, ExpectedInput, FigureDraft, FigureKey, Timestamp, limits, stage_code};
use format::{csv::unguarded, normalize_input, read_delimited};
use list::{Dataset, Indicator, Stage};
use words::text::{
    figures::{basis as basis_words, input_problems},
    import as text, wording,
};

use super::{Candidate, Incoming, IncomingScenario, ProvidedFields, Refused, ids, json::short};
use crate::export::figures::{STAGE, heading};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Scenario,
    Indicator,
    Name,
    Measure,
    Label,
    Value,
    Unit,
    Date,
    Basis,
    Note,
    Source,
    List,
    Edition,
}

/// Accepted headings of a column, ours first.
const HEADINGS: [(Column, &[&str]); 13] = [
    (Column::Scenario, &[heading::SCENARIO]),
    (Column::Indicator, &[heading::INDICATOR, "番号", "指標の番号", "id"]),
    (Column::Name, &[heading::NAME, "指標名", "指標の名前"]),
    (Column::Measure, &[heading::MEASURE]),
    (Column::Label, &[heading::LABEL]),
    (Column::Value, &[heading::VALUE, "想定値", "想定値：数", "想定", "値", "数"]),
    (Column::Unit, &[heading::UNIT, "単位"]),
    (Column::Date, &[heading::DATE, "時点", "日付", "いつ"]),
    (Column::Basis, &[heading::BASIS, "根拠"]),
    (Column::Note, &[heading::NOTE, "メモ", "備考"]),
    (Column::Source, &[heading::SOURCE, "出典", "url"]),
    (Column::List, &[heading::LIST]),
    (Column::Edition, &[heading::EDITION]),
];

/// The columns of a table without headings.
const WITHOUT_HEADINGS: [Column; 6] =
    [Column::Indicator, Column::Value, Column::Date, Column::Basis, Column::Note, Column::Source];

/// The number of first rows that may have the headings: a title or two may be above.
const HEADING_ROWS: usize = 10;

struct Columns(Vec<Option<Column>>);

impl Columns {
    /// The columns that a row of headings names; of two equal ones the first counts.
    fn named(row: &[String]) -> Self {
        let mut seen = Vec::new();
        let meaning = |cell: &String| {
            let text = normalize_input(cell).to_lowercase().replace(' ', "");
            let (column, _) =
                HEADINGS.iter().find(|(_, names)| names.iter().any(|name| normalize_input(name) == text))?;
            (!seen.contains(column)).then(|| {
                seen.push(*column);
                *column
            })
        };
        Self(row.iter().map(meaning).collect())
    }

    fn has(&self, column: Column) -> bool {
        self.0.contains(&Some(column))
    }

    fn cell<'r>(&self, row: &'r [String], column: Column) -> &'r str {
        let at = self.0.iter().position(|other| *other == Some(column));
        let cell = at.and_then(|at| row.get(at));
        unguarded(cell.map_or("", String::as_str))
    }
}

pub(super) fn read(text: &str, dataset: &Dataset, name: &str) -> Result<Incoming, String> {
    let rows = read_delimited(text);
    let (columns, skip) = columns(&rows, dataset)?;
    let mut reader = Reader { dataset, columns, name, seen: BTreeSet::new(), incoming: Incoming::default() };
    let mut lists: BTreeSet<&str> = BTreeSet::new();
    let mut editions: BTreeSet<&str> = BTreeSet::new();
    for (at, row) in rows.iter().enumerate().skip(skip) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        lists.insert(reader.columns.cell(row, Column::List).trim());
        editions.insert(reader.columns.cell(row, Column::Edition).trim());
        if let Err(why) = reader.row(row) {
            let place = text::row(at + 1);
            reader.incoming.refused.push(Refused { place, why });
        }
    }
    let mut incoming = reader.incoming;
    let others = |of: BTreeSet<&str>, own: &str| -> Option<String> {
        let others = of.into_iter().filter(|other| !other.is_empty() && *other != own);
        let others: Vec<String> = others.take(3).map(|other| short(other, 40)).collect();
        (!others.is_empty()).then(|| others.join("、"))
    };
    if let Some(names) = others(lists, dataset.id.as_str()) {
        incoming.cautions.push(text::other_list(names, &dataset.id));
    } else if let Some(edition) = others(editions, &dataset.document.edition) {
        incoming.cautions.push(text::other_edition(edition, &dataset.document.edition));
    }
    if incoming.scenarios.is_empty() && incoming.refused.is_empty() {
        return Err(text::no_values().to_owned());
    }
    Ok(incoming)
}

/// The columns, and the number of rows above the first figure.
fn columns(rows: &[Vec<String>], dataset: &Dataset) -> Result<(Columns, usize), String> {
    let mut named = rows.iter().take(HEADING_ROWS).map(|row| Columns::named(row)).zip(1..);
    if let Some((columns, skip)) = named.find(|(columns, _)| columns.has(Column::Indicator)) {
        for (column, heading) in [(Column::Value, heading::VALUE), (Column::Date, heading::DATE)] {
            if !columns.has(column) {
                return Err(text::no_heading(heading));
            }
        }
        return Ok((columns, skip));
    }
    let first = rows.iter().find(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    let starts_with_figure = first
        .is_some_and(|row| row.len() >= 3 && row.first().is_some_and(|cell| ids::indicator(cell, "", dataset).is_ok()));
    if starts_with_figure {
        return Ok((Columns(WITHOUT_HEADINGS.map(Some).to_vec()), 0));
    }
    Err(text::no_indicator_column().to_owned())
}

struct Reader<'a> {
    dataset: &'a Dataset,
    columns: Columns,
    name: &'a str,
    /// Scenario and key of every figure read so far.
    seen: BTreeSet<(usize, FigureKey)>,
    incoming: Incoming,
}

impl Reader<'_> {
    fn row(&mut self, row: &[String]) -> Result<(), String> {
        let columns = &self.columns;
        let cell = |column| columns.cell(row, column).trim();
        let value = cell(Column::Value);
        if value.is_empty() {
            let own = [Column::Date, Column::Note, Column::Source];
            if own.iter().any(|column| !cell(*column).is_empty()) {
                return Err(text::no_value().to_owned());
            }
            self.incoming.blank += 1;
            return Ok(());
        }
        let number = cell(Column::Indicator);
        if number.is_empty() {
            return Err(text::no_indicator().to_owned());
        }
        let indicator = ids::indicator(number, cell(Column::Name), self.dataset)?;
        let subject = subject(indicator, cell(Column::Measure), cell(Column::Label), value)?;
        let measure = subject.measure(indicator);
        let basis_text = cell(Column::Basis);
        let unit = normalize_input(cell(Column::Unit));
        let value = normalize_input(value);
        let with_unit = measure.is_some() && !value.ends_with(&unit);
        let draft = FigureDraft {
            value_text: if with_unit { value + &unit } else { value },
            date_text: cell(Column::Date).to_owned(),
            basis: basis(basis_text)?,
            note: columns.cell(row, Column::Note).to_owned(),
            source_text: cell(Column::Source).to_owned(),
        };
        let figure = draft
            .check(&indicator.id, measure.map_or(ExpectedInput::Stage, ExpectedInput::Amount), Timestamp::default())
            .map_err(|problems| input_problems(&problems))?;
        let provided = ProvidedFields {
            basis: !basis_text.is_empty(),
            note: !draft.note.is_empty(),
            source: !draft.source_text.is_empty(),
            extra: false,
        };
        let scenario = cell(Column::Scenario).to_owned();
        let at = self.scenario(&scenario)?;
        if !self.seen.insert((at, figure.key())) {
            return Err(text::duplicate().to_owned());
        }
        if let Some(scenario) = self.incoming.scenarios.get_mut(at) {
            scenario.figures.push(Candidate { figure, provided, known: true });
        }
        Ok(())
    }

    /// The position of the scenario with that name; added with its first row.
    fn scenario(&mut self, name: &str) -> Result<usize, String> {
        let name = short(&name.replace(char::is_control, " "), limits::NAME_CHARS);
        let name = if name.is_empty() { self.name } else { &name };
        let scenarios = &mut self.incoming.scenarios;
        if let Some(at) = scenarios.iter().position(|scenario| scenario.name == name) {
            return Ok(at);
        }
        if scenarios.len() >= limits::SCENARIOS {
            return Err(text::too_many(limits::SCENARIOS));
        }
        scenarios.push(IncomingScenario { name: name.to_owned(), ..IncomingScenario::default() });
        Ok(scenarios.len() - 1)
    }
}

/// The subject of a row: as stated, or the only possible one.
fn subject(indicator: &Indicator, measure: &str, label: &str, value: &str) -> Result<Subject, String> {
    let measures = &indicator.measures;
    let name = if measure.is_empty() { label } else { measure };
    if name == STAGE {
        return Ok(Subject::Stage);
    }
    if !name.is_empty() {
        let found = measures.iter().find(|measure| measure.id.as_str() == name || measure.label == name);
        let unknown = || text::no_measure_of(&indicator.id, short(name, 40));
        return found.map(|measure| Subject::Measure(measure.id.clone())).ok_or_else(unknown);
    }
    let value = normalize_input(value);
    let is_stage = Stage::ALL.into_iter().any(|stage| value == wording::stage(stage) || value == stage_code(stage));
    let possible: Vec<Subject> =
        subjects(indicator).into_iter().filter(|subject| (*subject == Subject::Stage) == is_stage).collect();
    match possible.as_slice() {
        [subject] => Ok(subject.clone()),
        [] => Err(if is_stage { text::number_expected(&indicator.id) } else { text::stage_expected(&indicator.id) }),
        _ => {
            let each: Vec<String> = measures
                .iter()
                .map(|m| format!("{}（{}）", m.id, if m.label.is_empty() { &m.unit } else { &m.label }))
                .collect();
            Err(text::several_measures(&indicator.id, heading::MEASURE, each.join("・")))
        }
    }
}

fn basis(text: &str) -> Result<Basis, String> {
    let text = normalize_input(text);
    if text.is_empty() {
        return Ok(Basis::Assumed);
    }
    let is_meant = |basis: &Basis| text == basis_words(*basis) || text == basis.code();
    Basis::ALL.into_iter().find(is_meant).ok_or_else(|| {
        let words = Basis::ALL.map(|basis| format!("「{}」", basis_words(basis)));
        text::unknown_basis(words.concat())
    })
}
