//! The reader's own figures of one indicator: what was written down, what follows from it, and the form for more.

use assess::{Assessment, Verdict};
use figures::{Action, Figure, FigureKey};
use format::dates;
use leptos::prelude::*;
use routes::{Route, SectionId};
use words::{guide, screen, wording};

use crate::{
    controls::{share_button::ShareButton, steps::UndoButtons},
    pages::indicator::{own_draft::FigureForm, own_form::OwnForm},
    shell::active_scenario::ActiveScenario,
    state::use_app,
};

/// The card. Orange and apart, so that nothing in it can be taken for official.
#[component]
pub fn OwnCard(form: FigureForm) -> impl IntoView {
    let app = use_app();
    let indicator = form.indicator;
    let figures = Memo::new(move |_| app.figures_of(indicator));
    view! {
        <section class="own-card" aria-labelledby="own-heading">
            <h2 id="own-heading">{screen::OWN}</h2>
            <ActiveScenario />
            <p class="small muted">
                {move || if app.keeps_all() { screen::own::KEPT_HERE } else { screen::own::NOT_KEPT }}
            </p>
            {move || {
                app.persistence.get().map(|answer| view! { <p class="small muted">{answer.message()}</p> })
            }}
            <Show when=move || !figures.read().is_empty()>
                <ul class="own-list plain" aria-label=screen::own::LIST>
                    <For each=move || figures.get() key=|figure| (figure.key(), figure.edited) let:figure>
                        <OwnItem form figure />
                    </For>
                </ul>
            </Show>
            <OwnForm form />
            <UndoButtons />
            <Show when=move || !app.own.read().is_empty()>
                <p class="own-export no-print">
                    <button type="button" class="button button--plain" on:click=move |_| app.export()>
                        {screen::own::EXPORT}
                    </button>
                </p>
                <ShareButton scenario=Signal::derive(move || app.with_active(|scenario| scenario.id.clone())) />
            </Show>
        </section>
    }
}

/// One figure with its verdict.
#[component]
fn OwnItem(form: FigureForm, figure: Figure) -> impl IntoView {
    let app = use_app();
    let indicator = form.indicator;
    let assessment = figure.judged(app.dataset, indicator);
    let key = figure.key();
    let shown = figure.clone();
    let subject = figure.measure(indicator).map(|measure| measure.label.clone()).unwrap_or_default();
    view! {
        <li>
            <p>
                {(!subject.is_empty()).then(|| view! { <span class="small muted">{subject} " "</span> })}
                <span class="value">"◆ " {figure.value.to_string()}</span>
                "　"
                {dates::short(figure.date)}
            </p>
            <p class="small muted">{figure.basis.label()}</p>
            <VerdictView assessment />
            {(!figure.note.is_empty()).then(|| view! { <p class="note small">{figure.note.clone()}</p> })}
            {figure
                .source
                .as_ref()
                .map(|source| {
                    let address = source.as_str().to_owned();
                    view! {
                        <p class="small source-link">
                            <a href=address.clone() target="_blank" rel="noopener noreferrer">{address.clone()}</a>
                        </p>
                    }
                })}
            <p class="no-print">
                <button
                    type="button"
                    class="button button--plain"
                    data-action="edit"
                    on:click=move |_| form.edit(&shown)
                >
                    {screen::own::EDIT}
                </button>
                <button
                    type="button"
                    class="button button--plain"
                    data-action="remove"
                    on:click=move |_| remove(app, &key)
                >
                    {screen::own::REMOVE}
                </button>
            </p>
        </li>
    }
}

fn remove(app: crate::state::AppState, key: &FigureKey) {
    let scenario = app.active_scenario();
    app.edit(Action::RemoveFigure { scenario, key: key.clone() });
}

/// Status with its shape, the sentence behind it, whose judgement it is not, and the way to the rule.
#[component]
pub fn VerdictView(assessment: Assessment) -> impl IntoView {
    let status = match assessment.verdict {
        Verdict::NoFigure => None,
        Verdict::CannotJudge(_) => Some(("—", screen::own::NO_STATUS)),
        Verdict::Judged(reason) => {
            let status = reason.status();
            Some((wording::status_glyph(status), wording::status(status)))
        }
    };
    view! {
        <div class="verdict">
            {status
                .map(|(glyph, word)| {
                    view! {
                        <p class="verdict__status">
                            <span aria-hidden="true">{glyph}</span>
                            {word}
                            {assessment.pace.map(|pace| view! { <small>{screen::own::pace(&format::pace(pace))}</small> })}
                        </p>
                    }
                })}
            <p class="small">{words::explanation(&assessment)}</p>
            {words::outlook(&assessment).map(|outlook| view! { <p class="small">{outlook}</p> })}
            <p class="small muted">
                {wording::NOT_OFFICIAL} "　"
                <a href=Route::Guide { at: SectionId::parse(guide::METHOD) }.href()>{screen::own::HOW}</a>
            </p>
        </div>
    }
}
