//! What follows from the official statement alone: the distance from the current value to the target. A gap is not
//! progress, so no sentence here describes progress.

use assess::{
    Gap, MeasureScale, NoGap, NumberRule, RelativeChange, Rule, RuleForm, Span, StageRule, StatementValue, gap,
};
use list::{Better, Dataset, Indicator, MeasurePosition, TargetKind};

use crate::text::assessment::gap as text;

/// The official statements of an indicator: one text per measure that the target concerns, preceded by one about its
/// words if the cell itself is words. Never empty.
pub fn gap_sentences(dataset: &Dataset, indicator: &Indicator) -> Vec<String> {
    let rules = indicator.measures.iter().map(|measure| Rule::for_measure(dataset, indicator, measure));
    let rules: Vec<Rule> = rules.filter(Rule::is_number).collect();
    let in_bracket =
        |rule: &Rule| matches!(&rule.form, RuleForm::Number(scale, _) if scale.place == MeasurePosition::Bracket);
    let words = StageRule::of(indicator);
    let mut sentences = Vec::with_capacity(rules.len() + 1);
    if rules.is_empty() {
        sentences.push(words_sentence(indicator.kind, &words));
    } else if rules.iter().all(in_bracket) {
        sentences.push(text::bracket_only(words_pair(&words)));
    } else if indicator.kind == TargetKind::Extend {
        sentences.push(words_pair(&words));
    }
    sentences.extend(rules.iter().map(gap_sentence));
    sentences
}

/// The distance of the leading measure in a few characters, for a column: `あと15校（+40.5%）`, `維持`. `None` if the document
/// has no two numbers to compare.
pub fn gap_in_short(dataset: &Dataset, indicator: &Indicator) -> Option<String> {
    let measure = indicator.leading_measure()?;
    let rule = Rule::for_measure(dataset, indicator, measure);
    match gap(&rule) {
        Ok(gap) => {
            let about = about(gap.approximate);
            let distance = format::difference(gap.current, gap.target, &measure.unit);
            Some(match gap.change {
                RelativeChange::Share(share) => text::short_change(about, distance, format::signed_percent(share)),
                RelativeChange::FromZero | RelativeChange::OfShares => text::short(about, distance),
            })
        }
        Err(NoGap::Hold) => Some(text::short_hold().to_owned()),
        Err(NoGap::WithinCeiling) => Some(text::short_ceiling().to_owned()),
        Err(NoGap::NoAmount | NoGap::NoCurrentNumber | NoGap::Words) => None,
    }
}

/// The official statement under a rule, in words and numbers.
pub fn gap_sentence(rule: &Rule) -> String {
    match &rule.form {
        RuleForm::Words(words) => words_sentence(rule.kind, words),
        RuleForm::Number(scale, number) => {
            let mut sentence = number_sentence(rule, scale, *number);
            if !scale.label.is_empty() {
                sentence = crate::text::assessment::labelled(&scale.label, sentence);
            }
            if scale.place == MeasurePosition::Bracket { text::in_bracket(sentence) } else { sentence }
        }
    }
}

fn number_sentence(rule: &Rule, scale: &MeasureScale, number: NumberRule) -> String {
    let shown = |stated: StatementValue| stated_label(stated, scale);
    let apart = |a: StatementValue, b: StatementValue| format::difference(a.amount, b.amount, &scale.unit);
    match number {
        NumberRule::Reach { from, to } => {
            gap(rule).map_or_else(|_| String::new(), |gap| reach_sentence(&gap, scale, from, to))
        }
        NumberRule::Ceiling { current: Some(current), limit } => {
            let side = if current.amount < limit.amount {
                text::room_to_limit(apart(current, limit))
            } else if current.amount > limit.amount {
                text::over_limit(apart(current, limit))
            } else {
                text::at_limit().to_owned()
            };
            text::ceiling(shown(limit), shown(current), side)
        }
        NumberRule::Ceiling { current: None, limit } => text::ceiling_only(shown(limit)),
        NumberRule::Hold { level, .. } => text::hold(shown(level)),
        // 充実 and similar words do not say that this number must grow.
        NumberRule::Direction { from, .. } if rule.kind == TargetKind::Extend => text::extend(shown(from)),
        NumberRule::Direction { from, better } => text::direction(shown(from), verb(better, scale)),
        NumberRule::TargetOnly { to, .. } => text::target_only(shown(to)),
    }
}

