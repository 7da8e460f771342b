//! A small list with every shape of target, for tests.

use list::*;

pub fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
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

pub fn measure(unit: &str, better: Better, current: Option<f64>, target: Option<f64>) -> Measure {
    Measure {
        id: MeasureId::parse("main").unwrap(),
        label: String::new(),
        unit: unit.to_owned(),
        place: Place::Cell,
        better,
        current: current.map(|amount| quantity(amount, unit)),
        target: target.map(|amount| quantity(amount, unit)),
    }
}

pub fn indicator(id: &str, name: &str, kind: TargetKind, measures: Vec<Measure>) -> Indicator {
    let statement = || Statement { lines: Vec::new(), as_of: None, stage: None };
    let plan = id.split('-').next().unwrap();
    Indicator {
        id: IndicatorId::parse(id).unwrap(),
        plan: PlanId::parse(plan).unwrap(),
        group: None,
        name: name.to_owned(),
        current: statement(),
        target: statement(),
        kind,
        measures,
        level: OutcomeLevel { kind: LevelKind::Output, reason: "数えるだけのため".to_owned() },
        related: Vec::new(),
        doubts: Vec::new(),
        line: SourceLine(1),
    }
}

fn target(id: &str, name: &str, rate: f64) -> NumericTarget {
    NumericTarget {
        id: NumericTargetId::parse(id).unwrap(),
        name: name.to_owned(),
        printed: format!("「{name}」の施策に対する満足評価"),
        survey: "区民意識意向調査".to_owned(),
        baseline: quantity(rate, "%"),
        baseline_as_of: as_of("2019-03-31", "平成30年度調査結果"),
        due: as_of("2024-03-31", ""),
        line: SourceLine(1),
    }
}

fn goal(id: &str, numeral: &str, name: &str, targets: &[(&str, f64)]) -> Goal {
    Goal {
        id: GoalId::parse(id).unwrap(),
        numeral: numeral.to_owned(),
        name: name.to_owned(),
        direction_paragraphs: Vec::new(),
        direction_bullets: Vec::new(),
        direction_line: SourceLine(1),
        numeric_targets: targets
            .iter()
            .enumerate()
            .map(|(at, (name, rate))| target(&format!("{id}-{}", at + 1), name, *rate))
            .collect(),
        doubts: Vec::new(),
        line: SourceLine(1),
    }
}

fn plan(id: &str, goal: &str) -> Plan {
    Plan {
        id: PlanId::parse(id).unwrap(),
        goal: GoalId::parse(goal).unwrap(),
        label: format!("計画{id}"),
        name: "計画の名前".to_owned(),
        line: SourceLine(1),
    }
}

/// Two goals, three plans, a target of every kind and shape.
pub fn dataset() -> Dataset {
    Dataset::new(contents())
}

fn contents() -> Contents {
    use Better::{Higher, Lower};
    use TargetKind::*;
    let capacity = |mut measure: Measure| {
        measure.id = MeasureId::parse("capacity").unwrap();
        measure.label = "定員".to_owned();
        measure
    };
    let mut later = indicator("3-1", "みどりの満足度", Direction, vec![measure("%", Higher, Some(76.0), None)]);
    later.related = vec![Related { target: NumericTargetId::parse("2-1").unwrap(), same_question: true }];
    let mut ceiling = indicator("2-4", "要介護認定率", Ceiling, vec![measure("%", Lower, Some(21.8), Some(22.8))]);
    ceiling.measures[0].target.as_mut().unwrap().at_most = true;
    ceiling.current.as_of = Some(as_of("2021-09-30", "令和3年9月末"));
    ceiling.target.as_of = Some(as_of("2023-09-30", "令和5年9月末"));
    Contents {
        id: DatasetId::parse("sample").unwrap(),
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
        goals: vec![
            goal("1", "I", "子どもたちの笑顔輝くまち", &[("子育て支援", 62.1), ("学校教育", 59.1)]),
            goal(
                "2",
                "II",
                "安全・快適、みどりあふれるまち",
                &[("みどりの保全と創出", 76.0), ("鉄道・道路・バス交通など都市インフラの整備", 57.0)],
            ),
        ],
        plans: vec![plan("1", "1"), plan("2", "1"), plan("3", "2")],
        indicators: vec![
            indicator("1-1", "ねりっこクラブの実施", Reach, vec![measure("校", Higher, Some(37.0), Some(52.0))]),
            indicator(
                "1-2",
                "認可保育所の増設",
                Reach,
                vec![
                    measure("所", Higher, Some(197.0), Some(206.0)),
                    capacity(measure("人", Higher, Some(16_599.0), Some(17_341.0))),
                ],
            ),
            indicator("1-3", "入所希望者の受入率", Hold, vec![measure("%", Higher, Some(100.0), Some(100.0))]),
            indicator("1-4", "相談件数", Direction, vec![measure("件", Higher, Some(8_600.0), None)]),
            indicator("1-5", "アプリの構築", Milestone, Vec::new()),
            indicator("2-1", "待機者", Reach, vec![measure("人", Lower, Some(40.0), Some(0.0))]),
            indicator("2-2", "新しい施設", Reach, vec![measure("施設", Higher, Some(0.0), Some(3.0))]),
            indicator("2-3", "病床の確保", Extend, vec![measure("床", Higher, None, Some(50.0))]),
            ceiling,
            later,
            indicator(
                "3-2",
                "単位のちがう指標",
                Reach,
                vec![{
                    let mut mixed = measure("%", Higher, Some(50.0), Some(6.0));
                    mixed.target.as_mut().unwrap().unit = "割".to_owned();
                    mixed
                }],
            ),
            indicator("3-3", "道路の改良", Extend, Vec::new()),
        ],
    }
}
