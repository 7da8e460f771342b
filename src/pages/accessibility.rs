//! アクセシビリティ: what is aimed at, what was checked and how, criterion by criterion, and what is known to be missing.

use leptos::prelude::*;
use routes::Route;
use words::{
    accessibility::{Criterion, criteria, outcome_counts},
    text::{self, accessibility as labels},
};

use crate::controls::page_head::PageHead;

/// The page.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let items = |items: &'static [&'static str]| {
        view! { <ul>{items.iter().map(|item| view! { <li>{*item}</li> }).collect_view()}</ul> }
    };
    view! {
        <PageHead title=labels::title().to_owned() trail=vec![(text::common::overview().to_owned(), Route::Overview)] />
        <div class="guide prose">
            <section class="stack">{labels::policy().iter().map(|text| view! { <p>{*text}</p> }).collect_view()}</section>
            <section class="stack" aria-labelledby="scope">
                <h2 id="scope">{labels::scope()}</h2>
                {items(labels::scope_items())}
            </section>
            <section class="stack" aria-labelledby="limits">
                <h2 id="limits">{labels::limits()}</h2>
                {items(labels::limit_items())}
            </section>
        </div>
        <section class="stack">
            <h2 id="criteria">{labels::criteria_title()}</h2>
            <p>{outcome_counts()}</p>
            <p class="small muted">{labels::criteria_note()}</p>
            <div class="criteria" role="region" aria-labelledby="criteria" tabindex="0">
                <table class="guide-table">
                    <thead>
                        <tr>{labels::heads().iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view()}</tr>
                    </thead>
                    <tbody>{criteria().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(one: Criterion) -> impl IntoView {
    let how: Vec<_> = one.methods.iter().map(|method| labels::method(*method)).collect();
    let jis = if one.is_in_jis { labels::in_jis() } else { labels::not_in_jis() };
    view! {
        <tr>
            <th scope="row" class="nowrap">{one.number}</th>
            <td>{one.name}</td>
            <td class="nowrap">{one.level}</td>
            <td class="nowrap">{jis}</td>
            <td>{labels::outcome(one.outcome)}</td>
            <td>{how.join("、")}</td>
            <td>{one.note}</td>
        </tr>
    }
}
