//! Undo and redo with the names of the steps, and the list of what was done.

use figures::Action;
use leptos::prelude::*;
use words::text::scenario as labels;

use crate::state::use_figures;

/// The two buttons. Each says in its name what it would take back or make again. One with nothing to do stays focusable:
/// whoever presses it to the end must not lose their place.
#[component]
pub fn UndoButtons() -> impl IntoView {
    let figures = use_figures();
    let undo = Memo::new(move |_| figures.notebook.read().history.undo_name().map(str::to_owned));
    let redo = Memo::new(move |_| figures.notebook.read().history.redo_name().map(str::to_owned));
    let button = move |label: &'static str, name: Memo<Option<String>>, action: Action| {
        let told = move || name.read().as_ref().map(|name| labels::step(label, name));
        view! {
            <button
                type="button"
                class="button"
                aria-label=move || told().unwrap_or_else(|| label.to_owned())
                title=told
                aria-disabled=move || name.read().is_none().then_some("true")
                on:click=move |_| {
                    if name.read_untracked().is_some() {
                        figures.edit(action.clone());
                    }
                }
            >
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

/// The steps, the latest first.
#[component]
pub fn Steps() -> impl IntoView {
    let figures = use_figures();
    let names = move || {
        let notebook = figures.notebook.read();
        let names: Vec<String> = notebook.history.names().map(str::to_owned).collect();
        if names.is_empty() {
            return view! { <p class="muted">{labels::no_steps()}</p> }.into_any();
        }
        let (undo, redo) = (notebook.history.undo_count(), notebook.history.redo_count());
        let list = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
        view! {
            <p class="small muted">{labels::step_counts(undo, redo)}</p>
            <details>
                <summary>{labels::steps_open()}</summary>
                <ol class="steps">{list}</ol>
            </details>
        }
        .into_any()
    };
    view! {
        <section class="scenario-section" aria-labelledby="steps-heading">
            <h2 id="steps-heading">{labels::steps()}</h2>
            <UndoButtons />
            {names}
        </section>
    }
}
