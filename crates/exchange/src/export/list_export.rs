//! The list as a table: one row per indicator and measure; one row for an indicator without measures.

use figures::{Figure, FigureValue, Scenario, Subject};
use format::csv::CsvCell;
use list::{Dataset, Goal, Indicator, Measure, Plan, Quantity};
use words::text::{notes, wording};

use super::csv_columns::{csv_file, indicator_number, optional_text, text};

struct ListRow<'a> {
    dataset: &'a Dataset,
    goal: &'a Goal,
    plan: &'a Plan,
    indicator: &'a Indicator,
    measure: Option<&'a Measure>,
    is_first_of_indicator: bool,
    scenario: Option<&'a Scenario>,
}

impl ListRow<'_> {
    fn current(&self) -> Option<&Quantity> {
        self.measure?.current.as_ref()
    }

    fn target(&self) -> Option<&Quantity> {
        self.measure?.target.as_ref()
    }

    /// From 1.
    fn position_in_plan(&self) -> usize {
        let rows = self.dataset.indicators_of(&self.plan.id);
        rows.take_while(|other| other.id != self.indicator.id).count() + 1
    }

    fn related(&self, same_question: bool) -> String {
        let links = self.indicator.related.iter().filter(|link| link.same_question == same_question);
        let names = links.filter_map(|link| Some(self.dataset.numeric_target(&link.target)?.name.as_str()));
        names.collect::<Vec<_>>().join("、")
    }

    fn doubts(&self) -> String {
        let note = |doubt: &list::Doubt| {
            let sign = if doubt.corrected { "→" } else { "？→" };
            format!("{}{sign}{}", doubt.printed, doubt.reading)
        };
        self.indicator.doubts.iter().map(note).collect::<Vec<_>>().join(" ")
    }

    /// The latest figure for the row's measure.
    fn measure_figure(&self) -> Option<&Figure> {
        self.latest_figure(&Subject::Measure(self.measure?.id.clone()))
    }

    /// The latest stage, in the first row of the indicator only.
    fn stage_figure(&self) -> Option<&Figure> {
        self.is_first_of_indicator.then(|| self.latest_figure(&Subject::Stage)).flatten()
    }

    fn figure(&self) -> Option<&Figure> {
        self.measure_figure().or_else(|| self.stage_figure())
    }

    fn latest_figure(&self, subject: &Subject) -> Option<&Figure> {
        let figures = self.scenario?.figures_of(&self.indicator.id);
        figures.filter(|figure| figure.subject() == *subject).max_by_key(|figure| figure.date)
    }
}

fn mark(quantity: Option<&Quantity>, is_set: fn(&Quantity) -> bool, mark: &str) -> CsvCell {
    optional_text(quantity.filter(|quantity| is_set(quantity)).map(|_| mark))
}

fn extent(quantity: Option<&Quantity>) -> CsvCell {
    optional_text(quantity.and_then(|quantity| quantity.extent).map(wording::extent))
}

fn amount(quantity: Option<&Quantity>) -> CsvCell {
    CsvCell::number(quantity.map(|quantity| quantity.amount))
}

type ListColumn = (&'static str, fn(&ListRow<'_>) -> CsvCell);

