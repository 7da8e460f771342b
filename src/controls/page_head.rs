//! The head of every page: crumbs, an optional line above, and the heading that receives focus on arrival.

use leptos::prelude::*;
use routes::Route;
use words::text;

use crate::{controls::breadcrumbs::Breadcrumbs, state::use_dataset};

/// Sets the browser's title as well, so that no page can forget it.
#[component]
pub fn PageHead(title: String, trail: Vec<(String, Route)>, #[prop(optional, into)] eyebrow: String) -> impl IntoView {
    let site = &use_dataset().site.title;
    document().set_title(&text::common::page_title(&title, site));
    view! {
        <header class="page-head">
            {(!trail.is_empty()).then(|| view! { <Breadcrumbs trail /> })}
            {(!eyebrow.is_empty()).then(|| view! { <p class="eyebrow">{eyebrow}</p> })}
            <h1 tabindex="-1">{title}</h1>
        </header>
    }
}
