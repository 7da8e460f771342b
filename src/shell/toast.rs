//! The foot of the page: what was just done with the way back, and what is only said.

use figures::Action;
use leptos::prelude::*;
use words::screen;

use crate::{
    browser::dom,
    state::{PromptAction, use_app},
};

/// Two lines at most: the newest of each kind replaces the last, and news never take the place of the way back.
#[component]
pub fn Toast() -> impl IntoView {
    let app = use_app();
    let noted = Memo::new(move |_| app.undo_prompt.read().is_some());
    let said = Memo::new(move |_| app.status_message.read().is_some());
    let offer = Memo::new(move |_| app.undo_prompt.read().as_ref().map(|notice| notice.offer));
    let press = move |_| match offer.get_untracked() {
        Some(PromptAction::Undo) => app.edit(Action::Undo),
        Some(PromptAction::Redo) => app.edit(Action::Redo),
        None => {}
    };
    view! {
        <div class="toast" role="status">
            // Above the way back, which must not move from under a finger when something is said.
            <Show when=move || said.get()>
                <div data-kind="news">
                    <p>{move || app.status_message.get()}</p>
                    <Dismiss on_press=move || app.status_message.set(None) />
                </div>
            </Show>
            <Show when=move || noted.get()>
                // The button stays the same element when its word changes, so that focus stays where it was.
                <div data-kind="notice">
                    <p>{move || app.undo_prompt.read().as_ref().map(|notice| notice.text.clone())}</p>
                    <button type="button" on:click=press>
                        {move || match offer.get() {
                            Some(PromptAction::Redo) => screen::scenario::REDO,
                            Some(PromptAction::Undo) | None => screen::scenario::UNDO,
                        }}
                    </button>
                    <Dismiss on_press=move || app.undo_prompt.set(None) />
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
            {screen::own::DISMISS}
        </button>
    }
}
