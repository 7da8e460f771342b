//! Renders pages to HTML, natively, with the same views as in the browser.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use list::Dataset;
use routes::Route;
use search::Index;

use super::{LoadedCode, app::App};
use crate::{
    browser::{dom::PageTitle, media::NarrowWindow},
    controls::restart_chart_ids,
    state::Navigation,
};

pub struct RenderedPage {
    /// For the window, as plain text.
    pub title: String,
    /// The content of `#app`, as HTML.
    pub body: String,
}

/// The page as a reader without own figures first sees it. The result depends only on the arguments.
pub fn render_page(dataset: &'static Dataset, index: &'static Index<'static>, route: Route) -> RenderedPage {
    restart_chart_ids();
    // The shared context tells Leptos that there is no browser.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| {
        let title = StoredValue::new(String::new());
        provide_context(PageTitle(title));
        provide_context(NarrowWindow(RwSignal::new(false)));
        let body =
            view! { <App dataset index navigation=Navigation::at(route) code=LoadedCode::default() /> }.to_html();
        // Marks for taking over the elements in the browser. They cannot be text, where `<` is escaped.
        let body = body.replace("<!>", "").replace("<!--<() />-->", "");
        RenderedPage { title: title.get_value(), body }
    })
}
