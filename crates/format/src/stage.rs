//! Stages as people write them.

use list::Stage;

/// The word for a stage, as it is shown and as it is accepted in forms and files.
pub fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::NotStarted => "未着手",
        Stage::Preparing => "検討・準備",
        Stage::Partial => "一部実施",
        Stage::Done => "実施済み",
    }
}
