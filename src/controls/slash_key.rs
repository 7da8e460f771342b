//! The shortcut `/` for the search. Readers who use speech input or a switch must be able to turn it off.

use figures::{KeyValueStore, keys};
use leptos::{ev, prelude::*};
use words::text;

use crate::browser::{dom, storage::BrowserStorage};

/// Stored while the shortcut is off.
const OFF: &str = "off";

/// Whether the shortcut is on, in context.
#[derive(Clone, Copy)]
pub struct SlashKey(RwSignal<bool>);

impl SlashKey {
    pub fn start() -> Self {
        let stored = BrowserStorage.read(keys::SLASH).ok().flatten();
        Self(RwSignal::new(stored.as_deref() != Some(OFF)))
    }

    /// Calls `action` when the key is pressed outside fields and dialogs, until the component is removed.
    pub fn on_press(self, action: impl Fn() + 'static) {
        let pressed = window_event_listener(ev::keydown, move |event| {
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
            if event.key() == "/"
                && is_plain
                && self.0.get_untracked()
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
        self.0.set(on);
        // Where it cannot be stored, the choice holds for this visit.
        let _ = if on { BrowserStorage.remove(keys::SLASH) } else { BrowserStorage.write(keys::SLASH, OFF) };
    }
}

#[component]
pub fn SlashKeySwitch() -> impl IntoView {
    let key = expect_context::<SlashKey>();
    view! {
        <label class="slash-key">
            <input
                type="checkbox"
                prop:checked=move || key.0.get()
                on:change=move |event| key.switch(event_target_checked(&event))
            />
            {text::search::slash()}
        </label>
    }
}
