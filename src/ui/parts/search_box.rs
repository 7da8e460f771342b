//! The search box of the overview: sends its text to the explorer.

use leptos::prelude::*;

use crate::{
    explore::{Query, SearchText},
    route::Route,
    state::use_app,
    text::screen,
};

/// The magnifier before the text.
#[component]
pub fn SearchIcon() -> impl IntoView {
    view! {
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <circle cx="8.5" cy="8.5" r="6" fill="none" stroke="currentColor" stroke-width="1.75" />
            <path d="M13 13L18 18" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
        </svg>
    }
}

/// Enter opens the explorer with what was typed; the examples under it are links to the same.
#[component]
pub fn SearchBox() -> impl IntoView {
    let app = use_app();
    let text = RwSignal::new(String::new());
    let search = |text: &str| {
        Route::Explore(Query {
            text: SearchText::new(text),
            ..Query::default()
        })
    };
    view! {
        <form
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                app.open(&search(&text.read_untracked()));
            }
        >
            <div class="search">
                <SearchIcon />
                <input
                    type="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    aria-label=screen::search::LABEL
                    placeholder=screen::search::PLACEHOLDER
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </div>
            <p class="search-examples">
                <span>{screen::search::EXAMPLES}</span>
                {app
                    .dataset
                    .site
                    .search_examples
                    .iter()
                    .map(|example| view! { <a href=search(example).href()>{example.as_str()}</a> })
                    .collect_view()}
            </p>
        </form>
    }
}
