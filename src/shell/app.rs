use figures::Action;
use leptos::{ev, prelude::*};
use list::Dataset;
use routes::Route;
use search::{Index, Query};
use words::text::{self, common};

use crate::{
    browser::{dom, location::Arrival},
    controls::{ChunkState, Chunks, SlashKey},
    pages::scenarios::health::BackupReminder,
    shell::{
        LoadedCode,
        banners::Banners,
        page::{Page, chunk_of, loader},
        site_search::SiteSearch,
        toast::Toast,
    },
    state::{Navigation, StateContexts, use_dataset, use_figures, use_messages, use_navigation},
};

#[component]
pub fn App(
    dataset: &'static Dataset,
    index: &'static Index<'static>,
    navigation: Navigation,
    code: LoadedCode,
) -> impl IntoView {
    let contexts = StateContexts::start(dataset, index, navigation, code.figures);
    provide_context(contexts);
    provide_context(SlashKey::start());
    let chunks = Chunks::new(loader(use_figures()), code.chunk);
    provide_context(chunks);
    // Without the settings of the page, so that a change of these does not rebuild it.
    let page = Memo::new(move |_| navigation.route.read().page());
    move_focus_to_new_pages(page, chunks);
    restore_scroll_of_settings(page);
    undo_by_keyboard();
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        dom::focus("main h1");
    };
    let skip_href = move || navigation.route.read().href_of_part("main");
    view! {
        <a class="skip-link" href=skip_href on:click=skip>{common::skip()}</a>
        <Header />
        <Banners />
        <BackupReminder />
        <main id="main" class="page-width">
            {move || {
                provide_context(contexts.for_page());
                view! { <Page route=page.get() /> }
            }}
        </main>
        <Footer />
        <Toast />
    }
}

/// The first page leaves focus and scroll position where the browser put them.
fn move_focus_to_new_pages(page: Memo<Route>, chunks: Chunks) {
    let navigation = use_navigation();
    let messages = use_messages();
    Effect::new(move |was_shown: Option<bool>| {
        let was_shown = was_shown.unwrap_or_default();
        let state = chunk_of(&page.read()).map(|chunk| chunks.state(chunk).get());
        if matches!(state, Some(ChunkState::Absent | ChunkState::Loading)) {
            return was_shown;
        }
        if was_shown {
            messages.page_opened();
            let page = page.read_untracked();
            let has_section = matches!(&*page, Route::Document { line: Some(_) } | Route::Guide { at: Some(_) });
            // On a search page without a text the reader is about to type one.
            let is_blank_search =
                matches!(&*page, Route::Search(_)) && navigation.route.read_untracked().is_blank_search();
            let focus = if is_blank_search { "#site-search" } else { "main h1" };
            arrive(navigation.arrival.get_untracked(), has_section, focus);
        }
        true
    });
}

/// `focus` takes the focus, unless the reader has focused a field. A page with a section scrolls and focuses by itself.
fn arrive(arrival: Arrival, has_section: bool, focus: &'static str) {
    let before = document().active_element();
    request_animation_frame(move || {
        let is_unchanged = !has_section && document().active_element() == before;
        if is_unchanged || dom::is_unfocused() {
            dom::focus(focus);
        }
        match arrival {
            Arrival::Return(y) => window().scroll_to_with_x_and_y(0.0, y),
            Arrival::Forward if has_section => {}
            Arrival::Forward => window().scroll_to_with_x_and_y(0.0, 0.0),
        }
    });
}

/// Scrolls to the old position when the reader returns to an earlier setting of the same page. Only Chromium does so itself.
fn restore_scroll_of_settings(page: Memo<Route>) {
    let navigation = use_navigation();
    Effect::new(move |before: Option<Route>| {
        navigation.route.track();
        let page = page.get();
        if let Arrival::Return(y) = navigation.arrival.get_untracked()
            && before.as_ref() == Some(&page)
        {
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, y));
        }
        page
    });
}

/// Fields have an undo of their own.
fn undo_by_keyboard() {
    let figures = use_figures();
    let keys = window_event_listener(ev::keydown, move |event| {
        let has_modifier = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !has_modifier || event.default_prevented() || dom::is_in_field(&event) {
            return;
        }
        let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Action::Undo,
            ("z", true) | ("y", false) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        figures.edit(action);
    });
    on_cleanup(move || keys.remove());
}

#[component]
fn Header() -> impl IntoView {
    let dataset = use_dataset();
    let navigation = use_navigation();
    let links = [
        (common::overview(), Route::Overview),
        (common::explorer(), Route::Explore(Query::default())),
        (text::scenario::title(), Route::Scenarios),
        (common::document(), Route::Document { line: None }),
        (common::guide(), Route::Guide { at: None }),
    ];
    let links = links.map(|(name, route)| {
        let href = route.href();
        let current = move || (entry_of(&navigation.route.read()).as_ref() == Some(&route)).then_some("page");
        view! { <li><a href=href aria-current=current>{name}</a></li> }
    });
    view! {
        <header class="site-header">
            <div class="page-width">
                <a class="site-name" href=Route::Overview.href()>
                    <strong>{dataset.site.title.as_str()}</strong>
                    <span>{dataset.document.short_title.as_str()}</span>
                </a>
                <SiteSearch />
                <nav class="site-nav" aria-label=common::main_nav()><ul class="plain">{links}</ul></nav>
            </div>
        </header>
    }
}

/// The entry of the main navigation that a page belongs to.
fn entry_of(route: &Route) -> Option<Route> {
    match route {
        Route::Overview | Route::Goal(_) | Route::Plan(_) => Some(Route::Overview),
        Route::Explore(_) | Route::Indicator(_) | Route::Compare { .. } | Route::Handout(_) => {
            Some(Route::Explore(Query::default()))
        }
        Route::Scenarios | Route::Sheet { .. } | Route::ScenarioComparison { .. } | Route::Shared(_) => {
            Some(Route::Scenarios)
        }
        Route::Document { .. } => Some(Route::Document { line: None }),
        Route::Guide { .. } => Some(Route::Guide { at: None }),
        Route::Search(_) | Route::Accessibility | Route::NotFound(_) => None,
    }
}

#[component]
fn Footer() -> impl IntoView {
    let info = &use_dataset().document;
    let source = text::footer::source(&info.publisher, info.title.concat(), &info.published_printed);
    view! {
        <footer class="site-footer">
            <div class="page-width">
                <p>{source} {text::footer::unofficial()}</p>
                <p>{text::footer::local()}</p>
                <p><a href=Route::Accessibility.href()>{text::accessibility::title()}</a></p>
            </div>
        </footer>
    }
}
