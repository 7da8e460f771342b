//! Links to the neighbours of a page, in printed order.

use leptos::prelude::*;
use routes::Route;
use words::text;

/// A neighbour's name and where it is.
pub type Neighbour = Option<(String, Route)>;

/// Previous and next; an end of the list shows only the other one.
#[component]
pub fn Pager(previous: Neighbour, next: Neighbour) -> impl IntoView {
    view! {
        <nav class="pager" aria-label=text::common::pager()>
            {previous
                .map(|(name, route)| {
                    view! {
                        <a rel="prev" href=route.href()>
                            <span class="muted">{text::common::previous()}</span>
                            <span>{name}</span>
                        </a>
                    }
                })}
            {next
                .map(|(name, route)| {
                    view! {
                        <a rel="next" href=route.href()>
                            <span class="muted">{text::common::next()}</span>
                            <span>{name}</span>
                        </a>
                    }
                })}
        </nav>
    }
}
