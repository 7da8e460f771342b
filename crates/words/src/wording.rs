//! The word for every enum that reaches the screen, and the sentences that explain them. All wording in one place, so
//! that another language can be put beside it.

use assess::{ON_TRACK_PACE, SLIGHTLY_BEHIND_PACE, Status, Timing, UnjudgedReason};
use list::{Better, Extent, LevelKind, Measurability, Nature, Place, Stage, TargetKind};

/// Stands beside every status.
pub const NOT_OFFICIAL: &str = "区の公式評価ではありません";

/// What sort of promise a target is.
pub fn kind(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Reach => "数値に到達",
        TargetKind::Ceiling => "上限以下",
        TargetKind::Hold => "水準を維持",
        TargetKind::Direction => "方向だけ",
        TargetKind::Extend => "充実・拡大",
        TargetKind::Milestone => "実施・策定など",
    }
}

/// What sort of promise a target is, and what that means for a reader, in one sentence.
pub fn kind_meaning(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::Reach => "期限までに決まった数に届かせる目標で、現状からいくつ離れているかを計算できます。",
        TargetKind::Ceiling => "決まった数をこえないようにする目標で、上限の中にあるかどうかを確かめられます。",
        TargetKind::Hold => "いまの水準を下げずに保つ目標で、同じかそれより良ければ守られています。",
        TargetKind::Direction => "ふやす・へらすの向きだけを示した目標で、いくつになれば十分かは書かれていません。",
        TargetKind::Extend => {
            "取組を広げる・よくする目標で、どこまでかは書かれていないことが多く、数だけでは測れません。"
        }
        TargetKind::Milestone => {
            "実施する・定める・つくるなど、することを示した目標で、できたかどうかを段階で確かめます。"
        }
    }
}

/// Where a target states its number.
pub fn measurability(measurability: Measurability) -> &'static str {
    match measurability {
        Measurability::InCell => "数値で測れる",
        Measurability::InBracket => "〔 〕の中にだけ数がある",
        Measurability::None => "数が示されていない",
    }
}

/// How far something that is done rather than counted has come.
pub fn stage(stage: Stage) -> &'static str {
    format::stage_word(stage)
}

/// The word for a status.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Achieved => "達成",
        Status::OnTrack => "順調",
        Status::SlightlyBehind => "やや遅れ",
        Status::Behind => "遅れ",
        Status::Regressed => "後退",
        Status::NotAchieved => "未達成",
        Status::WithinCeiling => "上限内",
        Status::OverCeiling => "上限超過",
        Status::Held => "維持",
        Status::Dropped => "低下",
        Status::AsDirected => "目標どおりの方向",
        Status::Unchanged => "横ばい",
        Status::Opposite => "逆方向",
        Status::Underway => "途中",
        Status::NotStarted => "未着手",
    }
}

/// The shape that stands before the word for a status: one of its own for each, so that colour is never needed.
pub fn status_glyph(status: Status) -> &'static str {
    match status {
        Status::Achieved => "●",
        Status::OnTrack => "▲",
        Status::SlightlyBehind => "◐",
        Status::Behind => "▽",
        Status::Regressed => "▼",
        Status::NotAchieved => "○",
        Status::WithinCeiling => "⊓",
        Status::OverCeiling => "⊔",
        Status::Held => "＝",
        Status::Dropped => "≠",
        Status::AsDirected => "↗",
        Status::Unchanged => "→",
        Status::Opposite => "↘",
        Status::Underway => "◈",
        Status::NotStarted => "□",
    }
}

/// The shape where there is a figure and no status.
pub const CANNOT_JUDGE_GLYPH: &str = "？";

/// The word where there is a figure and no status.
pub const CANNOT_JUDGE: &str = "判定できない";

/// The word where there is no figure.
pub const NO_FIGURE: &str = "未入力";

/// A threshold as a whole percentage: 0.95 is `95%`.
fn share(threshold: f64) -> String {
    format::quantity((threshold * 100.0).round(), "%")
}

/// What a status says about a figure, in one sentence.
pub fn status_meaning(status: Status) -> String {
    let on_track = share(ON_TRACK_PACE);
    let slightly_behind = share(SLIGHTLY_BEHIND_PACE);
    let fixed = match status {
        Status::Achieved => "想定が目標に届いている、または目標の段階まで来ています。",
        Status::OnTrack => {
            return format!(
                "目標にはまだ届いていませんが、同じ速さで進んだ場合の{on_track}以上（ペース{}以上）まで来ています。",
                format::number(ON_TRACK_PACE)
            );
        }
        Status::SlightlyBehind => {
            return format!(
                "同じ速さで進んだ場合の{slightly_behind}以上{on_track}未満（ペース{}以上）です。",
                format::number(SLIGHTLY_BEHIND_PACE)
            );
        }
        Status::Behind => {
            return format!("同じ速さで進んだ場合の{slightly_behind}に届いていません。");
        }
        Status::Regressed => "公式の現状値より、目標から遠ざかっています。",
        Status::NotAchieved => "目標の時点かその後の想定で、目標に届いていません。",
        Status::WithinCeiling => "想定が上限以下です。",
        Status::OverCeiling => "想定が上限をこえています。",
        Status::Held => "保つ水準と同じか、それより良い想定です。",
        Status::Dropped => "保つ水準より悪い想定です。",
        Status::AsDirected => "公式の現状値から、目標が示す向きに動いています。",
        Status::Unchanged => "公式の現状値と同じです。",
        Status::Opposite => "公式の現状値から、目標と逆の向きに動いています。",
        Status::Underway => "始まっていますが、目標の段階にはまだ届いていません。",
        Status::NotStarted => "まだ始まっていません。",
    };
    fixed.to_owned()
}

