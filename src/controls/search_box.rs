use leptos::prelude::*;
use routes::Route;
use search::SearchText;
use words::text::search as labels;

use crate::state::{use_dataset, use_navigation};

#[component]
pub fn SearchIcon() -> impl IntoView {
    view! {
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <circle cx="8.5" cy="8.5" r="6" fill="none" stroke="currentColor" stroke-width="1.75" />
            <path d="M13 13L18 18" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
        </svg>
    }
}

#[component]
pub fn SearchBox() -> impl IntoView {
    let navigation = use_navigation();
    let text = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        navigation.open(&Route::Search(SearchText::new(&text.read_untracked())));
    };
    view! {
        <form role="search" on:submit=submit>
            <div class="search">
                <SearchIcon />
                <input
                    type="search"
                    enterkeyhint="search"
                    autocomplete="off"
                    aria-label=labels::site()
                    placeholder=labels::placeholder()
                    on:input=move |event| text.set(event_target_value(&event))
                />
            </div>
            <SearchExamples />
        </form>
    }
}

#[component]
pub fn SearchExamples() -> impl IntoView {
    let links = use_dataset().site.search_examples.iter().map(|example| {
        let href = Route::Search(SearchText::new(example)).href();
        view! { <a href=href>{example.as_str()}</a> }
    });
    view! { <p class="search-examples"><span>{labels::examples()}</span> {links.collect_view()}</p> }
}
