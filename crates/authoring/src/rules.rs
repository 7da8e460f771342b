//! What must hold within a record once its fields have been read: printed texts contain what was read out of them, units
//! agree, and the kind of target fits what the cells say.

use format::{QuantityFault, read_date, read_quantity};
use list::{
    AsOf, Better, Doubt, Goal, Measure, Nature, NumericTarget, Place, Quantity, Related, Stage, Statement, TargetKind,
};

use super::{read::Context, reader::Record};

/// A quantity says what its printed text says.
pub(super) fn quantity(record: &Record<'_>, quantity: &Quantity) {
    let reading = match read_quantity(&quantity.printed, &quantity.unit) {
        Ok(reading) => reading,
        Err(error) => {
            record.fault_at(
                "printed",
                format!(
                    "「{}」から単位「{}」の数を読めません：{}",
                    quantity.printed,
                    quantity.unit,
                    quantity_fault(error)
                ),
            );
            return;
        }
    };
    let printed = &quantity.printed;
    if reading.amount != quantity.amount {
        record.fault_at(
            "amount",
            format!("{}とありますが、「{printed}」から読める数は{}です", quantity.amount, reading.amount),
        );
    }
    if reading.extent != quantity.extent {
        record.fault_at("extent", format!("「{printed}」の「計」「年間」と合いません"));
    }
    if reading.approximate != quantity.approximate {
        record.fault_at("approximate", format!("「{printed}」の「約」と合いません"));
    }
    if reading.at_most != quantity.at_most {
        record.fault_at("at_most", format!("「{printed}」の「以下」と合いません"));
    }
}

fn quantity_fault(fault: QuantityFault) -> &'static str {
    match fault {
        QuantityFault::NoNumber => "数字がありません",
        QuantityFault::Malformed => "数字・コンマ・小数点の並びが数になっていません",
        QuantityFault::OtherUnit => "数のすぐあとに単位がありません",
        QuantityFault::Trailing => "単位のあとに「以下」以外のことばが続いています",
    }
}

/// The words behind a printed day, and what they say about the value.
const AS_OF_ENDINGS: [(&str, Option<Nature>); 6] = [
    ("見込", Some(Nature::Expected)),
    ("実績", Some(Nature::Actual)),
    ("調査結果", Some(Nature::Survey)),
    ("現在", None),
    ("時点", None),
    ("まで", None),
];

/// A day agrees with its printed form, where that is written in a way we can read.
pub(super) fn as_of(record: &Record<'_>, as_of: &AsOf) {
    let ending = AS_OF_ENDINGS
        .into_iter()
        .find_map(|(ending, nature)| as_of.printed.strip_suffix(ending).map(|day| (day, nature)));
    let (day, nature) = ending.unwrap_or((as_of.printed.as_str(), None));
    if nature != as_of.nature {
        record.fault_at("nature", format!("「{}」の「見込」「実績」「調査結果」と合いません", as_of.printed));
    }
    if let Ok(read) = read_date(day)
        && read != as_of.date
    {
        record.fault_at("date", format!("「{}」は{}です", as_of.printed, read.iso()));
    }
}

pub(super) fn numeric_target(record: &Record<'_>, target: &NumericTarget) {
    let contained = |key: &str, part: &str| {
        if !target.printed.contains(part) {
            record.fault_at(key, format!("printedの中に「{part}」がありません"));
        }
    };
    contained("name", &target.name);
    contained("survey", &target.survey);
    contained("baseline.printed", &target.baseline.printed);
    contained("baseline_as_of.printed", &target.baseline_as_of.printed);
    if target.due.date <= target.baseline_as_of.date {
        record.fault_at("due.date", "baseline_as_ofより後の日ではありません");
    }
}

pub(super) fn goal(record: &Record<'_>, goal: &Goal) {
    let shown = format!("{} {}", goal.numeral, goal.name);
    doubts(record, &goal.doubts, &shown, &shown);
}

