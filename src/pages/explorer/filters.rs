//! The filters of the explorer: a column on wide screens, a sheet on narrow ones.

use leptos::{ev, html, prelude::*};
use search::{Choice, Facet, Query};
use words::text;

use crate::{
    controls::{
        choice_label::{choice_label, facet_label},
        mark::Mark,
    },
    pages::explorer::explorer_state::Explorer,
    state::{use_dataset, use_index},
};

/// Facets that stand open, then those that are folded away because they are long or rarely asked for.
const OPEN: [Facet; 5] = [Facet::Goal, Facet::Kind, Facet::Measurability, Facet::Own, Facet::Level];
const FOLDED: [Facet; 3] = [Facet::Plan, Facet::Due, Facet::Unit];

/// All filters with their live counts.
#[component]
pub fn Filters(explorer: Explorer, open: RwSignal<bool>) -> impl IntoView {
    let sheet = NodeRef::<html::Section>::new();
    // The open sheet covers the page: focus moves into it and stays there, and Escape leaves it.
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        match (was_open, is_open) {
            (_, true) => focus(sheet.get_untracked().and_then(|sheet| sheet.query_selector("button").ok().flatten())),
            (Some(true), false) => focus(document().query_selector(".sheet-toggle").ok().flatten()),
            _ => {}
        }
        is_open
    });
    let keys = window_event_listener(ev::keydown, move |event| {
        if !open.get_untracked() {
            return;
        }
        match event.key().as_str() {
            "Escape" => open.set(false),
            "Tab" => {
                let Some(sheet) = sheet.get_untracked() else {
                    return;
                };
                let find = |css| sheet.query_selector(css).ok().flatten();
                let (first, last) = (find(".sheet-head button"), find(".sheet-foot :last-child"));
                let at = document().active_element();
                let outside = !sheet.contains(at.as_deref());
                let (end, other) = if event.shift_key() { (first, last) } else { (last, first) };
                if outside || at == end {
                    event.prevent_default();
                    focus(other);
                }
            }
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    let count = move || explorer.outcome.read().rows.len();
    view! {
        <section
            id="filters"
            node_ref=sheet
            class="explorer__filters filters"
            class:is-open=move || open.get()
            aria-label=text::explorer::filters_label()
            role=move || if open.get() { "dialog" } else { "region" }
            aria-modal=move || open.get().then_some("true")
        >
            <div class="sheet-head">
                <strong>{text::explorer::filters_label()}</strong>
                <button type="button" class="button button--plain" on:click=move |_| open.set(false)>
                    {text::explorer::close()}
                </button>
            </div>
            <div class="sheet-body">
                {OPEN.into_iter().map(|facet| view! { <FacetGroup explorer facet /> }).collect_view()}
                {FOLDED
                    .into_iter()
                    .map(|facet| {
                        let chosen = explorer.query.read_untracked().chosen.iter().any(|c| c.facet() == facet);
                        view! {
                            <details open=chosen>
                                <summary>{facet_label(facet)}</summary>
                                <FacetGroup explorer facet />
                            </details>
                        }
                    })
                    .collect_view()}
            </div>
            <div class="sheet-foot">
                <button type="button" class="button" on:click=move |_| explorer.change(Query::reset)>
                    {text::explorer::reset()}
                </button>
                <button type="button" class="button button--solid" on:click=move |_| open.set(false)>
                    {move || text::explorer::show(count())}
                </button>
            </div>
        </section>
    }
}

fn focus(element: Option<leptos::web_sys::Element>) {
    use leptos::wasm_bindgen::JsCast;
    if let Some(element) = element.and_then(|element| element.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        // An element that cannot take focus leaves it where it was.
        let _ = element.focus();
    }
}

/// One facet. Its options never change while the page lives, only their counts and ticks do.
#[component]
fn FacetGroup(explorer: Explorer, facet: Facet) -> impl IntoView {
    let index = use_index();
    let legend = if FOLDED.contains(&facet) { "visually-hidden" } else { "" };
    view! {
        <fieldset>
            <legend class=legend>{facet_label(facet)}</legend>
            {index
                .options(facet)
                .iter()
                .enumerate()
                .map(|(at, choice)| view! { <Option_ explorer facet at choice=choice.clone() /> })
                .collect_view()}
        </fieldset>
    }
}

#[component]
fn Option_(explorer: Explorer, facet: Facet, at: usize, choice: Choice) -> impl IntoView {
    let dataset = use_dataset();
    let count = Memo::new(move |_| explorer.outcome.read().options(facet).get(at).map_or(0, |option| option.count));
    let label = choice_label(dataset, &choice);
    let mark = match choice {
        Choice::Kind(kind) => Some(view! { <Mark kind /> " " }),
        _ => None,
    };
    let chosen = choice.clone();
    let checked = Memo::new(move |_| explorer.query.read().chosen.contains(&chosen));
    view! {
        <label class:is-empty=move || count.get() == 0>
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change=move |_| explorer.change(|query| query.toggle(choice.clone()))
            />
            <span>{mark}{label}</span>
            <span>{move || count.get()}</span>
        </label>
    }
}
