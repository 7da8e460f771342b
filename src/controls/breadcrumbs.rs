//! The way from the overview to this page.

use leptos::prelude::*;
use routes::Route;
use words::text;

/// Links to the pages above this one, topmost first; the page itself is its heading, not a crumb.
#[component]
pub fn Breadcrumbs(trail: Vec<(String, Route)>) -> impl IntoView {
    view! {
        <nav class="breadcrumbs" aria-label=text::common::breadcrumbs()>
            <ol class="plain">
                {trail
                    .into_iter()
                    .map(|(name, route)| view! { <li><a href=route.href()>{name}</a></li> })
                    .collect_view()}
            </ol>
        </nav>
    }
}
