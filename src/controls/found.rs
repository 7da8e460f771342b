//! What a search has found: words in a text, the reasons, other words to search for.

use leptos::prelude::*;
use list::Indicator;
use search::{MatchReason, Search, Suggestion};
use words::text::{common, search as labels};

use crate::state::use_index;

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

/// The terms found instead of the words of a search, such as 「保育園→保育所」; nothing if the words themselves were found.
pub fn match_reasons(reasons: &[MatchReason]) -> Option<AnyView> {
    let through = reasons.iter().filter_map(|reason| Some(labels::through(&reason.word, reason.through.as_ref()?)));
    let text = through.collect::<Vec<_>>().join(common::separator());
    (!text.is_empty()).then(|| view! { <span class="found-through">{text}</span> }.into_any())
}

#[component]
pub fn MatchReasonLine(indicator: &'static Indicator, search: Signal<Search>) -> impl IntoView {
    let index = use_index();
    let reasons = Memo::new(move |_| search.read().explain(index, index.row_of(&indicator.id)?));
    move || reasons.read().as_deref().and_then(match_reasons)
}

/// 「もしかして」: other words that have results. `address` is the link of a suggestion.
#[component]
pub fn Suggestions(suggestions: Vec<Suggestion>, address: impl Fn(Suggestion) -> String) -> impl IntoView {
    (!suggestions.is_empty()).then(|| {
        let links = suggestions.into_iter().map(|suggestion| {
            let label = labels::suggestion(suggestion.text.as_str(), suggestion.count);
            view! { <li><a href=address(suggestion)>{label}</a></li> }
        });
        view! { <div class="suggestions"><p>{labels::perhaps()}</p><ul class="plain">{links.collect_view()}</ul></div> }
    })
}
