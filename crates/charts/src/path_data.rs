//! The data of the path of one measure.

use assess::{MeasureScale, NumberRule, Period, Rule, RuleForm, StatementValue};
use list::{Better, Dataset, Date, Indicator, Measure};
use words::text::charts::path as text;

/// A figure of the reader for the measure.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnPoint {
    pub date: Date,
    /// In the measure's unit.
    pub amount: f64,
    /// Whose figure it is, e.g. the name of the scenario; shown as text only.
    pub label: String,
    /// False for a value that is not saved; it is drawn hollow.
    pub is_saved: bool,
}

impl OwnPoint {
    pub fn name(&self) -> String {
        let name = self.label.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() { text::no_name().to_owned() } else { name }
    }
}

pub struct PathData<'a> {
    pub rule: Rule,
    pub scale: MeasureScale,
    pub number: NumberRule,
    /// The promise of a target without a number.
    pub promise: String,
    /// Sorted by time; only finite ones.
    pub own: Vec<&'a OwnPoint>,
}

impl<'a> PathData<'a> {
    /// `None` if the target says nothing about a number of this measure, or if its two sides have different units.
    pub fn of(dataset: &Dataset, indicator: &Indicator, measure: &Measure, own: &'a [OwnPoint]) -> Option<Self> {
        if let (Some(current), Some(target)) = (&measure.current, &measure.target)
            && current.unit != target.unit
        {
            return None;
        }
        let rule = Rule::for_measure(dataset, indicator, measure);
        let RuleForm::Number(scale, number) = rule.form.clone() else {
            return None;
        };
        let mut own: Vec<&OwnPoint> = own.iter().filter(|point| point.amount.is_finite()).collect();
        own.sort_by_key(|point| point.date);
        let promise = match number {
            NumberRule::Direction { better, .. } => promise(indicator, better, &scale),
            _ => String::new(),
        };
        Some(Self { rule, scale, number, promise, own })
    }

    pub fn period(&self) -> Period {
        self.rule.period
    }

    pub fn is_ceiling(&self) -> bool {
        matches!(self.number, NumberRule::Ceiling { .. })
    }

    /// A number to be held is both current value and target.
    pub fn current(&self) -> Option<StatementValue> {
        match self.number {
            NumberRule::Reach { from, .. } | NumberRule::Direction { from, .. } => Some(from),
            NumberRule::Hold { level, .. } => Some(level),
            NumberRule::Ceiling { current, .. } => current,
            NumberRule::TargetOnly { .. } => None,
        }
    }

    pub fn target(&self) -> Option<StatementValue> {
        match self.number {
            NumberRule::Reach { to, .. } | NumberRule::TargetOnly { to, .. } => Some(to),
            NumberRule::Hold { level, .. } => Some(level),
            NumberRule::Ceiling { limit, .. } => Some(limit),
            NumberRule::Direction { .. } => None,
        }
    }

    pub fn amounts(&self) -> Vec<f64> {
        let stated = [self.current(), self.target()].into_iter().flatten().map(|stated| stated.amount);
        stated.chain(self.own.iter().map(|point| point.amount)).collect()
    }

    pub fn quantity(&self, amount: f64) -> String {
        format::quantity(amount, &self.scale.unit)
    }

    /// An official number as stated.
    pub fn stated(&self, value: StatementValue) -> String {
        words::stated_label(value, &self.scale)
    }
}

/// The target's own word if it is short enough for a mark (増加, 拡大, 増員), else its direction.
fn promise(indicator: &Indicator, better: Better, scale: &MeasureScale) -> String {
    let printed = match indicator.target.lines.as_slice() {
        [line] => line.split(['〔', '（', '(']).next().unwrap_or_default().trim(),
        _ => "",
    };
    if (1..=6).contains(&printed.chars().count()) {
        return printed.to_owned();
    }
    let direction = match (better, scale.is_share()) {
        (Better::Higher, false) => text::raise_count(),
        (Better::Lower, false) => text::lower_count(),
        (Better::Higher, true) => text::raise_share(),
        (Better::Lower, true) => text::lower_share(),
    };
    direction.to_owned()
}
