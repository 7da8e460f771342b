//! Parts of fictitious lists with the usual values; a test changes what it needs.

use list::{
    AsOf, Better, Contents, Dataset, DatasetId, Date, Document, Goal, GoalId, Indicator, IndicatorId, InvalidId,
    LevelKind, Measure, MeasureId, MeasurePosition, OutcomeLevel, Plan, PlanId, Quantity, Site, SourceLine, Statement,
    TargetKind,
};

/// # Panics
/// On a text that is no day.
pub fn date(iso: &str) -> Date {
    Date::parse_iso(iso).unwrap_or_else(|error| panic!("{iso}: {error}"))
}

/// Makes an id of any kind: `id(PlanId::parse, "3")`.
///
/// # Panics
/// On a text that is no id.
pub fn id<T>(parse: impl Fn(&str) -> Result<T, InvalidId>, text: &str) -> T {
    parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

pub fn as_of(day: &str, printed: &str) -> AsOf {
    AsOf { date: date(day), printed: printed.to_owned(), nature: None }
}

pub fn quantity(amount: f64, unit: &str) -> Quantity {
    Quantity {
        amount,
        unit: unit.to_owned(),
        printed: format!("{amount}{unit}"),
        extent: None,
        approximate: false,
        at_most: false,
    }
}

/// The leading measure, in the cell; higher is better.
pub fn measure(unit: &str, current: Option<f64>, target: Option<f64>) -> Measure {
    Measure {
        id: id(MeasureId::parse, "main"),
        label: String::new(),
        unit: unit.to_owned(),
        place: MeasurePosition::Cell,
        better: Better::Higher,
        current: current.map(|amount| quantity(amount, unit)),
        target: target.map(|amount| quantity(amount, unit)),
    }
}

/// An indicator without measures, of the plan before the hyphen of its id.
pub fn indicator(row: &str, name: &str, kind: TargetKind) -> Indicator {
    let statement = Statement { lines: Vec::new(), as_of: None, stage: None };
    Indicator {
        id: id(IndicatorId::parse, row),
        plan: id(PlanId::parse, row.split('-').next().unwrap_or_default()),
        group: None,
        name: name.to_owned(),
        current: statement.clone(),
        target: statement,
        kind,
        measures: Vec::new(),
        level: OutcomeLevel { kind: LevelKind::Output, reason: "数えるだけのため".to_owned() },
        related: Vec::new(),
        doubts: Vec::new(),
        line: SourceLine(1),
    }
}

pub fn goal(number: &str, numeral: &str, name: &str) -> Goal {
    Goal {
        id: id(GoalId::parse, number),
        numeral: numeral.to_owned(),
        name: name.to_owned(),
        direction_paragraphs: Vec::new(),
        direction_bullets: Vec::new(),
        direction_line: SourceLine(1),
        numeric_targets: Vec::new(),
        doubts: Vec::new(),
        line: SourceLine(1),
    }
}

pub fn plan(number: &str, goal: &str, name: &str) -> Plan {
    Plan {
        id: id(PlanId::parse, number),
        goal: id(GoalId::parse, goal),
        label: format!("計画{number}"),
        name: name.to_owned(),
        line: SourceLine(1),
    }
}

/// A list whose current values are of March 2022 and whose targets are due two years later.
pub fn list(goals: Vec<Goal>, plans: Vec<Plan>, indicators: Vec<Indicator>) -> Dataset {
    Dataset::new(Contents {
        id: id(DatasetId::parse, "sample"),
        document: Document {
            title: vec!["見本".to_owned()],
            short_title: "見本".to_owned(),
            edition: "（案）".to_owned(),
            published_printed: "令和4年（2022年）3月".to_owned(),
            published: date("2022-03-01"),
            publisher: "みほん区".to_owned(),
            edition_note: String::new(),
        },
        site: Site { title: String::new(), headline: Vec::new(), lead: String::new(), search_examples: Vec::new() },
        default_current: as_of("2022-03-31", ""),
        default_target: as_of("2024-03-31", ""),
        sections: Vec::new(),
        goals,
        plans,
        indicators,
    })
}
