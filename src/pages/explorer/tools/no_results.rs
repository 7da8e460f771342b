use leptos::prelude::*;
use search::{QueryCondition, Suggestion};
use words::text::explorer as labels;

use crate::{
    controls::{Suggestions, facet_label},
    pages::explorer::explorer_state::Explorer,
};

#[component]
pub fn NoResults(explorer: Explorer) -> impl IntoView {
    let suggestions = move || {
        let address = move |suggestion: Suggestion| {
            let mut query = explorer.query.get_untracked();
            query.text = suggestion.text;
            explorer.route(query).href()
        };
        view! { <Suggestions suggestions=explorer.outcome.read().suggestions.clone() address /> }
    };
    let relaxations = move || {
        let outcome = explorer.outcome.read();
        if outcome.relaxations.is_empty() {
            return view! { <p>{labels::widen_all()}</p> }.into_any();
        }
        let query = explorer.query.read();
        let items = outcome.relaxations.iter().map(|relaxation| {
            let condition = match &relaxation.condition {
                QueryCondition::Text => labels::text_chip(query.text.as_str().trim()),
                QueryCondition::Word(word) => labels::text_chip(word),
                QueryCondition::Facet(facet) => facet_label(*facet).to_owned(),
            };
            let href = explorer.route(query.without(&relaxation.condition)).href();
            view! { <li><a href=href>{labels::widen_by(&condition, relaxation.count)}</a></li> }
        });
        view! { <p>{labels::widen()}</p> <ul>{items.collect_view()}</ul> }.into_any()
    };
    view! { <div class="empty"><p><strong>{labels::empty()}</strong></p> {suggestions} {relaxations}</div> }
}
