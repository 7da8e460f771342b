//! The words enums are written with in dataset files.

use list::{Better, Extent, LevelKind, Nature, Place, SectionKind, Stage, TargetKind};

pub(super) const SECTION_KINDS: &[(&str, SectionKind)] = &[
    ("introduction", SectionKind::Introduction),
    ("principles", SectionKind::Principles),
    ("footnotes", SectionKind::Footnotes),
    ("reading_guide", SectionKind::ReadingGuide),
    ("other", SectionKind::Other),
];

pub(super) const KINDS: &[(&str, TargetKind)] = &[
    ("reach", TargetKind::Reach),
    ("ceiling", TargetKind::Ceiling),
    ("hold", TargetKind::Hold),
    ("direction", TargetKind::Direction),
    ("extend", TargetKind::Extend),
    ("milestone", TargetKind::Milestone),
];

pub(super) const STAGES: &[(&str, Stage)] = &[
    ("not_started", Stage::NotStarted),
    ("preparing", Stage::Preparing),
    ("partial", Stage::Partial),
    ("done", Stage::Done),
];

pub(super) const NATURES: &[(&str, Nature)] =
    &[("expected", Nature::Expected), ("actual", Nature::Actual), ("survey", Nature::Survey)];

pub(super) const PLACES: &[(&str, Place)] = &[("cell", Place::Cell), ("bracket", Place::Bracket)];

pub(super) const BETTER: &[(&str, Better)] = &[("higher", Better::Higher), ("lower", Better::Lower)];

pub(super) const EXTENTS: &[(&str, Extent)] = &[("total", Extent::Total), ("per_year", Extent::PerYear)];

pub(super) const LEVELS: &[(&str, LevelKind)] = &[("output", LevelKind::Output), ("outcome", LevelKind::Outcome)];
