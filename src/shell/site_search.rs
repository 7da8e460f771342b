//! The search of every page's header: one field that stays through all pages, and on a phone a way to it.

use leptos::prelude::*;
use routes::Route;
use search::SearchText;
use words::text;

use crate::{
    browser::dom,
    controls::{search_box::SearchIcon, slash_key::SlashKey},
    state::use_navigation,
};

/// The field. Enter opens the results; on their page they follow every letter.
#[component]
pub fn SiteSearch() -> impl IntoView {
    let navigation = use_navigation();
    let key = expect_context::<SlashKey>();
    let asked = Memo::new(move |_| match &*navigation.route.read() {
        Route::Search(text) => Some(text.clone()),
        _ => None,
    });
    let here = move || asked.read().is_some();
    let shown = move || asked.read().as_ref().map_or_else(String::new, |text| text.as_str().to_owned());
    let typed = RwSignal::new(String::new());
    key.on_press(move || {
        dom::focus("#site-search");
        // Without room for the field in the header its page has it.
        if !dom::has_focus("#site-search") {
            navigation.open(&Route::Search(SearchText::default()));
        }
    });
    view! {
        <form
            class="site-search no-print"
            class:site-search--here=here
            role="search"
            aria-label=text::search::site()
            on:submit=move |event| {
                event.prevent_default();
                if asked.read_untracked().is_some() {
                    // Out of the field, so that a phone puts its keyboard away.
                    dom::focus("main h1");
                } else {
                    let text = SearchText::new(&typed.read_untracked());
                    navigation.open(&Route::Search(text));
                }
            }
        >
            <SearchIcon />
            <input
                type="search"
                id="site-search"
                autocomplete="off"
                enterkeyhint="search"
                aria-label=text::search::site()
                aria-keyshortcuts="/"
                placeholder=text::search::site()
                prop:value=shown
                on:input=move |event| {
                    let text = event_target_value(&event);
                    if asked.read_untracked().is_some() {
                        navigation.replace(Route::Search(SearchText::new(&text)));
                    } else {
                        typed.set(text);
                    }
                }
            />
        </form>
        <a
            class="site-search-link no-print"
            class:site-search-link--here=here
            href=Route::Search(SearchText::default()).href()
            aria-label=text::search::site()
        >
            <SearchIcon />
        </a>
    }
}
