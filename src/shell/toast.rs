use figures::Action;
use leptos::prelude::*;
use words::text;

use crate::{
    browser::dom,
    controls::show_if,
    state::{PromptAction, use_figures, use_messages},
};

/// The messages at the foot of the page: a status message, and the last action with its undo button.
#[component]
pub fn Toast() -> impl IntoView {
    let figures = use_figures();
    let messages = use_messages();
    let action = Memo::new(move |_| messages.undo_prompt.read().as_ref().map(|prompt| prompt.action));
    let press = move |_| match action.get_untracked() {
        Some(PromptAction::Undo) => figures.edit(Action::Undo),
        Some(PromptAction::Redo) => figures.edit(Action::Redo),
        None => {}
    };
    let status = move || {
        view! {
            <div data-kind="news">
                <p>{move || messages.status.get()}</p>
                <Dismiss on_press=move || messages.status.set(None) />
            </div>
        }
        .into_any()
    };
    let prompt = move || {
        view! {
            // The button stays the same element when its label changes, so that it keeps the focus.
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
        }
        .into_any()
    };
    view! {
        <div class="toast" role="status">
            // Above the undo button, which must not move when a message appears.
            {show_if(move || messages.status.read().is_some(), status)}
            {show_if(move || messages.undo_prompt.read().is_some(), prompt)}
        </div>
    }
}

/// Closes a message and moves the focus to the heading of the page.
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
