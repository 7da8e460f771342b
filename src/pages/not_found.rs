use leptos::prelude::*;
use routes::Route;
use search::Query;
use words::text;

use crate::controls::PageHead;

/// The page for unknown addresses. `asked` is the address as typed; the route parser limits its length.
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
