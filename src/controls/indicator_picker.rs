use leptos::prelude::*;
use list::{Indicator, IndicatorId};
use search::{IndicatorsWithFigure, Query, SearchText, explore};
use words::text::compare::picker as labels;

use crate::{
    controls::{button::Button, search_box::SearchIcon},
    state::{use_dataset, use_index},
};

const MAX_MATCHES: usize = 8;

/// `is_there` says which indicators the page has already.
#[component]
pub fn IndicatorPicker(is_there: Callback<IndicatorId, bool>, on_pick: Callback<&'static Indicator>) -> impl IntoView {
    let dataset = use_dataset();
    let index = use_index();
    let text = RwSignal::new(SearchText::default());
    let found = Memo::new(move |_| {
        let query = Query { text: text.get(), ..Query::default() };
        (!query.text.is_blank()).then(|| explore(index, &query, &IndicatorsWithFigure::new()).rows)
    });
    let matches = move || {
        let found = found.read();
        let rows = found.iter().flatten().take(MAX_MATCHES);
        let indicators = rows.filter_map(|&row| dataset.indicators.get(row));
        indicators.map(|indicator| view! { <PickerMatch indicator is_there on_pick /> }).collect_view()
    };
    view! {
        <div class="picker">
            <form role="search" on:submit=|event| event.prevent_default()>
                <div class="search">
                    <SearchIcon />
                    <input
                        type="search"
                        autocomplete="off"
                        aria-label=labels::label()
                        placeholder=labels::hint()
                        on:input=move |event| text.set(SearchText::new(&event_target_value(&event)))
                    />
                </div>
            </form>
            <p class="small muted" role="status">
                {move || found.read().as_ref().map(|rows| words::text::compare::picked(rows.len(), rows.len().min(MAX_MATCHES)))}
            </p>
            <ul class="picker__found plain">{matches}</ul>
        </div>
    }
}

#[component]
fn PickerMatch(
    indicator: &'static Indicator,
    is_there: Callback<IndicatorId, bool>,
    on_pick: Callback<&'static Indicator>,
) -> impl IntoView {
    let name = format!("{}　{}", indicator.id, indicator.full_name());
    let is_there = Memo::new(move |_| is_there.run(indicator.id.clone()));
    let pick = move |_| on_pick.run(indicator);
    let add = labels::add(&name);
    let button = move || view! { <Button class="button button--plain" label=add.clone() on_press=pick /> };
    view! {
        <li>
            <Show when=move || is_there.get() fallback=button>
                <span>{name.clone()}</span>
                <span class="small muted">{labels::there()}</span>
            </Show>
        </li>
    }
}
