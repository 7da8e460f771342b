//! What the scenario in use says of an indicator, for reading only: beside official values on pages that compare or print.

use assess::Verdict;
use figures::Figure;
use format::dates;
use leptos::prelude::*;
use list::Indicator;
use words::{screen, wording};

use crate::state::use_app;

/// The latest figure of each subject with its day and what follows from it, and on request with note and source.
#[component]
pub fn OwnFigures(indicator: &'static Indicator, #[prop(optional)] notes: bool) -> impl IntoView {
    let app = use_app();
    let figures = Memo::new(move |_| {
        app.with_active(|scenario| {
            let latest = scenario.latest_of(indicator).into_iter();
            latest.cloned().collect::<Vec<Figure>>()
        })
    });
    move || {
        let figures = figures.read();
        if figures.is_empty() {
            return view! { <p class="own-latest muted">{wording::NO_FIGURE}</p> }.into_any();
        }
        figures.iter().map(|figure| latest_view(indicator, figure, notes)).collect_view().into_any()
    }
}

fn latest_view(indicator: &'static Indicator, figure: &Figure, notes: bool) -> impl IntoView + use<> {
    let dataset = use_app().dataset;
    let assessment = figure.judged(dataset, indicator);
    let (glyph, word) = match assessment.verdict {
        Verdict::Judged(reason) => (wording::status_glyph(reason.status()), wording::status(reason.status())),
        Verdict::CannotJudge(_) | Verdict::NoFigure => (wording::CANNOT_JUDGE_GLYPH, wording::CANNOT_JUDGE),
    };
    let label = figure.measure(indicator).map(|measure| measure.label.clone()).filter(|label| !label.is_empty());
    view! {
        <div class="own-latest">
            {label.map(|label| view! { <p class="small">{label}</p> })}
            <p>
                <b>"◆ " {figure.value.to_string()}</b>
                <span class="as-of">{dates::long(figure.date)} "　" {figure.basis.label()}</span>
            </p>
            <p>
                <b><span aria-hidden="true">{glyph}</span> " " {word}</b>
                {assessment.pace.map(|pace| view! { <small>"　" {screen::own::pace(&format::pace(pace))}</small> })}
            </p>
            <p class="small">{words::explanation(&assessment)}</p>
            {(notes && !figure.note.is_empty()).then(|| view! { <p class="note small">{figure.note.clone()}</p> })}
            {figure
                .source
                .as_ref()
                .filter(|_| notes)
                .map(|source| view! { <p class="small">{source.as_str().to_owned()}</p> })}
        </div>
    }
}
