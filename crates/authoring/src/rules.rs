//! Rules for the fields of a record: printed texts contain what was read out of them, units agree, and the kind of
//! target fits the cells.

use format::{read_date, read_quantity};
use list::{
    AsOf, Better, Date, Doubt, Goal, Measure, MeasurePosition, Nature, NumericTarget, Quantity, Related, Stage,
    Statement, TargetKind,
};

use words::text::authoring as text;

use super::reader::Record;

/// A quantity agrees with its printed text.
pub(super) fn quantity(record: &Record<'_>, quantity: &Quantity) {
    let Quantity { printed, unit, .. } = quantity;
    let reading = match read_quantity(printed, unit) {
        Ok(reading) => reading,
        Err(fault) => {
            return record.fault_at("printed", text::unreadable_quantity(printed, unit, text::quantity(fault)));
        }
    };
    if reading.amount != quantity.amount {
        record.fault_at("amount", text::other_amount(quantity.amount, printed, reading.amount));
    }
    if reading.extent != quantity.extent {
        record.fault_at("extent", text::other_extent(printed));
    }
    if reading.approximate != quantity.approximate {
        record.fault_at("approximate", text::other_approximate(printed));
    }
    if reading.at_most != quantity.at_most {
        record.fault_at("at_most", text::other_at_most(printed));
    }
}

/// The words after a printed day, and the nature of the value that they state.
const AS_OF_ENDINGS: [(&str, Option<Nature>); 6] = [
    ("見込", Some(Nature::Expected)),
    ("実績", Some(Nature::Actual)),
    ("調査結果", Some(Nature::Survey)),
    ("現在", None),
    ("時点", None),
    ("まで", None),
];

/// A day agrees with its printed form, if that can be read.
pub(super) fn as_of(record: &Record<'_>, as_of: &AsOf) {
    let ending = AS_OF_ENDINGS
        .into_iter()
        .find_map(|(ending, nature)| as_of.printed.strip_suffix(ending).map(|day| (day, nature)));
    let (day, nature) = ending.unwrap_or((as_of.printed.as_str(), None));
    if nature != as_of.nature {
        record.fault_at("nature", text::other_nature(&as_of.printed));
    }
    if let Ok(read) = read_date(day)
        && read != as_of.date
    {
        record.fault_at("date", text::other_date(&as_of.printed, read.iso()));
    }
}

pub(super) fn numeric_target(record: &Record<'_>, target: &NumericTarget) {
    let contained = |key: &str, part: &str| {
        if !target.printed.contains(part) {
            record.fault_at(key, text::not_in_printed(part));
        }
    };
    contained("name", &target.name);
    contained("survey", &target.survey);
    contained("baseline.printed", &target.baseline.printed);
    contained("baseline_as_of.printed", &target.baseline_as_of.printed);
    if target.due.date <= target.baseline_as_of.date {
        record.fault_at("due.date", text::due_before_baseline());
    }
}

pub(super) fn goal(record: &Record<'_>, goal: &Goal) {
    let shown = format!("{} {}", goal.numeral, goal.name);
    doubts(record, &goal.doubts, &shown, &shown);
}

/// A corrected doubt has its reading in `corrected`, the texts that we may change; any other has its printed form in
/// `printed`.
fn doubts(record: &Record<'_>, doubts: &[Doubt], corrected: &str, printed: &str) {
    for (at, doubt) in doubts.iter().enumerate() {
        let (key, part, text) =
            if doubt.corrected { ("reading", &doubt.reading, corrected) } else { ("printed", &doubt.printed, printed) };
        if !text.contains(part.as_str()) {
            record.fault_at(&format!("doubts[{at}].{key}"), text::not_in_text(part));
        }
        if doubt.printed == doubt.reading {
            record.fault_at(&format!("doubts[{at}].reading"), text::same_as_printed());
        }
    }
}

/// The parts of an indicator that rules need, so that faults in other parts do not prevent the checks.
pub(super) struct Parts<'a> {
    pub(super) group: Option<&'a str>,
    pub(super) name: &'a str,
    pub(super) current: &'a Statement,
    pub(super) target: &'a Statement,
    pub(super) kind: TargetKind,
    pub(super) measures: &'a [Measure],
    pub(super) related: &'a [Related],
    pub(super) doubts: &'a [Doubt],
    /// The day of each side: its cell's, or else the list's.
    pub(super) current_day: Option<Date>,
    pub(super) target_day: Option<Date>,
}

