use figures::{Action, Figure};
use leptos::prelude::*;
use words::text;

use crate::{
    controls::{ActiveScenario, Button, FigureDetails, ShareButton, UndoButtons},
    pages::indicator::{figure_fields::FigureFields, figure_form::FigureForm},
    state::use_figures,
};

/// In orange, so that nothing in it is confused with official content.
#[component]
pub fn OwnCard(form: FigureForm) -> impl IntoView {
    let figures = use_figures();
    let indicator = form.indicator;
    let indicator_figures = Memo::new(move |_| figures.figures_of(indicator));
    view! {
        <section class="own-card" aria-labelledby="own-heading">
            <h2 id="own-heading">{text::common::own()}</h2>
            <ActiveScenario />
            <p class="small muted">
                {move || if figures.is_saved() { text::own::kept_here() } else { text::own::not_kept() }}
            </p>
            {move || {
                figures.persistence.get().map(|answer| view! { <p class="small muted">{answer.message()}</p> })
            }}
            <Show when=move || !indicator_figures.read().is_empty()>
                <ul class="own-list plain" aria-label=text::own::list()>
                    <For each=move || indicator_figures.get() key=|figure| (figure.key(), figure.edited) let:figure>
                        <OwnItem form figure />
                    </For>
                </ul>
            </Show>
            <FigureFields form />
            <UndoButtons />
            <Show when=move || !figures.active_figures.read().is_empty()>
                <p class="own-export no-print">
                    <Button class="button button--plain" label=text::own::export() on_press=move |_| figures.export() />
                </p>
                <ShareButton scenario=Signal::derive(move || figures.with_active(|scenario| scenario.id.clone())) />
            </Show>
        </section>
    }
}

#[component]
fn OwnItem(form: FigureForm, figure: Figure) -> impl IntoView {
    let figures = use_figures();
    let key = figure.key();
    let edited = figure.clone();
    let remove = move |_| figures.edit(Action::RemoveFigure { scenario: figures.active_scenario(), key: key.clone() });
    view! {
        <li>
            <FigureDetails indicator=form.indicator figure note_class="note small" />
            <p class="no-print">
                <Button class="button button--plain" action="edit" label=text::own::edit() on_press=move |_| form.edit(&edited) />
                <Button class="button button--plain" action="remove" label=text::own::remove() on_press=remove />
            </p>
        </li>
    }
}
