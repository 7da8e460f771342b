use leptos::prelude::*;
use routes::Route;
use search::SearchText;
use words::text;

use crate::{
    browser::dom,
    controls::{SearchIcon, SlashKey},
    state::use_navigation,
};

/// On a phone only a link to the field. Enter opens the results; on the search page they follow every letter.
#[component]
pub fn SiteSearch() -> impl IntoView {
    let navigation = use_navigation();
    let key = expect_context::<SlashKey>();
    let searched = Memo::new(move |_| match &*navigation.route.read() {
        Route::Search(text) => Some(text.clone()),
        _ => None,
    });
    let is_search_page = move || searched.read().is_some();
    let shown = move || searched.read().as_ref().map_or_else(String::new, |text| text.as_str().to_owned());
    let typed = RwSignal::new(String::new());
    key.on_press(move || {
        dom::focus("#site-search");
        // On a phone only the search page has room for the field.
        if !dom::has_focus("#site-search") {
            navigation.open(&Route::Search(SearchText::default()));
        }
    });
    view! {
        <form
            class="site-search no-print"
            class:site-search--here=is_search_page
            role="search"
            aria-label=text::search::site()
            on:submit=move |event| {
                event.prevent_default();
                if searched.read_untracked().is_some() {
                    // Hides the keyboard of a phone.
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
                    if searched.read_untracked().is_some() {
                        navigation.replace(Route::Search(SearchText::new(&text)));
                    } else {
                        typed.set(text);
                    }
                }
            />
        </form>
        <a
            class="site-search-link no-print"
            class:site-search-link--here=is_search_page
            href=Route::Search(SearchText::default()).href()
            aria-label=text::search::site()
        >
            <SearchIcon />
        </a>
    }
}
