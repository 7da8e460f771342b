use charts::{Animation, Canvas, ColorScheme, Palette};
use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys,
};

use super::IN_BROWSER;

/// Narrow charts put names above bars.
const NARROW: &str = "(max-width: 40em)";

/// In context where a page is rendered to text: whether the window is taken to be [`NARROW`]. Views that depend on it are
/// rendered for both.
#[derive(Clone, Copy)]
pub struct NarrowWindow(pub RwSignal<bool>);

/// `None` in the browser, whose program then leaves out what only the build needs.
pub fn narrow_window() -> Option<NarrowWindow> {
    if IN_BROWSER { None } else { use_context() }
}

/// Follows a media query until the calling component is removed.
pub fn use_media(query: &str) -> Signal<bool> {
    let list = super::window().and_then(|window| window.match_media(query).ok().flatten());
    let Some(list) = list else { return Signal::stored(false) };
    let (matches, set_matches) = signal(list.matches());
    let on_change = Closure::<dyn Fn(web_sys::MediaQueryListEvent)>::new(move |event: web_sys::MediaQueryListEvent| {
        set_matches.set(event.matches());
    });
    let _ = list.add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
    let subscription = StoredValue::new_local(Some((list, on_change)));
    on_cleanup(move || {
        if let Some(Some((list, on_change))) = subscription.try_update_value(Option::take) {
            let _ = list.remove_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
        }
    });
    matches.into()
}

/// The `Signal<ColorScheme>` in context, else the colour scheme of the system.
pub fn use_color_scheme() -> Signal<ColorScheme> {
    if let Some(chosen) = use_context::<Signal<ColorScheme>>() {
        return chosen;
    }
    let dark = use_media("(prefers-color-scheme: dark)");
    Signal::derive(move || if dark.get() { ColorScheme::Dark } else { ColorScheme::Light })
}

pub fn use_palette() -> Signal<Palette> {
    if narrow_window().is_some() {
        return Signal::stored(Palette::VARIABLES);
    }
    let scheme = use_color_scheme();
    Signal::derive(move || Palette::of(scheme.get()))
}

pub fn use_canvas() -> Signal<Canvas> {
    let palette = use_palette();
    let narrow = match narrow_window() {
        Some(NarrowWindow(narrow)) => narrow.into(),
        None => use_media(NARROW),
    };
    Signal::derive(move || Canvas { palette: palette.get(), narrow: narrow.get() })
}

pub fn use_motion() -> Signal<Animation> {
    let reduced = use_media("(prefers-reduced-motion: reduce)");
    Signal::derive(move || if reduced.get() { Animation::Reduced } else { Animation::Full })
}
