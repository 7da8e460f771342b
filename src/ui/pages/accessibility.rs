//! アクセシビリティ: what is aimed at, what was checked and how, criterion by criterion, and what is known to be missing.

use leptos::prelude::*;

use crate::{
    route::Route,
    text::{accessibility as words, screen},
    ui::parts::page_head::PageHead,
};

/// The page.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let items = |items: &'static [&'static str]| {
        view! { <ul>{items.iter().map(|item| view! { <li>{*item}</li> }).collect_view()}</ul> }
    };
    view! {
        <PageHead title=words::TITLE.to_owned() trail=vec![(screen::OVERVIEW.to_owned(), Route::Overview)] />
        <div class="guide prose">
            <section class="stack">{words::POLICY.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}</section>
            <section class="stack" aria-labelledby="scope">
                <h2 id="scope">{words::SCOPE}</h2>
                {items(words::SCOPE_ITEMS)}
            </section>
            <section class="stack" aria-labelledby="limits">
                <h2 id="limits">{words::LIMITS}</h2>
                {items(words::LIMIT_ITEMS)}
            </section>
        </div>
        <section class="stack">
            <h2 id="criteria">{words::CRITERIA_TITLE}</h2>
            <p>{words::counts()}</p>
            <p class="small muted">{words::CRITERIA_NOTE}</p>
            <div class="criteria" role="region" aria-labelledby="criteria" tabindex="0">
                <table class="guide-table">
                    <thead>
                        <tr>{words::HEADS.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view()}</tr>
                    </thead>
                    <tbody>{words::CRITERIA.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(one: &'static words::Criterion) -> impl IntoView {
    let how: Vec<_> = one.how.iter().map(|how| how.label()).collect();
    let jis = if one.jis { words::IN_JIS } else { words::NOT_IN_JIS };
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