/// Every column with its heading. Other programs read these files by heading and order: append columns, never move or rename one.
const OFFICIAL_COLUMNS: &[ListColumn] = &[
    ("指標番号", |row| text(indicator_number(&row.indicator.id))),
    ("基本目標番号", |row| text(row.goal.id.as_str())),
    ("基本目標", |row| text(&row.goal.name)),
    ("戦略計画番号", |row| text(row.plan.id.as_str())),
    ("戦略計画", |row| text(&row.plan.name)),
    ("計画内の順", |row| text(row.position_in_plan().to_string())),
    ("見出し", |row| optional_text(row.indicator.group.as_ref())),
    ("指標", |row| text(&row.indicator.name)),
    ("現状値（資料の記載）", |row| text(row.indicator.current.printed())),
    ("現状値の時点", |row| text(row.dataset.current_as_of(row.indicator).date.iso())),
    ("現状値の時点（資料の記載）", |row| text(&row.dataset.current_as_of(row.indicator).printed)),
    ("現状値の性質", |row| optional_text(row.dataset.current_as_of(row.indicator).nature.map(wording::nature))),
    ("目標値（資料の記載）", |row| text(row.indicator.target.printed())),
    ("目標の期限", |row| text(row.dataset.target_as_of(row.indicator).date.iso())),
    ("目標の期限（資料の記載）", |row| text(&row.dataset.target_as_of(row.indicator).printed)),
    ("量の番号", |row| optional_text(row.measure.map(|measure| measure.id.as_str()))),
    ("量の名前", |row| optional_text(row.measure.map(|measure| &measure.label))),
    ("単位", |row| optional_text(row.measure.map(|measure| &measure.unit))),
    ("現状の数", |row| amount(row.current())),
    ("現状の数の範囲", |row| extent(row.current())),
    ("現状の数が概数", |row| mark(row.current(), |quantity| quantity.approximate, "約")),
    ("目標の数", |row| amount(row.target())),
    ("目標の数の範囲", |row| extent(row.target())),
    ("目標の数が概数", |row| mark(row.target(), |quantity| quantity.approximate, "約")),
    ("目標の数が上限", |row| mark(row.target(), |quantity| quantity.at_most, "以下")),
    ("数の位置", |row| optional_text(row.measure.map(|measure| wording::place(measure.place)))),
    ("目標の種類（本データの読み取り）", |row| text(wording::kind(row.indicator.kind))),
    ("測れるか（本データの読み取り）", |row| {
        text(wording::measurability(row.indicator.measurability()))
    }),
    ("望ましい方向（本データの読み取り）", |row| {
        optional_text(row.measure.map(|measure| wording::better(measure.better)))
    }),
    ("現状の段階（本データの読み取り）", |row| {
        optional_text(row.indicator.current.stage.map(wording::stage))
    }),
    ("目標の段階（本データの読み取り）", |row| {
        optional_text(row.indicator.target.stage.map(wording::stage))
    }),
    ("アウトプット・アウトカム（本データの分類）", |row| {
        text(wording::level(row.indicator.level.kind))
    }),
    ("分類の理由", |row| text(&row.indicator.level.reason)),
    ("同じ設問の数値目標", |row| text(row.related(true))),
    ("関連する数値目標（本データの読み取り）", |row| text(row.related(false))),
    ("資料の表記の補正・疑問", |row| text(row.doubts())),
    ("資料の行", |row| CsvCell::Number(f64::from(row.indicator.line.0))),
    // Repeated in every row, so that any part of the file has it and the file remains a plain table.
    ("出典", |row| text(notes::source_of(row.dataset))),
    ("データの番号", |row| text(row.dataset.id.to_string())),
    ("利用条件", |row| text(notes::terms_of_use(row.dataset))),
    ("注意", |_| text(notes::unofficial())),
];

/// The columns of the reader's own figures, after the official ones.
const FIGURE_COLUMNS: &[ListColumn] = &[
    ("わたしの想定の数（公式ではない）", |row| {
        match row.measure_figure().map(|figure| &figure.value) {
            Some(FigureValue::Amount { number, .. }) => CsvCell::Number(number.get()),
            _ => CsvCell::Empty,
        }
    }),
    ("わたしの想定の単位", |row| match row.measure_figure().map(|figure| &figure.value) {
        Some(FigureValue::Amount { unit, .. }) => text(unit),
        _ => CsvCell::Empty,
    }),
    ("わたしの想定の段階（公式ではない）", |row| {
        optional_text(row.stage_figure().map(|figure| figure.value.to_string()))
    }),
    ("わたしの想定の時点", |row| optional_text(row.figure().map(|figure| figure.date.iso()))),
    ("わたしの想定のもと", |row| {
        optional_text(row.figure().map(|figure| words::text::figures::basis(figure.basis)))
    }),
    ("わたしの想定のメモ", |row| optional_text(row.figure().map(|figure| &figure.note))),
    ("わたしの想定からの判定（公式評価ではない）", |row| {
        let status = row.figure().and_then(|figure| figure.assess(row.dataset, row.indicator).verdict.status());
        optional_text(status.map(wording::status))
    }),
    ("シナリオ", |row| optional_text(row.figure().and(row.scenario).map(Scenario::name))),
];

/// The whole list in printed order.
pub fn list_csv(dataset: &Dataset) -> String {
    csv_file(OFFICIAL_COLUMNS, dataset.indicators.iter().flat_map(|indicator| rows_of(dataset, indicator, None)))
}

/// Some indicators in the given order, with the figures of a scenario.
pub fn part_csv<'a>(
    dataset: &'a Dataset,
    indicators: impl IntoIterator<Item = &'a Indicator>,
    scenario: &'a Scenario,
) -> String {
    let rows = indicators.into_iter().flat_map(|indicator| rows_of(dataset, indicator, Some(scenario)));
    csv_file(&[OFFICIAL_COLUMNS, FIGURE_COLUMNS].concat(), rows)
}

fn rows_of<'a>(dataset: &'a Dataset, indicator: &'a Indicator, scenario: Option<&'a Scenario>) -> Vec<ListRow<'a>> {
    let (Some(plan), Some(goal)) = (dataset.plan_of(indicator), dataset.goal_of(indicator)) else {
        // A loaded list has both for every indicator.
        return Vec::new();
    };
    let row =
        |(at, measure)| ListRow { dataset, goal, plan, indicator, measure, is_first_of_indicator: at == 0, scenario };
    if indicator.measures.is_empty() {
        vec![row((0, None))]
    } else {
        indicator.measures.iter().map(Some).enumerate().map(row).collect()
    }
}
