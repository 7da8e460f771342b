//! The sentences beside the path of an indicator.

use assess::{MeasureScale, NumberRule, Rule};
use format::dates;
use list::{Better, Indicator};
use words::gap_sentence;

use super::path::{OwnPoint, current};

/// What the document asks for, by when, and where the reader's last figure stands. Conclusion first.
pub fn summary(rule: &Rule, scale: &MeasureScale, number: NumberRule, own: &[&OwnPoint]) -> String {
    let mut text = gap_sentence(rule);
    if !text.ends_with('。') {
        text.push('。');
    }
    let (from, due) = (dates::short(rule.period.from), dates::short(rule.period.due));
    text.push_str(&match current(number) {
        Some(_) => format!("現状値は{from}、目標は{due}の値です。"),
        None => format!("目標は{due}の値です。"),
    });
    let Some(last) = own.last() else { return text };
    text.push_str(&format!("想定値は{}（{}）", format::quantity(last.amount, &scale.unit), dates::short(last.date)));
    if let Some(current) = current(number) {
        let apart = format::difference(current.amount, last.amount, &scale.unit);
        text.push_str(&match last.amount - current.amount {
            change if change > 0.0 => format!("で、現状値より{apart}多い値"),
            change if change < 0.0 => format!("で、現状値より{apart}少ない値"),
            _ => "で、現状値と同じ値".to_owned(),
        });
    }
    text.push_str("です。");
    text
}

/// How to read the marks of this shape.
pub fn note(number: NumberRule) -> &'static str {
    match number {
        NumberRule::Reach { .. } => "● 現状値、◎ 目標値。点線は、同じ速さで進んだ場合です。",
        NumberRule::Hold { .. } => "● 現状値、◎ 目標値。太い帯は、保つ水準です。",
        NumberRule::Ceiling { .. } => "太い線は上限で、灰色はこえてはいけない範囲です。",
        NumberRule::Direction { .. } => "点線は現状値の高さ、矢印は目標の向きです。矢印の長さに意味はありません。",
        NumberRule::TargetOnly { .. } => "点線は目標値の高さです。",
    }
}

/// What the target promises where it states no number: its own word where that is short enough to stand at a mark
/// (増加, 拡大, 増員), else the way it points.
pub fn promise(indicator: &Indicator, better: Better, scale: &MeasureScale) -> String {
    let printed = match indicator.target.lines.as_slice() {
        [line] => line.split(['〔', '（', '(']).next().unwrap_or_default().trim(),
        _ => "",
    };
    if (1..=6).contains(&printed.chars().count()) {
        return printed.to_owned();
    }
    direction(better, scale).to_owned()
}

/// The way a direction points, for shares and for counts.
fn direction(better: Better, scale: &MeasureScale) -> &'static str {
    match (better, scale.is_share()) {
        (Better::Higher, false) => "ふやす",
        (Better::Lower, false) => "へらす",
        (Better::Higher, true) => "上げる",
        (Better::Lower, true) => "下げる",
    }
}

/// Whose figure a point is, in one line.
pub fn own_name(point: &OwnPoint) -> String {
    let name = point.label.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "想定".to_owned() } else { name }
}
