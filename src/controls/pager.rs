use leptos::prelude::*;
use routes::Route;
use words::text::common as labels;

/// The title and the route of a neighbouring page, unless there is none.
pub type Neighbour = Option<(String, Route)>;

#[component]
pub fn Pager(previous: Neighbour, next: Neighbour) -> impl IntoView {
    let link = |neighbour: Neighbour, rel: &'static str, label: &'static str| {
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
