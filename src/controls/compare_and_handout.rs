//! Links that take indicators to the comparison and to a handout.

use leptos::prelude::*;
use list::Indicator;
use routes::Route;
use search::{ComparedIndicators, Handout};
use words::text::{compare as labels, handout};

use crate::state::{use_messages, use_selection};

#[component]
pub fn CompareButton(indicator: &'static Indicator) -> impl IntoView {
    let messages = use_messages();
    let selection = use_selection();
    let is_in = Memo::new(move |_| selection.compared.read().has(&indicator.id));
    let press = move |_| {
        let mut compared = selection.compared.get_untracked();
        if compared.has(&indicator.id) {
            compared.remove(&indicator.id);
        } else if !compared.add(indicator.id.clone()) {
            messages.show(labels::no_room(ComparedIndicators::MAX));
        }
        selection.compared.set(compared);
    };
    view! {
        <p class="page-actions no-print">
            <button type="button" class="button" on:click=press>
                {move || if is_in.get() { labels::take_out() } else { labels::put() }}
            </button>
            {move || {
                let of = selection.compared.get();
                let count = of.len();
                (count > 0).then(|| view! { <a href=Route::Compare { of }.href()>{labels::open(count)}</a> })
            }}
        </p>
    }
}

/// Compares a plan's first indicators; nothing for a single one.
#[component]
pub fn ComparePlan(indicators: Vec<&'static Indicator>) -> impl IntoView {
    let count = indicators.len();
    let of = ComparedIndicators::of(indicators.iter().map(|indicator| &indicator.id));
    (count > 1).then(|| {
        view! { <a class="button" href=Route::Compare { of }.href()>{labels::plan(count)}</a> }
    })
}

#[component]
pub fn HandoutLink(indicators: Vec<&'static Indicator>, title: String) -> impl IntoView {
    let ids = indicators.iter().map(|indicator| &indicator.id);
    let href = Route::Handout(Handout::of(ids, &title)).href();
    view! { <a class="button" href=href>{handout::make()}</a> }
}
