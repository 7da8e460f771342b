use assess::{Rollup, Status, Verdict};

use crate::text::wording;

/// A status, or the reason for none: what the indicators of a [`Rollup`] are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusGroup {
    Judged(Status),
    CannotJudge,
    NoFigure,
}

impl StatusGroup {
    /// In the order of display.
    pub fn all() -> impl Iterator<Item = Self> {
        Status::ALL.iter().copied().map(Self::Judged).chain([Self::CannotJudge, Self::NoFigure])
    }

    pub fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Judged(reason) => Self::Judged(reason.status()),
            Verdict::CannotJudge(_) => Self::CannotJudge,
            Verdict::NoFigure => Self::NoFigure,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Judged(status) => wording::status(status),
            Self::CannotJudge => wording::cannot_judge(),
            Self::NoFigure => wording::no_figure(),
        }
    }

    /// The shape before the word; empty without a figure.
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Judged(status) => wording::status_glyph(status),
            Self::CannotJudge => wording::cannot_judge_glyph(),
            Self::NoFigure => "",
        }
    }

    pub fn count(self, rollup: &Rollup) -> usize {
        match self {
            Self::Judged(status) => rollup.count(status),
            Self::CannotJudge => rollup.cannot_judge.len(),
            Self::NoFigure => rollup.without_figure,
        }
    }
}
