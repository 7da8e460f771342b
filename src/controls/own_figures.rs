use figures::Figure;
use format::dates;
use leptos::prelude::*;
use list::Indicator;
use words::text::{self, wording};

use crate::{
    controls::verdict::{VerdictView, verdict_label},
    state::{use_dataset, use_figures},
};

/// The latest figure of each subject, and its assessment; `notes` adds note and source.
#[component]
pub fn OwnFigures(indicator: &'static Indicator, #[prop(optional)] notes: bool) -> impl IntoView {
    let figures = use_figures();
    let figures = Memo::new(move |_| {
        figures.with_active(|scenario| {
            let latest = scenario.latest_of(indicator).into_iter();
            latest.cloned().collect::<Vec<Figure>>()
        })
    });
    move || {
        let figures = figures.get();
        if figures.is_empty() {
            return view! { <p class="own-latest muted">{wording::no_figure()}</p> }.into_any();
        }
        figures.into_iter().map(|figure| latest_figure(indicator, figure, notes)).collect_view().into_any()
    }
}

fn latest_figure(indicator: &'static Indicator, figure: Figure, notes: bool) -> impl IntoView {
    let assessment = figure.assess(use_dataset(), indicator);
    let (glyph, word) = verdict_label(assessment.verdict);
    let label = figure.measure(indicator).map(|measure| measure.label.clone()).filter(|label| !label.is_empty());
    let source = figure.source.filter(|_| notes);
    view! {
        <div class="own-latest">
            {label.map(|label| view! { <p class="small">{label}</p> })}
            <p>
                <b>"◆ " {figure.value.to_string()}</b>
                <span class="as-of">{dates::long(figure.date)} "　" {text::figures::basis(figure.basis)}</span>
            </p>
            <p>
                <b><span aria-hidden="true">{glyph}</span> " " {word}</b>
                {assessment.pace.map(|pace| view! { <small>"　" {text::own::pace(words::shown_pace(pace))}</small> })}
            </p>
            <p class="small">{words::explanation(&assessment)}</p>
            {(notes && !figure.note.is_empty()).then(|| view! { <p class="note small">{figure.note}</p> })}
            {source.map(|source| view! { <p class="small">{source.as_str().to_owned()}</p> })}
        </div>
    }
}

#[component]
pub fn FigureDetails(indicator: &'static Indicator, figure: Figure, note_class: &'static str) -> impl IntoView {
    let assessment = figure.assess(use_dataset(), indicator);
    let label = figure.measure(indicator).map(|measure| measure.label.clone()).unwrap_or_default();
    let source = figure.source.map(|source| {
        let address = source.as_str().to_owned();
        let link = view! { <a href=address.clone() target="_blank" rel="noopener noreferrer">{address.clone()}</a> };
        view! { <p class="small source-link">{link}</p> }
    });
    view! {
        <p>
            {(!label.is_empty()).then(|| view! { <span class="small muted">{label} " "</span> })}
            <span class="value">"◆ " {figure.value.to_string()}</span>
            "　"
            {dates::short(figure.date)}
        </p>
        <p class="small muted">{text::figures::basis(figure.basis)}</p>
        <VerdictView assessment />
        {(!figure.note.is_empty()).then(|| view! { <p class=note_class>{figure.note}</p> })}
        {source}
    }
}
