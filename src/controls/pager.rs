use leptos::prelude::*;
use routes::Route;
use words::text::common as labels;

/// Title and route of the pages before and after this one, if there are any.
#[component]
pub fn Pager(previous: Option<(String, Route)>, next: Option<(String, Route)>) -> impl IntoView {
    let link = |neighbour: Option<(String, Route)>, rel: &'static str, label: &'static str| {
        neighbour.map(|(title, route)| {
            view! { <a rel=rel href=route.href()><span class="muted">{label}</span><span>{title}</span></a> }
        })
    };
    view! {
        <nav class="pager" aria-label=labels::pager()>
            {link(previous, "prev", labels::previous())} {link(next, "next", labels::next())}
        </nav>
    }
}
