use leptos::prelude::*;
use routes::Route;
use search::Query;
use words::text;

use crate::{browser::dom, state::use_dataset};

/// The breadcrumbs and the heading of a page. Also sets the title of the browser window.
#[component]
pub fn PageHead(title: String, trail: Vec<(String, Route)>, #[prop(optional, into)] eyebrow: String) -> impl IntoView {
    let site = &use_dataset().site.title;
    dom::set_title(&text::common::page_title(&title, site));
    view! {
        <header class="page-head">
            {(!trail.is_empty()).then(|| view! { <Breadcrumbs trail /> })}
            {(!eyebrow.is_empty()).then(|| view! { <p class="eyebrow">{eyebrow}</p> })}
            <h1 tabindex="-1">{title}</h1>
        </header>
    }
}

/// Links to the pages above this one, topmost first.
#[component]
pub fn Breadcrumbs(trail: Vec<(String, Route)>) -> impl IntoView {
    let links = trail.into_iter().map(|(name, route)| view! { <li><a href=route.href()>{name}</a></li> });
    view! {
        <nav class="breadcrumbs" aria-label=text::common::breadcrumbs()><ol class="plain">{links.collect_view()}</ol></nav>
    }
}

pub fn overview_trail() -> Vec<(String, Route)> {
    vec![(text::common::overview().to_owned(), Route::Overview)]
}

/// For pages below the list of indicators.
pub fn explorer_trail() -> Vec<(String, Route)> {
    let mut trail = overview_trail();
    trail.push((text::common::explorer().to_owned(), Route::Explore(Query::default())));
    trail
}
