//! Leads from a word to what it means.

use leptos::prelude::*;
use routes::{Route, SectionId};
use words::{guide::Term, screen};

/// The word as a link to its place in the guide.
#[component]
pub fn TermLink(term: &'static Term) -> impl IntoView {
    let href = Route::Guide { at: SectionId::parse(term.id) }.href();
    view! {
        <a class="term-link" href=href aria-label=screen::guide::term(term.word)>
            {term.word}
        </a>
    }
}
