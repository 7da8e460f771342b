//! The filters of the explorer: a column on wide screens, a sheet over the page on narrow ones.

use leptos::{ev, html, prelude::*, web_sys::Element};
use search::{Choice, Facet, Query};
use words::text::explorer as labels;

use super::explorer_state::Explorer;
use crate::{
    browser::dom,
    controls::{Mark, choice_label, facet_label},
    state::{use_dataset, use_index},
};

const OPEN_FACETS: [Facet; 5] = [Facet::Goal, Facet::Kind, Facet::Measurability, Facet::Own, Facet::Level];
/// Long or rarely used.
const FOLDED_FACETS: [Facet; 3] = [Facet::Plan, Facet::Due, Facet::Unit];

#[component]
pub fn Filters(explorer: Explorer, open: RwSignal<bool>) -> impl IntoView {
    let sheet = NodeRef::<html::Section>::new();
    trap_focus(sheet, open);
    let close = move |_| open.set(false);
    let reset = move |_| explorer.change(Query::reset);
    let count = move || explorer.outcome.read().rows.len();
    let open_facets = OPEN_FACETS.map(|facet| view! { <FacetGroup explorer facet class="" /> });
    let folded_facets = FOLDED_FACETS.map(|facet| {
        let is_used = explorer.query.read_untracked().chosen.iter().any(|choice| choice.facet() == facet);
        view! {
            <details open=is_used>
                <summary>{facet_label(facet)}</summary>
                <FacetGroup explorer facet class="visually-hidden" />
            </details>
        }
    });
    view! {
        <section
            id="filters"
            node_ref=sheet
            class="explorer__filters filters"
            class:is-open=move || open.get()
            aria-label=labels::filters_label()
            role=move || if open.get() { "dialog" } else { "region" }
            aria-modal=move || open.get().then_some("true")
        >
            <div class="sheet-head">
                <strong>{labels::filters_label()}</strong>
                <button type="button" class="button button--plain" on:click=close>{labels::close()}</button>
            </div>
            <div class="sheet-body">{open_facets} {folded_facets}</div>
            <div class="sheet-foot">
                <button type="button" class="button" on:click=reset>{labels::reset()}</button>
                <button type="button" class="button button--solid" on:click=close>
                    {move || labels::show(count())}
                </button>
            </div>
        </section>
    }
}

/// The open sheet covers the page: focus moves into it and stays there, and Escape closes it.
fn trap_focus(sheet: NodeRef<html::Section>, open: RwSignal<bool>) {
    let focus = |element: Option<Element>| element.into_iter().for_each(dom::focus_element);
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        match (was_open, is_open) {
            (_, true) => focus(sheet.get_untracked().and_then(|sheet| sheet.query_selector("button").ok().flatten())),
            (Some(true), false) => dom::focus(".sheet-toggle"),
            _ => {}
        }
        is_open
    });
    let keys = window_event_listener(ev::keydown, move |event| {
        let Some(sheet) = sheet.get_untracked().filter(|_| open.get_untracked()) else { return };
        match event.key().as_str() {
            "Escape" => open.set(false),
            "Tab" => {
                let find = |css| sheet.query_selector(css).ok().flatten();
                let (first, last) = (find(".sheet-head button"), find(".sheet-foot :last-child"));
                let focused = document().active_element();
                let is_outside = !sheet.contains(focused.as_deref());
                let (end, other) = if event.shift_key() { (first, last) } else { (last, first) };
                if is_outside || focused == end {
                    event.prevent_default();
                    focus(other);
                }
            }
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
}

/// `class` is that of the legend. The options never change while the page lives, only their counts and checks do.
#[component]
fn FacetGroup(explorer: Explorer, facet: Facet, class: &'static str) -> impl IntoView {
    let options = use_index().options(facet).iter().cloned().enumerate();
    let options = options.map(|(index, choice)| view! { <FacetOption explorer facet index choice /> });
    view! { <fieldset><legend class=class>{facet_label(facet)}</legend> {options.collect_view()}</fieldset> }
}

#[component]
fn FacetOption(explorer: Explorer, facet: Facet, index: usize, choice: Choice) -> impl IntoView {
    let count = Memo::new(move |_| explorer.outcome.read().options(facet).get(index).map_or(0, |option| option.count));
    let label = choice_label(use_dataset(), &choice);
    let mark = match choice {
        Choice::Kind(kind) => Some(view! { <Mark kind /> " " }),
        _ => None,
    };
    let checked = {
        let choice = choice.clone();
        Memo::new(move |_| explorer.query.read().chosen.contains(&choice))
    };
    let toggle = move |_| explorer.change(|query| query.toggle(choice.clone()));
    view! {
        <label class:is-empty=move || count.get() == 0>
            <input type="checkbox" prop:checked=move || checked.get() on:change=toggle />
            <span>{mark}{label}</span>
            <span>{move || count.get()}</span>
        </label>
    }
}
