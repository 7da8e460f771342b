//! The content of the document as types. Printed text is kept verbatim; what we derive from it has separate fields.
//!
//! In a list that `authoring::load` accepted, every reference resolves, and every number is in its printed text.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::{
    date::Date,
    ids::{DatasetId, GoalId, IndicatorId, MeasureId, NumericTargetId, PlanId},
};

/// The line (1-based) of the source text that a record was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceLine(pub u32);

/// The publisher of the list and the names of this edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub title: Vec<String>,
    /// One short line for headers and footers.
    pub short_title: String,
    /// The edition as printed, e.g. 〔改定版〕（案）.
    pub edition: String,
    /// Publication as printed, e.g. 令和4年（2022年）3月.
    pub published_printed: String,
    /// First day of the month of publication.
    pub published: Date,
    pub publisher: String,
    /// What readers must know about this edition (a draft, later documents). Our words.
    pub edition_note: String,
}

/// How this site presents the dataset. Our words, stored with the data, so that the code names no municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Site {
    pub title: String,
    /// One or two lines at the top of the overview.
    pub headline: Vec<String>,
    pub lead: String,
    pub search_examples: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    pub label: Option<String>,
    pub text: String,
    pub line: SourceLine,
}

/// The purpose of a section of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum SectionKind {
    Introduction,
    /// How targets and indicators were chosen.
    Principles,
    /// Footnotes: the terms the document defines.
    Footnotes,
    ReadingGuide,
    Other,
}

/// A heading and the passages under it (introduction, principles, footnotes, reading guide).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    pub kind: SectionKind,
    /// The heading as printed; our own word for [`SectionKind::Footnotes`], which are printed without one.
    pub heading: String,
    pub passages: Vec<Passage>,
    pub line: SourceLine,
}

/// One municipality's list: the content of a [`Dataset`](super::Dataset).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contents {
    /// Identifies municipality, document and edition; own figures refer to it.
    pub id: DatasetId,
    pub document: Document,
    pub site: Site,
    /// The day of a current value if its cell names none.
    pub default_current: AsOf,
    /// The due day of a target if its cell names none.
    pub default_target: AsOf,
    /// Introduction, principles, footnotes and reading guide in printed order.
    pub sections: Vec<Section>,
    pub goals: Vec<Goal>,
    pub plans: Vec<Plan>,
    pub indicators: Vec<Indicator>,
}

/// 基本目標.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    pub id: GoalId,
    /// The numeral for display, e.g. II.
    pub numeral: String,
    pub name: String,
    /// Paragraphs of 基本的な方向性.
    pub direction_paragraphs: Vec<String>,
    /// Bullets of 基本的な方向性.
    pub direction_bullets: Vec<String>,
    pub direction_line: SourceLine,
    pub numeric_targets: Vec<NumericTarget>,
    pub doubts: Vec<Doubt>,
    pub line: SourceLine,
}

/// 数値目標: a satisfaction rate to be raised above its baseline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NumericTarget {
    /// Unique over the whole list.
    pub id: NumericTargetId,
    /// The policy area asked about, e.g. 子育て支援.
    pub name: String,
    /// The bullet as printed, without its bullet mark.
    pub printed: String,
    /// The survey the rate comes from, e.g. 区民意識意向調査.
    pub survey: String,
    pub baseline: Quantity,
    pub baseline_as_of: AsOf,
    pub due: AsOf,
    pub line: SourceLine,
}

/// 戦略計画.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub id: PlanId,
    pub goal: GoalId,
    /// Its label as printed, e.g. 計画1.
    pub label: String,
    /// Its name as printed, wrap spaces removed.
    pub name: String,
    pub line: SourceLine,
}

/// The kind of promise of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[derive(EnumString, IntoStaticStr, VariantArray, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum TargetKind {
    /// Reach a stated number.
    Reach,
    /// Stay at or below a stated number (以下).
    Ceiling,
    /// Hold the current number.
    Hold,
    /// A direction without an amount (増加).
    Direction,
    /// Do more or better of something (充実, 拡大).
    Extend,
    /// Do, decide or build something (実施, 策定, 設置).
    Milestone,
}

impl TargetKind {
    pub const ALL: [Self; 6] = [Self::Reach, Self::Ceiling, Self::Hold, Self::Direction, Self::Extend, Self::Milestone];
}

