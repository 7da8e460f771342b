//! What the official statement alone says: how far the target is from the current value. A gap is not progress, so no
//! sentence here says anything about how things are going.

use assess::{
    Gap, MeasureScale, NoGap, NumberRule, RelativeChange, Rule, RuleForm, Span, StageRule, StatementValue, gap,
};
use list::{Better, Dataset, Indicator, Place, TargetKind};

/// What the official statements of an indicator say: one text per measure the target speaks of, led by one about its
/// words where the cell itself is words. Never empty.
pub fn gap_sentences(dataset: &Dataset, indicator: &Indicator) -> Vec<String> {
    let rules: Vec<Rule> = indicator
        .measures
        .iter()
        .map(|measure| Rule::for_measure(dataset, indicator, measure))
        .filter(Rule::is_number)
        .collect();
    let in_bracket = |rule: &Rule| matches!(&rule.form, RuleForm::Number(scale, _) if scale.place == Place::Bracket);
    let words = StageRule::of(indicator);
    let mut sentences = Vec::with_capacity(rules.len() + 1);
    if rules.is_empty() {
        sentences.push(words_sentence(indicator.kind, &words));
    } else if rules.iter().all(in_bracket) {
        sentences.push(format!("{}数は〔 〕の中にだけ示されています。", words_pair(&words)));
    } else if indicator.kind == TargetKind::Extend {
        sentences.push(words_pair(&words));
    }
    sentences.extend(rules.iter().map(gap_sentence));
    sentences
}

/// The distance of the leading measure in a few characters, for a column: `あと15校（+40.5%）`, `維持`. `None` where the
/// document leaves nothing to subtract.
pub fn gap_in_short(dataset: &Dataset, indicator: &Indicator) -> Option<String> {
    let measure = indicator.leading_measure()?;
    let rule = Rule::for_measure(dataset, indicator, measure);
    match gap(&rule) {
        Ok(gap) => {
            let about = if gap.approximate { "約" } else { "" };
            let distance = format::difference(gap.current, gap.target, &measure.unit);
            let change = match gap.change {
                RelativeChange::Share(share) => format!("（{}）", format::signed_percent(share)),
                RelativeChange::FromZero | RelativeChange::OfShares => String::new(),
            };
            Some(format!("あと{about}{distance}{change}"))
        }
        Err(NoGap::Hold) => Some("維持".to_owned()),
        Err(NoGap::WithinCeiling) => Some("上限の内".to_owned()),
        Err(NoGap::NoAmount | NoGap::NoCurrentNumber | NoGap::Words) => None,
    }
}

/// What the official statement under a rule says, in words and numbers.
pub fn gap_sentence(rule: &Rule) -> String {
    match &rule.form {
        RuleForm::Words(words) => words_sentence(rule.kind, words),
        RuleForm::Number(scale, number) => {
            let mut text = String::new();
            if !scale.label.is_empty() {
                text = format!("{}：", scale.label);
            }
            text += &number_sentence(rule, scale, *number);
            if scale.place == Place::Bracket {
                text += "（〔 〕の中に書かれた数です）";
            }
            text
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
                format!("上限まで{}の余裕があります", apart(current, limit))
            } else if current.amount > limit.amount {
                format!("上限を{}上回っています", apart(current, limit))
            } else {
                "上限ちょうどです".to_owned()
            };
            format!("{}以下に抑える目標で、現状の{}は{side}。", shown(limit), shown(current))
        }
        NumberRule::Ceiling { current: None, limit } => {
            format!("{}以下に抑える目標です。現状値に数がないため、上限までいくつかは計算できません。", shown(limit))
        }
        NumberRule::Hold { level, .. } => format!("{}を保つ目標です。", shown(level)),
        // 充実 and the like do not say that this very number is to grow.
        NumberRule::Direction { from, .. } if rule.kind == TargetKind::Extend => {
            format!("現状は{}で、いくつにするかは示されていません。", shown(from))
        }
        NumberRule::Direction { from, better } => {
            let verb = verb(better, scale);
            format!("{}より{verb}目標です。どれだけ{verb}かは示されていません。", shown(from))
        }
        NumberRule::TargetOnly { to, .. } => {
            format!("現状値に数がないため、あといくつかは計算できません。目標は{}です。", shown(to))
        }
    }
}

