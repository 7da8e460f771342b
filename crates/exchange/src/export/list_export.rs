//! The list as a table: one row per indicator and measure, an indicator without measures one row.

use figures::{Figure, FigureValue, Scenario, Subject};
use format::csv::{self, CsvCell};
use list::{AsOf, Dataset, Goal, Indicator, Measure, Nature, Plan, Quantity};
use words::text::notes;
use words::text::wording;

/// What one row is about.
struct ListRow<'a> {
    dataset: &'a Dataset,
    goal: &'a Goal,
    plan: &'a Plan,
    indicator: &'a Indicator,
    measure: Option<&'a Measure>,
    current_as_of: &'a AsOf,
    target_as_of: &'a AsOf,
}

impl ListRow<'_> {
    fn of_measure<T>(&self, read: impl FnOnce(&Measure) -> T) -> Option<T> {
        self.measure.map(read)
    }

    fn current(&self) -> Option<&Quantity> {
        self.measure?.current.as_ref()
    }

    fn target(&self) -> Option<&Quantity> {
        self.measure?.target.as_ref()
    }

    /// Its place within the plan, from 1.
    fn place_in_plan(&self) -> usize {
        let rows = self.dataset.indicators_of(&self.plan.id);
        rows.take_while(|other| other.id != self.indicator.id).count() + 1
    }

    /// The numeric targets it is linked to, by policy area.
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
}

fn word(word: Option<&'static str>) -> CsvCell {
    CsvCell::text(word.unwrap_or_default())
}

fn mark(is_set: bool, mark: &str) -> CsvCell {
    if is_set { CsvCell::text(mark) } else { CsvCell::Empty }
}

fn nature(nature: Option<Nature>) -> CsvCell {
    word(nature.map(wording::nature))
}

fn extent(quantity: Option<&Quantity>) -> CsvCell {
    word(quantity.and_then(|quantity| quantity.extent).map(wording::extent))
}

fn amount(quantity: Option<&Quantity>) -> CsvCell {
    CsvCell::number(quantity.map(|quantity| quantity.amount))
}

type Column = (&'static str, fn(&ListRow<'_>) -> CsvCell);

/// Every column with its heading. Others read these files by heading and order: add at the end, never move or rename.
const COLUMNS: &[Column] = &[
    // A bare 9-2 would be taken for the second of September.
    ("指標番号", |row| CsvCell::text(&format!("指標{}", row.indicator.id))),
    ("基本目標番号", |row| CsvCell::text(row.goal.id.as_str())),
    ("基本目標", |row| CsvCell::text(&row.goal.name)),
    ("戦略計画番号", |row| CsvCell::text(row.plan.id.as_str())),
    ("戦略計画", |row| CsvCell::text(&row.plan.name)),
    ("計画内の順", |row| CsvCell::text(&row.place_in_plan().to_string())),
    ("見出し", |row| CsvCell::text(row.indicator.group.as_deref().unwrap_or_default())),
    ("指標", |row| CsvCell::text(&row.indicator.name)),
    ("現状値（資料の記載）", |row| CsvCell::text(&row.indicator.current.printed())),
    ("現状値の時点", |row| CsvCell::text(&row.current_as_of.date.iso())),
    ("現状値の時点（資料の記載）", |row| CsvCell::text(&row.current_as_of.printed)),
    ("現状値の性質", |row| nature(row.current_as_of.nature)),
    ("目標値（資料の記載）", |row| CsvCell::text(&row.indicator.target.printed())),
    ("目標の期限", |row| CsvCell::text(&row.target_as_of.date.iso())),
    ("目標の期限（資料の記載）", |row| CsvCell::text(&row.target_as_of.printed)),
    ("量の番号", |row| word_of(row.of_measure(|measure| measure.id.to_string()))),
    ("量の名前", |row| word_of(row.of_measure(|measure| measure.label.clone()))),
    ("単位", |row| word_of(row.of_measure(|measure| measure.unit.clone()))),
    ("現状の数", |row| amount(row.current())),
    ("現状の数の範囲", |row| extent(row.current())),
    ("現状の数が概数", |row| mark(row.current().is_some_and(|quantity| quantity.approximate), "約")),
    ("目標の数", |row| amount(row.target())),
    ("目標の数の範囲", |row| extent(row.target())),
    ("目標の数が概数", |row| mark(row.target().is_some_and(|quantity| quantity.approximate), "約")),
    ("目標の数が上限", |row| mark(row.target().is_some_and(|quantity| quantity.at_most), "以下")),
    ("数の位置", |row| word(row.of_measure(|measure| wording::place(measure.place)))),
    ("目標の種類（本データの読み取り）", |row| word(Some(wording::kind(row.indicator.kind)))),
    ("測れるか（本データの読み取り）", |row| {
        word(Some(wording::measurability(row.indicator.measurability())))
    }),
    ("望ましい方向（本データの読み取り）", |row| {
        word(row.of_measure(|measure| wording::better(measure.better)))
    }),
    ("現状の段階（本データの読み取り）", |row| word(row.indicator.current.stage.map(wording::stage))),
    ("目標の段階（本データの読み取り）", |row| word(row.indicator.target.stage.map(wording::stage))),
    ("アウトプット・アウトカム（本データの分類）", |row| {
        word(Some(wording::level(row.indicator.level.kind)))
    }),
    ("分類の理由", |row| CsvCell::text(&row.indicator.level.reason)),
    ("同じ設問の数値目標", |row| CsvCell::text(&row.related(true))),
    ("関連する数値目標（本データの読み取り）", |row| CsvCell::text(&row.related(false))),
    ("資料の表記の補正・疑問", |row| CsvCell::text(&row.doubts())),
    ("資料の行", |row| CsvCell::Number(f64::from(row.indicator.line.0))),
    // Said in every row, so that it stays with whatever part of the file is passed on, and the file stays a plain table.
    ("出典", |row| CsvCell::text(&notes::source_of(row.dataset))),
    ("データの番号", |row| CsvCell::text(&row.dataset.id.to_string())),
    ("利用条件", |row| CsvCell::text(&notes::terms_of_use(row.dataset))),
    ("注意", |_| CsvCell::text(notes::unofficial())),
];

