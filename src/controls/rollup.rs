use assess::{Rollup, Verdict, by_goal, by_kind, by_plan, whole};
use leptos::prelude::*;
use list::{Dataset, GoalId, Indicator, PlanId};
use routes::Route;
use search::{Choice, Query};
use words::{
    goal_title, plan_title,
    text::{scenario::rollup as labels, wording},
};

use crate::{
    controls::{scenario::ActiveScenario, segments::Segments, verdict::NotOfficial, verdict::status_counts},
    state::{use_dataset, use_figures},
};

/// Each indicator with its verdict; `verdicts` are in the order of the list.
pub fn with_verdicts<'v>(
    dataset: &'static Dataset,
    verdicts: &'v [Verdict],
) -> impl Iterator<Item = (&'static Indicator, Verdict)> + 'v {
    dataset.indicators.iter().zip(verdicts.iter().copied())
}

pub fn status_count_list(rollup: &Rollup) -> AnyView {
    let counts = status_counts(rollup).map(|(glyph, word, count)| {
        view! { <li><span aria-hidden="true">{glyph}</span> {word} <b class="number">{count}</b></li> }
    });
    view! { <ul class="status-counts plain">{counts.collect_view()}</ul> }.into_any()
}

fn reasons(dataset: &'static Dataset, rollup: &Rollup) -> Option<AnyView> {
    if rollup.cannot_judge.is_empty() {
        return None;
    }
    let items = rollup.cannot_judge.iter().map(|(id, reason)| {
        let name = dataset.indicator(id).map(Indicator::full_name).unwrap_or_default();
        let href = Route::Indicator(id.clone()).href();
        view! { <li><a href=href>{id.to_string()} "　" {name}</a> "：" {wording::why(*reason)}</li> }
    });
    let summary = labels::cannot(rollup.cannot_judge.len());
    let items = items.collect_view();
    Some(view! { <details class="rollup-reasons"><summary>{summary}</summary><ul>{items}</ul></details> }.into_any())
}

/// The roll-up of the active scenario for some indicators; nothing without figures for them.
#[component]
pub fn OwnRollup(belongs: Box<dyn Fn(&Indicator) -> bool + Send>) -> impl IntoView {
    let dataset = use_dataset();
    let figures = use_figures();
    move || {
        let verdicts = figures.assessments.read();
        let rollup = whole(with_verdicts(dataset, &verdicts).filter(|(indicator, _)| belongs(indicator)));
        (rollup.with_figure() > 0).then(|| {
            view! {
                <section class="section own-rollup" aria-labelledby="own-rollup">
                    <h2 id="own-rollup">{labels::here()}</h2>
                    <p>{words::rollup_sentence(&rollup)}</p>
                    {status_count_list(&rollup)}
                    {reasons(dataset, &rollup)}
                    <NotOfficial />
                </section>
            }
        })
    }
}

#[component]
pub fn OwnRollupByGoal() -> impl IntoView {
    let figures = use_figures();
    let has_figures = Memo::new(move |_| !figures.active_figures.read().is_empty());
    view! {
        <Show when=move || has_figures.get()>
            <section class="section own-rollup" aria-labelledby="own-rollup">
                <h2 id="own-rollup">{labels::here()}</h2>
                <ActiveScenario />
                <RollupTable verdicts=figures.assessments />
            </section>
        </Show>
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grouping {
    Goal,
    Plan,
    Kind,
}

impl Grouping {
    const ALL: [Self; 3] = [Self::Goal, Self::Plan, Self::Kind];

    fn label(self) -> &'static str {
        match self {
            Self::Goal => labels::by_goal(),
            Self::Plan => labels::by_plan(),
            Self::Kind => labels::by_kind(),
        }
    }

    /// The name of each group, its page or list, and its counts.
    fn rows(self, dataset: &'static Dataset, verdicts: &[Verdict]) -> Vec<(String, Route, Rollup)> {
        let items = with_verdicts(dataset, verdicts);
        match self {
            Self::Goal => {
                let title = |id: &GoalId| dataset.goal(id).map(goal_title).unwrap_or_default();
                by_goal(dataset, items).into_iter().map(|(id, rollup)| (title(&id), Route::Goal(id), rollup)).collect()
            }
            Self::Plan => {
                let title = |id: &PlanId| dataset.plan(id).map(plan_title).unwrap_or_default();
                by_plan(dataset, items).into_iter().map(|(id, rollup)| (title(&id), Route::Plan(id), rollup)).collect()
            }
            Self::Kind => {
                let route = |kind| Route::Explore(Query::only(Choice::Kind(kind)));
                let rows = by_kind(items).into_iter();
                rows.map(|(kind, rollup)| (wording::kind(kind).to_owned(), route(kind), rollup)).collect()
            }
        }
    }
}

#[component]
pub fn RollupTable(#[prop(into)] verdicts: Signal<Vec<Verdict>>) -> impl IntoView {
    let dataset = use_dataset();
    let grouping = RwSignal::new(Grouping::Goal);
    let rows = move || {
        let rows = grouping.get().rows(dataset, &verdicts.read()).into_iter().map(|(name, route, rollup)| {
            view! {
                <tr>
                    <th scope="row"><a href=route.href()>{name}</a></th>
                    <td>{status_count_list(&rollup)}</td>
                    <td class="number">
                        <span class="cell-label">{labels::judged()}</span>
                        {labels::of(rollup.judged(), rollup.total)}
                    </td>
                </tr>
            }
        });
        rows.collect_view()
    };
    let heads = [labels::group(), labels::counts(), labels::judged()];
    view! {
        <Segments
            label=labels::by()
            options=Grouping::ALL
            text=Grouping::label
            is_pressed=move |option| grouping.get() == option
            on_press=move |option| grouping.set(option)
        />
        <table class="rollup">
            <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> })}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {move || reasons(dataset, &whole(with_verdicts(dataset, &verdicts.read())))}
        <NotOfficial />
    }
}
