//! シナリオ.

use leptos::prelude::*;

use crate::{
    text::screen::scenario,
    ui::parts::{files::FilesSection, page_head::PageHead},
};

/// Own figures as a whole.
#[component]
pub fn ScenariosPage() -> impl IntoView {
    view! {
        <PageHead title=scenario::TITLE.to_owned() trail=Vec::new() />
        <p class="lead">{scenario::LEAD}</p>
        <FilesSection />
    }
}
