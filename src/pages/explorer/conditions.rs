use leptos::prelude::*;
use search::{Query, SearchText};
use words::text::explorer as labels;

use super::explorer_state::Explorer;
use crate::{controls::choice_label, state::use_dataset};

#[component]
pub fn ActiveConditions(explorer: Explorer) -> impl IntoView {
    let dataset = use_dataset();
    move || {
        let query = explorer.query.read();
        if query.shows_all() {
            return None;
        }
        let text = query.text.as_str().trim();
        let text_chip = (!text.is_empty()).then(|| {
            let label = labels::text_chip(text);
            view! { <Chip label on_remove=move || explorer.change(|query| query.text = SearchText::default()) /> }
        });
        let chips = query.chosen.iter().cloned().map(|choice| {
            let label = choice_label(dataset, &choice);
            view! { <Chip label on_remove=move || explorer.change(|query| query.toggle(choice)) /> }
        });
        let chips = chips.collect_view();
        let reset = move |_| explorer.change(Query::reset);
        Some(view! {
            <div class="chips">
                {text_chip}
                {chips}
                <button type="button" class="button button--plain" on:click=reset>{labels::reset()}</button>
            </div>
        })
    }
}

#[component]
fn Chip(label: String, on_remove: impl FnOnce() + Clone + Send + 'static) -> impl IntoView {
    let name = labels::remove(&label);
    view! {
        <button type="button" class="chip" aria-label=name on:click=move |_| (on_remove.clone())()>
            {label}
            <span aria-hidden="true">"✕"</span>
        </button>
    }
}