fn reach_sentence(gap: &Gap, scale: &MeasureScale, from: StatementValue, to: StatementValue) -> String {
    let verb = verb(if gap.difference > 0.0 { Better::Higher } else { Better::Lower }, scale);
    let distance = format::difference(gap.current, gap.target, &scale.unit);
    let (from, to) = (stated_label(from, scale), stated_label(to, scale));
    let mut sentence = match gap.change {
        RelativeChange::Share(share) => {
            text::reach_change(about(gap.approximate), distance, from, to, format::signed_percent(share))
        }
        RelativeChange::FromZero | RelativeChange::OfShares => text::reach(about(gap.approximate), distance, from, to),
    };
    if let (Some(span), Some(per_year)) = (gap.span, gap.per_year) {
        let mut rate = format::number_or_about(per_year.abs());
        // One 約 is enough.
        if gap.approximate && !rate.starts_with(text::about()) {
            rate.insert_str(0, text::about());
        }
        let unit = change_unit(scale);
        sentence += &match span.whole_years() {
            Some(1) => text::one_year(verb),
            Some(years) => text::each_year(years, rate, unit, verb),
            // For less than a year, a yearly rate would promise more than the target does.
            None if span.years() < 1.0 => text::below_a_year(span_label(span), verb),
            None => text::per_year_rate(span_label(span), rate, unit, verb),
        };
    }
    if gap.change == RelativeChange::FromZero {
        sentence += text::from_zero();
    }
    if gap.approximate {
        sentence += text::approximate();
    }
    sentence
}

fn about(is_approximate: bool) -> &'static str {
    if is_approximate { text::about() } else { "" }
}

/// The unit of a change: percentages differ in points.
pub(super) fn change_unit(scale: &MeasureScale) -> &str {
    if scale.unit == "%" { crate::text::assessment::points() } else { &scale.unit }
}

/// ふやす, へらす; for shares 上げる, 下げる.
pub(super) fn verb(better: Better, scale: &MeasureScale) -> &'static str {
    match (better, scale.is_share()) {
        (Better::Higher, false) => text::increase(),
        (Better::Lower, false) => text::decrease(),
        (Better::Higher, true) => text::raise(),
        (Better::Lower, true) => text::lower(),
    }
}

/// 「現状『検討』→目標『条例の制定』。」
fn words_pair(words: &StageRule) -> String {
    let quoted = |printed: &str| {
        // A dash in the cell means that there is nothing yet.
        if printed.trim().chars().all(format::is_dash) { text::no_words().to_owned() } else { text::words(printed) }
    };
    if words.current == words.target {
        text::both_words(quoted(&words.target))
    } else {
        text::words_pair(quoted(&words.current), quoted(&words.target))
    }
}

fn words_sentence(kind: TargetKind, words: &StageRule) -> String {
    let tail = match kind {
        _ if words.current == words.target => text::words_same(),
        TargetKind::Extend => text::words_extend(),
        TargetKind::Direction => text::words_direction(),
        TargetKind::Reach | TargetKind::Ceiling | TargetKind::Hold | TargetKind::Milestone => text::words_stage(),
    };
    words_pair(words) + tail
}

/// `約6割`, `年間2,100人`, `37校`.
pub fn stated_label(stated: StatementValue, scale: &MeasureScale) -> String {
    format!(
        "{}{}{}",
        if stated.per_year { text::per_year() } else { "" },
        about(stated.approximate),
        format::quantity(stated.amount, &scale.unit)
    )
}

/// `2年間`, `2年6か月間`, `6か月間`, `100日間`.
fn span_label(span: Span) -> String {
    match span.months.map(|months| (months / 12, months % 12)) {
        None => text::span_days(span.days),
        Some((years, 0)) => text::span_years(years),
        Some((0, months)) => text::span_months(months),
        Some((years, months)) => text::span_years_months(years, months),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn span_labels() {
        for (days, months, label) in [
            (731, Some(24), "2年間"),
            (1096, Some(36), "3年間"),
            (183, Some(6), "6か月間"),
            (913, Some(30), "2年6か月間"),
            (730, None, "730日間"),
        ] {
            assert_eq!(span_label(Span { days, months }), label);
        }
    }
}