/// A corrected doubt has its reading in `corrected`, the texts we may change; any other its printed form in `printed`.
fn doubts(record: &Record<'_>, doubts: &[Doubt], corrected: &str, printed: &str) {
    for (at, doubt) in doubts.iter().enumerate() {
        let (key, part, text) =
            if doubt.corrected { ("reading", &doubt.reading, corrected) } else { ("printed", &doubt.printed, printed) };
        if !text.contains(part.as_str()) {
            record.fault_at(&format!("doubts[{at}].{key}"), format!("「{part}」が本文にありません"));
        }
        if doubt.printed == doubt.reading {
            record.fault_at(&format!("doubts[{at}].reading"), "printedと同じです");
        }
    }
}

/// The parts of an indicator that rules look at: faults in the others do not keep these from being checked.
pub(super) struct Parts<'a> {
    pub(super) group: Option<&'a str>,
    pub(super) name: &'a str,
    pub(super) current: &'a Statement,
    pub(super) target: &'a Statement,
    pub(super) kind: TargetKind,
    pub(super) measures: &'a [Measure],
    pub(super) related: &'a [Related],
    pub(super) doubts: &'a [Doubt],
}

pub(super) fn indicator(record: &Record<'_>, indicator: &Parts<'_>, context: &Context<'_>) {
    let names = format!("{}\n{}", indicator.group.unwrap_or_default(), indicator.name);
    let all = format!("{names}\n{}\n{}", indicator.current.lines.join("\n"), indicator.target.lines.join("\n"));
    doubts(record, indicator.doubts, &names, &all);
    for (key, statement) in [("current", indicator.current), ("target", indicator.target)] {
        if let Some(as_of) = &statement.as_of
            && !statement.lines.iter().any(|line| line.contains(&as_of.printed))
        {
            record.fault_at(&format!("{key}.as_of.printed"), format!("linesの中に「{}」がありません", as_of.printed));
        }
    }
    let day = |statement: &Statement, default| statement.as_of.as_ref().map_or(default, |as_of| Some(as_of.date));
    if let (Some(current), Some(target)) =
        (day(indicator.current, context.default_current), day(indicator.target, context.default_target))
        && target <= current
    {
        record.fault_at(
            "target",
            format!("期限{}が、現状値の時点{}より後の日ではありません", target.iso(), current.iso()),
        );
    }
    for (at, measure) in indicator.measures.iter().enumerate() {
        measure_in(record, at, measure, indicator);
        if indicator.measures.iter().take(at).any(|earlier| earlier.id == measure.id) {
            record.fault_at(&format!("measures[{at}].id"), format!("番号「{}」が重なっています", measure.id));
        }
    }
    for (at, related) in indicator.related.iter().enumerate() {
        if indicator.related.iter().take(at).any(|earlier| earlier.target == related.target) {
            record.fault_at(&format!("related[{at}].target"), format!("番号「{}」が重なっています", related.target));
        }
    }
    numbers_fit_kind(record, indicator);
    stages_fit_kind(record, indicator);
}

fn measure_in(record: &Record<'_>, at: usize, measure: &Measure, indicator: &Parts<'_>) {
    let fault = |key: &str, reason: String| record.fault_at(&format!("measures[{at}]{key}"), reason);
    let sides = [("current", &measure.current, indicator.current), ("target", &measure.target, indicator.target)];
    for (key, quantity, statement) in sides {
        let Some(quantity) = quantity else { continue };
        if quantity.unit != measure.unit {
            fault(&format!(".{key}.unit"), format!("量の単位「{}」とちがう「{}」です", measure.unit, quantity.unit));
        }
        if !statement.lines.iter().any(|line| line.contains(&quantity.printed)) {
            fault(&format!(".{key}.printed"), format!("{key}.linesの中に「{}」がありません", quantity.printed));
        }
    }
    // The place is that of the target's number or, lacking one, of the current one.
    let leading = measure
        .target
        .as_ref()
        .map(|quantity| (quantity, indicator.target))
        .or_else(|| measure.current.as_ref().map(|quantity| (quantity, indicator.current)));
    let Some((quantity, statement)) = leading else {
        fault("", "現状値も目標値もありません".to_owned());
        return;
    };
    let here = statement.lines.iter().any(|line| {
        let (outside, inside) = split_brackets(line);
        match measure.place {
            Place::Cell => outside.contains(&quantity.printed),
            Place::Bracket => inside.contains(&quantity.printed),
        }
    });
    // A text that stands nowhere was reported above.
    let anywhere = statement.lines.iter().any(|line| line.contains(&quantity.printed));
    if anywhere && !here {
        let place = match measure.place {
            Place::Cell => "外",
            Place::Bracket => "中",
        };
        fault(".place", format!("「{}」は〔 〕の{place}にありません", quantity.printed));
    }
}

