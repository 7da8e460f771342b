//! A sample list and its parts.

use list::*;
use test_support::sample::{self, as_of};
pub use test_support::sample::{goal, id, list, plan};

pub fn plan_id(text: &str) -> PlanId {
    id(PlanId::parse, text)
}

pub fn indicator_id(text: &str) -> IndicatorId {
    id(IndicatorId::parse, text)
}

pub fn measure(unit: &str, place: MeasurePosition, current: Option<f64>, target: Option<f64>) -> Measure {
    Measure { place, ..sample::measure(unit, current, target) }
}

pub fn statement(line: &str) -> Statement {
    Statement { lines: vec![line.to_owned()], as_of: None, stage: None }
}

pub fn indicator(id: &str, name: &str, current: &str, target: &str, kind: TargetKind) -> Indicator {
    Indicator { current: statement(current), target: statement(target), ..sample::indicator(id, name, kind) }
}

/// Two goals, three plans, nine indicators.
pub fn small_list() -> Dataset {
    use TargetKind::*;
    let mut indicators = vec![
        indicator("1-1", "認可保育所の増設", "計197所", "計206所", Reach),
        indicator("1-2", "産後ケア事業の充実", "実施", "充実", Extend),
        indicator("2-1", "ねりっこクラブの実施", "計37校", "計52校", Reach),
        indicator("2-2", "(ＩＣＴ)教材の導入", "7校", "保育室にも導入", Milestone),
        indicator("2-3", "待機児童数", "0人", "0人", Hold),
        indicator("12-1", "コミュニティバスの運行", "—", "運行開始", Milestone),
        indicator("12-2", "高齢者向けﾊﾞｽ案内", "年間2,100人", "増加", Direction),
        indicator("12-3", "要介護認定率", "21.8%", "22.8%以下", Ceiling),
        indicator("12-4", "自転車事故の件数", "40件", "10件", Reach),
    ];
    let measures = [
        Some(measure("所", MeasurePosition::Cell, Some(197.0), Some(206.0))),
        None,
        Some(measure("校", MeasurePosition::Cell, Some(37.0), Some(52.0))),
        None,
        Some(measure("人", MeasurePosition::Cell, Some(0.0), Some(0.0))),
        Some(measure("便", MeasurePosition::Bracket, None, Some(8.0))),
        Some(measure("人", MeasurePosition::Cell, Some(2100.0), None)),
        Some(measure("%", MeasurePosition::Cell, Some(21.8), Some(22.8))),
        Some(measure("件", MeasurePosition::Cell, Some(40.0), Some(10.0))),
    ];
    for (indicator, measure) in indicators.iter_mut().zip(measures) {
        indicator.measures.extend(measure);
    }
    indicators[0].measures.push(measure("人", MeasurePosition::Bracket, Some(16599.0), Some(17341.0)));
    indicators[0].target.as_of = Some(as_of("2024-04-01", "2024-04-01"));
    indicators[7].target.as_of = Some(as_of("2023-09-30", "2023-09-30"));
    indicators[7].level.kind = LevelKind::Outcome;
    indicators[5].group = Some("公共交通の充実".to_owned());
    list(
        vec![goal("1", "I", "子どもの笑顔"), goal("2", "Ⅱ", "安心なまち")],
        vec![plan("1", "1", "保育の充実"), plan("2", "1", "放課後の居場所"), plan("12", "2", "移動と暮らし")],
        indicators,
    )
}
