//! The frame round every page.

use figures::Action;
use leptos::{ev, prelude::*};
use list::Dataset;
use routes::Route;
use search::{Index, Query};
use words::text;

use crate::{
    browser::{dom, location::Arrival},
    controls::{
        lazy::{ChunkState, Chunks},
        slash_key::SlashKey,
    },
    pages::scenarios::health::BackupReminder,
    shell::{
        banners::Banners,
        page::{LOADER, Page, chunk_of},
        site_search::SiteSearch,
        toast::Toast,
    },
    state::{provide_page_state, provide_state, use_dataset, use_figures, use_messages, use_navigation},
};

/// The whole screen.
#[component]
pub fn App(dataset: &'static Dataset, index: &'static Index) -> impl IntoView {
    provide_state(dataset, index);
    let (navigation, figures, messages) = (use_navigation(), use_figures(), use_messages());
    provide_context(SlashKey::start());
    let chunks = Chunks::new(LOADER);
    provide_context(chunks);
    // Pages follow their own settings; to the frame they stay one page, so that typing never rebuilds it.
    let page = Memo::new(move |_| navigation.route.read().page());
    // Whether any page has been shown yet: the first one leaves focus and window where the browser put them.
    Effect::new(move |shown: Option<bool>| {
        let shown = shown.unwrap_or_default();
        let state = chunks.state(chunk_of(&page.read())).get();
        if matches!(state, ChunkState::Absent | ChunkState::Loading) {
            return shown;
        }
        if shown {
            let at_section = match &*page.read_untracked() {
                Route::Document { line } => line.is_some(),
                Route::Guide { at } => at.is_some(),
                _ => false,
            };
            messages.page_opened();
            // Whoever comes to the search without a word is about to type one.
            let place = match &*page.read_untracked() {
                Route::Search(_) if navigation.route.read_untracked().is_blank_search() => "#site-search",
                _ => "main h1",
            };
            arrive(navigation.arrival.get_untracked(), at_section, place);
        }
        true
    });
    // An earlier setting of the same page has its place too; Chromium alone finds it again by itself.
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
    let keys = window_event_listener(ev::keydown, move |event| {
        if let Some(action) = undo_key(&event) {
            event.prevent_default();
            figures.edit(action);
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <a class="skip-link" href="#main" on:click=move |event| {
            event.prevent_default();
            focus_heading();
        }>{text::common::skip()}</a>
        <Header />
        <Banners />
        <BackupReminder />
        <main id="main" class="page-width">
            {move || {
                provide_page_state();
                view! { <Page route=page.get() /> }
            }}
        </main>
        <Footer />
        <Toast />
    }
}

/// The step a key press asks for. Fields that are typed in keep their own undo.
fn undo_key(event: &web_sys::KeyboardEvent) -> Option<Action> {
    if dom::is_in_field(event)
        || event.alt_key()
        || event.default_prevented()
        || !(event.ctrl_key() || event.meta_key())
    {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Moves focus to the new page's heading, so that keyboard and screen reader start there.
fn focus_heading() {
    dom::focus("main h1");
}

/// After a page change: the top for a new page, the old place for one returned to. A page that opens at a section has
/// gone there itself, with the focus, if there is such a section; else `place` takes the focus, unless the reader has
/// been quicker and is in a field of the new page by then.
fn arrive(arrival: Arrival, at_section: bool, place: &'static str) {
    let before = document().active_element();
    request_animation_frame(move || {
        let is_as_before = !at_section && document().active_element() == before;
        if is_as_before || dom::is_unfocused() {
            dom::focus(place);
        }
        match arrival {
            Arrival::Return(y) => window().scroll_to_with_x_and_y(0.0, y),
            Arrival::Forward if at_section => {}
            Arrival::Forward => window().scroll_to_with_x_and_y(0.0, 0.0),
        }
    });
}

#[component]
fn Header() -> impl IntoView {
    let dataset = use_dataset();
    let navigation = use_navigation();
    let links = [
        (text::common::overview(), Route::Overview),
        (text::common::explorer(), Route::Explore(Query::default())),
        (text::scenario::title(), Route::Scenarios),
        (text::common::document(), Route::Document { line: None }),
        (text::common::guide(), Route::Guide { at: None }),
    ];
    view! {
        <header class="site-header">
            <div class="page-width">
                <a class="site-name" href=Route::Overview.href()>
                    <strong>{dataset.site.title.as_str()}</strong>
                    <span>{dataset.document.short_title.as_str()}</span>
                </a>
                <SiteSearch />
                <nav class="site-nav" aria-label=text::common::main_nav()>
                    <ul class="plain">
                        {links
                            .into_iter()
                            .map(|(name, route)| {
                                let href = route.href();
                                let current = move || is_under(&navigation.route.read(), &route).then_some("page");
                                view! { <li><a href=href aria-current=current>{name}</a></li> }
                            })
                            .collect_view()}
                    </ul>
                </nav>
            </div>
        </header>
    }
}

/// Whether a page belongs to an entry of the navigation.
fn is_under(route: &Route, entry: &Route) -> bool {
    match entry {
        Route::Overview => matches!(route, Route::Overview | Route::Goal(_) | Route::Plan(_)),
        Route::Explore(_) => {
            matches!(route, Route::Explore(_) | Route::Indicator(_) | Route::Compare { .. } | Route::Handout(_))
        }
        Route::Scenarios => {
            matches!(
                route,
                Route::Scenarios | Route::Sheet { .. } | Route::ScenarioComparison { .. } | Route::Shared(_)
            )
        }
        Route::Document { .. } => matches!(route, Route::Document { .. }),
        Route::Guide { .. } => matches!(route, Route::Guide { .. }),
        _ => false,
    }
}

#[component]
fn Footer() -> impl IntoView {
    let document_ = &use_dataset().document;
    let source = text::footer::source(&document_.publisher, document_.title.concat(), &document_.published_printed);
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
