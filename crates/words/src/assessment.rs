//! The sentence that says how an assessment came about, with its numbers filled in.

use assess::{
    Assessment, IndicatorAssessment, InputValue, MeasureScale, NumberRule, Rollup, Rule, RuleForm, StageRule,
    StatementValue, StatusReason, Timing, UnjudgedReason, Verdict,
};
use format::dates;
use list::{Better, Place, Stage, TargetKind};

use crate::{
    gap::{stated_label, verb},
    text::wording,
};

/// How this came about: baseline, target, figure, formula and status in one short text.
pub fn explanation(assessment: &Assessment) -> String {
    let Some(figure) = &assessment.figure else {
        return "想定値が入っていないため、判定していません。".to_owned();
    };
    let mut text = match (&assessment.rule.form, &figure.value) {
        (RuleForm::Number(scale, rule), InputValue::Amount { amount, unit }) => {
            let builder = ExplanationBuilder { assessment, scale };
            let label = if scale.label.is_empty() { String::new() } else { format!("{}：", scale.label) };
            label + &builder.number(*rule, *amount, unit)
        }
        (RuleForm::Words(words), InputValue::Stage(stage)) => stage_sentence(assessment, words, wording::stage(*stage)),
        (RuleForm::Number(..), InputValue::Stage(stage)) => {
            format!("想定『{}』は段階で、この目標は数で示されているため、判定できません。", wording::stage(*stage))
        }
        (RuleForm::Words(words), InputValue::Amount { amount, unit }) => format!(
            "目標『{}』は数で示されていないため、想定 {}とは比べられません。段階を選ぶと判定できます。",
            words.target,
            format::quantity(*amount, unit)
        ),
    };
    text += &notes(assessment);
    text
}

/// What would still have to happen, where that is a number: what is missing, and how much that is a year.
pub fn outlook(assessment: &Assessment) -> Option<String> {
    let (RuleForm::Number(scale, rule), Some(remaining)) = (&assessment.rule.form, assessment.remaining) else {
        return None;
    };
    let rising = match *rule {
        NumberRule::Reach { from, to } => to.amount > from.amount,
        NumberRule::TargetOnly { better, .. } => better == Better::Higher,
        NumberRule::Ceiling { .. } | NumberRule::Hold { .. } | NumberRule::Direction { .. } => {
            return None;
        }
    };
    let rate = assessment.needed_per_year?;
    let unit = if scale.unit == "%" { "ポイント" } else { &scale.unit };
    let due = dates::short(assessment.rule.period.due);
    Some(format!(
        "目標まであと{}{unit}。{due}に届くには、1年あたり{}{unit}の{}が必要です。",
        format::number_or_about(remaining),
        format::number_or_about(rate),
        if rising { "増" } else { "減" }
    ))
}

/// 『順調』 and the like; empty without a status.
fn status_word(assessment: &Assessment) -> String {
    assessment.verdict.status().map_or_else(String::new, |status| format!("『{}』", wording::status(status)))
}

/// 「（令和4年度末）」.
fn figure_day(assessment: &Assessment) -> String {
    assessment
        .figure
        .as_ref()
        .and_then(|figure| figure.date)
        .map_or_else(|| "（時点の入力なし）".to_owned(), |date| format!("（{}）", dates::short(date)))
}

fn stage_sentence(assessment: &Assessment, words: &StageRule, stage: &str) -> String {
    let subject = format!("想定『{stage}』{}", figure_day(assessment));
    let head = format!("目標は『{}』（{}）。", words.target, dates::short(assessment.rule.period.due));
    let needed = wording::stage(words.needed);
    let status = status_word(assessment);
    match assessment.verdict {
        Verdict::CannotJudge(why) => format!("{head}{}", cannot(why, &subject, &assessment.rule)),
        Verdict::Judged(StatusReason::StageReached) if words.needed == Stage::Done => {
            format!("{head}{subject}は、目標に書かれたことが済んでいるので{status}。")
        }
        Verdict::Judged(StatusReason::StageReached) => {
            format!("{head}{subject}は、目標の段階『{needed}』に届いているので{status}。")
        }
        Verdict::Judged(StatusReason::StageNotStarted) => {
            format!("{head}{subject}は、まだ始まっていないので{status}。")
        }
        Verdict::Judged(_) | Verdict::NoFigure => {
            format!("{head}{subject}は、目標の段階『{needed}』の手前なので{status}。")
        }
    }
}

