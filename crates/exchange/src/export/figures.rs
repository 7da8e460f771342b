//! Own figures as a table: one row per figure, with official and own values in separate columns.

use assess::{Subject, Verdict, subjects};
use figures::{Figure, FigureValue, Scenario};
use format::csv::CsvCell;
use list::{Dataset, Indicator, IndicatorId, Measure, MeasureId, Quantity};
use words::text::wording;

use super::csv_columns::{csv_file, indicator_number, optional_text, text};

/// The headings that identify the columns of a file.
pub mod heading {
    pub const SCENARIO: &str = "シナリオ";
    pub const INDICATOR: &str = "指標番号";
    pub const NAME: &str = "指標";
    /// A measure's id, or [`super::STAGE`].
    pub const MEASURE: &str = "量の番号";
    pub const LABEL: &str = "量の名前";
    /// A number or a stage.
    pub const VALUE: &str = "想定値：数または段階";
    pub const UNIT: &str = "想定値：単位";
    pub const DATE: &str = "想定値：時点";
    pub const BASIS: &str = "想定値：根拠";
    pub const NOTE: &str = "想定値：メモ";
    pub const SOURCE: &str = "想定値：出典";
    pub const LIST: &str = "データの番号";
    pub const EDITION: &str = "データの版";
}

/// The stage in the column of measures; no measure has this id.
pub const STAGE: &str = "段階";

struct FigureRow<'a> {
    dataset: &'a Dataset,
    scenario: &'a str,
    id: &'a IndicatorId,
    /// `None` if this edition of the list does not have the indicator.
    indicator: Option<&'a Indicator>,
    subject: Subject,
    /// `None` in the template.
    figure: Option<&'a Figure>,
}

impl<'a> FigureRow<'a> {
    fn measure(&self) -> Option<&'a Measure> {
        self.subject.measure(self.indicator?)
    }

    fn printed<T: AsRef<str>>(&self, read: impl FnOnce(&'a Indicator) -> T) -> CsvCell {
        optional_text(self.indicator.map(read))
    }

    fn amount(&self, read: impl FnOnce(&'a Measure) -> Option<&'a Quantity>) -> CsvCell {
        CsvCell::number(self.measure().and_then(read).map(|quantity| quantity.amount))
    }

    fn own(&self, read: impl FnOnce(&'a Figure) -> CsvCell) -> CsvCell {
        self.figure.map_or(CsvCell::Empty, read)
    }

    fn verdict(&self) -> Option<String> {
        match self.figure?.assess(self.dataset, self.indicator?).verdict {
            Verdict::NoFigure => None,
            Verdict::CannotJudge(reason) => Some(format!("{}（{}）", wording::cannot_judge(), wording::why(reason))),
            Verdict::Judged(reason) => Some(wording::status(reason.status()).to_owned()),
        }
    }
}

type FigureColumn = (&'static str, fn(&FigureRow<'_>) -> CsvCell);

/// Files are read back by these headings: append columns, never rename one.
const COLUMNS: &[FigureColumn] = &[
    (heading::SCENARIO, |row| text(row.scenario)),
    (heading::INDICATOR, |row| text(indicator_number(row.id))),
    ("基本目標", |row| optional_text(row.indicator.and_then(|it| row.dataset.goal_of(it)).map(|goal| &goal.name))),
    ("戦略計画", |row| optional_text(row.indicator.and_then(|it| row.dataset.plan_of(it)).map(|plan| &plan.name))),
    (heading::NAME, |row| row.printed(|indicator| &indicator.name)),
    (heading::MEASURE, |row| text(row.subject.measure_id().map_or(STAGE, MeasureId::as_str))),
    (heading::LABEL, |row| optional_text(row.measure().map(|measure| &measure.label))),
    ("公式値：現状（資料の記載）", |row| row.printed(|indicator| indicator.current.printed())),
    ("公式値：現状の数", |row| row.amount(|measure| measure.current.as_ref())),
    ("公式値：現状の時点", |row| row.printed(|indicator| row.dataset.current_as_of(indicator).date.iso())),
    ("公式値：目標（資料の記載）", |row| row.printed(|indicator| indicator.target.printed())),
    ("公式値：目標の数", |row| row.amount(|measure| measure.target.as_ref())),
    ("公式値：目標の期限", |row| row.printed(|indicator| row.dataset.target_as_of(indicator).date.iso())),
    ("公式値：単位", |row| optional_text(row.measure().map(|measure| &measure.unit))),
    (heading::VALUE, |row| {
        row.own(|figure| match &figure.value {
            FigureValue::Amount { number, .. } => CsvCell::Number(number.get()),
            FigureValue::Stage(stage) => text(wording::stage(*stage)),
        })
    }),
    (heading::UNIT, |row| {
        row.own(|figure| match &figure.value {
            FigureValue::Amount { unit, .. } => text(unit),
            FigureValue::Stage(_) => CsvCell::Empty,
        })
    }),
    (heading::DATE, |row| row.own(|figure| text(figure.date.iso()))),
    (heading::BASIS, |row| row.own(|figure| text(words::text::figures::basis(figure.basis)))),
    (heading::NOTE, |row| row.own(|figure| text(&figure.note))),
    (heading::SOURCE, |row| row.own(|figure| optional_text(figure.source.as_ref().map(figures::SourceUrl::as_str)))),
    ("想定値からの判定", |row| optional_text(row.verdict())),
    ("判定について", |row| optional_text(row.verdict().map(|_| wording::not_official()))),
    (heading::LIST, |row| text(row.dataset.id.as_str())),
    (heading::EDITION, |row| text(&row.dataset.document.edition)),
];

/// The figures of scenarios, each sorted by the order of the list.
pub fn figures_csv(dataset: &Dataset, scenarios: &[&Scenario]) -> String {
    let rows = scenarios.iter().flat_map(|scenario| {
        let mut figures: Vec<&Figure> = scenario.figures().collect();
        // Stable: figures of one indicator stay sorted by subject and day. Indicators that the list does not have are last.
        figures.sort_by_key(|figure| dataset.position(&figure.indicator).unwrap_or(usize::MAX));
        figures.into_iter().map(|figure| FigureRow {
            dataset,
            scenario: scenario.name(),
            id: &figure.indicator,
            indicator: dataset.indicator(&figure.indicator),
            subject: figure.subject(),
            figure: Some(figure),
        })
    });
    csv_file(COLUMNS, rows)
}

/// A table to fill in: a row for every subject of a figure, with empty own columns.
pub fn template_csv(dataset: &Dataset) -> String {
    let rows = dataset.indicators.iter().flat_map(|indicator| {
        subjects(indicator).into_iter().map(move |subject| FigureRow {
            dataset,
            scenario: "",
            id: &indicator.id,
            indicator: Some(indicator),
            subject,
            figure: None,
        })
    });
    csv_file(COLUMNS, rows)
}
