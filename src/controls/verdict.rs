use assess::{Assessment, Rollup, Verdict};
use leptos::prelude::*;
use routes::{Route, SectionId};
use words::{
    StatusGroup, guide,
    text::{self, scenario::rollup, wording},
};

pub fn verdict_label(verdict: Verdict) -> (&'static str, &'static str) {
    let group = StatusGroup::of(verdict);
    (group.glyph(), group.word())
}

/// The shape, the word and the count of every status; then the indicators without one.
pub fn status_counts(rollup: &Rollup) -> impl Iterator<Item = (&'static str, &'static str, usize)> {
    StatusGroup::all().map(|group| (group.glyph(), group.word(), group.count(rollup))).filter(|(.., count)| *count > 0)
}

#[component]
pub fn VerdictView(assessment: Assessment) -> impl IntoView {
    let status = match assessment.verdict {
        Verdict::NoFigure => None,
        Verdict::CannotJudge(_) => Some(("—", text::own::no_status())),
        verdict @ Verdict::Judged(_) => Some(verdict_label(verdict)),
    };
    view! {
        <div class="verdict">
            {status.map(|(glyph, word)| view! {
                <p class="verdict__status">
                    <span aria-hidden="true">{glyph}</span>
                    {word}
                    {assessment.pace.map(|pace| view! { <small>{text::own::pace(words::shown_pace(pace))}</small> })}
                </p>
            })}
            <p class="small">{words::explanation(&assessment)}</p>
            {words::outlook(&assessment).map(|outlook| view! { <p class="small">{outlook}</p> })}
            <NotOfficial />
        </div>
    }
}

#[component]
pub fn NotOfficial() -> impl IntoView {
    view! {
        <p class="small muted">
            {wording::not_official()} "　"
            <a href=Route::Guide { at: SectionId::parse(guide::METHOD) }.href()>{rollup::how()}</a>
        </p>
    }
}
