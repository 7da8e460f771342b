//! Own figures as a table: one row per figure, the official values and the own ones in columns that say which is which.

use assess::{Subject, Verdict, subjects};
use figures::{Figure, FigureValue, Scenario};
use format::csv::{self, CsvCell};
use list::{Dataset, Indicator, Measure, Quantity};
use words::text::wording;

/// The headings that a file is read back by.
pub mod heading {
    /// The scenario's name.
    pub const SCENARIO: &str = "シナリオ";
    /// The indicator's number.
    pub const INDICATOR: &str = "指標番号";
    /// The indicator's name.
    pub const NAME: &str = "指標";
    /// Which number of the indicator, or [`super::STAGE`].
    pub const MEASURE: &str = "量の番号";
    /// What that number is called.
    pub const LABEL: &str = "量の名前";
    /// The own number or stage.
    pub const VALUE: &str = "想定値：数または段階";
    /// Its unit.
    pub const UNIT: &str = "想定値：単位";
    /// Its day.
    pub const DATE: &str = "想定値：時点";
    /// What it rests on.
    pub const BASIS: &str = "想定値：根拠";
    /// Its note.
    pub const NOTE: &str = "想定値：メモ";
    /// Where it comes from.
    pub const SOURCE: &str = "想定値：出典";
    /// The list.
    pub const LIST: &str = "データの番号";
    /// Its edition.
    pub const EDITION: &str = "データの版";
}

/// Stands for the stage in the column of measures; no measure has such an id.
pub const STAGE: &str = "段階";

/// What one row is about.
struct FigureRow<'a> {
    dataset: &'a Dataset,
    scenario: &'a str,
    id: &'a str,
    /// `None` where this edition of the list has no such indicator.
    indicator: Option<&'a Indicator>,
    subject: Subject,
    figure: Option<&'a Figure>,
}

