//! The search box of the overview: sends its text to the search over everything.

use leptos::prelude::*;
use routes::Route;
use search::SearchText;
use words::text;

use crate::state::{use_dataset, use_navigation};

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

/// Enter opens the results for what was typed; the examples under it are links to the same.
#[component]
pub fn SearchBox() -> impl IntoView {
    let navigation = use_navigation();
    let text = RwSignal::new(String::new());
    view! {
        <form
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                let text = SearchText::new(&text.read_untracked());
                navigation.open(&Route::Search(text));
            }
        >
            <div class="search">
                <SearchIcon />
                <input
                    type="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    aria-label=text::search::site()
                    placeholder=text::search::placeholder()
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </div>
            <SearchExamples />
        </form>
    }
}

/// Words of the list to try, as links.
#[component]
pub fn SearchExamples() -> impl IntoView {
    let examples = &use_dataset().site.search_examples;
    view! {
        <p class="search-examples">
            <span>{text::search::examples()}</span>
            {examples
                .iter()
                .map(|example| {
                    let href = Route::Search(SearchText::new(example)).href();
                    view! { <a href=href>{example.as_str()}</a> }
                })
                .collect_view()}
        </p>
    }
}
