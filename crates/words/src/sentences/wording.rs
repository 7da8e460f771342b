use assess::{ON_TRACK_PACE, SLIGHTLY_BEHIND_PACE, Status};
use list::Stage;

use crate::text::wording as text;

/// The word for a stage.
pub fn stage(stage: Stage) -> &'static str {
    format::stage_word(stage)
}

/// A threshold as a whole percentage: 0.95 is `95%`.
fn share(threshold: f64) -> String {
    format::quantity((threshold * 100.0).round(), "%")
}

/// The meaning of a status, in one sentence.
pub fn status_meaning(status: Status) -> String {
    use text::meaning as words;
    let on_track = share(ON_TRACK_PACE);
    let slightly_behind = share(SLIGHTLY_BEHIND_PACE);
    match status {
        Status::Achieved => words::achieved().to_owned(),
        Status::OnTrack => words::on_track(on_track, format::number(ON_TRACK_PACE)),
        Status::SlightlyBehind => {
            words::slightly_behind(slightly_behind, on_track, format::number(SLIGHTLY_BEHIND_PACE))
        }
        Status::Behind => words::behind(slightly_behind),
        Status::Regressed => words::regressed().to_owned(),
        Status::NotAchieved => words::not_achieved().to_owned(),
        Status::WithinCeiling => words::within_ceiling().to_owned(),
        Status::OverCeiling => words::over_ceiling().to_owned(),
        Status::Held => words::held().to_owned(),
        Status::Dropped => words::dropped().to_owned(),
        Status::AsDirected => words::as_directed().to_owned(),
        Status::Unchanged => words::unchanged().to_owned(),
        Status::Opposite => words::opposite().to_owned(),
        Status::Underway => words::underway().to_owned(),
        Status::NotStarted => words::not_started().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use assess::UnjudgedReason;
    use list::TargetKind;

    use super::*;

    #[test]
    fn every_status_has_its_own_word_and_shape() {
        let words: HashSet<_> = Status::ALL.iter().copied().map(text::status).collect();
        let shapes: HashSet<_> = Status::ALL.iter().copied().map(text::status_glyph).collect();
        assert_eq!(words.len(), Status::ALL.len());
        assert_eq!(shapes.len(), Status::ALL.len());
        assert!(!shapes.contains(text::cannot_judge_glyph()));
    }

    #[test]
    fn every_kind_and_reason_has_its_own_word() {
        let kinds: HashSet<_> = TargetKind::ALL.map(text::kind).into();
        let meanings: HashSet<_> = TargetKind::ALL.map(text::kind_meaning).into();
        let reasons: HashSet<_> = UnjudgedReason::ALL.iter().copied().map(text::why).collect();
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
