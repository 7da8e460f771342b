//! A small list with every shape of target, for tests.

use list::*;
use test_support::sample::{self, id, list, plan};
pub use test_support::sample::{as_of, date, quantity};

pub fn measure(unit: &str, better: Better, current: Option<f64>, target: Option<f64>) -> Measure {
    Measure { better, ..sample::measure(unit, current, target) }
}

pub fn indicator(id: &str, name: &str, kind: TargetKind, measures: Vec<Measure>) -> Indicator {
    Indicator { measures, ..sample::indicator(id, name, kind) }
}

fn target(number: &str, name: &str, rate: f64) -> NumericTarget {
    NumericTarget {
        id: id(NumericTargetId::parse, number),
        name: name.to_owned(),
        printed: format!("「{name}」の施策に対する満足評価"),
        survey: "区民意識意向調査".to_owned(),
        baseline: quantity(rate, "%"),
        baseline_as_of: as_of("2019-03-31", "平成30年度調査結果"),
        due: as_of("2024-03-31", ""),
        line: SourceLine(1),
    }
}

fn goal(number: &str, numeral: &str, name: &str, targets: &[(&str, f64)]) -> Goal {
    let targets = targets.iter().enumerate();
    let numeric_targets = targets.map(|(at, (name, rate))| target(&format!("{number}-{}", at + 1), name, *rate));
    Goal { numeric_targets: numeric_targets.collect(), ..sample::goal(number, numeral, name) }
}

/// Two goals, three plans, a target of every kind and shape.
pub fn dataset() -> Dataset {
    use Better::{Higher, Lower};
    use TargetKind::*;
    let capacity = |mut measure: Measure| {
        measure.id = id(MeasureId::parse, "capacity");
        measure.label = "定員".to_owned();
        measure
    };
    let mut later = indicator("3-1", "みどりの満足度", Direction, vec![measure("%", Higher, Some(76.0), None)]);
    later.related = vec![Related { target: id(NumericTargetId::parse, "2-1"), same_question: true }];
    let mut ceiling = indicator("2-4", "要介護認定率", Ceiling, vec![measure("%", Lower, Some(21.8), Some(22.8))]);
    ceiling.measures[0].target.as_mut().unwrap().at_most = true;
    ceiling.current.as_of = Some(as_of("2021-09-30", "令和3年9月末"));
    ceiling.target.as_of = Some(as_of("2023-09-30", "令和5年9月末"));
    list(
        vec![
            goal("1", "I", "子どもたちの笑顔輝くまち", &[("子育て支援", 62.1), ("学校教育", 59.1)]),
            goal(
                "2",
                "II",
                "安全・快適、みどりあふれるまち",
                &[("みどりの保全と創出", 76.0), ("鉄道・道路・バス交通など都市インフラの整備", 57.0)],
            ),
        ],
        vec![plan("1", "1", "計画の名前"), plan("2", "1", "計画の名前"), plan("3", "2", "計画の名前")],
        vec![
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
    )
}