type OwnColumn = (&'static str, fn(&Own<'_>) -> CsvCell);

/// The columns of the reader's own figures; they never stand between official ones.
const OWN_COLUMNS: &[OwnColumn] = &[
    ("わたしの想定の数（公式ではない）", |own| match own.of_measure().map(|figure| &figure.value) {
        Some(FigureValue::Amount { number, .. }) => CsvCell::Number(number.get()),
        _ => CsvCell::Empty,
    }),
    ("わたしの想定の単位", |own| match own.of_measure().map(|figure| &figure.value) {
        Some(FigureValue::Amount { unit, .. }) => CsvCell::text(unit),
        _ => CsvCell::Empty,
    }),
    ("わたしの想定の段階（公式ではない）", |own| {
        CsvCell::text(&own.of_stage().map(|figure| figure.value.to_string()).unwrap_or_default())
    }),
    ("わたしの想定の時点", |own| {
        CsvCell::text(&own.shown().map(|figure| figure.date.iso()).unwrap_or_default())
    }),
    ("わたしの想定のもと", |own| CsvCell::text(own.shown().map_or("", |figure| figure.basis.label()))),
    ("わたしの想定のメモ", |own| CsvCell::text(own.shown().map_or("", |figure| figure.note.as_str()))),
    ("わたしの想定からの判定（公式評価ではない）", |own| {
        let status = own.shown().and_then(|figure| figure.judged(own.row.dataset, own.row.indicator).verdict.status());
        word(status.map(wording::status))
    }),
    ("シナリオ", |own| CsvCell::text(own.shown().map_or("", |_| own.scenario.name()))),
];

/// A row with the scenario beside it.
struct Own<'a> {
    row: ListRow<'a>,
    scenario: &'a Scenario,
    /// Stages are told once per indicator, in its first row.
    is_first: bool,
}

impl Own<'_> {
    /// The latest figure for the row's measure.
    fn of_measure(&self) -> Option<&Figure> {
        let measure = self.row.measure?;
        self.latest(&Subject::Measure(measure.id.clone()))
    }

    /// The latest stage.
    fn of_stage(&self) -> Option<&Figure> {
        self.is_first.then(|| self.latest(&Subject::Stage)).flatten()
    }

    fn shown(&self) -> Option<&Figure> {
        self.of_measure().or_else(|| self.of_stage())
    }

    fn latest(&self, subject: &Subject) -> Option<&Figure> {
        let figures = self.scenario.figures_of(&self.row.indicator.id);
        figures.filter(|figure| figure.subject() == *subject).max_by_key(|figure| figure.date)
    }
}

fn word_of(text: Option<String>) -> CsvCell {
    CsvCell::text(&text.unwrap_or_default())
}

/// The whole list as a CSV file, in printed order.
pub fn list_csv(dataset: &Dataset) -> String {
    let rows = dataset.indicators.iter().flat_map(|indicator| rows_of(dataset, indicator));
    csv::file(
        COLUMNS.iter().map(|(heading, _)| *heading),
        rows.map(|row| COLUMNS.iter().map(|(_, cell)| cell(&row)).collect()),
    )
}

/// Some indicators as a CSV file in the order given, with the figures of a scenario in columns of their own at the end.
pub fn part_csv<'a>(
    dataset: &'a Dataset,
    indicators: impl IntoIterator<Item = &'a Indicator>,
    scenario: &'a Scenario,
) -> String {
    let mut lines = Vec::new();
    for indicator in indicators {
        for (at, row) in rows_of(dataset, indicator).into_iter().enumerate() {
            let mut cells: Vec<CsvCell> = COLUMNS.iter().map(|(_, cell)| cell(&row)).collect();
            let own = Own { row, scenario, is_first: at == 0 };
            cells.extend(OWN_COLUMNS.iter().map(|(_, cell)| cell(&own)));
            lines.push(cells);
        }
    }
    let headings = COLUMNS.iter().map(|(heading, _)| *heading);
    csv::file(headings.chain(OWN_COLUMNS.iter().map(|(heading, _)| *heading)), lines)
}

fn rows_of<'a>(dataset: &'a Dataset, indicator: &'a Indicator) -> Vec<ListRow<'a>> {
    let (Some(plan), Some(goal)) = (dataset.plan_of(indicator), dataset.goal_of(indicator)) else {
        // A loaded list has both for every indicator.
        return Vec::new();
    };
    let row = |measure| ListRow {
        dataset,
        goal,
        plan,
        indicator,
        measure,
        current_as_of: dataset.current_as_of(indicator),
        target_as_of: dataset.target_as_of(indicator),
    };
    if indicator.measures.is_empty() {
        vec![row(None)]
    } else {
        indicator.measures.iter().map(|measure| row(Some(measure))).collect()
    }
}