/// Where a target states its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[derive(EnumString, IntoStaticStr, VariantArray, Serialize, Deserialize)]
pub enum Measurability {
    #[strum(serialize = "cell")]
    InCell,
    /// Only in 〔〕 after a word.
    #[strum(serialize = "bracket")]
    InBracket,
    /// Nowhere: only a word or a direction.
    #[strum(serialize = "none")]
    None,
}

/// 指標 (KPI).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Unique; `plan-row`.
    pub id: IndicatorId,
    pub plan: PlanId,
    /// Its group heading as printed.
    pub group: Option<String>,
    /// Its name: as printed, unless a [`Doubt`] corrects it.
    pub name: String,
    pub current: Statement,
    pub target: Statement,
    /// The kind of promise. Our reading of the printed word.
    pub kind: TargetKind,
    /// The numbers that can be followed, the leading one first. Empty if the document states none.
    pub measures: Vec<Measure>,
    /// Output or outcome. Our classification: the document does not mark it.
    pub level: OutcomeLevel,
    /// Links to numeric targets. Our reading.
    pub related: Vec<Related>,
    /// Doubts about the extraction, shown as 「原文の表記」.
    pub doubts: Vec<Doubt>,
    pub line: SourceLine,
}

/// A cell as printed, and what we derive from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The lines of the cell as printed, wrap spaces removed; several if the cell makes two statements.
    pub lines: Vec<String>,
    /// The day of the statement, if the cell names one.
    pub as_of: Option<AsOf>,
    /// The stage of the words relative to the target: for a target 設計, 構想の策定 is a preparation and 設計 is done. Our
    /// reading; `None` if a number or a direction is the statement.
    pub stage: Option<Stage>,
}

impl Statement {
    /// All lines in one text.
    pub fn printed(&self) -> String {
        self.lines.join(" ")
    }
}

/// The day of a value, or the due day of a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AsOf {
    /// The day; the last day if a period is named.
    pub date: Date,
    /// As printed, e.g. 令和3年度末見込.
    pub printed: String,
    /// 見込, 実績 or 調査結果, if printed.
    pub nature: Option<Nature>,
}

/// How final a printed value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum Nature {
    /// 見込: not yet final.
    Expected,
    /// 実績.
    Actual,
    /// 調査結果.
    Survey,
}

/// The progress of a target in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[derive(EnumString, IntoStaticStr, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum Stage {
    /// 未着手.
    NotStarted,
    /// 検討・準備.
    Preparing,
    /// 一部実施.
    Partial,
    /// 実施済み.
    Done,
}

impl Stage {
    pub const ALL: [Self; 4] = [Self::NotStarted, Self::Preparing, Self::Partial, Self::Done];
}

/// One number with a unit that can be followed over time (量).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Unique within its indicator; `main` for the leading one.
    pub id: MeasureId,
    /// What is counted, e.g. 定員; empty if the indicator's name says it.
    pub label: String,
    /// The unit of both sides, e.g. 校 or %.
    pub unit: String,
    /// Where the target states it, or else the current value.
    pub place: MeasurePosition,
    /// The better direction. Our reading of the target.
    pub better: Better,
    pub current: Option<Quantity>,
    pub target: Option<Quantity>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum MeasurePosition {
    Cell,
    Bracket,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum Better {
    Higher,
    Lower,
}

/// A number read out of a printed text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number in the measure's unit; 約6割 is 6 with the unit 割.
    pub amount: f64,
    /// The unit as printed.
    pub unit: String,
    /// The part of the printed text that it was read from, e.g. 年間2,100人.
    pub printed: String,
    /// 計 or 年間, if printed.
    pub extent: Option<Extent>,
    /// 約 is printed.
    pub approximate: bool,
    /// 以下 is printed.
    pub at_most: bool,
}

/// The period of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum Extent {
    /// 計: all that exist on that day.
    Total,
    /// 年間 or 年N回: within a year.
    PerYear,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OutcomeLevel {
    pub kind: LevelKind,
    pub reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[derive(EnumString, IntoStaticStr, VariantArray, VariantNames, Serialize, Deserialize)]
#[strum(serialize_all = "snake_case")]
pub enum LevelKind {
    /// アウトプット指標.
    Output,
    /// アウトカム指標.
    Outcome,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Related {
    pub target: NumericTargetId,
    /// The indicator's current value is a later answer to the same survey question.
    pub same_question: bool,
}

/// A correction or doubt about the extracted text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    pub printed: String,
    /// What we read or suspect.
    pub reading: String,
    /// If true, the field has `reading`; otherwise it has `printed`, and only this note mentions the reading.
    pub corrected: bool,
    pub note: String,
}
