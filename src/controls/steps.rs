use figures::Action;
use leptos::prelude::*;
use words::text::scenario as labels;

use crate::state::use_figures;

/// A button with nothing to do stays focusable, so that the focus is not lost after the last step.
#[component]
pub fn UndoButtons() -> impl IntoView {
    let figures = use_figures();
    let undo = Memo::new(move |_| figures.notebook().history.undo_name().map(str::to_owned));
    let redo = Memo::new(move |_| figures.notebook().history.redo_name().map(str::to_owned));
    let button = move |label: &'static str, step: Memo<Option<String>>, action: Action| {
        let title = move || step.read().as_ref().map(|name| labels::step(label, name));
        let press = move |_| {
            if step.read_untracked().is_some() {
                figures.edit(action.clone());
            }
        };
        let name = move || title().unwrap_or_else(|| label.to_owned());
        let disabled = move || step.read().is_none().then_some("true");
        view! {
            <button type="button" class="button" aria-label=name title=title aria-disabled=disabled on:click=press>
                {label}
            </button>
        }
    };
    view! {
        <div class="actions actions--close no-print">
            {button(labels::undo(), undo, Action::Undo)}
            {button(labels::redo(), redo, Action::Redo)}
        </div>
    }
}

#[component]
pub fn Steps() -> impl IntoView {
    let figures = use_figures();
    let steps = move || {
        let notebook = figures.notebook();
        let history = &notebook.history;
        let items = history.names().map(|name| view! { <li>{name.to_owned()}</li> }).collect_view();
        if items.is_empty() {
            return view! { <p class="muted">{labels::no_steps()}</p> }.into_any();
        }
        view! {
            <p class="small muted">{labels::step_counts(history.undo_count(), history.redo_count())}</p>
            <details><summary>{labels::steps_open()}</summary><ol class="steps">{items}</ol></details>
        }
        .into_any()
    };
    view! {
        <section class="scenario-section" aria-labelledby="steps-heading">
            <h2 id="steps-heading">{labels::steps()}</h2>
            <UndoButtons />
            {steps}
        </section>
    }
}
