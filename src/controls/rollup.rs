//! What own figures come to, counted: by status with the denominator, and what cannot be judged with the reasons.

use assess::{Rollup, Verdict, by_goal, by_kind, by_plan, whole};
use leptos::prelude::*;
use list::{Dataset, Indicator};
use routes::Route;
use search::{Choice, Query};
use words::{
    goal_title, plan_title,
    text::{scenario::rollup as labels, wording},
};

use crate::{
    controls::{
        active_scenario::ActiveScenario, not_official::NotOfficial, segments::Segments, verdict::status_counts,
    },
    state::{use_dataset, use_figures},
};

/// What the rows of the table stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// 基本目標.
    Goal,
    /// 戦略計画.
    Plan,
    /// 目標の種類.
    Kind,
}

/// Each indicator of the list with what its figures came to, in the list's order.
pub fn items<'v>(
    dataset: &'static Dataset,
    verdicts: &'v [Verdict],
) -> impl Iterator<Item = (&'static Indicator, Verdict)> + 'v {
    dataset.indicators.iter().zip(verdicts.iter().copied())
}

/// The counts of one group, each with its shape and word; then what has no status.
pub fn counts(rollup: &Rollup) -> AnyView {
    let shown = status_counts(rollup)
        .map(|(glyph, word, count)| {
            view! {
                <li>
                    <span aria-hidden="true">{glyph}</span>
                    {word}
                    <b class="number">{count}</b>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="status-counts plain">{shown}</ul> }.into_any()
}

/// The reasons why figures have no status, to be opened; nothing where all have one.
pub fn reasons(dataset: &'static Dataset, rollup: &Rollup) -> Option<AnyView> {
    let count = rollup.cannot_judge.len();
    let lines = rollup
        .cannot_judge
        .iter()
        .map(|(id, why)| {
            let name = dataset.indicator(id).map(Indicator::full_name).unwrap_or_default();
            view! {
                <li>
                    <a href=Route::Indicator(id.clone()).href()>{id.to_string()} "　" {name}</a>
                    "：" {wording::why(*why)}
                </li>
            }
        })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <details class="rollup-reasons">
                <summary>{labels::cannot(count)}</summary>
                <ul>{lines}</ul>
            </details>
        }
        .into_any()
    })
}

/// What the active scenario says of some indicators of the list; nothing while it says nothing.
#[component]
pub fn OwnRollup(belongs: Box<dyn Fn(&Indicator) -> bool + Send>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    move || {
        let verdicts = figures.assessments.read();
        let rollup = whole(items(dataset, &verdicts).filter(|(one, _)| belongs(one)));
        (rollup.with_figure() > 0).then(|| {
            view! {
                <section class="section own-rollup" aria-labelledby="own-rollup">
                    <h2 id="own-rollup">{labels::here()}</h2>
                    <p>{words::rollup_sentence(&rollup)}</p>
                    {counts(&rollup)}
                    {reasons(dataset, &rollup)}
                    <NotOfficial />
                </section>
            }
        })
    }
}

/// The same for the whole list, goal by goal.
#[component]
pub fn OwnRollupByGoal() -> impl IntoView {
    let figures = use_figures();
    let some = Memo::new(move |_| !figures.active_figures.read().is_empty());
    view! {
        <Show when=move || some.get()>
            <section class="section own-rollup" aria-labelledby="own-rollup">
                <h2 id="own-rollup">{labels::here()}</h2>
                <ActiveScenario />
                <RollupTable verdicts=figures.assessments />
            </section>
        </Show>
    }
}

/// One row of the table: what it stands for, where that leads, and its counts.
struct Group {
    name: String,
    href: String,
    rollup: Rollup,
}

fn groups(dataset: &'static Dataset, verdicts: &[Verdict], grouping: Grouping) -> Vec<Group> {
    let items = items(dataset, verdicts);
    let narrowed = |choice| Route::Explore(Query::only(choice)).href();
    match grouping {
        Grouping::Goal => by_goal(dataset, items)
            .into_iter()
            .map(|(id, rollup)| Group {
                name: dataset.goal(&id).map(goal_title).unwrap_or_default(),
                href: Route::Goal(id).href(),
                rollup,
            })
            .collect(),
        Grouping::Plan => by_plan(dataset, items)
            .into_iter()
            .map(|(id, rollup)| Group {
                name: dataset.plan(&id).map(plan_title).unwrap_or_default(),
                href: Route::Plan(id).href(),
                rollup,
            })
            .collect(),
        Grouping::Kind => by_kind(items)
            .into_iter()
            .map(|(kind, rollup)| Group {
                name: wording::kind(kind).to_owned(),
                href: narrowed(Choice::Kind(kind)),
                rollup,
            })
            .collect(),
    }
}

/// The table of counts with its switch.
#[component]
pub fn RollupTable(#[prop(into)] verdicts: Signal<Vec<Verdict>>) -> impl IntoView {
    let dataset = use_dataset();
    let grouping = RwSignal::new(Grouping::Goal);
    let switch =
        [(Grouping::Goal, labels::by_goal()), (Grouping::Plan, labels::by_plan()), (Grouping::Kind, labels::by_kind())];
    let rows = move || {
        groups(dataset, &verdicts.read(), grouping.get())
            .into_iter()
            .map(|Group { name, href, rollup }| {
                view! {
                    <tr>
                        <th scope="row"><a href=href>{name}</a></th>
                        <td>{counts(&rollup)}</td>
                        <td class="number">
                            <span class="cell-label">{labels::judged()}</span>
                            {labels::of(rollup.judged(), rollup.total)}
                        </td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <Segments
            label=labels::by()
            options=switch
            text=|(_, label)| label
            is_pressed=move |(option, _)| grouping.get() == option
            on_press=move |(option, _)| grouping.set(option)
        />
        <table class="rollup">
            <thead>
                <tr>
                    <th scope="col">{labels::group()}</th>
                    <th scope="col">{labels::counts()}</th>
                    <th scope="col">{labels::judged()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {move || reasons(dataset, &whole(items(dataset, &verdicts.read())))}
        <NotOfficial />
    }
}
