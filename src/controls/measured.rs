//! Targets that can be checked with a number: counts by goal on the overview, reasons on the page of a goal.

use assess::Checkability;
use leptos::prelude::*;
use list::{Goal, GoalId, Measurability, TargetKind};
use routes::Route;
use search::{Choice, Query};
use words::{
    goal_title,
    text::{common, explorer, measured as labels},
};

use crate::state::use_dataset;

#[component]
pub fn MeasuredByGoal() -> impl IntoView {
    let dataset = use_dataset();
    let row = |goal: Option<&Goal>, counts: Checkability<'static>| {
        let name = goal.map_or_else(|| explorer::total().to_owned(), goal_title);
        let head = match goal {
            Some(goal) => view! { <a href=Route::Goal(goal.id.clone()).href()>{name.clone()}</a> }.into_any(),
            None => name.clone().into_any(),
        };
        let goal = goal.map(|goal| &goal.id);
        let cell = |label: &str, count: usize, query: Query| {
            if count == 0 {
                return view! { <td><span class="muted">"0"</span></td> }.into_any();
            }
            let label = labels::cell(&name, label, count);
            view! { <td><a href=Route::Explore(query).href() aria-label=label>{count}</a></td> }.into_any()
        };
        view! {
            <tr>
                <th scope="row">{head}</th>
                {cell(labels::number(), counts.number, query_of(goal, [Choice::Measurability(Measurability::InCell)]))}
                {cell(labels::direction(), counts.direction, without_number(goal, |kind| kind == TargetKind::Direction))}
                {cell(labels::words(), counts.words, without_number(goal, |kind| kind != TargetKind::Direction))}
            </tr>
        }
    };
    let heads = [common::goal(), labels::number(), labels::direction(), labels::words()];
    let heads = heads.map(|head| view! { <th scope="col">{head}</th> });
    let rows = dataset.goals.iter();
    let rows = rows.map(|goal| row(Some(goal), Checkability::of(dataset.indicators_of_goal(&goal.id)))).collect_view();
    view! {
        <section class="section" aria-labelledby="measured">
            <h2 id="measured">{labels::heading()}</h2>
            <p class="prose muted">{labels::lead()}</p>
            <table class="matrix">
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tfoot>{row(None, Checkability::of(&dataset.indicators))}</tfoot>
            </table>
            <details class="tool">
                <summary>{labels::open_list()}</summary>
                {reasons(Checkability::of(&dataset.indicators))}
            </details>
        </section>
    }
}

#[component]
pub fn MeasuredOfGoal(goal: &'static Goal) -> impl IntoView {
    let counts = Checkability::of(use_dataset().indicators_of_goal(&goal.id));
    let sentence = labels::sentence(counts.total(), counts.number, counts.direction, counts.words);
    view! {
        <section class="section" aria-labelledby="measured">
            <h2 id="measured">{labels::heading_goal()}</h2>
            <p>{sentence}</p>
            {reasons(counts)}
        </section>
    }
}

fn reasons(counts: Checkability<'static>) -> AnyView {
    if counts.unchecked.is_empty() {
        return view! { <p>{labels::none()}</p> }.into_any();
    }
    let reasons = counts.unchecked.into_iter().map(|(reason, indicators)| {
        let heading = labels::reason_count(labels::reason(reason), indicators.len());
        let items = indicators.into_iter().map(|indicator| {
            view! {
                <li>
                    <a href=Route::Indicator(indicator.id.clone()).href()>
                        <span class="number muted">{indicator.id.to_string()}</span>
                        <span>{indicator.full_name()}</span>
                    </a>
                    <span class="muted">{labels::target(indicator.target.printed())}</span>
                </li>
            }
        });
        view! { <h3 class="reason">{heading}</h3> <ul class="reason-list plain">{items.collect_view()}</ul> }
    });
    reasons.collect_view().into_any()
}

fn query_of(goal: Option<&GoalId>, choices: impl IntoIterator<Item = Choice>) -> Query {
    let mut query = Query::default();
    query.chosen.extend(choices);
    query.chosen.extend(goal.cloned().map(Choice::Goal));
    query
}

fn without_number(goal: Option<&GoalId>, is_included: impl Fn(TargetKind) -> bool) -> Query {
    let measurability = [Measurability::InBracket, Measurability::None].map(Choice::Measurability);
    let kinds = TargetKind::ALL.into_iter().filter(|kind| is_included(*kind)).map(Choice::Kind);
    query_of(goal, measurability.into_iter().chain(kinds))
}
