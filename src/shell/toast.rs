//! The foot of the page: what was just done with the way back, and what is only said.

use figures::Action;
use leptos::prelude::*;
use words::text;

use crate::{
    browser::dom,
    state::{PromptAction, use_figures, use_messages},
};

/// Two lines at most: the newest of each kind replaces the last, and news never take the place of the way back.
#[component]
pub fn Toast() -> impl IntoView {
    let figures = use_figures();
    let messages = use_messages();
    let noted = Memo::new(move |_| messages.undo_prompt.read().is_some());
    let said = Memo::new(move |_| messages.status.read().is_some());
    let action = Memo::new(move |_| messages.undo_prompt.read().as_ref().map(|prompt| prompt.action));
    let press = move |_| match action.get_untracked() {
        Some(PromptAction::Undo) => figures.edit(Action::Undo),
        Some(PromptAction::Redo) => figures.edit(Action::Redo),
        None => {}
    };
    view! {
        <div class="toast" role="status">
            // Above the way back, which must not move from under a finger when something is said.
            <Show when=move || said.get()>
                <div data-kind="news">
                    <p>{move || messages.status.get()}</p>
                    <Dismiss on_press=move || messages.status.set(None) />
                </div>
            </Show>
            <Show when=move || noted.get()>
                // The button stays the same element when its word changes, so that focus stays where it was.
                <div data-kind="notice">
                    <p>{move || messages.undo_prompt.read().as_ref().map(|prompt| prompt.text.clone())}</p>
                    <button type="button" on:click=press>
                        {move || match action.get() {
                            Some(PromptAction::Redo) => text::scenario::redo(),
                            Some(PromptAction::Undo) | None => text::scenario::undo(),
                        }}
                    </button>
                    <Dismiss on_press=move || messages.undo_prompt.set(None) />
                </div>
            </Show>
        </div>
    }
}

/// Closes a line; the focus it had goes to the page's heading.
#[component]
fn Dismiss(on_press: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button
            type="button"
            on:click=move |_| {
                on_press();
                dom::focus("main h1");
            }
        >
            {text::own::dismiss()}
        </button>
    }
}
