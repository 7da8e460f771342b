use leptos::prelude::*;
use routes::Route;
use search::Query;
use words::text;

/// Links to the pages above this one, topmost first.
#[component]
pub fn Breadcrumbs(trail: Vec<(String, Route)>) -> impl IntoView {
    let links = trail.into_iter().map(|(name, route)| view! { <li><a href=route.href()>{name}</a></li> });
    view! {
        <nav class="breadcrumbs" aria-label=text::common::breadcrumbs()><ol class="plain">{links.collect_view()}</ol></nav>
    }
}

/// For pages below the list of indicators.
pub fn explorer_trail() -> Vec<(String, Route)> {
    vec![
        (text::common::overview().to_owned(), Route::Overview),
        (text::common::explorer().to_owned(), Route::Explore(Query::default())),
    ]
}