pub(super) fn indicator(record: &Record<'_>, indicator: &Parts<'_>) {
    let names = format!("{}\n{}", indicator.group.unwrap_or_default(), indicator.name);
    let all = format!("{names}\n{}\n{}", indicator.current.lines.join("\n"), indicator.target.lines.join("\n"));
    doubts(record, indicator.doubts, &names, &all);
    for (key, statement) in [("current", indicator.current), ("target", indicator.target)] {
        if let Some(as_of) = &statement.as_of
            && !statement.lines.iter().any(|line| line.contains(&as_of.printed))
        {
            record.fault_at(&format!("{key}.as_of.printed"), text::not_in_lines(&as_of.printed));
        }
    }
    if let (Some(current), Some(target)) = (indicator.current_day, indicator.target_day)
        && target <= current
    {
        record.fault_at("target", text::due_before_current(target.iso(), current.iso()));
    }
    for (at, measure) in indicator.measures.iter().enumerate() {
        measure_in(record, at, measure, indicator);
        if indicator.measures.iter().take(at).any(|earlier| earlier.id == measure.id) {
            record.fault_at(&format!("measures[{at}].id"), text::repeated_id(&measure.id));
        }
    }
    for (at, related) in indicator.related.iter().enumerate() {
        if indicator.related.iter().take(at).any(|earlier| earlier.target == related.target) {
            record.fault_at(&format!("related[{at}].target"), text::repeated_id(&related.target));
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
            fault(&format!(".{key}.unit"), text::other_unit(&measure.unit, &quantity.unit));
        }
        if !statement.lines.iter().any(|line| line.contains(&quantity.printed)) {
            fault(&format!(".{key}.printed"), text::not_in_side_lines(key, &quantity.printed));
        }
    }
    // The place of the target's number or, if there is none, of the current one.
    let leading = measure
        .target
        .as_ref()
        .map(|quantity| (quantity, indicator.target))
        .or_else(|| measure.current.as_ref().map(|quantity| (quantity, indicator.current)));
    let Some((quantity, statement)) = leading else {
        return fault("", text::no_number().to_owned());
    };
    let here = statement.lines.iter().any(|line| {
        let (outside, inside) = split_brackets(line);
        match measure.place {
            MeasurePosition::Cell => outside.contains(&quantity.printed),
            MeasurePosition::Bracket => inside.contains(&quantity.printed),
        }
    });
    // A text that is not in the cell was reported above.
    let anywhere = statement.lines.iter().any(|line| line.contains(&quantity.printed));
    if anywhere && !here {
        let reason = match measure.place {
            MeasurePosition::Cell => text::not_outside_brackets(&quantity.printed),
            MeasurePosition::Bracket => text::not_inside_brackets(&quantity.printed),
        };
        fault(".place", reason);
    }
}

/// The text outside 〔〕 and the text inside, each on a line of its own.
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

/// The numbers of the leading measure must fit the kind of target.
fn numbers_fit_kind(record: &Record<'_>, indicator: &Parts<'_>) {
    let fault = |reason: &str| record.fault_at("kind", reason);
    let in_cell = |measure: &&Measure| measure.place == MeasurePosition::Cell && measure.target.is_some();
    let leading = indicator.measures.first().filter(in_cell);
    let target = leading.and_then(|measure| measure.target.as_ref());
    let current = leading.and_then(|measure| measure.current.as_ref());
    match indicator.kind {
        TargetKind::Reach | TargetKind::Ceiling | TargetKind::Hold => {
            let (Some(measure), Some(target)) = (leading, target) else {
                return fault(text::number_without_target());
            };
            if target.at_most != (indicator.kind == TargetKind::Ceiling) {
                fault(text::ceiling_or_not());
            }
            match (indicator.kind, current) {
                (TargetKind::Ceiling, _) if measure.better != Better::Lower => {
                    record.fault_at("measures[0].better", text::ceiling_is_lower());
                }
                (TargetKind::Hold, Some(current)) if current.amount != target.amount => {
                    fault(text::hold_differs());
                }
                (TargetKind::Hold, None) => fault(text::hold_without_current()),
                (TargetKind::Reach, Some(current)) if current.amount == target.amount => {
                    fault(text::reach_same());
                }
                (TargetKind::Reach, Some(current))
                    if (current.amount < target.amount) != (measure.better == Better::Higher) =>
                {
                    record.fault_at("measures[0].better", text::better_reversed());
                }
                _ => {}
            }
        }
        TargetKind::Direction => {
            if indicator.measures.iter().any(|measure| measure.target.is_some()) {
                fault(text::direction_with_target());
            }
        }
        TargetKind::Extend | TargetKind::Milestone => {
            if indicator.measures.iter().any(|measure| in_cell(&measure)) {
                fault(text::words_with_target());
            }
        }
    }
}

/// Words have a stage on both sides. Numbers have none, except for a word in the place of a number.
fn stages_fit_kind(record: &Record<'_>, indicator: &Parts<'_>) {
    let (current, target) = (indicator.current.stage, indicator.target.stage);
    match indicator.kind {
        TargetKind::Extend | TargetKind::Milestone => {
            if current.is_none() {
                record.fault_at("current.stage", text::words_without_stage());
            }
            match target {
                None => record.fault_at("target.stage", text::words_without_stage()),
                Some(Stage::NotStarted) => record.fault_at("target.stage", text::target_not_started()),
                Some(_) if current > target => record.fault_at("target.stage", text::stage_before_current()),
                Some(_) => {}
            }
        }
        TargetKind::Reach | TargetKind::Ceiling | TargetKind::Hold | TargetKind::Direction => {
            if target.is_some() {
                record.fault_at("target.stage", text::number_with_stage());
            }
            let counted = indicator.measures.first().is_some_and(|measure| measure.current.is_some());
            if counted && current.is_some() {
                record.fault_at("current.stage", text::counted_with_stage());
            }
            if indicator.kind == TargetKind::Reach && !counted && current.is_none() {
                record.fault_at("current.stage", text::uncounted_without_stage());
            }
        }
    }
}
