//! Why a row was found, where it does not hold the words as typed.

use leptos::prelude::*;
use list::Indicator;
use search::{Search, Suggestion};
use words::text;

use crate::state::use_index;

/// A line under the name such as 「保育園→保育所」; nothing where the words stand there as typed.
#[component]
pub fn MatchReasonLine(indicator: &'static Indicator, search: Signal<Search>) -> impl IntoView {
    let index = use_index();
    let words = Memo::new(move |_| {
        let search = search.read();
        let row = index.row_of(&indicator.id)?;
        let reasons = search.explain(index, row)?;
        let through: Vec<String> = reasons
            .into_iter()
            .filter_map(|reason| Some(text::search::through(&reason.word, &reason.through?)))
            .collect();
        (!through.is_empty()).then(|| through.join("、"))
    });
    move || words.get().map(|words| view! { <span class="found-through">{words}</span> })
}

/// 「もしかして」 with links to what finds something; `address` makes the link of a suggestion.
#[component]
pub fn Suggestions(suggestions: Vec<Suggestion>, address: impl Fn(Suggestion) -> String) -> impl IntoView {
    (!suggestions.is_empty()).then(|| {
        let links = suggestions
            .into_iter()
            .map(|suggestion| {
                let label = text::search::suggestion(suggestion.text.as_str(), suggestion.count);
                view! { <li><a href=address(suggestion)>{label}</a></li> }
            })
            .collect_view();
        view! {
            <div class="suggestions">
                <p>{text::search::perhaps()}</p>
                <ul class="plain">{links}</ul>
            </div>
        }
    })
}
