//! Finding one more indicator to put on a page: a search of its own, and a button for each one found.

use leptos::prelude::*;
use list::{Indicator, IndicatorId};
use search::{OwnSet, Query, SearchText, explore};
use words::screen::compare::picker as labels;

use crate::{shell::search_box::SearchIcon, state::use_app};

/// How many are offered at once: more are better found by another word.
const OFFERED: usize = 8;

/// The search. `is_there` says what the page has already; `on_pick` puts one there.
#[component]
pub fn IndicatorPicker(is_there: Callback<IndicatorId, bool>, on_pick: Callback<&'static Indicator>) -> impl IntoView {
    let app = use_app();
    let text = RwSignal::new(SearchText::default());
    let found = Memo::new(move |_| {
        let text = text.get();
        if text.is_blank() {
            return None;
        }
        let query = Query { text, ..Query::default() };
        Some(explore(app.index, &query, &OwnSet::new()).rows)
    });
    let offered = move || {
        let found = found.read();
        let rows = found.iter().flatten().take(OFFERED);
        rows.filter_map(|&row| app.dataset.indicators.get(row))
            .map(|indicator| view! { <PromptAction indicator is_there on_pick /> })
            .collect_view()
    };
    view! {
        <div class="picker">
            <form role="search" on:submit=|event| event.prevent_default()>
                <div class="search">
                    <SearchIcon />
                    <input
                        type="search"
                        autocomplete="off"
                        aria-label=labels::LABEL
                        placeholder=labels::HINT
                        on:input=move |event| text.set(SearchText::new(&event_target_value(&event)))
                    />
                </div>
            </form>
            <p class="small muted" role="status">
                {move || found.read().as_ref().map(|rows| labels::found(rows.len(), rows.len().min(OFFERED)))}
            </p>
            <ul class="picker__found plain">{offered}</ul>
        </div>
    }
}

/// One that was found.
#[component]
fn PromptAction(
    indicator: &'static Indicator,
    is_there: Callback<IndicatorId, bool>,
    on_pick: Callback<&'static Indicator>,
) -> impl IntoView {
    let name = format!("{}　{}", indicator.id, indicator.full_name());
    let there = Memo::new(move |_| is_there.run(indicator.id.clone()));
    view! {
        <li>
            {move || {
                if there.get() {
                    view! {
                        <span>{name.clone()}</span>
                        <span class="small muted">{labels::THERE}</span>
                    }
                        .into_any()
                } else {
                    view! {
                        <button
                            type="button"
                            class="button button--plain"
                            on:click=move |_| on_pick.run(indicator)
                        >
                            {labels::add(&name)}
                        </button>
                    }
                        .into_any()
                }
            }}
        </li>
    }
}
