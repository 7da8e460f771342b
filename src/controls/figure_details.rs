use figures::Figure;
use format::dates;
use leptos::prelude::*;
use list::Indicator;

use crate::{controls::verdict::VerdictView, state::use_dataset};

#[component]
pub fn FigureDetails(indicator: &'static Indicator, figure: Figure, note_class: &'static str) -> impl IntoView {
    let assessment = figure.assess(use_dataset(), indicator);
    let label = figure.measure(indicator).map(|measure| measure.label.clone()).unwrap_or_default();
    view! {
        <p>
            {(!label.is_empty()).then(|| view! { <span class="small muted">{label} " "</span> })}
            <span class="value">"◆ " {figure.value.to_string()}</span>
            "　"
            {dates::short(figure.date)}
        </p>
        <p class="small muted">{words::text::figures::basis(figure.basis)}</p>
        <VerdictView assessment />
        {(!figure.note.is_empty()).then(|| view! { <p class=note_class>{figure.note}</p> })}
        {figure
            .source
            .map(|source| {
                let address = source.as_str().to_owned();
                view! {
                    <p class="small source-link">
                        <a href=address.clone() target="_blank" rel="noopener noreferrer">{address.clone()}</a>
                    </p>
                }
            })}
    }
}
