//! What can come of loading, saving and news from another tab, each with what the reader is told.

use super::{
    envelope::Envelope,
    figure::Timestamp,
    figure_store::StoreError,
    restore::{Repair, UnreadableReason},
};

/// What loading came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadOutcome {
    /// Nothing was kept yet.
    Fresh,
    /// Own figures were there.
    Loaded {
        /// They.
        envelope: Box<Envelope>,
        /// What had to be put right.
        repairs: Vec<Repair>,
        /// The older version they were written in.
        migrated_from: Option<u64>,
    },
    /// Something unreadable was there; it is kept under a name of its own and work can begin afresh.
    SetAside {
        /// Why it could not be read.
        reason: UnreadableReason,
        /// Where it is now.
        key: String,
    },
    /// Something unreadable is there and could not be copied elsewhere: nothing is saved until
    /// [`FigureStore::give_up_damaged`].
    Damaged {
        /// Why it could not be read.
        reason: UnreadableReason,
        /// The text, to be offered as a file.
        text: String,
        /// Why it could not be copied.
        error: StoreError,
    },
    /// A newer program wrote it: it stays, nothing is saved.
    Newer {
        /// Its version.
        version: u64,
        /// The text, to be offered as a file.
        text: String,
    },
    /// The storage cannot be read.
    Unavailable(StoreError),
}

/// What saving came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveOutcome {
    /// Written and read back.
    Saved {
        /// When.
        at: Timestamp,
        /// Size of the text in UTF-8 bytes.
        bytes: usize,
        /// Both together, where another tab had written in between: to be taken over.
        merged: Option<Box<Envelope>>,
        /// The steps for undo found no room.
        without_history: bool,
        /// The storage had been emptied since it was last seen.
        was_emptied: bool,
        /// Something unreadable had come in between and was set aside under this name.
        set_aside: Option<String>,
    },
    /// No room; what was there before is still there.
    Full,
    /// The storage cannot be used.
    Blocked(String),
    /// What was read back is not what was written.
    Mismatch,
    /// What is there must not be written over: it is of a newer version, or damaged and not copied.
    ReadOnly,
    /// Nothing was loaded yet.
    NotLoaded,
}

impl SaveOutcome {
    /// True when the figures are kept.
    pub fn is_saved(&self) -> bool {
        matches!(self, Self::Saved { .. })
    }

    /// A sentence for the reader: where the figures are and what to do.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Saved { set_aside: Some(_), .. } => {
                "保存しました。読み取れない内容が見つかったため、消さずに別に取っておきました。"
            }
            Self::Saved { was_emptied: true, .. } => {
                "ブラウザの保存内容が消されていたため、この画面の想定値をもう一度保存しました。"
            }
            Self::Saved { merged: Some(_), .. } => "別のタブでの変更と合わせて保存しました。",
            Self::Saved { without_history: true, .. } => {
                "保存しました。場所が足りないため、「元に戻す」の記録は保存していません。"
            }
            Self::Saved { .. } => "この端末に保存しました。",
            Self::Full => {
                "保存場所がいっぱいで保存できません。想定値はこの画面を閉じるまで残ります。ファイルに書き出してください。"
            }
            Self::Blocked(_) => {
                "ブラウザの設定により保存できません。想定値はこの画面を閉じるまで残ります。ファイルに書き出してください。"
            }
            Self::Mismatch => "保存した内容を確かめられませんでした。念のため、想定値をファイルに書き出してください。",
            Self::ReadOnly => {
                "保存されている内容を上書きしないよう、保存を止めています。想定値はこの画面を閉じるまで残ります。"
            }
            Self::NotLoaded => "保存内容の読み込みが終わっていないため、まだ保存していません。",
        }
    }
}

/// What the news of a change in another tab came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExternalChange {
    /// Nothing new.
    Nothing,
    /// Both together: to be taken over.
    Merged {
        /// Both together.
        envelope: Box<Envelope>,
        /// The storage lacks something that is here: to be saved.
        save: bool,
    },
    /// The storage was emptied: what is here is to be saved again, or to go, as the reader says.
    Emptied,
    /// A newer program has taken over: nothing is saved here any more.
    Newer {
        /// Its version.
        version: u64,
    },
    /// Something unreadable came: the next save sets it aside.
    Damaged {
        /// Why it cannot be read.
        reason: UnreadableReason,
    },
    /// The storage cannot be read any more.
    Unavailable(StoreError),
}

/// A text set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarantinedText {
    /// Its name in the storage.
    pub key: String,
    /// When it was set aside.
    pub at: Timestamp,
    /// The text as found.
    pub text: String,
}