/// Why a figure has no status, as a clause: 「…ため、判定できません」 may follow.
pub fn why(why: UnjudgedReason) -> &'static str {
    match why {
        UnjudgedReason::NoDate => "想定に時点がない",
        UnjudgedReason::BeforeBaseline => "想定が公式の現状値より前の時点である",
        UnjudgedReason::OnBaselineDay => "想定が公式の現状値と同じ日である",
        UnjudgedReason::OtherUnit => "想定の単位が公式の単位に直せない",
        UnjudgedReason::NoOfficialCurrent => "公式の現状値に数がない",
        UnjudgedReason::NumberForWords => "目標が数で示されていない",
        UnjudgedReason::StageForNumber => "目標が段階ではなく数で示されている",
        UnjudgedReason::OutOfRange => "想定の数が大きすぎるか、数として読めない",
        UnjudgedReason::PartOfMeasures => "いくつかある数のうち、想定が一部にしかない",
        UnjudgedReason::MeasuresDiffer => "いくつかある数の判定が同じでない",
    }
}

/// Where a figure's day lies.
pub fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::Undated => "時点なし",
        Timing::BeforeBaseline => "公式の現状値より前",
        Timing::OnBaseline => "公式の現状値と同じ日",
        Timing::Within => "期間の途中",
        Timing::OnDue => "目標の時点",
        Timing::AfterDue => "目標の時点より後",
    }
}

/// How final a printed value is.
pub fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Expected => "見込",
        Nature::Actual => "実績",
        Nature::Survey => "調査結果",
    }
}

/// What period a count covers.
pub fn extent(extent: Extent) -> &'static str {
    match extent {
        Extent::Total => "計",
        Extent::PerYear => "年間",
    }
}

/// Output or outcome.
pub fn level(level: LevelKind) -> &'static str {
    match level {
        LevelKind::Output => "アウトプット",
        LevelKind::Outcome => "アウトカム",
    }
}

/// Output or outcome, in plain words.
pub fn level_meaning(level: LevelKind) -> &'static str {
    match level {
        LevelKind::Output => "行政が何をどれだけしたかを見る指標",
        LevelKind::Outcome => "その結果、まちや暮らしがどう変わったかを見る指標",
    }
}

/// Which way a measure should move.
pub fn better(better: Better) -> &'static str {
    match better {
        Better::Higher => "多い（高い）ほどよい",
        Better::Lower => "少ない（低い）ほどよい",
    }
}

/// Where in a cell a number stands.
pub fn place(place: Place) -> &'static str {
    match place {
        Place::Cell => "本文の数",
        Place::Bracket => "〔 〕の中の数",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use assess::{ON_TRACK_PACE, SLIGHTLY_BEHIND_PACE};

    use super::*;

    #[test]
    fn every_status_has_a_word_and_a_shape_of_its_own() {
        let words: HashSet<_> = Status::ALL.map(status).into();
        let shapes: HashSet<_> = Status::ALL.map(status_glyph).into();
        assert_eq!(words.len(), Status::ALL.len());
        assert_eq!(shapes.len(), Status::ALL.len());
        assert!(!shapes.contains(CANNOT_JUDGE_GLYPH));
    }

    #[test]
    fn every_kind_and_reason_has_a_word_of_its_own() {
        let kinds: HashSet<_> = TargetKind::ALL.map(kind).into();
        let meanings: HashSet<_> = TargetKind::ALL.map(kind_meaning).into();
        let reasons: HashSet<_> = UnjudgedReason::ALL.map(why).into();
        assert_eq!((kinds.len(), meanings.len()), (6, 6));
        assert_eq!(reasons.len(), UnjudgedReason::ALL.len());
    }

    #[test]
    fn the_meanings_state_the_thresholds_in_force() {
        let upper = format!("{}%", ON_TRACK_PACE * 100.0);
        let lower = format!("{}%", SLIGHTLY_BEHIND_PACE * 100.0);
        assert!(status_meaning(Status::OnTrack).contains(&upper));
        assert!(status_meaning(Status::SlightlyBehind).contains(&upper));
        assert!(status_meaning(Status::SlightlyBehind).contains(&lower));
        assert!(status_meaning(Status::Behind).contains(&lower));
    }
}
