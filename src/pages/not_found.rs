//! The page for addresses that lead nowhere: says so and offers the way back.

use leptos::prelude::*;
use routes::Route;
use search::Query;
use words::screen;

use crate::controls::page_head::PageHead;

/// `asked` is the address as typed, already bounded in length by the route parser; it is shown as text only.
#[component]
pub fn NotFoundPage(asked: String) -> impl IntoView {
    view! {
        <PageHead title=screen::not_found::TITLE.to_owned() trail=vec![] />
        <div class="prose stack">
            <p>{screen::not_found::asked(&asked)}</p>
            <p>{screen::not_found::HELP}</p>
            <ul>
                <li><a href=Route::Overview.href()>{screen::OVERVIEW}</a></li>
                <li><a href=Route::Explore(Query::default()).href()>{screen::EXPLORER}</a></li>
                <li><a href=Route::Document { line: None }.href()>{screen::DOCUMENT}</a></li>
                <li><a href=Route::Guide { at: None }.href()>{screen::GUIDE}</a></li>
            </ul>
        </div>
    }
}
