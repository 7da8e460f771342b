//! Builders of small indicators, so that a test states its case in one line.

use super::sample;
use assess::{FigureInput, IndicatorAssessment, InputValue, Rule, Subject, assess_indicator};
use list::{Better, Dataset, Date, Extent, Indicator, Measure, MeasureId, MeasurePosition, Stage, TargetKind};

/// One year after [`START`].
pub const MID: Option<&str> = Some("2023-03-31");
/// The usual day of the official current value.
pub const START: Option<&str> = Some("2022-03-31");
/// The usual due day.
pub const DUE: Option<&str> = Some("2024-03-31");
/// One year after [`DUE`].
pub const LATE: Option<&str> = Some("2025-03-31");
/// One year before [`START`].
pub const EARLY: Option<&str> = Some("2021-03-31");

pub fn day(text: &str) -> Date {
    sample::date(text)
}

/// A list of two goals with one plan each, without indicators.
pub fn dataset() -> Dataset {
    let goals = vec![sample::goal("1", "", ""), sample::goal("2", "", "")];
    sample::list(goals, vec![sample::plan("9", "1", ""), sample::plan("10", "2", "")], Vec::new())
}

/// An indicator in words; measures are added with [`IndicatorBuilder::number`].
pub struct IndicatorBuilder(pub Indicator);

pub fn make(id: &str, kind: TargetKind, current: &str, target: &str) -> IndicatorBuilder {
    let mut indicator = sample::indicator(id, "", kind);
    indicator.current.lines.push(current.to_owned());
    indicator.target.lines.push(target.to_owned());
    IndicatorBuilder(indicator)
}

impl IndicatorBuilder {
    /// A measure in the cell itself; higher is better.
    pub fn number(mut self, current: Option<f64>, target: Option<f64>, unit: &str) -> Self {
        let mut measure = sample::measure(unit, current, target);
        if self.0.kind == TargetKind::Ceiling {
            measure.better = Better::Lower;
            measure.target.iter_mut().for_each(|limit| limit.at_most = true);
        }
        if !self.0.measures.is_empty() {
            measure.id = sample::id(MeasureId::parse, &format!("m{}", self.0.measures.len()));
        }
        self.0.measures.push(measure);
        self
    }

    /// Changes the last measure.
    pub fn with(mut self, change: impl FnOnce(&mut Measure)) -> Self {
        change(self.0.measures.last_mut().unwrap_or_else(|| panic!("no measure yet")));
        self
    }

    pub fn label(self, label: &str) -> Self {
        self.with(|m| m.label = label.to_owned())
    }

    pub fn bracket(self) -> Self {
        self.with(|m| m.place = MeasurePosition::Bracket)
    }

    pub fn lower(self) -> Self {
        self.with(|m| m.better = Better::Lower)
    }

    pub fn approximate(self) -> Self {
        self.with(|m| {
            for q in m.current.iter_mut().chain(m.target.iter_mut()) {
                q.approximate = true;
            }
        })
    }

    pub fn per_year(self) -> Self {
        self.with(|m| {
            for q in m.current.iter_mut().chain(m.target.iter_mut()) {
                q.extent = Some(Extent::PerYear);
            }
        })
    }

    pub fn days(mut self, current: &str, target: &str) -> Self {
        self.0.current.as_of = Some(sample::as_of(current, ""));
        self.0.target.as_of = Some(sample::as_of(target, ""));
        self
    }

    pub fn stages(mut self, current: Option<Stage>, target: Option<Stage>) -> Self {
        self.0.current.stage = current;
        self.0.target.stage = target;
        self
    }

    /// The rule of the first measure, or of the words.
    pub fn rule(&self) -> Rule {
        let dataset = dataset();
        self.0
            .measures
            .first()
            .map_or_else(|| Rule::for_stage(&dataset, &self.0), |measure| Rule::for_measure(&dataset, &self.0, measure))
    }
}

pub fn reach(current: f64, target: f64, unit: &str) -> IndicatorBuilder {
    make("9-1", TargetKind::Reach, "", "").number(Some(current), Some(target), unit)
}

/// 6-9, 要介護認定率.
pub fn care_rate() -> IndicatorBuilder {
    make("9-1", TargetKind::Ceiling, "21.8%", "22.8%以下")
        .number(Some(21.8), Some(22.8), "%")
        .days("2021-09-30", "2023-09-30")
}

/// 1-5, 保育所等入所希望者受入率.
pub fn nursery_rate() -> IndicatorBuilder {
    make("9-1", TargetKind::Hold, "100%", "100%").number(Some(100.0), Some(100.0), "%")
}

/// 2-6, 子ども家庭支援センターの相談件数.
pub fn consultations() -> IndicatorBuilder {
    make("9-1", TargetKind::Direction, "年間8,600件", "増加").number(Some(8600.0), None, "件").per_year()
}

/// 2-4, several professions.
pub fn staff() -> IndicatorBuilder {
    make("9-1", TargetKind::Extend, "", "増員")
        .number(Some(8.0), None, "人")
        .label("心理")
        .number(Some(26.0), None, "人")
        .label("福祉")
}

/// 9-3, a hospital under construction.
pub fn beds() -> IndicatorBuilder {
    make("9-1", TargetKind::Milestone, "工事", "218床").number(None, Some(218.0), "床")
}

/// 7-6, an ordinance to be made.
pub fn ordinance() -> IndicatorBuilder {
    make("9-1", TargetKind::Milestone, "検討", "条例の制定").stages(Some(Stage::Preparing), Some(Stage::Done))
}

/// 12-1, in tenths and approximate.
pub fn road_rate() -> IndicatorBuilder {
    make("9-1", TargetKind::Reach, "約6割", "約7割").number(Some(6.0), Some(7.0), "割").approximate()
}

pub fn measure(id: &str) -> Subject {
    Subject::Measure(sample::id(MeasureId::parse, id))
}

pub fn amount(amount: f64, unit: &str, date: Option<&str>) -> FigureInput {
    FigureInput { value: InputValue::Amount { amount, unit: unit.to_owned() }, date: date.map(day) }
}

pub fn stage(stage: Stage, date: Option<&str>) -> FigureInput {
    FigureInput { value: InputValue::Stage(stage), date: date.map(day) }
}

/// Words that need a figure.
pub fn assert_no_progress_words(text: &str) {
    for word in ["進捗", "進み", "達成", "順調", "遅れ", "後退", "ペース", "低下"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

/// The assessment of an indicator with these figures.
pub fn assess_with(made: &IndicatorBuilder, figures: &[(Subject, FigureInput)]) -> IndicatorAssessment {
    assess_indicator(&dataset(), &made.0, |subject| {
        figures.iter().find(|(about, _)| about == subject).map(|(_, figure)| figure)
    })
}
