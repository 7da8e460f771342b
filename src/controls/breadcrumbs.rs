use leptos::prelude::*;
use routes::Route;
use words::text;

/// Links to the pages above this one, topmost first.
#[component]
pub fn Breadcrumbs(trail: Vec<(String, Route)>) -> impl IntoView {
    let links = trail.into_iter().map(|(name, route)| view! { <li><a href=route.href()>{name}</a></li> });
    view! {
        <nav class="breadcrumbs" aria-label=text::common::breadcrumbs()><ol class="plain">{links.collect_view()}</ol></nav>
    }
}