/// Cautions that belong to the statement rather than to the formula.
fn notes(assessment: &Assessment) -> String {
    let mut notes = String::new();
    if let RuleForm::Number(scale, rule) = &assessment.rule.form {
        if rule.is_approximate() && assessment.verdict.status().is_some() {
            notes += "資料に「約」とあるため、およその判定です。";
        }
        if scale.place == Place::Bracket {
            notes += "公式の数は〔 〕の中に書かれたものです。";
        }
    }
    if assessment.timing == Some(Timing::AfterDue)
        && assessment.verdict.status().is_some()
        && assessment.verdict != Verdict::Judged(StatusReason::ShortAfterDue)
    {
        notes += "目標の時点より後の値です。";
    }
    notes
}

/// The explanations of all parts that have a figure.
pub fn explanations(assessment: &IndicatorAssessment) -> Vec<String> {
    assessment
        .parts
        .iter()
        .filter(|part| part.assessment.figure.is_some())
        .map(|part| explanation(&part.assessment))
        .collect()
}

/// Why several numbers have no status together, where that is so.
pub fn unjudged_note(assessment: &IndicatorAssessment) -> Option<String> {
    let leading = assessment.leading();
    match assessment.verdict {
        Verdict::CannotJudge(UnjudgedReason::PartOfMeasures) => {
            let entered = leading.iter().filter(|a| a.figure.is_some()).count();
            Some(format!(
                "{}つの数のうち{entered}つにだけ想定値があるため、指標としては判定していません。",
                leading.len()
            ))
        }
        Verdict::CannotJudge(UnjudgedReason::MeasuresDiffer) => {
            let each: Vec<String> = leading
                .iter()
                .filter_map(|a| match (&a.rule.form, a.verdict.status()) {
                    (RuleForm::Number(scale, _), Some(status)) => {
                        Some(format!("{}『{}』", scale.label, wording::status(status)))
                    }
                    _ => None,
                })
                .collect();
            Some(format!("数ごとの判定が違う（{}）ため、指標としてひとつの判定にはまとめていません。", each.join("、")))
        }
        _ => None,
    }
}

/// The counts in words, each of them of the same whole.
pub fn rollup_sentence(rollup: &Rollup) -> String {
    let Rollup { total, without_figure, .. } = rollup;
    if rollup.with_figure() == 0 {
        return format!("{total}件のうち、想定値があるものはまだありません。");
    }
    let mut text = format!("{total}件のうち{}件に想定値があります。", rollup.with_figure());
    if rollup.judged() > 0 {
        let counts: Vec<String> =
            rollup.counts.iter().map(|(status, count)| format!("{}{count}件", wording::status(*status))).collect();
        text += &format!("判定できるのは{}件（{}）。", rollup.judged(), counts.join("、"));
    }
    if !rollup.cannot_judge.is_empty() {
        text += &format!("判定できないのは{}件。", rollup.cannot_judge.len());
    }
    if *without_figure > 0 {
        text += &format!("残り{without_figure}件は未入力です。");
    }
    text
}

/// Writes the sentences of number rules.
struct ExplanationBuilder<'a> {
    assessment: &'a Assessment,
    scale: &'a MeasureScale,
}

