//! アクセシビリティ: what is aimed at, what was checked and how, criterion by criterion, and what is known to be missing.

use leptos::prelude::*;
use routes::Route;
use words::{accessibility as labels, screen};

use crate::controls::page_head::PageHead;

/// The page.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let items = |items: &'static [&'static str]| {
        view! { <ul>{items.iter().map(|item| view! { <li>{*item}</li> }).collect_view()}</ul> }
    };
    view! {
        <PageHead title=labels::TITLE.to_owned() trail=vec![(screen::OVERVIEW.to_owned(), Route::Overview)] />
        <div class="guide prose">
            <section class="stack">{labels::POLICY.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}</section>
            <section class="stack" aria-labelledby="scope">
                <h2 id="scope">{labels::SCOPE}</h2>
                {items(labels::SCOPE_ITEMS)}
            </section>
            <section class="stack" aria-labelledby="limits">
                <h2 id="limits">{labels::LIMITS}</h2>
                {items(labels::LIMIT_ITEMS)}
            </section>
        </div>
        <section class="stack">
            <h2 id="criteria">{labels::CRITERIA_TITLE}</h2>
            <p>{labels::counts()}</p>
            <p class="small muted">{labels::CRITERIA_NOTE}</p>
            <div class="criteria" role="region" aria-labelledby="criteria" tabindex="0">
                <table class="guide-table">
                    <thead>
                        <tr>{labels::HEADS.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view()}</tr>
                    </thead>
                    <tbody>{labels::CRITERIA.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(one: &'static labels::Criterion) -> impl IntoView {
    let how: Vec<_> = one.how.iter().map(|how| how.label()).collect();
    let jis = if one.jis { labels::IN_JIS } else { labels::NOT_IN_JIS };
    view! {
        <tr>
            <th scope="row" class="nowrap">{one.number}</th>
            <td>{one.name}</td>
            <td class="nowrap">{one.level.label()}</td>
            <td class="nowrap">{jis}</td>
            <td>{one.outcome.label()}</td>
            <td>{how.join("、")}</td>
            <td>{one.note}</td>
        </tr>
    }
}