/// What stands outside 〔〕 and what stands inside, each piece on a line of its own.
fn split_brackets(text: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '〔' => {
                depth += 1;
                outside.push('\n');
            }
            '〕' => {
                depth = depth.saturating_sub(1);
                inside.push('\n');
            }
            _ if depth == 0 => outside.push(c),
            _ => inside.push(c),
        }
    }
    (outside, inside)
}

/// The numbers of the leading measure and the kind of target tell the same story.
fn numbers_fit_kind(record: &Record<'_>, indicator: &Parts<'_>) {
    let fault = |reason: &str| record.fault_at("kind", reason);
    let in_cell = |measure: &&Measure| measure.place == Place::Cell && measure.target.is_some();
    let leading = indicator.measures.first().filter(in_cell);
    let target = leading.and_then(|measure| measure.target.as_ref());
    let current = leading.and_then(|measure| measure.current.as_ref());
    match indicator.kind {
        TargetKind::Reach | TargetKind::Ceiling | TargetKind::Hold => {
            let (Some(measure), Some(target)) = (leading, target) else {
                fault("数に届かせる・保つ目標なのに、最初の量に〔 〕の外の目標値がありません");
                return;
            };
            if target.at_most != (indicator.kind == TargetKind::Ceiling) {
                fault("「以下」の目標はceiling、それ以外はreachかholdです");
            }
            match (indicator.kind, current) {
                (TargetKind::Ceiling, _) if measure.better != Better::Lower => {
                    record.fault_at("measures[0].better", "上限のある量はlowerです");
                }
                (TargetKind::Hold, Some(current)) if current.amount != target.amount => {
                    fault("holdなのに、現状値と目標値がちがいます");
                }
                (TargetKind::Hold, None) => fault("holdなのに、現状値の数がありません"),
                (TargetKind::Reach, Some(current)) if current.amount == target.amount => {
                    fault("reachなのに、現状値と目標値が同じです（holdではありませんか）");
                }
                (TargetKind::Reach, Some(current))
                    if (current.amount < target.amount) != (measure.better == Better::Higher) =>
                {
                    record.fault_at("measures[0].better", "現状値から目標値への向きと逆です");
                }
                _ => {}
            }
        }
        TargetKind::Direction => {
            if indicator.measures.iter().any(|measure| measure.target.is_some()) {
                fault("directionなのに、目標値の数があります");
            }
        }
        TargetKind::Extend | TargetKind::Milestone => {
            if indicator.measures.iter().any(|measure| in_cell(&measure)) {
                fault("ことばの目標なのに、〔 〕の外に目標値の数があります（reachではありませんか）");
            }
        }
    }
}

/// Words have a stage on both sides; numbers have none, except a word that stands in a number's place.
fn stages_fit_kind(record: &Record<'_>, indicator: &Parts<'_>) {
    let (current, target) = (indicator.current.stage, indicator.target.stage);
    match indicator.kind {
        TargetKind::Extend | TargetKind::Milestone => {
            if current.is_none() {
                record.fault_at("current.stage", "ことばの目標には段階が必要です");
            }
            match target {
                None => record.fault_at("target.stage", "ことばの目標には段階が必要です"),
                Some(Stage::NotStarted) => record.fault_at("target.stage", "目標がnot_startedになることはありません"),
                Some(_) if current > target => record.fault_at("target.stage", "現状より前の段階です"),
                Some(_) => {}
            }
        }
        TargetKind::Reach | TargetKind::Ceiling | TargetKind::Hold | TargetKind::Direction => {
            if target.is_some() {
                record.fault_at("target.stage", "数や向きの目標に段階はありません");
            }
            let counted = indicator.measures.first().is_some_and(|measure| measure.current.is_some());
            if counted && current.is_some() {
                record.fault_at("current.stage", "数のある現状値に段階はありません");
            }
            if indicator.kind == TargetKind::Reach && !counted && current.is_none() {
                record.fault_at("current.stage", "数のない現状値には段階が必要です");
            }
        }
    }
}