impl ExplanationBuilder<'_> {
    fn number(&self, rule: NumberRule, entered: f64, unit: &str) -> String {
        let figure = self.figure(entered, unit);
        let head = self.head(rule);
        let verdict = self.assessment.verdict;
        let amount = match (verdict, self.assessment.amount) {
            // A reach without a date still has its share of the way, which is worth telling.
            (Verdict::CannotJudge(UnjudgedReason::NoDate | UnjudgedReason::NoOfficialCurrent), Some(x)) => x,
            (Verdict::Judged(_), Some(x)) => x,
            (Verdict::CannotJudge(UnjudgedReason::OtherUnit), _) => {
                return format!("{head}想定の単位「{unit}」は「{}」に直せないため、判定できません。", self.scale.unit);
            }
            (Verdict::CannotJudge(why), _) => {
                return format!("{head}{}", cannot(why, &figure, &self.assessment.rule));
            }
            (Verdict::NoFigure | Verdict::Judged(_), _) => return head,
        };
        let tail = match rule {
            NumberRule::Reach { from, to } => self.reach(from.amount, to.amount, amount),
            NumberRule::TargetOnly { to, better } => self.target_only(to.amount, better, amount),
            NumberRule::Ceiling { limit, .. } => match self.side(limit.amount, amount) {
                None => format!("は上限ちょうどなので{}。", self.status()),
                Some(side) => format!("は上限を{side}ので{}。", self.status()),
            },
            NumberRule::Hold { level, .. } => match self.side(level.amount, amount) {
                None => format!("は同じ水準なので{}。", self.status()),
                Some(side) => format!("は保つ水準を{side}ので{}。", self.status()),
            },
            NumberRule::Direction { from, .. } => match self.side(from.amount, amount) {
                None => format!("は現状値と同じなので{}。", self.status()),
                Some(side) => format!("は現状値を{side}ので{}。", self.status()),
            },
        };
        format!("{head}{figure}{tail}")
    }

    /// What the figure is measured against.
    fn head(&self, rule: NumberRule) -> String {
        let period = self.assessment.rule.period;
        let (from_day, due) = (dates::short(period.from), dates::short(period.due));
        let shown = |stated: StatementValue| stated_label(stated, self.scale);
        match rule {
            NumberRule::Reach { from, to } => format!(
                "基準 {}（{from_day}）から目標 {}（{due}）まで {}{}。",
                shown(from),
                shown(to),
                self.apart(from.amount, to.amount),
                if to.amount < from.amount { "の減" } else { "" }
            ),
            NumberRule::Ceiling { limit, .. } => format!("上限 {}（{due}）。", shown(limit)),
            NumberRule::Hold { level, .. } => format!("保つ水準 {}（{due}）。", shown(level)),
            NumberRule::Direction { from, .. } if self.assessment.rule.kind == TargetKind::Extend => {
                format!("現状値 {}（{from_day}）を広げる・よくする目標（{due}）。", shown(from))
            }
            NumberRule::Direction { from, better } => {
                format!("現状値 {}（{from_day}）より{}目標（{due}）。", shown(from), verb(better, self.scale))
            }
            NumberRule::TargetOnly { to, .. } => format!("目標 {}（{due}）。", shown(to)),
        }
    }

    /// 「想定 44校（令和4年度末）」, with the conversion where there was one.
    fn figure(&self, entered: f64, unit: &str) -> String {
        let own_unit = if unit.is_empty() { &self.scale.unit } else { unit };
        let mut text = format!("想定 {}", format::quantity(entered, own_unit));
        if let Some(amount) = self.assessment.amount
            && amount.to_bits() != entered.to_bits()
        {
            text += &format!("＝{}", format::quantity(amount, &self.scale.unit));
        }
        text + &figure_day(self.assessment)
    }

    fn reach(&self, from: f64, to: f64, amount: f64) -> String {
        let progress = self.assessment.progress.unwrap_or_default();
        let status = self.status();
        let moved = self.apart(from, amount);
        // The share is told from what was computed; the amount from what it stands for.
        let way = if progress < 0.0 {
            format!("は基準から逆の方向に {moved}（{}）", format::percent(progress))
        } else {
            format!("は {moved}ぶん＝{}", format::share(progress))
        };
        let missing = self.apart(amount, to);
        let lacking = if to > from { format!("{missing}足りない") } else { format!("まだ{missing}多い") };
        match self.assessment.verdict {
            Verdict::Judged(StatusReason::Reached) => {
                format!("{way}で、目標に届いているので{status}。")
            }
            Verdict::Judged(StatusReason::Overshot) => {
                format!("{way}で、目標を {missing}{}回るので{status}。", if to > from { "上" } else { "下" })
            }
            Verdict::Judged(StatusReason::ShortOnDueDay) => {
                format!("{way}。目標の時点で{lacking}ので{status}。")
            }
            Verdict::Judged(StatusReason::ShortAfterDue) => {
                format!("{way}。目標の時点を{}日過ぎて{lacking}ので{status}。", self.days_late())
            }
            Verdict::Judged(StatusReason::MovedAway) => format!("{way}動いたので{status}。"),
            Verdict::CannotJudge(_) | Verdict::NoFigure => {
                format!("{way}。時点の入力がないため、ペースは計算できず、判定できません。")
            }
            Verdict::Judged(_) => {
                let (Some(elapsed), Some(pace)) = (self.assessment.elapsed, self.assessment.pace) else {
                    return format!("{way}で、{status}。");
                };
                format!(
                    "{way}。期間の{}（{}日/{}日）が過ぎた時点なので、ペースは {}、{status}。",
                    format::percent(elapsed.ratio()),
                    format::exact(f64::from(elapsed.days)),
                    format::exact(f64::from(elapsed.of)),
                    format::pace(pace)
                )
            }
        }
    }

    fn target_only(&self, to: f64, better: Better, amount: f64) -> String {
        let status = self.status();
        let missing = self.apart(amount, to);
        let lacking = match better {
            Better::Higher => format!("{missing}足りない"),
            Better::Lower => format!("まだ{missing}多い"),
        };
        match self.assessment.verdict {
            Verdict::Judged(StatusReason::Overshot) => format!(
                "は目標を {missing}{}回るので{status}。",
                match better {
                    Better::Higher => "上",
                    Better::Lower => "下",
                }
            ),
            Verdict::Judged(StatusReason::ShortOnDueDay) => {
                format!("は目標の時点で{lacking}ので{status}。")
            }
            Verdict::Judged(StatusReason::ShortAfterDue) => {
                format!("は目標の時点を{}日過ぎて{lacking}ので{status}。", self.days_late())
            }
            Verdict::Judged(_) => format!("は目標に届いているので{status}。"),
            Verdict::CannotJudge(_) | Verdict::NoFigure => {
                format!("は目標まであと {missing}。公式の現状値に数がないため、どこまで来たかは判定できません。")
            }
        }
    }

    /// 「1.0ポイント下回る」; `None` where the two are equal.
    fn side(&self, official: f64, amount: f64) -> Option<String> {
        let verb = match amount.total_cmp(&official) {
            std::cmp::Ordering::Less => "下回る",
            std::cmp::Ordering::Equal => return None,
            std::cmp::Ordering::Greater => "上回る",
        };
        Some(format!(" {}{verb}", self.apart(official, amount)))
    }

    fn apart(&self, a: f64, b: f64) -> String {
        format::difference(a, b, &self.scale.unit)
    }

    fn status(&self) -> String {
        status_word(self.assessment)
    }

    fn days_late(&self) -> String {
        let figure = self.assessment.figure.as_ref();
        figure
            .and_then(|figure| figure.date)
            .map_or_else(String::new, |date| format::exact(f64::from(date.days_since(self.assessment.rule.period.due))))
    }
}

/// Why a figure cannot be judged, where the answer is the same under every rule.
fn cannot(why: UnjudgedReason, figure: &str, rule: &Rule) -> String {
    let from = dates::short(rule.period.from);
    match why {
        UnjudgedReason::BeforeBaseline => {
            format!("{figure}は公式の現状値（{from}）より前の値のため、判定できません。")
        }
        UnjudgedReason::OnBaselineDay => {
            format!("{figure}は公式の現状値と同じ日の値で、まだ期間が過ぎていないため、判定できません。")
        }
        UnjudgedReason::OutOfRange => "想定の数が大きすぎるか、数として読めないため、判定できません。".to_owned(),
        UnjudgedReason::NoDate
        | UnjudgedReason::OtherUnit
        | UnjudgedReason::NoOfficialCurrent
        | UnjudgedReason::NumberForWords
        | UnjudgedReason::StageForNumber
        | UnjudgedReason::PartOfMeasures
        | UnjudgedReason::MeasuresDiffer => format!("{figure}：{}ため、判定できません。", wording::why(why)),
    }
}
