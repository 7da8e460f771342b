use leptos::prelude::*;
use search::Search;

/// A text with the search terms in `<mark>`.
#[component]
pub fn Marked(text: String, #[prop(into)] search: Signal<Search>) -> impl IntoView {
    move || search.with(|search| marked(&text, search))
}

/// The same for a search that does not change.
pub fn marked(text: &str, search: &Search) -> AnyView {
    let segments = search.segments(text).into_iter().map(|segment| {
        let piece = segment.text.to_owned();
        if segment.marked { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
    });
    segments.collect_view().into_any()
}
