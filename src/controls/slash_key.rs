//! `/` leads to the search from any page, unless the reader has switched it off: who speaks to the computer or types
//! with one switch must be able to.

use figures::{KeyValueStore, keys};
use leptos::{ev, prelude::*};
use words::text;

use crate::browser::{dom, storage::BrowserStorage};

/// Kept instead of nothing where the key is switched off.
const OFF: &str = "off";

/// Whether the key is on; from anywhere below the frame, which provides it.
#[derive(Clone, Copy)]
pub struct SlashKey(RwSignal<bool>);

impl SlashKey {
    /// On, unless it is kept that it is off.
    pub fn start() -> Self {
        let kept = BrowserStorage.read(keys::SLASH).ok().flatten();
        Self(RwSignal::new(kept.as_deref() != Some(OFF)))
    }

    /// Calls `go` whenever the key is pressed where nothing is typed in, for as long as the component lives.
    pub fn on_press(self, go: impl Fn() + 'static) {
        let pressed = window_event_listener(ev::keydown, move |event| {
            let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
            if event.key() == "/"
                && plain
                && self.0.get_untracked()
                && !event.default_prevented()
                && !dom::is_in_field(&event)
                && !dom::has_open_dialog()
            {
                event.prevent_default();
                go();
            }
        });
        on_cleanup(move || pressed.remove());
    }

    fn switch(self, on: bool) {
        self.0.set(on);
        // Where nothing can be kept, the choice holds for this visit.
        let _ = if on { BrowserStorage.remove(keys::SLASH) } else { BrowserStorage.write(keys::SLASH, OFF) };
    }
}

/// The switch.
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
