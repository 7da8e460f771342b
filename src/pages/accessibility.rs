//! アクセシビリティ: the policy, how each criterion was checked, and the known limits.

use leptos::prelude::*;
use words::{
    accessibility::{Criterion, criteria, outcome_counts},
    text::{self, accessibility as labels},
};

use crate::controls::{PageHead, overview_trail};

#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let items = |items: &'static [&'static str]| {
        view! { <ul>{items.iter().map(|item| view! { <li>{*item}</li> }).collect_view()}</ul> }
    };
    let heads = labels::heads().iter().map(|head| view! { <th scope="col">{*head}</th> });
    view! {
        <PageHead title=labels::title().to_owned() trail=overview_trail() />
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
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    <tbody>{criteria().into_iter().map(criterion_row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

fn criterion_row(criterion: Criterion) -> impl IntoView {
    let methods: Vec<_> = criterion.methods.iter().map(|method| labels::method(*method)).collect();
    let jis = if criterion.is_in_jis { labels::in_jis() } else { labels::not_in_jis() };
    view! {
        <tr>
            <th scope="row" class="nowrap">{criterion.number}</th>
            <td>{criterion.name}</td>
            <td class="nowrap">{criterion.level}</td>
            <td class="nowrap">{jis}</td>
            <td>{labels::outcome(criterion.outcome)}</td>
            <td>{methods.join(text::common::separator())}</td>
            <td>{criterion.note}</td>
        </tr>
    }
}