impl<'a> FigureRow<'a> {
    fn measure(&self) -> Option<&'a Measure> {
        let Subject::Measure(id) = &self.subject else {
            return None;
        };
        let mut measures = self.indicator?.measures.iter();
        measures.find(|measure| measure.id == *id)
    }

    fn of_indicator(&self, read: impl FnOnce(&'a Indicator) -> String) -> CsvCell {
        CsvCell::text(&self.indicator.map(read).unwrap_or_default())
    }

    fn own(&self, read: impl FnOnce(&'a Figure) -> CsvCell) -> CsvCell {
        self.figure.map_or(CsvCell::Empty, read)
    }

    /// A printed cell of the list, and the reading of it where it is in words.
    fn amount(&self, of: impl FnOnce(&'a Measure) -> Option<&'a Quantity>) -> CsvCell {
        CsvCell::number(self.measure().and_then(of).map(|quantity| quantity.amount))
    }

    fn verdict(&self) -> Option<String> {
        let verdict = self.figure?.judged(self.dataset, self.indicator?).verdict;
        Some(match verdict {
            Verdict::NoFigure => return None,
            Verdict::CannotJudge(why) => format!("判定できない（{}）", wording::why(why)),
            Verdict::Judged(reason) => wording::status(reason.status()).to_owned(),
        })
    }
}

type Column = (&'static str, fn(&FigureRow<'_>) -> CsvCell);

/// Every column with its heading. Files are read back by heading: add at the end, never rename.
const COLUMNS: &[Column] = &[
    (heading::SCENARIO, |row| CsvCell::text(row.scenario)),
    // A bare 9-2 would be taken for the second of September.
    (heading::INDICATOR, |row| CsvCell::text(&format!("指標{}", row.id))),
    ("基本目標", |row| {
        row.of_indicator(|indicator| {
            let goal = row.dataset.goal_of(indicator);
            goal.map(|goal| goal.name.clone()).unwrap_or_default()
        })
    }),
    ("戦略計画", |row| {
        row.of_indicator(|indicator| {
            let plan = row.dataset.plan_of(indicator);
            plan.map(|plan| plan.name.clone()).unwrap_or_default()
        })
    }),
    (heading::NAME, |row| row.of_indicator(|indicator| indicator.name.clone())),
    (heading::MEASURE, |row| match &row.subject {
        Subject::Measure(id) => CsvCell::text(id.as_str()),
        Subject::Stage => CsvCell::text(STAGE),
    }),
    (heading::LABEL, |row| CsvCell::text(row.measure().map_or("", |measure| &measure.label))),
    ("公式値：現状（資料の記載）", |row| row.of_indicator(|indicator| indicator.current.printed())),
    ("公式値：現状の数", |row| row.amount(|measure| measure.current.as_ref())),
    ("公式値：現状の時点", |row| {
        row.of_indicator(|indicator| row.dataset.current_as_of(indicator).date.iso())
    }),
    ("公式値：目標（資料の記載）", |row| row.of_indicator(|indicator| indicator.target.printed())),
    ("公式値：目標の数", |row| row.amount(|measure| measure.target.as_ref())),
    ("公式値：目標の期限", |row| row.of_indicator(|indicator| row.dataset.target_as_of(indicator).date.iso())),
    ("公式値：単位", |row| CsvCell::text(row.measure().map_or("", |measure| &measure.unit))),
    (heading::VALUE, |row| {
        row.own(|figure| match &figure.value {
            FigureValue::Amount { number, .. } => CsvCell::Number(number.get()),
            FigureValue::Stage(stage) => CsvCell::text(wording::stage(*stage)),
        })
    }),
    (heading::UNIT, |row| {
        row.own(|figure| match &figure.value {
            FigureValue::Amount { unit, .. } => CsvCell::text(unit),
            FigureValue::Stage(_) => CsvCell::Empty,
        })
    }),
    (heading::DATE, |row| row.own(|figure| CsvCell::text(&figure.date.iso()))),
    (heading::BASIS, |row| row.own(|figure| CsvCell::text(figure.basis.label()))),
    (heading::NOTE, |row| row.own(|figure| CsvCell::text(&figure.note))),
    (heading::SOURCE, |row| {
        row.own(|figure| CsvCell::text(figure.source.as_ref().map_or("", |source| source.as_str())))
    }),
    ("想定値からの判定", |row| CsvCell::text(&row.verdict().unwrap_or_default())),
    ("判定について", |row| match row.verdict() {
        Some(_) => CsvCell::text(wording::not_official()),
        None => CsvCell::Empty,
    }),
    (heading::LIST, |row| CsvCell::text(row.dataset.id.as_str())),
    (heading::EDITION, |row| CsvCell::text(&row.dataset.document.edition)),
];

fn table<'a>(rows: impl Iterator<Item = FigureRow<'a>>) -> String {
    csv::file(
        COLUMNS.iter().map(|(heading, _)| *heading),
        rows.map(|row| COLUMNS.iter().map(|(_, cell)| cell(&row)).collect()),
    )
}

/// The figures of scenarios, each in the order of the list.
pub fn figures_csv(dataset: &Dataset, scenarios: &[&Scenario]) -> String {
    table(scenarios.iter().flat_map(|scenario| {
        let mut figures: Vec<&Figure> = scenario.figures().collect();
        // Stable: those of one indicator stay by subject and day; what the list does not have comes last.
        figures.sort_by_key(|figure| dataset.position(&figure.indicator).unwrap_or(usize::MAX));
        figures.into_iter().map(|figure| FigureRow {
            dataset,
            scenario: scenario.name(),
            id: figure.indicator.as_str(),
            indicator: dataset.indicator(&figure.indicator),
            subject: figure.subject(),
            figure: Some(figure),
        })
    }))
}

/// A table to be filled in: a row for everything a figure can be about, the own columns empty.
pub fn template_csv(dataset: &Dataset) -> String {
    table(dataset.indicators.iter().flat_map(|indicator| {
        subjects(indicator).into_iter().map(move |subject| FigureRow {
            dataset,
            scenario: "",
            id: indicator.id.as_str(),
            indicator: Some(indicator),
            subject,
            figure: None,
        })
    }))
}
