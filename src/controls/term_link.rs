use leptos::prelude::*;
use routes::{Route, SectionId};
use words::{guide::GuideTerm, text};

#[component]
pub fn TermLink(term: GuideTerm) -> impl IntoView {
    let href = Route::Guide { at: SectionId::parse(term.id) }.href();
    view! { <a class="term-link" href=href aria-label=text::guide::term(term.word)>{term.word}</a> }
}
