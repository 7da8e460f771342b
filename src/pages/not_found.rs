//! The page for addresses that lead nowhere: says so and offers the way back.

use leptos::prelude::*;
use routes::Route;
use search::Query;
use words::text;

use crate::controls::page_head::PageHead;

/// `asked` is the address as typed, already bounded in length by the route parser; it is shown as text only.
#[component]
pub fn NotFoundPage(asked: String) -> impl IntoView {
    view! {
        <PageHead title=text::not_found::title().to_owned() trail=vec![] />
        <div class="prose stack">
            <p>{text::not_found::asked(&asked)}</p>
            <p>{text::not_found::help()}</p>
            <ul>
                <li><a href=Route::Overview.href()>{text::common::overview()}</a></li>
                <li><a href=Route::Explore(Query::default()).href()>{text::common::explorer()}</a></li>
                <li><a href=Route::Document { line: None }.href()>{text::common::document()}</a></li>
                <li><a href=Route::Guide { at: None }.href()>{text::common::guide()}</a></li>
            </ul>
        </div>
    }
}