fn reach_sentence(gap: &Gap, scale: &MeasureScale, from: StatementValue, to: StatementValue) -> String {
    let rising = gap.difference > 0.0;
    let verb = verb(if rising { Better::Higher } else { Better::Lower }, scale);
    let about = if gap.approximate { "約" } else { "" };
    let change = match gap.change {
        RelativeChange::Share(share) => format!("、{}", format::signed_percent(share)),
        RelativeChange::FromZero | RelativeChange::OfShares => String::new(),
    };
    let mut text = format!(
        "あと{about}{}（{}→{}{change}）。",
        format::difference(gap.current, gap.target, &scale.unit),
        stated_label(from, scale),
        stated_label(to, scale),
    );
    if let (Some(span), Some(per_year)) = (gap.span, gap.per_year) {
        let rate = format::number_or_about(per_year.abs());
        // Two 約 in a row say no more than one.
        let about = if rate.starts_with('約') { "" } else { about };
        let unit = if scale.unit == "%" { "ポイント" } else { &scale.unit };
        text += &match span.whole_years() {
            Some(1) => format!("1年間で{verb}計算です。"),
            Some(years) => format!("{years}年間で、毎年{about}{rate}{unit}ずつ{verb}計算です。"),
            // Spread over less than a year, a yearly rate would promise more than the target does.
            None if span.years() < 1.0 => format!("{}で{verb}計算です。", span_label(span)),
            None => format!("{}で、1年あたり{about}{rate}{unit}ずつ{verb}計算です。", span_label(span)),
        };
    }
    if gap.change == RelativeChange::FromZero {
        text += "現状値が0のため、増減の割合（%）は計算できません。";
    }
    if gap.approximate {
        text += "資料に「約」とあるため、およその計算です。";
    }
    text
}

/// ふやす, へらす; for shares 上げる, 下げる.
pub(super) fn verb(better: Better, scale: &MeasureScale) -> &'static str {
    match (better, scale.is_share()) {
        (Better::Higher, false) => "ふやす",
        (Better::Lower, false) => "へらす",
        (Better::Higher, true) => "上げる",
        (Better::Lower, true) => "下げる",
    }
}

/// 「現状『検討』→目標『条例の制定』。」
fn words_pair(words: &StageRule) -> String {
    let quoted = |printed: &str| {
        // A dash in the cell means that there is nothing yet.
        if matches!(printed.trim(), "" | "—" | "―" | "-" | "－") {
            "の記載はなし（—）".to_owned()
        } else {
            format!("『{printed}』")
        }
    };
    if words.current == words.target {
        format!("現状も目標も{}。", quoted(&words.target))
    } else {
        format!("現状{}→目標{}。", quoted(&words.current), quoted(&words.target))
    }
}

fn words_sentence(kind: TargetKind, words: &StageRule) -> String {
    let tail = match kind {
        _ if words.current == words.target => "続けることを示した目標で、どれだけかは数では示されていません。",
        TargetKind::Extend => "広げる・よくする目標で、どれだけかは数では示されていません。",
        TargetKind::Direction => "向きだけを示した目標で、どれだけかは数では示されていません。",
        TargetKind::Reach | TargetKind::Ceiling | TargetKind::Hold | TargetKind::Milestone => {
            "数ではなく段階で示された目標です。"
        }
    };
    words_pair(words) + tail
}

/// `約6割`, `年間2,100人`, `37校`.
pub fn stated_label(stated: StatementValue, scale: &MeasureScale) -> String {
    format!(
        "{}{}{}",
        if stated.per_year { "年間" } else { "" },
        if stated.approximate { "約" } else { "" },
        format::quantity(stated.amount, &scale.unit)
    )
}

/// `2年間`, `2年6か月間`, `6か月間`, `100日間`.
fn span_label(span: Span) -> String {
    match span.months.map(|months| (months / 12, months % 12)) {
        None => format!("{}日間", span.days),
        Some((years, 0)) => format!("{years}年間"),
        Some((0, months)) => format!("{months}か月間"),
        Some((years, months)) => format!("{years}年{months}か月間"),
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
