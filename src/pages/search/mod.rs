//! サイト内をさがす: the results of one search over everything, in groups. The search field is in the header.

mod result;

use leptos::prelude::*;
use routes::Route;
use search::{Query, ResultGroup, ResultKind, Search, SearchText, SiteIndex, Suggestion};
use words::{
    guide,
    text::{common, search as labels},
};

use self::result::result_item;
use crate::{
    browser::{IN_BROWSER, dom},
    controls::{Breadcrumbs, SearchExamples, SlashKeySwitch, Suggestions, overview_trail},
    state::{use_dataset, use_index, use_navigation},
};

/// How many results of a group are shown until the reader asks for the rest.
const FIRST_RESULTS: usize = 8;

#[component]
pub fn SearchPage() -> impl IntoView {
    let dataset = use_dataset();
    let index = use_index();
    let navigation = use_navigation();
    let text = Memo::new(move |_| match &*navigation.route.read() {
        Route::Search(text) => text.clone(),
        _ => SearchText::default(),
    });
    let site_index = StoredValue::new(SiteIndex::new(dataset, index, &guide::articles()));
    let results = Memo::new(move |_| site_index.with_value(|site| site.find(dataset, index, &text.read())));
    let heading = move || labels::page_heading(text.read().as_str().trim());
    let set_title = move || dom::set_title(&common::page_title(heading(), &dataset.site.title));
    if IN_BROWSER {
        Effect::new(move |_| set_title());
    } else {
        set_title();
    }
    let is_blank = Memo::new(move |_| text.read().is_blank());
    let groups = move || {
        let results = results.get();
        let address = |suggestion: Suggestion| Route::Search(suggestion.text).href();
        let is_empty = results.groups.is_empty() && !results.search.is_empty();
        let counts = results.groups.iter().map(|group| (group.kind, group.results.len())).collect();
        let groups = results.groups.into_iter();
        view! {
            <Suggestions suggestions=results.suggestions address />
            {is_empty.then(|| view! { <p>{labels::nothing()}</p> })}
            <GroupLinks counts />
            {groups.map(|group| view! { <Group group search=results.search.clone() text /> }).collect_view()}
        }
    };
    view! {
        <header class="page-head">
            <Breadcrumbs trail=overview_trail() />
            <h1 tabindex="-1">{heading}</h1>
        </header>
        <p role="status" class="found-count">
            {move || (!is_blank.get()).then(|| labels::found(results.read().count()))}
        </p>
        <Show when=move || is_blank.get()>
            <p class="prose">{labels::scope()}</p>
            <SearchExamples />
        </Show>
        {groups}
        <p class="section no-print"><SlashKeySwitch /></p>
    }
}

#[component]
fn GroupLinks(counts: Vec<(ResultKind, usize)>) -> impl IntoView {
    (counts.len() > 1).then(|| {
        let links = counts.into_iter().map(|(kind, count)| {
            let go = move |_| dom::focus(&format!("#{}", heading_id(kind)));
            view! {
                <li>
                    <button type="button" class="chip" on:click=go>{labels::group(kind)} <b class="number">{count}</b></button>
                </li>
            }
        });
        view! {
            <nav class="no-print" aria-label=labels::groups()><ul class="chips plain">{links.collect_view()}</ul></nav>
        }
    })
}

fn heading_id(kind: ResultKind) -> &'static str {
    match kind {
        ResultKind::Indicator => "found-indicators",
        ResultKind::Plan => "found-plans",
        ResultKind::Goal => "found-goals",
        ResultKind::NumericTarget => "found-targets",
        ResultKind::Direction => "found-directions",
        ResultKind::Article => "found-guide",
        ResultKind::Passage => "found-document",
    }
}

#[component]
fn Group(group: ResultGroup, search: Search, text: Memo<SearchText>) -> impl IntoView {
    let dataset = use_dataset();
    let id = heading_id(group.kind);
    let count = group.results.len();
    let rest = count.saturating_sub(FIRST_RESULTS);
    let open = RwSignal::new(false);
    let narrow = (group.kind == ResultKind::Indicator).then(|| {
        let href = Route::Explore(Query { text: text.get_untracked(), ..Query::default() }).href();
        view! { <p class="found-narrow no-print"><a href=href>{labels::narrow()}</a></p> }
    });
    let items = move || {
        let shown = if open.get() { count } else { FIRST_RESULTS };
        group.results.iter().take(shown).map(|result| result_item(dataset, result, &search)).collect_view()
    };
    let expanded = move || open.get().to_string();
    let press = move |_| open.update(|open| *open = !*open);
    let toggle = (rest > 0).then(|| {
        view! {
            <button type="button" class="button button--plain no-print" aria-expanded=expanded on:click=press>
                {move || if open.get() { labels::fewer(FIRST_RESULTS) } else { labels::more(rest) }}
            </button>
        }
    });
    view! {
        <section class="found-group" aria-labelledby=id>
            <h2 id=id tabindex="-1">
                {labels::group(group.kind)} " " <span class="muted"><span class="number">{count}</span> {common::items()}</span>
            </h2>
            {narrow}
            <ol class="found plain">{items}</ol>
            {toggle}
        </section>
    }
}
