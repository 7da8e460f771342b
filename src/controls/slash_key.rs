//! The shortcut `/` for the search. Readers who use speech input or a switch must be able to turn it off.

use leptos::{ev, prelude::*};
use words::text;

use crate::{
    browser::dom,
    state::{Figures, use_figures},
};

/// Whether the shortcut is on, in context.
#[derive(Clone, Copy)]
pub struct SlashKey {
    figures: Figures,
    is_on: RwSignal<bool>,
}

impl SlashKey {
    pub fn start() -> Self {
        let figures = use_figures();
        Self { figures, is_on: RwSignal::new(figures.store.read_untracked().is_slash_key_on()) }
    }

    /// Calls `action` when the key is pressed outside fields and dialogs, until the component is removed.
    pub fn on_press(self, action: impl Fn() + 'static) {
        let pressed = window_event_listener(ev::keydown, move |event| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
            if event.key() == "/"
                && is_plain
                && self.is_on.get_untracked()
                && !event.default_prevented()
                && !dom::is_in_field(&event)
                && !dom::has_open_dialog()
            {
                event.prevent_default();
                action();
            }
        });
        on_cleanup(move || pressed.remove());
    }

    fn switch(self, on: bool) {
        self.is_on.set(on);
        self.figures.store.read_untracked().set_slash_key(on);
    }
}

#[component]
pub fn SlashKeySwitch() -> impl IntoView {
    let key = expect_context::<SlashKey>();
    view! {
        <label class="slash-key">
            <input
                type="checkbox"
                prop:checked=move || key.is_on.get()
                on:change=move |event| key.switch(event_target_checked(&event))
            />
            {text::search::slash()}
        </label>
    }
}
