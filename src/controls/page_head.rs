use leptos::prelude::*;
use routes::Route;
use words::text;

use crate::{browser::dom, controls::breadcrumbs::Breadcrumbs, state::use_dataset};

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
